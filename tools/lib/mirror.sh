# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# What the machine's own apt uses, so that the root is made from the same mirror through the same proxy.

# Prints the Debian mirror of the machine's sources, in either of their formats, or nothing.
apt_mirror() {
  local files uri
  shopt -s extglob
  [ "$(os_release ID)" = debian ] || return 0
  mapfile -t files < <(find /etc/apt/sources.list /etc/apt/sources.list.d -maxdepth 1 \
    \( -name '*.list' -o -name '*.sources' \) -type f 2>/dev/null)
  [ ${#files[@]} -gt 0 ] || return 0
  uri=$(awk -v release="$(os_release VERSION_CODENAME)" "$NSW_MIRROR_AWK" "${files[@]}")
  case $uri in
    mirror+file:*) sed -n '/^[^#]/{s/[ \t].*//;p;q}' "/${uri##mirror+file:*(/)}" ;;
    *) echo "$uri" ;;
  esac
}

# Other vendors name their suites after Debian's too: a mirror has this release, "main", and is called so.
# shellcheck disable=SC2016 # awk's variables
NSW_MIRROR_AWK='
  function has(list, word) { return index(" " list " ", " " word " ") }
  function offer(types, uri, suites, components) {
    gsub(/\t/, " ", suites)
    if (found || !has(types, "deb") || !has(components, "main")) return
    if (!has(suites, release) && !has(suites, "stable")) return
    if (uri !~ /\/debian[^\/]*\/?$/ && uri !~ /^mirror\+file:/) return
    found = 1
    print uri
  }
  function stanza() {
    if (enabled != "no") offer(types, uri, suites, components)
    types = uri = suites = components = enabled = ""
  }
  function value() { sub(/^[^:]*:[ \t]*/, ""); return $0 }
  FNR == 1 || /^[ \t]*$/ { stanza() }
  /^[ \t]*#/ { next }
  /^deb[ \t]/ {
    sub(/\[[^]]*\]/, "")
    line = $0
    sub(/^deb[ \t]+[^ \t]+[ \t]+[^ \t]+/, "", line)
    offer("deb", $2, $3, line)
  }
  /^Types:/ { types = value() }
  /^URIs:/ { uri = $2 }
  /^Suites:/ { suites = value() }
  /^Components:/ { components = value() }
  /^Enabled:/ { enabled = $2 }
  END { stanza() }
'

# Prints the machine's apt settings about proxies, timeouts and clocks in the form of apt.conf.
apt_transport_settings() {
  command -v apt-config >/dev/null || return 0
  apt-config dump --format '%F "%v";%n' |
    grep -E '^Acquire::(http|https)::[^ ]|^Acquire::(Check-Valid-Until|Check-Date|Retries|ForceIPv[46]) ' |
    grep -v '"";$' || true
}

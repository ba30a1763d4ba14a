# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# What the machine's own apt uses, so that the root is made from the same mirror through the same proxy.

# Prints the first Debian mirror of the machine's sources, or nothing.
apt_mirror() {
  local files uri
  shopt -s extglob
  [ "$(. /etc/os-release && echo "${ID:-}")" = debian ] || return 0
  mapfile -t files < <(find /etc/apt/sources.list /etc/apt/sources.list.d -maxdepth 1 \
    \( -name '*.list' -o -name '*.sources' \) -type f 2>/dev/null)
  [ ${#files[@]} -gt 0 ] || return 0
  uri=$(
    cat "${files[@]}" | awk -v suite="$(. /etc/os-release && echo "${VERSION_CODENAME:-stable}")" '
      function offer(uri, suites,  list, n, i) {
        n = split(suites, list, " ")
        for (i = 1; i <= n; i++)
          if ((list[i] == suite || list[i] == "stable") && uri !~ /^cdrom:/) { print uri; exit }
      }
      /^[ \t]*#/ { next }
      /^deb[ \t]/ { sub(/\[[^]]*\]/, ""); offer($2, $3); next }
      /^Types:/ { types = $0; uris = ""; suites = ""; enabled = 1 }
      /^Enabled:[ \t]*no/ { enabled = 0 }
      /^URIs:/ { uris = $2 }
      /^Suites:/ { sub(/^Suites:/, ""); suites = $0 }
      uris != "" && suites != "" && enabled && types ~ /deb( |$)/ { offer(uris, suites); uris = "" }
    '
  )
  case $uri in
    mirror+file:*) sed -n '/^[^#]/{s/[ \t].*//;p;q}' "/${uri##mirror+file:*(/)}" ;;
    *) echo "$uri" ;;
  esac
}

# Prints the machine's apt settings about proxies, timeouts and clocks in the form of apt.conf.
apt_transport_settings() {
  command -v apt-config >/dev/null || return 0
  apt-config dump --format '%F "%v";%n' |
    grep -E '^Acquire::(http|https)::[^ ]|^Acquire::(Check-Valid-Until|Check-Date|Retries|ForceIPv[46]) ' |
    grep -v '"";$' || true
}

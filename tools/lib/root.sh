# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# The cached Debian 13 root: made once, extended when a profile is asked for first or its list has changed.

. "$NSW_LIB/mirror.sh"
. "$NSW_LIB/platform.sh"
. "$NSW_LIB/userns.sh"

NSW_SUITE=trixie
# Its files belong to the user's own ids, so two users cannot share one.
NSW_ROOT=$NSW_CACHE/$NSW_SUITE-$(uname -m)-$(id -u)
export NSW_ROOT

profile_stamp() { echo "$NSW_ROOT.profiles/$1"; }

profile_ready() { [ -d "$NSW_ROOT" ] && [ "$(cat "$(profile_stamp "$1")" 2>/dev/null)" = "$(packages_debian "$1")" ]; }

profiles_ready() {
  local profile
  for profile in "$@"; do
    profile_ready "$profile" || return 1
  done
}

# Makes the root serve all given profiles. One process at a time; the others wait and find the work done.
require_root() {
  profiles_ready "$@" && return 0
  require_host_tools
  mkdir -p "$NSW_CACHE"
  exec {NSW_LOCK}>"$NSW_ROOT.lock"
  flock -n "$NSW_LOCK" || { say "waiting for another invocation that prepares the root" && flock "$NSW_LOCK"; }
  [ -d "$NSW_ROOT" ] || make_base
  local profile
  for profile in "$@"; do
    profile_ready "$profile" || extend_root "$profile"
  done
  exec {NSW_LOCK}>&-
}

require_host_tools() {
  local wanted=(mmdebstrap util-linux)
  is_root || wanted+=(uidmap)
  command -v apt-get >/dev/null ||
    die "this distribution is not known here. Debian 13, Ubuntu 25.04, Fedora and Arch build natively; older Debian and Ubuntu through a root made by mmdebstrap"
  install_packages debian "${wanted[@]}"
}

make_base() {
  local part=$NSW_ROOT.part mirror mode=unshare settings
  say "making a Debian 13 root in $NSW_ROOT (once, 1.5 GB with everything)"
  require_user_namespaces
  is_root && mode=root
  mirror=$(apt_mirror)
  mapfile -t settings < <(apt_transport_settings)
  settings=("${settings[@]/#/--aptopt=}")
  in_userns rm -rf "$part" "$NSW_ROOT.profiles"
  mkdir -p "$part" "$NSW_ROOT.profiles"
  # As a normal user, mmdebstrap works under an id that cannot look into a private home or temporary directory;
  # a stream gets out of it, and the user's own namespace writes it down.
  HOME=/ TMPDIR=/var/tmp mmdebstrap --mode="$mode" --variant=minbase --include=ca-certificates --format=tar \
    "${settings[@]}" \
    --dpkgopt='force-unsafe-io' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    "$NSW_SUITE" - ${mirror:+"$mirror"} |
    in_userns tar -x -p --numeric-owner --exclude='./dev/*' -C "$part" ||
    die "the root could not be made; what went wrong stands above"
  mv "$part" "$NSW_ROOT"
}

extend_root() {
  local profile=$1 packages
  read -ra packages < <(packages_debian "$profile")
  say "installing the $profile packages into the root"
  apt_transport_settings | in_userns tee "$NSW_ROOT/etc/apt/apt.conf.d/99mmdebstrap" >/dev/null
  in_userns unshare --mount --propagation private bash "$NSW_LIB/enter.sh" maintain "$NSW_ROOT" \
    bash "$NSW_LIB/install-in-root.sh" "${packages[@]}" >&2 </dev/null
  packages_debian "$profile" >"$(profile_stamp "$profile")"
}

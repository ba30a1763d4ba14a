# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# Which distribution this is, and its packages. Native means: new enough to build the project without a root of its own.

. "$NSW_LIB/packages.sh"

# Prints the family whose packages serve here, or "root" where the cached Debian 13 root is needed.
platform() {
  local id=unknown version=0
  if [ -r /etc/os-release ]; then
    id=$(. /etc/os-release && echo "${ID:-unknown}")
    version=$(. /etc/os-release && echo "${VERSION_ID:-999}")
  fi
  case $id in
    debian) [ "${version%%.*}" -ge 13 ] && echo debian || echo root ;;
    ubuntu) [ "${version/./}" -ge 2504 ] && echo debian || echo root ;;
    fedora) echo fedora ;;
    arch | archarm | endeavouros | manjaro) echo arch ;;
    *) echo root ;;
  esac
}

missing_packages() {
  local family=$1 package
  shift
  for package in "$@"; do
    case $family in
      debian) [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ;;
      fedora) rpm -q --whatprovides "$package" >/dev/null 2>&1 ;;
      arch) pacman -Q "$package" >/dev/null 2>&1 ;;
    esac || echo "$package"
  done
}

install_command() {
  case $1 in
    debian) echo apt-get install -y --no-install-recommends ;;
    fedora) echo dnf install -y ;;
    arch) echo pacman -S --needed --noconfirm ;;
  esac
}

# Runs a command as root: directly, with sudo where somebody can answer it, else says what to type.
as_root() {
  if is_root; then
    "$@" >&2
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [ -t 2 ] && [ -r /dev/tty ]; }; }; then
    say "needs an administrator: sudo $*"
    # shellcheck disable=SC2024 # the redirection is ours on purpose
    sudo "$@" >&2 </dev/tty
  else
    die "needs an administrator. Please run this once, then try again:
    $*"
  fi
}

install_packages() {
  local family=$1 missing command
  shift
  mapfile -t missing < <(missing_packages "$family" "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing ${missing[*]}"
  read -ra command < <(install_command "$family")
  if is_root && [ "$family" = debian ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update >&2 || say "apt-get update failed; going on with the package lists that are here"
  fi
  as_root "${command[@]}" "${missing[@]}"
}

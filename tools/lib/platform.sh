# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# Which distribution this is, and its packages. Native means: new enough to build the project without a root of its own.

. "$NSW_LIB/packages.sh"

os_release() { (. /etc/os-release 2>/dev/null && echo "${!1:-}") || true; }

# Prints the distribution whose packages serve here, or "root" where the cached Debian 13 root is needed.
platform() {
  local version
  version=$(os_release VERSION_ID)
  case $(os_release ID) in
    # Debian's testing and unstable carry no number.
    debian) [ "${version:-99}" -ge 13 ] && echo debian || echo root ;;
    ubuntu) [ "${version/./}" -ge 2504 ] && echo ubuntu || echo root ;;
    fedora) echo fedora ;;
    arch | archarm | endeavouros | manjaro) echo arch ;;
    *) echo root ;;
  esac
}

missing_packages() {
  local distribution=$1 package
  shift
  for package in "$@"; do
    case $distribution in
      debian | ubuntu) [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ;;
      fedora) rpm -q --whatprovides "$package" >/dev/null 2>&1 ;;
      arch) pacman -Q "$package" >/dev/null 2>&1 ;;
    esac || echo "$package"
  done
}

install_command() {
  case $1 in
    debian | ubuntu) echo 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends' ;;
    fedora) echo 'dnf install -y' ;;
    arch) echo 'pacman -S --needed --noconfirm' ;;
  esac
}

# Runs a line of shell as root: directly, with sudo where somebody can answer it, else says what to type.
as_root() {
  if is_root; then
    sh -c "$1" >&2 </dev/null
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || (: </dev/tty) 2>/dev/null; }; then
    say "sudo is asked for: $1"
    sudo sh -c "$1" >&2
  else
    die "this needs an administrator. As root, once:
    $1"
  fi
}

install_packages() {
  local distribution=$1 missing
  shift
  mapfile -t missing < <(missing_packages "$distribution" "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  say "missing here: ${missing[*]}"
  as_root "$(install_command "$distribution") ${missing[*]}" || die "the packages could not be installed; what went wrong stands above"
}

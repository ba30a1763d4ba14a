# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# The build environment: the machine itself where it is new enough, else the cached root.

. "$NSW_LIB/root.sh"

NSW_PLATFORM=$(platform)
export NSW_PLATFORM

# require_environment PROFILE…: installs or makes what is missing.
require_environment() {
  if [ "$NSW_PLATFORM" = root ]; then
    require_root "$@"
  else
    local profile packages=()
    for profile in "$@"; do
      mapfile -t -O ${#packages[@]} packages < <("packages_$NSW_PLATFORM" "$profile" | tr ' ' '\n')
    done
    install_packages "$NSW_PLATFORM" "${packages[@]}"
  fi
}

# Sets the array ENTER to what stands before a command that shall run as the user with the environment's tools
# and the machine's processes and files. An array, so that a caller can exec it and leave no shell behind.
find_entrance() {
  ENTER=()
  [ "$NSW_PLATFORM" = root ] || return 0
  require_user_namespaces
  is_root || ENTER=(env NSW_RETURN_UID="$(id -u)" NSW_RETURN_GID="$(id -g)" bash "$NSW_LIB/mapped.sh")
  ENTER+=(unshare --mount --propagation private bash "$NSW_LIB/enter.sh" share "$NSW_ROOT")
}

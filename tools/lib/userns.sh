# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# Namespaces to work in. Root needs none of its own for users; a normal user becomes root of one.

require_user_namespaces() {
  is_root && return 0
  if ! unshare --user --map-root-user true 2>/dev/null; then
    die "the kernel does not let a normal user make user namespaces. An administrator can allow it:
    sudo sysctl -w kernel.unprivileged_userns_clone=1                    (older Debian)
    sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0        (Ubuntu)
    sudo sysctl -w user.max_user_namespaces=10000                        (elsewhere)"
  fi
  local file free
  for file in /etc/subuid /etc/subgid; do
    if [ "$(subordinate_count "$file")" -lt 65535 ]; then
      free=$(cat /etc/subuid /etc/subgid 2>/dev/null | awk -F: '{ end = $2 + $3; if (end > free) free = end } END { print free < 100000 ? 100000 : free }')
      die "$(id -un) has no 65536 subordinate ids in $file. An administrator can grant them:
    sudo usermod --add-subuids $free-$((free + 65535)) --add-subgids $free-$((free + 65535)) $(id -un)"
    fi
  done
}

subordinate_line() { awk -F: -v name="$(id -un)" -v id="$(id -u)" '$1 == name || $1 == id { print; exit }' "$1" 2>/dev/null; }
subordinate_first() { subordinate_line "$1" | cut -d: -f2; }
subordinate_count() { local n; n=$(subordinate_line "$1" | cut -d: -f3); echo "${n:-0}"; }

# Runs a command as root of a user namespace: 0 is the user, 1… are the subordinate ids. For root: just runs it.
in_userns() {
  if is_root; then
    "$@"
  else
    bash "$NSW_LIB/mapped.sh" "$@"
  fi
}


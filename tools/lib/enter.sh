#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# enter.sh MODE ROOT CMD…: runs in a new mount namespace; makes ROOT's system the root of it and becomes CMD.
#   maintain  nothing of the machine but the kernel's file systems: for the package manager
#   share     the machine's processes, devices, sockets and files, under ROOT's system: for building and running
set -euo pipefail

mode=$1 root=$2
shift 2
directory=$PWD

. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$NSW_LIB/compose.sh"

new=$root.new
compose_empty "$new"
compose_system "$root" "$new"
compose_machine "$new"
case $mode in
  maintain)
    compose_fresh "$new" tmp run
    compose_bind "$NSW_SOURCE" "$new"
    compose_bind_file /etc/resolv.conf "$new"
    ;;
  share)
    compose_rest_of_machine "$new"
    for place in "$NSW_SOURCE" "${HOME:-/root}" "$directory"; do
      [ -e "$new$place" ] || compose_bind "$place" "$new"
    done
    for file in resolv.conf passwd group subuid subgid hostname hosts machine-id localtime; do
      compose_bind_file "/etc/$file" "$new"
    done
    # The user's language need not be generated in the root.
    [ ! -d /usr/lib/locale ] || compose_bind /usr/lib/locale "$new"
    ;;
esac
compose_enter "$new" "$directory"
clean_environment

if [ -n "${NSW_RETURN_UID:-}" ]; then
  # shellcheck disable=SC2153 # set by find_entrance
  uid=$NSW_RETURN_UID gid=$NSW_RETURN_GID
  unset NSW_RETURN_UID NSW_RETURN_GID
  exec unshare --user --map-user="$uid" --map-group="$gid" "$@"
fi
exec "$@"

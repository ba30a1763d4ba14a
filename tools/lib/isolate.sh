#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# isolate.sh LOWER NEW ARGS…: first process of new namespaces. Puts an overlay of LOWER's system, fresh kernel file
# systems and the source tree together, makes that the root and becomes the test session.
set -euo pipefail

lower=$1 new=$2
shift 2

. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$NSW_LIB/compose.sh"
. "$NSW_LIB/overlay.sh"

compose_empty "$new"
compose_overlays "$lower" "$new"
compose_fresh "$new" tmp run
mkdir -p "$new"/{home,mnt,media,srv,opt,boot} "$new/run/lock"
mkdir -m 700 "$new/root"
mkdir "$new"/{proc,sys}
mount -t proc proc "$new/proc" || die "the kernel refuses a fresh /proc here, as it does where /proc is partly covered"
mount -t sysfs sysfs "$new/sys"
mount -t cgroup2 cgroup2 "$new/sys/fs/cgroup" 2>/dev/null || say "no cgroup2 file system for the tests here"
compose_devices "$new"
compose_bind "$NSW_SOURCE" "$new"
compose_enter "$new" "$NSW_SOURCE"

# Only what is named here comes from outside: a test result must not depend on who runs it.
keep=()
for name in $(compgen -e); do
  case $name in
    TERM | CI | NSW_* | CTEST_* | *SAN_OPTIONS | QT_LOGGING_RULES) keep+=("$name=${!name}") ;;
  esac
done
exec setpriv --clear-groups env -i "${keep[@]}" HOME=/root USER=root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  bash "$NSW_LIB/session.sh" "$@"

#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# session.sh ARGS…: PID 1 of the isolation. Installs the build, starts the real system bus and polkit, runs ctest
# ARGS…, or a program of the build, NSW_INSTEAD.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$NSW_LIB/services.sh"
trap 'exit 130' INT TERM

build=$NSW_SOURCE/build/$NSW_PRESET
export NSW_ARTEFACTS=$build/artefacts NSW_TEST_ISOLATED=1 NSW_TEST_USER=nswuser NSW_TEST_OTHER=nswother
export XDG_RUNTIME_DIR=/run/user/0

ip link set lo up
add_user root 0
add_user "$NSW_TEST_USER" 23001
add_user "$NSW_TEST_OTHER" 23002
add_service_user sshd
may_read "$NSW_TEST_USER" "$NSW_SOURCE/CMakeLists.txt" "$build/CTestTestfile.cmake"
# Those of an earlier run would neither be told apart nor be writable for its other users.
rm -rf "$NSW_ARTEFACTS"
mkdir -p "$NSW_ARTEFACTS"
chmod 1777 "$NSW_ARTEFACTS"

cmake --install "$build" --prefix /usr >/tmp/install.log 2>&1 || {
  cat /tmp/install.log >&2
  die "the build cannot be installed"
}
own_setuid_programs
start_system_bus
start_polkit

status=0
cd "$NSW_SOURCE"
if [ -n "${NSW_INSTEAD:-}" ]; then
  NSW_SUPERVISOR=$build/helper/nsworkbench-supervisor NSW_CLI=$build/app/nsworkbench "$build/$NSW_INSTEAD" "$@" || status=$?
else
  ctest --preset "$NSW_PRESET" "$@" || status=$?
fi
chown -R --reference="$NSW_SOURCE" "$NSW_ARTEFACTS" "$build/Testing" 2>/dev/null || true
exit "$status"

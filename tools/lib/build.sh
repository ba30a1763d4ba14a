#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# build.sh PRESET [CMD…]: configures and builds PRESET inside the build environment, then becomes CMD.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

preset=$1
shift

cd "$NSW_SOURCE"
# The tests read the build as other users too.
umask 022
mkdir -p build
exec {lock}>"build/$preset.lock"
flock "$lock"

if command -v ccache >/dev/null; then
  # Without the directory in the hash a second clone profits from the first.
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_DIR=$NSW_CACHE/ccache CCACHE_MAXSIZE=2G \
    CCACHE_BASEDIR=$NSW_SOURCE CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
fi

if [ ! -e "build/$preset/build.ninja" ]; then
  say "configuring $preset"
  cmake --preset "$preset" >&2 </dev/null
fi
if [ -t 2 ]; then
  cmake --build --preset "$preset" >&2 </dev/null
else
  cmake --build --preset "$preset" </dev/null | sed -u '/^ninja: no work to do\.$/d; /Re-checking globbed directories/d' >&2
fi
exec {lock}>&-

[ $# -eq 0 ] && exit
cd "${NSW_DIRECTORY:-$NSW_SOURCE}"
exec "$@"

#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# clang-tidy over what the tidy preset compiles. Only generated sources are built: the rest is read, not compiled.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$NSW_LIB/lint.sh"

build=build/tidy
if [ ! -e "$build/build.ninja" ]; then
  # clang must understand the flags that clang-tidy reads from the compile commands.
  CXX=$(clang_tool clang++) cmake --preset tidy >&2
fi
mapfile -t generated < <(ninja -C "$build" -t targets all | sed -n 's/^\([^/:]*_autogen\): phony$/\1/p')
ninja -C "$build" build.ninja "${generated[@]}" >&2

sources="^$NSW_SOURCE/(app|core|helper|tests)/.*\\.cpp$"
"$(clang_tool run-clang-tidy)" -clang-tidy-binary "$(clang_tool clang-tidy)" -p "$build" -j "$(nproc)" -quiet "$sources" \
  2> >(grep -v ' warnings\? generated\.$' >&2)

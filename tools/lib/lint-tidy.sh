#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# clang-tidy over what the tidy preset compiles. Only generated sources are built: the rest is read, not compiled.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$NSW_LIB/lint.sh"

build=$NSW_SOURCE/build/tidy
if [ ! "$build/build.ninja" -nt CMakePresets.json ]; then
  # clang must understand the flags that clang-tidy reads from the compile commands.
  CXX=$(clang_tool clang++) cmake --preset tidy >&2
fi
ninja -C "$build" build.ninja >&2

mkdir -p "$NSW_CACHE/tidy"
find "$NSW_CACHE/tidy" -type f -mtime +30 -delete
CLANG_TIDY=$(clang_tool clang-tidy)
CLANG=$(clang_tool clang++)
export CLANG_TIDY CLANG
# Units, and the project's sources that are part of none; what is compiled without warnings (-w) is not read either,
# nor what is run by hand only (tools/lint tidy-all reads it).
mapfile -t sources < <(
  python3 - "$build/compile_commands.json" "$NSW_SOURCE" "${1:-}" <<'PYTHON'
import json, re, sys
files = {entry["file"] for entry in json.load(open(sys.argv[1])) if " -w " not in entry["command"]}
if not sys.argv[3]:
    files = {file for file in files if not re.search("/tests/(bench|fuzz|soak)/", file)}
units = {file for file in files if "/Unity/" in file}
in_units = {source for unit in units for source in re.findall('#include "(.*)"', open(unit).read())}
own = {file for file in files if re.match(re.escape(sys.argv[2]) + "/(app|core|helper|tests)/", file)}
print(*sorted(units | own - in_units), sep="\n")
PYTHON
)
# Tests that stand alone have generated sources of their own; the others are read together.
mapfile -t alone < <(printf '%s\n' "${sources[@]}" | sed -n 's|.*/\(tst_[a-z]*\)\.cpp$|\1_autogen|p')
mapfile -t generated < <(ninja -C "$build" -t targets all | sed -n '/^tst_/d; s/^\([^/:]*_autogen\): phony$/\1/p')
ninja -C "$build" "${generated[@]}" "${alone[@]}" >&2

say "clang-tidy for ${#sources[@]} files; those that passed before with the same content are not read again"
printf '%s\0' "${sources[@]}" | xargs -0 -n 1 -P "$(nproc)" bash "$NSW_LIB/lint-tidy-file.sh" "$build"

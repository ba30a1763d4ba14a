#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# fuzz.sh SECONDS [NAME…]: builds the fuzzer and runs it for each target, inside the build environment.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

seconds=$1
shift
build=$NSW_SOURCE/build/fuzz

# The fuzzer is a part of clang.
CXX=$(command -v clang++-19 || command -v clang++) || die "there is no clang++"
export CXX
bash "$NSW_LIB/build.sh" fuzz

cd "$NSW_SOURCE/tests/fuzz"
[ $# -gt 0 ] || set -- corpus/*/
mkdir -p "$build/findings"
started=$SECONDS
declare -A jobs
for name in "$@"; do
  name=$(basename "$name")
  [ -d "corpus/$name" ] || die "no such target: $name"
  # What a run learns helps the next one; the corpora of the project stay as they are.
  mkdir -p "$build/learned/$name" "regressions/$name"
  NSW_FUZZ=$name ASAN_OPTIONS=detect_leaks=0 "$build/tests/fuzz/nsw-fuzz" -max_total_time="$seconds" -timeout=10 \
    -rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 -dict=words.dict -artifact_prefix="$build/findings/$name-" \
    "$build/learned/$name" "corpus/$name" "regressions/$name" >"$build/$name.log" 2>&1 &
  jobs[$name]=$!
done

failed=()
for name in "${!jobs[@]}"; do
  if wait "${jobs[$name]}"; then
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/$name.log")
    say "$name: nothing in ${executions:-no} executions"
  else
    tail -n 40 "$build/$name.log" >&2
    failed+=("$name")
  fi
done
say "$((SECONDS - started)) s"
[ ${#failed[@]} -eq 0 ] || die "found something: ${failed[*]}. The inputs are in $build/findings; the reports in $build/NAME.log"

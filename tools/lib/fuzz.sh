#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# fuzz.sh one|release SECONDS [NAME…]: builds the fuzzer and runs it for each target, inside the build environment.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rounds=$1 seconds=$2
shift 2
build=$NSW_SOURCE/build/fuzz
record=$build/executions.log
enough_executions=1000000000
enough_seconds=$((24 * 3600))

# The fuzzer is a part of clang.
CXX=$(command -v clang++-19 || command -v clang++) || die "there is no clang++"
export CXX
bash "$NSW_LIB/build.sh" fuzz

cd "$NSW_SOURCE/tests/fuzz"
[ $# -gt 0 ] || set -- corpus/*/
targets=()
for name in "$@"; do
  name=$(basename "$name")
  [ -d "corpus/$name" ] || die "no such target: $name"
  targets+=("$name")
done
mkdir -p "$build/findings"

# What a run learns helps the next one; the corpora of the project stay as they are.
run_target() {
  local name=$1 status=0 TIMEFORMAT='%U %S'
  mkdir -p "$build/learned/$name" "regressions/$name"
  { time NSW_FUZZ=$name ASAN_OPTIONS=detect_leaks=0 "$build/tests/fuzz/nsw-fuzz" -max_total_time="$seconds" \
    -timeout=10 -rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 -dict=words.dict \
    -artifact_prefix="$build/findings/$name-" "$build/learned/$name" "corpus/$name" "regressions/$name" \
    >"$build/$name.log" 2>&1; } 2>"$build/$name.time" || status=$?
  return "$status"
}

# A line of the record: when, commit, target, executions, seconds of processor time.
note_target() {
  local name=$1 executions processor
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/$name.log")
  processor=$(awk 'END { printf "%.1f", $1 + $2 }' "$build/$name.time")
  printf '%s %s %s %s %s\n' "$(date -u +%FT%TZ)" "${NSW_COMMIT:-unknown}" "$name" "${executions:-0}" "$processor" >>"$record"
  printf '  %-14s %12s executions %8s s of processor time\n' "$name" "${executions:-no}" "$processor" >&2
}

run_round() {
  local name failed=() started=$SECONDS
  declare -A jobs
  for name in "${targets[@]}"; do
    run_target "$name" &
    jobs[$name]=$!
  done
  for name in "${targets[@]}"; do
    wait "${jobs[$name]}" || failed+=("$name")
  done
  say "${#targets[@]} targets, $((SECONDS - started)) s, $(nproc) processors:"
  for name in "${targets[@]}"; do note_target "$name"; done
  for name in "${failed[@]}"; do tail -n 40 "$build/$name.log" >&2; done
  [ ${#failed[@]} -eq 0 ] || die "found something: ${failed[*]}. The inputs are in $build/findings; the reports in $build/NAME.log"
}

# True when all rounds of this commit together are enough for a release.
is_enough() {
  local sums
  sums=$(awk -v commit="${NSW_COMMIT:-unknown}" -v executions="$enough_executions" -v seconds="$enough_seconds" '
    $2 == commit { e += $4; s += $5 }
    END { printf "%d executions, %.1f hours of processor time", e, s / 3600; exit !(e >= executions || s >= seconds) }' "$record") && {
    say "enough for a release: $sums"
    return
  }
  say "so far: $sums"
  return 1
}

run_round
[ "$rounds" = one ] && exit 0
until is_enough; do run_round; done

#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# lint-tidy-file.sh BUILD FILE: clang-tidy for one file, unless the very same text passed before.
set -euo pipefail

build=$1 file=$2
cd "$NSW_SOURCE"
started=$SECONDS

mapfile -d '' -t flags < <(
  python3 - "$build/compile_commands.json" "$file" <<'PYTHON'
import json, shlex, sys
entry = next(e for e in json.load(open(sys.argv[1])) if e["file"] == sys.argv[2])
words = iter(shlex.split(entry["command"])[1:])
for word in words:
    if word == "-o":
        next(words)
    elif word not in ("-c", entry["file"]):
        sys.stdout.write(word + "\0")
PYTHON
)
# What decides the verdict: the text with its comments (they can silence a check), the settings and the tool.
key=$(
  {
    "$CLANG" "${flags[@]}" -w -E -P -C "$file"
    printf '%s\n' "${flags[@]//$NSW_SOURCE/}" "${file#"$NSW_SOURCE"}"
    "$CLANG_TIDY" --version
    git -c safe.directory='*' ls-files -z -- '*.clang-tidy' | xargs -0 -r cat
  } | sha256sum | cut -d ' ' -f 1
)
passed=$NSW_CACHE/tidy/$key
if [ -e "$passed" ]; then
  touch "$passed"
  exit 0
fi

status=0
# A unity build is nothing but includes of sources.
checks=()
[[ $file != */Unity/* ]] || checks=(--checks=-bugprone-suspicious-include)
"$CLANG_TIDY" -p "$build" --quiet "${checks[@]}" "$file" 2> >(grep -v ' warnings\? generated\.$' >&2) || status=1
printf '%s: %d s%s\n' "${file#"$NSW_SOURCE"/}" $((SECONDS - started)) "$([ $status -eq 0 ] || echo ', FAILED')" >&2
[ $status -ne 0 ] || : >"$passed"
exit $status

# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# What the checks share: the files of the project, and the clang tools under either of their names.

cd "$NSW_SOURCE" || exit

# tracked PATTERN…: NUL-separated. The tree may belong to another user than the one who checks.
tracked() { git -c safe.directory='*' ls-files -z -- "$@"; }

# Everybody must see the same verdict: version 19 where the distribution keeps several.
clang_tool() { command -v "$1-19" || command -v "$1" || die "there is no $1"; }

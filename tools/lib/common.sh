# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# Sourced by every tool: where things are, and how to speak. Standard output belongs to the program that is run.

NSW_SOURCE=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
NSW_LIB=$NSW_SOURCE/tools/lib
NSW_CACHE=${NSW_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/nsworkbench}
# A normal user's PATH on Debian lacks the directories of pivot_root and useradd.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
export NSW_SOURCE NSW_LIB NSW_CACHE PATH

say() { printf '%s: %s\n' "${NSW_TOOL:-tools}" "$*" >&2; }

die() {
  say "$@"
  exit 1
}

is_root() { [ "$(id -u)" -eq 0 ]; }

#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$NSW_LIB/lint.sh"

{ grep -rlZ '^#!/bin/bash' tools .ci; printf '%s\0' tools/lib/*.sh; } | sort -zu |
  xargs -0 shellcheck --source-path=SCRIPTDIR --exclude=SC1090,SC1091

#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$NSW_LIB/lint.sh"

tracked '*.h' '*.cpp' | xargs -0 -r "$(clang_tool clang-format)" -i

#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# clang-tidy for what is run by hand, too: benches, fuzz targets, the soak.
exec bash "$NSW_LIB/lint-tidy.sh" all

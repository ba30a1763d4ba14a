#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# Runs inside the cached root: installs the named packages, after finishing what an interruption left.
set -euo pipefail

export DEBIAN_FRONTEND=noninteractive
printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
chmod 755 /usr/sbin/policy-rc.d
dpkg --configure -a
apt-get -qq update
apt-get -q -y --no-install-recommends -o Dpkg::Use-Pty=0 -o APT::Keep-Downloaded-Packages=false install "$@" |
  grep --line-buffered -vE '^(Selecting|Preparing|Unpacking|\(Reading|[^ ]+ is already)'
apt-get clean

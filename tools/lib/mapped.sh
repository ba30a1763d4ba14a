#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# mapped.sh CMD…: becomes CMD as root of a new user namespace, with the caller's subordinate ids mapped.
# By hand, since unshare learnt --map-auto only with util-linux 2.38. The mapper must stay outside the namespace.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$NSW_LIB/userns.sh"

pipes=$(mktemp -d)
mkfifo "$pipes/ask" "$pipes/go"
exec {ask}<>"$pipes/ask" {go}<>"$pipes/go"
rm -r "$pipes"

# Forked twice, so that CMD does not find itself with a child.
( (
  read -r pid <&"$ask"
  newuidmap "$pid" 0 "$(id -u)" 1 1 "$(subordinate_first /etc/subuid)" 65535 &&
    newgidmap "$pid" 0 "$(id -g)" 1 1 "$(subordinate_first /etc/subgid)" 65535 &&
    echo mapped >&"$go" || echo failed >&"$go"
) </dev/null >/dev/null &)

# shellcheck disable=SC2016 # expanded inside
exec unshare --user bash -c '
  echo $$ >&"$1"
  read -r answer <&"$2"
  [ "$answer" = mapped ] || exit 125
  eval "exec $1>&- $2>&-"
  shift 2
  exec "$@"
' mapped "$ask" "$go" "$@"

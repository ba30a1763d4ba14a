# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# A build made in the cached root, started on the machine itself: copies of the programs name the root's loader and
# libraries, so that nothing has to be entered, and "outside" is the machine as it is, its mounts and users included.

# Inside the root: the libraries that PROGRAM needs, however indirectly.
libraries_of() {
  ldd "$1" | sed -n 's/.* => \(\/.*\) (.*/\1/p' | xargs realpath -s | sed 's,^/lib/,/usr/lib/,'
}

# Inside the root: make_native PRESET
make_native() {
  local build=$NSW_SOURCE/build/$1 native=$NSW_SOURCE/build/$1/native program copy libraries path library
  local -a needed
  libraries=$NSW_ROOT/usr/lib/$(gcc -print-multiarch)
  for program in app/nsworkbench helper/nsworkbench-supervisor; do
    copy=$native/$program
    [ "$copy" -nt "$build/$program" ] && [ "$copy" -nt "${BASH_SOURCE[0]}" ] && continue
    mkdir -p "${copy%/*}"
    cp "$build/$program" "$copy.new"
    # A library with a DT_RUNPATH, which is a path of the root, finds what it needs on the machine, or not at all. What
    # the program itself asks for is there before.
    path=$libraries needed=()
    for library in $(libraries_of "$build/$program"); do
      needed+=(--add-needed "${library##*/}")
      [[ :$path: == *":$NSW_ROOT${library%/*}:"* ]] || path+=:$NSW_ROOT${library%/*}
    done
    # DT_RPATH, not DT_RUNPATH: it also holds for what the libraries themselves need.
    patchelf --set-interpreter "$NSW_ROOT$(patchelf --print-interpreter "$build/$program")" \
      "${needed[@]}" --force-rpath --set-rpath "$path" "$copy.new"
    mv "$copy.new" "$copy"
  done
  printf '[Paths]\nPrefix=%s\nPlugins=%s\nTranslations=%s\n' "$NSW_ROOT/usr" "$libraries/qt6/plugins" \
    "$NSW_ROOT/usr/share/qt6/translations" >"$native/app/qt.conf"
  cat >"$native/fonts.conf" <<FONTS
<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <include ignore_missing="yes">$NSW_ROOT/etc/fonts/fonts.conf</include>
  <dir>$NSW_ROOT/usr/share/fonts</dir>
</fontconfig>
FONTS
}

# On the machine: start_native PRESET ARGS…
start_native() {
  local native=$NSW_SOURCE/build/$1/native
  shift
  export FONTCONFIG_FILE=$native/fonts.conf
  [ -d /usr/share/X11/xkb ] || export XKB_CONFIG_ROOT=$NSW_ROOT/usr/share/X11/xkb
  exec "$native/app/nsworkbench" "$@"
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  set -euo pipefail
  make_native "$@"
fi

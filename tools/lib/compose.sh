# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# Puts a root file system together in a mount namespace of one's own, below a directory that nobody else sees.

# The directories that come from the system that is entered; all others are the machine's.
SYSTEM_DIRECTORIES=(bin sbin lib lib32 lib64 libx32 usr etc var)

# Unbindable, so that a recursive bind of the directory around it leaves the half-made root out.
compose_empty() {
  mkdir -p "$1"
  mount -t tmpfs -o mode=755 nsw "$1"
  mount --make-unbindable "$1"
  mkdir "$1/.old"
}

compose_system() {
  local root=$1 new=$2 name
  for name in "${SYSTEM_DIRECTORIES[@]}"; do
    if [ -L "$root/$name" ]; then
      cp -P "$root/$name" "$new/$name"
    elif [ -d "$root/$name" ]; then
      mkdir "$new/$name" && mount --bind "$root/$name" "$new/$name"
    fi
  done
}

compose_machine() {
  local new=$1 name
  for name in proc sys dev; do
    mkdir "$new/$name" && mount --rbind "/$name" "$new/$name"
  done
}

compose_fresh() {
  local new=$1 name
  shift
  for name in "$@"; do
    mkdir -p "$new/$name" && mount -t tmpfs -o mode="$([ "$name" = tmp ] && echo 1777 || echo 755)" "$name" "$new/$name"
  done
}

compose_bind() {
  local path=$1 new=$2
  mkdir -p "$new$path" && mount --rbind "$path" "$new$path"
}

compose_bind_file() {
  local path=$1 new=$2 target
  [ -e "$path" ] || return 0
  [ -e "$new$path" ] || [ -L "$new$path" ] || : >"$new$path"
  target=$(readlink -m "$new$path")
  # A link such as localtime → /usr/share/zoneinfo/… already leads into the entered system or to the machine's /run.
  case $target in
    "$new"/*) mount --bind "$path" "$target" ;;
  esac
}

compose_rest_of_machine() {
  local new=$1 path
  for path in /*; do
    if [ -d "$path" ] && [ ! -L "$path" ] && [ ! -e "$new$path" ] && [ "$path" != /lost+found ]; then
      compose_bind "$path" "$new"
    fi
  done
}

compose_enter() {
  local new=$1 directory=$2
  cd "$new" || return
  pivot_root . .old
  cd / || return
  mount --make-private /
  umount -l /.old
  rmdir /.old
  cd "$directory" 2>/dev/null || cd /
}

# Variables that point at the machine's own libraries, and a PATH without its private tool directories.
clean_environment() {
  unset LD_LIBRARY_PATH LD_PRELOAD QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH CMAKE_PREFIX_PATH PKG_CONFIG_PATH
  export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX) export LANG=C.UTF-8 && unset LC_ALL LC_CTYPE ;;
  esac
}

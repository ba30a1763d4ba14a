# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# Writable system directories for the isolation: overlays whose upper layer lies in memory and ends with it.

compose_overlays() {
  local lower=$1 new=$2 name layers=$2/.layers
  mkdir "$layers"
  mount -t tmpfs -o mode=755 layers "$layers"
  for name in "${SYSTEM_DIRECTORIES[@]}"; do
    if [ -L "$lower/$name" ]; then
      cp -P "$lower/$name" "$new/$name"
    elif [ -d "$lower/$name" ]; then
      mkdir -p "$new/$name"
      if [ "$(stat -c %u "$lower/$name")" = 0 ]; then
        compose_overlay "$lower/$name" "$layers/$name" "$new/$name"
      else
        compose_foreign "$lower/$name" "$layers/$name" "$new/$name"
      fi
    fi
  done
  umount -l "$layers"
  rmdir "$layers"
}

compose_overlay() {
  local lower=$1 layer=$2 target=$3 options
  mkdir -p "$layer/upper" "$layer/work"
  chmod 755 "$layer/upper"
  options=lowerdir=$lower,upperdir=$layer/upper,workdir=$layer/work
  # userxattr is what a user namespace wants, and needs Linux 5.11 (6.6 on tmpfs); without it nothing here misses it.
  mount -t overlay -o "$options,userxattr" overlay "$target" 2>/dev/null ||
    mount -t overlay -o "$options" overlay "$target" 2>/dev/null ||
    die "no overlay over $lower. As a normal user this needs Linux 5.11 and nothing mounted below it"
}

# The system of a native machine as a normal user has it: its owner is not mapped here, so that its files can be read
# but not changed, and parts of it not even read.
compose_foreign() {
  local lower=$1 layer=$2 target=$3
  case $lower in
    /etc) cp -dR --preserve=mode,links /etc/. "$target" 2>/dev/null || true ;;
    /var)
      mkdir -p "$target"/{cache,lib/dbus,lib/polkit-1,log,spool}
      mkdir -m 1777 "$target/tmp"
      ln -s /run "$target/run"
      ;;
    *)
      # The upper layer decides who owns merged directories. Four levels hold all that an installation writes to.
      mkdir -p "$layer/upper"
      { find "$lower" -mindepth 1 -maxdepth 4 -type d -printf '%P\0' 2>/dev/null || true; } |
        (cd "$layer/upper" && xargs -0 -r mkdir -p)
      compose_overlay "$lower" "$layer" "$target"
      ;;
  esac
}

compose_devices() {
  local dev=$1/dev name
  mkdir "$dev"
  mount -t tmpfs -o mode=755 dev "$dev"
  for name in null zero full random urandom tty fuse net/tun; do
    if [ -e "/dev/$name" ]; then
      mkdir -p "$(dirname "$dev/$name")"
      : >"$dev/$name"
      mount --bind "/dev/$name" "$dev/$name"
    fi
  done
  mkdir "$dev/pts" "$dev/shm" "$dev/mqueue"
  mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$dev/pts"
  mount -t tmpfs -o mode=1777 shm "$dev/shm"
  mount -t mqueue mqueue "$dev/mqueue"
  ln -s pts/ptmx "$dev/ptmx"
  ln -s /proc/self/fd "$dev/fd"
  ln -s /proc/self/fd/0 "$dev/stdin"
  ln -s /proc/self/fd/1 "$dev/stdout"
  ln -s /proc/self/fd/2 "$dev/stderr"
}

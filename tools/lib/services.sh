# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# The accounts and services of the isolation.

# Plain lines, since useradd needs a shadow file that a normal user's isolation cannot write everywhere.
add_user() {
  local name=$1 id=$2
  if ! getent passwd "$name" >/dev/null; then
    echo "$name:*:$id:$id::/home/$name:/bin/bash" >>/etc/passwd
    echo "$name:*:$id:" >>/etc/group
    # Within the 65536 ids that exist in a normal user's isolation.
    echo "$name:$((30000 + (id - 23000) * 1000)):1000" | tee -a /etc/subuid >>/etc/subgid
    mkdir -p "/home/$name"
    chown "$id:$id" "/home/$name"
  fi
  mkdir -p "/run/user/$id"
  chmod 700 "/run/user/$id"
  chown "$id:$id" "/run/user/$id"
}

# Where a package was unpacked and not set up, its account is missing.
add_service_user() {
  getent passwd "$1" >/dev/null || echo "$1:*:999:65534::/run/$1:/usr/sbin/nologin" >>/etc/passwd
}

may_read() {
  local user=$1 file
  shift
  for file in "$@"; do
    setpriv --reuid "$user" --regid "$user" --clear-groups test -r "$file" ||
      die "the tests run as other users too, and those cannot read $file. Please do, once: chmod -R go+rX $NSW_SOURCE"
  done
}

start_system_bus() {
  mkdir -p /run/dbus
  dbus-uuidgen --ensure=/etc/machine-id
  dbus-daemon --system --fork
}

bus_group() { getent group messagebus dbus | head -n 1 | cut -d: -f1; }

# A set-user-id file of an unmapped owner gives no rights in a normal user's isolation; a copy of it does.
own_setuid_programs() {
  local program
  for program in /usr/lib/dbus-1.0/dbus-daemon-launch-helper /usr/libexec/dbus-1/dbus-daemon-launch-helper \
    /usr/lib/dbus-daemon-launch-helper; do
    own_setuid "$program" "$(bus_group)" 4750
  done
  for program in newuidmap newgidmap su; do
    own_setuid "/usr/bin/$program" root 4755
  done
}

own_setuid() {
  local program=$1 group=$2 mode=$3
  if [ -e "$program" ] && [ "$(stat -c %u "$program")" != 0 ]; then
    cp "$program" "$program.own"
    chown "root:$group" "$program.own"
    chmod "$mode" "$program.own"
    mv -f "$program.own" "$program"
  fi
}

start_polkit() {
  local daemon rules=/etc/polkit-1/rules.d
  mkdir -p "$rules"
  # polkitd reads it as a user of its own, whose group may not be the directory's here.
  chmod 755 "$rules"
  cat >"$rules/00-nsworkbench-tests.rules" <<RULE
polkit.addRule(function(action, subject) {
    if (action.id.indexOf("org.nsworkbench.helper.") !== 0) return polkit.Result.NOT_HANDLED;
    if (subject.user === "$NSW_TEST_USER") return polkit.Result.YES;
    if (subject.user === "$NSW_TEST_OTHER") return polkit.Result.NO;
    return polkit.Result.NOT_HANDLED;
});
RULE
  for daemon in /usr/lib/polkit-1/polkitd /usr/libexec/polkitd; do
    if [ -x "$daemon" ]; then
      "$daemon" --no-debug </dev/null >/tmp/polkitd.log 2>&1 &
      gdbus wait --system --timeout 30 org.freedesktop.PolicyKit1 && return
      cat /tmp/polkitd.log >&2
      die "polkitd did not come up"
    fi
  done
  die "there is no polkitd"
}

# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# Package names per family and profile. Debian's are those of the cached root too.
#   build  to compile and run      test  what the tests need on top      lint  what style checks need on top

packages_debian() {
  case $1 in
    build) echo cmake ninja-build g++ pkgconf ccache \
      qt6-base-dev qt6-base-dev-tools qt6-charts-dev qt6-svg-dev qt6-svg-plugins qt6-wayland \
      qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n \
      extra-cmake-modules libkf6auth-dev libkf6auth-dev-bin libkf6archive-dev libkf6syntaxhighlighting-dev \
      libqtermwidget-dev libutf8proc-dev \
      libnl-3-dev libnl-route-3-dev libcap-dev libseccomp-dev libnftables-dev libmount-dev libvalijson-dev \
      libxcb-cursor0 fonts-dejavu-core fonts-noto-cjk ca-certificates \
      dbus polkitd iproute2 util-linux procps hostname patchelf ;;
    test) echo libbenchmark-dev dbus-daemon libglib2.0-bin xvfb xauth x11-utils xdotool imagemagick \
      strace uidmap sudo jq python3-minimal appstream desktop-file-utils nftables iputils-ping libcap2-bin \
      openssh-client openssh-server bubblewrap crun systemd-container golang-go vim-tiny htop ;;
    lint) echo clang-19 clang-format-19 clang-tidy-19 libclang-rt-19-dev clang-tools-19 git python3-yaml shellcheck ;;
  esac
}

# Ubuntu names one library after its version.
packages_ubuntu() { packages_debian "$1" | sed 's/\blibqtermwidget-dev\b/libqtermwidget6-2-dev/'; }

packages_fedora() {
  case $1 in
    build) echo cmake ninja-build gcc-c++ pkgconf-pkg-config ccache \
      qt6-qtbase-devel qt6-qtcharts-devel qt6-qtsvg-devel qt6-qtwayland qt6-qttools-devel qt6-linguist qt6-qttranslations \
      extra-cmake-modules kf6-kauth-devel kf6-karchive-devel kf6-syntax-highlighting-devel \
      qtermwidget-devel utf8proc-devel \
      libnl3-devel libcap-devel libseccomp-devel nftables-devel libmount-devel valijson-devel \
      xcb-util-cursor dejavu-sans-fonts google-noto-sans-cjk-fonts ca-certificates \
      dbus-daemon polkit iproute util-linux procps-ng hostname ;;
    test) echo google-benchmark-devel glib2 xorg-x11-server-Xvfb xorg-x11-xauth xwininfo xdotool ImageMagick libasan libubsan \
      strace shadow-utils sudo jq appstream desktop-file-utils nftables iputils libcap \
      openssh-clients openssh-server bubblewrap crun systemd-container golang vim-minimal htop ;;
    lint) echo clang clang-tools-extra compiler-rt git-core python3-pyyaml ShellCheck ;;
  esac
}

packages_arch() {
  case $1 in
    build) echo cmake ninja gcc pkgconf ccache \
      qt6-base qt6-charts qt6-svg qt6-wayland qt6-tools qt6-translations \
      extra-cmake-modules kauth karchive syntax-highlighting \
      qtermwidget libutf8proc \
      libnl libcap libseccomp nftables util-linux-libs \
      xcb-util-cursor ttf-dejavu noto-fonts-cjk ca-certificates \
      dbus polkit iproute2 util-linux procps-ng inetutils ;;
    test) echo benchmark glib2 xorg-server-xvfb xorg-xauth xorg-xwininfo xdotool imagemagick \
      strace shadow sudo jq appstream desktop-file-utils nftables iputils libcap \
      openssh bubblewrap crun go vim htop ;;
    lint) echo clang compiler-rt git python-yaml shellcheck ;;
  esac
}

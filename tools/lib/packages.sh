# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Namespace Workbench contributors

# Package names per family and profile. "debian" names are also Ubuntu's and those of the cached root.
# build: compile and run.  test: what the tests need on top.  lint: what the style and leak checks need on top.

packages_debian() {
  case $1 in
    build) echo cmake ninja-build g++ pkgconf ccache \
      qt6-base-dev qt6-base-dev-tools qt6-charts-dev qt6-svg-dev qt6-svg-plugins qt6-wayland \
      qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n \
      extra-cmake-modules libkf6auth-dev libkf6auth-dev-bin \
      libqtermwidget-dev libutf8proc-dev \
      libnl-3-dev libnl-route-3-dev libcap-dev libseccomp-dev libmount-dev libvalijson-dev \
      libxcb-cursor0 fonts-dejavu-core fonts-noto-cjk ca-certificates \
      dbus polkitd iproute2 util-linux procps hostname ;;
    test) echo libbenchmark-dev dbus-daemon libglib2.0-bin xvfb xauth x11-utils xdotool imagemagick \
      strace uidmap sudo jq python3-minimal appstream desktop-file-utils nftables iputils-ping ;;
    lint) echo clang-19 clang-format-19 clang-tidy-19 libclang-rt-19-dev clang-tools-19 git python3-yaml ;;
  esac
}

// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/terminalkeys.h"

#include <algorithm>
#include <array>

namespace nsw
{

namespace
{

struct NamedKey {
    int key = 0;
    const char *bytes = nullptr; ///< after ESC
};

/** Keys whose second byte tells the mode: "[" or "O". */
constexpr std::array kCursorKeys{
    NamedKey{.key = Qt::Key_Up, .bytes = "A"},
    NamedKey{.key = Qt::Key_Down, .bytes = "B"},
    NamedKey{.key = Qt::Key_Right, .bytes = "C"},
    NamedKey{.key = Qt::Key_Left, .bytes = "D"},
    NamedKey{.key = Qt::Key_Home, .bytes = "H"},
    NamedKey{.key = Qt::Key_End, .bytes = "F"},
};

constexpr std::array kOtherKeys{
    NamedKey{.key = Qt::Key_Insert, .bytes = "[2~"},
    NamedKey{.key = Qt::Key_Delete, .bytes = "[3~"},
    NamedKey{.key = Qt::Key_PageUp, .bytes = "[5~"},
    NamedKey{.key = Qt::Key_PageDown, .bytes = "[6~"},
    NamedKey{.key = Qt::Key_F1, .bytes = "OP"},
    NamedKey{.key = Qt::Key_F2, .bytes = "OQ"},
    NamedKey{.key = Qt::Key_F3, .bytes = "OR"},
    NamedKey{.key = Qt::Key_F4, .bytes = "OS"},
    NamedKey{.key = Qt::Key_F5, .bytes = "[15~"},
    NamedKey{.key = Qt::Key_F6, .bytes = "[17~"},
    NamedKey{.key = Qt::Key_F7, .bytes = "[18~"},
    NamedKey{.key = Qt::Key_F8, .bytes = "[19~"},
    NamedKey{.key = Qt::Key_F9, .bytes = "[20~"},
    NamedKey{.key = Qt::Key_F10, .bytes = "[21~"},
    NamedKey{.key = Qt::Key_Backtab, .bytes = "[Z"},
};

} // namespace

QByteArray bytesOfKey(int key, Qt::KeyboardModifiers modifiers, bool application)
{
    modifiers &= ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers != Qt::NoModifier) {
        return {};
    }
    if (key == Qt::Key_Backspace) {
        return "\x7f";
    }
    const auto *const cursor = std::ranges::find(kCursorKeys, key, &NamedKey::key);
    if (cursor != kCursorKeys.end()) {
        return QByteArray(application ? "\x1bO" : "\x1b[").append(cursor->bytes);
    }
    const auto *const other = std::ranges::find(kOtherKeys, key, &NamedKey::key);
    return other == kOtherKeys.end() ? QByteArray() : QByteArray("\x1b").append(other->bytes);
}

bool isApplicationMode(const QByteArray &shown, bool before)
{
    const qsizetype on = shown.lastIndexOf("\x1b[?1h");
    const qsizetype off = shown.lastIndexOf("\x1b[?1l");
    return on == off ? before : on > off;
}

} // namespace nsw

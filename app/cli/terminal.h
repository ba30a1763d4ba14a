// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace nsw::cli
{

/** Where a standard stream is closed, whatever is opened next would take its place. */
void holdStandardStreams();

/** All of it, or false when nobody reads any more. */
bool writeAll(int fd, QByteArrayView bytes);
bool writeOut(const QString &text);
/** What became of standard output, but for nobody reading it: an errno, or 0. */
int outputError();
/** Whoever does not read the standard error is not told of it. */
void writeError(const QString &text);

/** Columns of the terminal behind standard output; 100 where there is none. */
int terminalWidth();

/** Standard output is a terminal, and NO_COLOR (no-color.org) does not say otherwise. */
bool wantsColour();

/** Columns that the text takes: two for a Chinese character. */
int displayWidth(const QString &text);

/** Filled up with spaces to a width, or cut there with "…". */
QString fitted(const QString &text, int width);

} // namespace nsw::cli

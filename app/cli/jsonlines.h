// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"

#include <QByteArray>
#include <QStringDecoder>

namespace nsw::cli
{

/**
 * Events as JSON, one per line. What a command writes comes in pieces of any size; a character that
 * is cut by the end of a piece is held back until the rest of it is there.
 */
class JsonLines
{
public:
    /** With the line breaks; nothing for an event that is not printed. */
    QByteArray lines(const Event &event);

private:
    QByteArray output(const OutputEvent &event);
    QByteArray rest(const QString &container, Stream stream);

    QStringDecoder m_stdout{QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom};
    QStringDecoder m_stderr{QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom};
};

/** Any value as one line. */
QByteArray jsonLine(const QCborValue &value);

} // namespace nsw::cli

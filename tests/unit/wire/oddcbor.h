// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCborValue>

QT_BEGIN_NAMESPACE
class QRandomGenerator;
QT_END_NAMESPACE

namespace nsw::test
{

/** The same with the keys of every map in another order. */
QCborValue shuffled(const QCborValue &value, QRandomGenerator &random);

/**
 * The same value as nobody writes it, but may: lengths with more bytes than they need, containers
 * without a length, strings in chunks.
 */
QByteArray oddCbor(const QCborValue &value, QRandomGenerator &random);

} // namespace nsw::test

// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/mainwindow.h"

#include <QFont>
#include <QString>

#include <functional>
#include <memory>

class QTranslator;

namespace nsw
{

/** A window with the sample session, shown and laid out. */
std::unique_ptr<MainWindow> stillWindow(QSize size, const SessionState &state);

/** What depends on a width settles in events that the layout brings about, and these in others. */
void settle();

/** Every card, each page of it, every page below: `visit` is called with a name for what is seen.
 */
void lookEverywhere(MainWindow &window, const std::function<void(const QString &)> &visit);

/** The program's words in that language, as long as this lives. */
class Speaking
{
public:
    explicit Speaking(const QString &language);
    Speaking(const Speaking &) = delete;
    Speaking &operator=(const Speaking &) = delete;
    Speaking(Speaking &&) = delete;
    Speaking &operator=(Speaking &&) = delete;
    ~Speaking();

private:
    std::unique_ptr<QTranslator> m_words;
};

/** Every visible text of a label, button or title that its rectangle cuts off, as sentences. */
QStringList clippedTexts(const QWidget *window);

} // namespace nsw

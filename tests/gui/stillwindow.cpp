// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/stillwindow.h"

#include "app/panels/cardspanel.h"
#include "app/panels/chartspanel.h"
#include "app/panels/facetdetail.h"
#include "app/panels/stepspanel.h"
#include "tests/gui/samplestate.h"

#include <QAbstractButton>
#include <QApplication>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QTranslator>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

QString named(const QWidget *widget, const QString &text)
{
    return u"%1 %2 “%3” in %4×%5, wants %6×%7"_s
        .arg(QString::fromLatin1(widget->metaObject()->className()),
             widget->objectName(),
             text.left(40))
        .arg(widget->width())
        .arg(widget->height())
        .arg(widget->minimumSizeHint().width())
        .arg(widget->minimumSizeHint().height());
}

QSize neededBy(const QLabel &label)
{
    const QSize room = label.contentsRect().size();
    if (!label.wordWrap()) {
        return label.fontMetrics().size(Qt::TextShowMnemonic, label.text());
    }
    return label.fontMetrics()
        .boundingRect(QRect(0, 0, room.width(), 1 << 20), int(Qt::TextWordWrap), label.text())
        .size();
}

bool fits(const QSize &needed, const QSize &room)
{
    return needed.width() <= room.width() && needed.height() <= room.height();
}

bool isCut(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        return !label->text().isEmpty() && !fits(neededBy(*label), label->contentsRect().size());
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        // What it has above and below its text may go: a corner is as high as the tabs.
        const QSize needed(
            button->minimumSizeHint().width(),
            std::min(button->minimumSizeHint().height(), button->fontMetrics().height()));
        return !button->text().isEmpty() && !fits(needed, button->size());
    }
    if (const auto *group = qobject_cast<const QGroupBox *>(&widget)) {
        return group->minimumSizeHint().width() > group->width();
    }
    return false;
}

QString textOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        return label->text();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        return button->text();
    }
    return widget.windowTitle();
}

/** It, or a part of it, lies where no scroll bar leads. */
bool isOutOfReach(const QWidget &widget)
{
    for (const QWidget *above = widget.parentWidget(); above != nullptr && !above->isWindow();
         above = above->parentWidget()) {
        const auto *scroll = qobject_cast<const QAbstractScrollArea *>(above->parentWidget());
        if (scroll != nullptr && scroll->viewport() == above
            && scroll->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff) {
            return false;
        }
        const QPoint at = widget.mapTo(above, QPoint());
        if (at.x() < 0 || at.x() + widget.width() > above->width()) {
            return true;
        }
    }
    return false;
}

QStringList cutHeaders(const QHeaderView &header)
{
    QStringList cut;
    for (int section = 0; section < header.count(); ++section) {
        const QString text = header.model()->headerData(section, header.orientation()).toString();
        if (!header.isSectionHidden(section)
            && header.fontMetrics().horizontalAdvance(text) > header.sectionSize(section)) {
            cut << named(&header, text) + u", section %1"_s.arg(header.sectionSize(section));
        }
    }
    return cut;
}

} // namespace

void settle()
{
    constexpr int kRounds = 6;
    for (int round = 0; round < kRounds; ++round) {
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QApplication::processEvents();
    }
}

std::unique_ptr<MainWindow> stillWindow(QSize size, const SessionState &state)
{
    auto window = std::make_unique<MainWindow>(MainWindow::Mode::Still);
    window->showStill(sampleConfiguration(), state);
    window->resize(size);
    window->show();
    settle();
    return window;
}

void lookEverywhere(MainWindow &window, const std::function<void(const QString &)> &visit)
{
    const auto turn = [&](QTabWidget *pages, const QString &name) {
        for (int i = 0; i < pages->count(); ++i) {
            pages->setCurrentIndex(i);
            settle();
            visit(name + u'-' + QString::number(i));
        }
        pages->setCurrentIndex(0);
    };
    settle();
    visit(u"cards"_s);
    for (const FacetKind kind : kCardFacets) {
        window.cards()->openCard(kind);
        turn(window.cards()->detail()->pages(), nameOf(kind));
    }
    window.cards()->closeCard();
    turn(window.steps()->findChild<QTabWidget *>(), u"below"_s);
    window.steps()->showPage(window.charts());
    turn(window.charts()->findChild<QTabWidget *>(), u"chart"_s);
    window.steps()->showSteps();
}

Speaking::Speaking(const QString &language)
    : m_words(std::make_unique<QTranslator>())
{
    if (m_words->load(u":/i18n/nsworkbench_%1.qm"_s.arg(language))) {
        QApplication::installTranslator(m_words.get());
    }
}

Speaking::~Speaking()
{
    QApplication::removeTranslator(m_words.get());
}

QStringList clippedTexts(const QWidget *window)
{
    QStringList cut;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible()) {
            continue;
        }
        const QString text = textOf(*widget);
        if (isCut(*widget)) {
            cut << named(widget, text);
        } else if (!text.isEmpty() && isOutOfReach(*widget)) {
            cut << named(widget, text) + u", out of reach"_s;
        }
        const auto *header = qobject_cast<const QHeaderView *>(widget);
        if (header != nullptr && header->orientation() == Qt::Horizontal) {
            cut << cutHeaders(*header);
        }
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget);
            tabs != nullptr && tabs->minimumSizeHint().height() > tabs->height()) {
            cut << named(widget, tabs->tabText(0));
        }
    }
    return cut;
}

} // namespace nsw

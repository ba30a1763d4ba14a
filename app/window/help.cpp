// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/help.h"

#include "app/panels/icons.h"
#include "app/text/about.h"
#include "app/text/language.h"
#include "app/text/words.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

struct Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

void showPage(QWidget *window, const QString &title, const QString &html)
{
    auto *dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"help-page"_s);
    dialog->setWindowTitle(title);
    auto *text = new QTextBrowser;
    text->setHtml(html);
    text->setFrameShape(QFrame::NoFrame);
    text->setAccessibleName(title);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    const int em = dialog->fontMetrics().height();
    dialog->resize(em * 40, em * 32);
    dialog->show();
}

QString row(const QString &left, const QString &right)
{
    return u"<tr><td style='padding:3px 18px 3px 0'>"_s + left
        + u"</td><td style='padding:3px 0'>"_s + right + u"</td></tr>"_s;
}

void showShortcuts(QWidget *window)
{
    QString html = u"<h2>"_s + Help::tr("Keyboard shortcuts") + u"</h2><table>"_s;
    QStringList keys; // Every table has a key that copies.
    for (const QAction *action : window->findChildren<QAction *>()) {
        if (!action->shortcut().isEmpty() && !keys.contains(action->shortcut().toString())) {
            keys << action->shortcut().toString();
            html += row(u"<b>"_s
                            + action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped()
                            + u"</b>"_s,
                        words::withoutMnemonic(action->text()).toHtmlEscaped());
        }
    }
    html += row(u"<b>Tab</b>"_s, Help::tr("To the next field or card"));
    html += row(u"<b>Space</b>"_s, Help::tr("Tick, or open a card"));
    html += row(u"<b>Esc</b>"_s, Help::tr("Back from a card, close a message"));
    html += row(u"<b>Shift+F10</b>"_s, Help::tr("Copy, sort, choose columns of a table"));
    html += row(u"<b>← →</b>"_s, Help::tr("Fold and unfold a row of a tree, at its name"));
    html += row(u"<b>*</b>"_s, Help::tr("Unfold all of a tree"));
    showPage(window, Help::tr("Keyboard shortcuts"), html + u"</table>"_s);
}

void showAbout(QWidget *window)
{
    QMessageBox box(window);
    box.setWindowTitle(Help::tr("About Namespace Workbench"));
    const int edge = 4 * iconEdge(window);
    box.setIconPixmap(QIcon(u":/icons/nsworkbench.svg"_s).pixmap(edge, edge));
    box.setText(u"<h3>%1 %2</h3>"_s.arg(QGuiApplication::applicationDisplayName(),
                                        QCoreApplication::applicationVersion()));
    box.setInformativeText(
        Help::tr("See, make and understand Linux namespaces.\n\n"
                 "Free software under the GNU General Public License, version 3 or later."));
    box.exec();
}

} // namespace

void showNamespaces(QWidget *window)
{
    QString html
        = u"<h2>"_s + Help::tr("What is a namespace?") + u"</h2><p>"_s
        + Help::tr("A process sees a machine: its name, its users, its files, its network. Linux "
                   "can give a "
                   "process another view of one of these things than the others have. Such a view "
                   "is called "
                   "a namespace. There are eight kinds, and every process is in one of each.")
        + u"</p><p>"_s
        + Help::tr("A container is nothing but a process in namespaces of its own. There is no "
                   "thing called "
                   "“container” in the kernel: tick some kinds here and you have made one.")
        + u"</p><p>"_s
        + Help::tr(
              "Each namespace has a number. Two processes with the same number of a kind share it; "
              "what one changes the other sees. The cards compare the numbers for you.")
        + u"</p><table>"_s;
    for (const NsKind kind : kAllKinds) {
        html += row(
            u"<b>"_s + words::kindName(kind).toHtmlEscaped() + u"</b><br><code>"_s
                + infoOf(kind).flagName + u"</code>"_s,
            words::kindPurpose(kind).toHtmlEscaped() + u"<br><i>"_s
                + Help::tr("Since Linux %1, %2").arg(infoOf(kind).since, infoOf(kind).manPage)
                + u"</i>"_s);
    }
    showPage(window, Help::tr("What is a namespace?"), html + u"</table>"_s);
}

void showExplanation(QWidget *window, FacetKind kind)
{
    const FacetExplanation about = explanationOf(kind);
    const auto part = [](const QString &heading, const QString &text) {
        return u"<h3>"_s + heading + u"</h3><p>"_s + text.toHtmlEscaped() + u"</p>"_s;
    };
    QString html = u"<h2>"_s + words::facetName(kind).toHtmlEscaped() + u"</h2>"_s
        + part(Help::tr("What it isolates"), about.isolates)
        + part(Help::tr("What it does not"), about.keeps)
        + part(Help::tr("Since when"), about.since) + u"<h3>"_s + Help::tr("Where to read on")
        + u"</h3><p>"_s;
    QStringList pages;
    for (const QString &page : about.manPages) {
        pages << u"<code>man %1 %2</code>"_s.arg(page.section(u'(', 1).chopped(1),
                                                 page.section(u'(', 0, 0).toHtmlEscaped());
    }
    showPage(window, words::facetName(kind), html + pages.join(u"<br>"_s) + u"</p>"_s);
}

void fillHelpMenu(QMenu *menu, QWidget *window)
{
    QAction *what = menu->addAction(
        Help::tr("&What is a namespace?"), window, [window] { showNamespaces(window); });
    what->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F1));
    QAction *keys = menu->addAction(
        Help::tr("&Keyboard shortcuts"), window, [window] { showShortcuts(window); });
    keys->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Question));
    menu->addSeparator();
    menu->addAction(
        Help::tr("&About Namespace Workbench"), window, [window] { showAbout(window); });
}

} // namespace nsw

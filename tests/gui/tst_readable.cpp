// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/comparisonmodel.h"
#include "app/panels/badge.h"
#include "app/panels/cardspanel.h"
#include "app/panels/chartspanel.h"
#include "app/panels/configurationpanel.h"
#include "app/panels/datatable.h"
#include "app/panels/facetdetail.h"
#include "app/panels/palettes.h"
#include "app/panels/stepspanel.h"
#include "app/panels/theme.h"
#include "app/window/appearance.h"
#include "app/window/projector.h"
#include "app/window/zoom.h"
#include "tests/gui/samplestate.h"
#include "tests/gui/stillwindow.h"

#include <QAccessible>
#include <QApplication>
#include <QChart>
#include <QGraphicsScene>
#include <QGraphicsTextItem>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>
#include <QTableView>
#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr double kReadable = 4.5; // WCAG 2, AA
constexpr double kReadableInARoom = 7; // AAA

/** What one acts on, and so has to be called something. */
bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::List:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
    case QAccessible::Link:
        return true;
    default:
        return false;
    }
}

QString nameOfParent(const QAccessibleInterface *node)
{
    const QAccessibleInterface *parent = node->parent();
    const QObject *object = parent != nullptr ? parent->object() : nullptr;
    const QObject *above = object != nullptr ? object->parent() : nullptr;
    return above != nullptr ? above->objectName() : QString();
}

void collectNameless(QAccessibleInterface *node, QStringList &nameless, int &controls)
{
    if (node == nullptr || !node->isValid() || node->state().invisible) {
        return;
    }
    if (isControl(node->role())) {
        ++controls;
        if (node->text(QAccessible::Name).trimmed().isEmpty()) {
            const QObject *object = node->object();
            nameless << (object != nullptr ? QString::fromLatin1(object->metaObject()->className())
                                 + u' ' + object->objectName()
                                           : u"role %1 in %2"_s.arg(static_cast<int>(node->role()))
                                                 .arg(nameOfParent(node)));
        }
    }
    // Cells are their own names, and what a spin box is made of has that of the box.
    const bool isWhole = node->role() == QAccessible::Table || node->role() == QAccessible::SpinBox
        || node->role() == QAccessible::ComboBox;
    for (int i = 0; !isWhole && i < node->childCount(); ++i) {
        collectNameless(node->child(i), nameless, controls);
    }
}

QList<QPalette> allPalettes()
{
    return {lightPalette(), darkPalette(), highContrastPalette(false), highContrastPalette(true)};
}

struct RolePair {
    QPalette::ColorRole text;
    QPalette::ColorRole ground;
};

constexpr std::array kPairs{
    RolePair{QPalette::WindowText, QPalette::Window},
    RolePair{QPalette::WindowText, QPalette::Base},
    RolePair{QPalette::Text, QPalette::Base},
    RolePair{QPalette::Text, QPalette::AlternateBase},
    RolePair{QPalette::ButtonText, QPalette::Button},
    RolePair{QPalette::HighlightedText, QPalette::Highlight},
    RolePair{QPalette::PlaceholderText, QPalette::Base},
    RolePair{QPalette::ToolTipText, QPalette::ToolTipBase},
    RolePair{QPalette::Link, QPalette::Base},
    RolePair{QPalette::Link, QPalette::Window},
};

constexpr std::array kTones{Tone::Normal,
                            Tone::Muted,
                            Tone::Isolated,
                            Tone::Shared,
                            Tone::Different,
                            Tone::Error,
                            Tone::Warning,
                            Tone::Note};

} // namespace

/** For everybody: with a screen reader, by keyboard alone, without colours, in large type. */
class ReadableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"nsworkbench-test"_s);
        QCoreApplication::setApplicationName(u"readable-test"_s);
    }

    void everyControlHasAName()
    {
        const auto window = stillWindow({1500, 950}, sampleRunning());
        QStringList nameless;
        int controls = 0;
        lookEverywhere(*window, [&](const QString & /*name*/) {
            collectNameless(
                QAccessible::queryAccessibleInterface(window.get()), nameless, controls);
        });
        window->steps()->showOutput();
        window->projector()->setOn(true);
        collectNameless(QAccessible::queryAccessibleInterface(window.get()), nameless, controls);
        nameless.removeDuplicates();
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u"; "_s)));
        QVERIFY2(controls > 200, qPrintable(QString::number(controls)));
    }

    void everyActionHasAName()
    {
        const auto window = stillWindow({1500, 950}, sampleRunning());
        QSet<QString> keys;
        for (const QAction *action : window->findChildren<QAction *>()) {
            const bool isForAll = action->shortcutContext() == Qt::WindowShortcut;
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!action->text().isEmpty(), qPrintable(key.toString()));
                QVERIFY2(!isForAll || !keys.contains(key.toString()),
                         qPrintable(key.toString() + u" is taken twice"_s));
                keys << key.toString();
            }
        }
    }

    void contrastOfPalettes()
    {
        for (const QPalette &palette : allPalettes()) {
            const double enough = isHighContrast(palette) ? kReadableInARoom : kReadable;
            for (const RolePair &pair : kPairs) {
                const double contrast
                    = contrastOf(palette.color(pair.text), palette.color(pair.ground));
                QVERIFY2(contrast >= enough,
                         qPrintable(u"role %1 on %2: %3"_s.arg(int(pair.text))
                                        .arg(int(pair.ground))
                                        .arg(contrast)));
            }
        }
    }

    void contrastOfTones()
    {
        QList<QPalette> palettes = allPalettes();
        palettes << QApplication::palette();
        for (const QPalette &palette : std::as_const(palettes)) {
            const double enough = isHighContrast(palette) ? kReadableInARoom : kReadable;
            const Theme theme(palette);
            for (const Tone tone : kTones) {
                for (const QColor &ground : {palette.color(QPalette::Window),
                                             palette.color(QPalette::Base),
                                             palette.color(QPalette::AlternateBase),
                                             theme.card(),
                                             theme.surface(Tone::Note),
                                             theme.surface(tone)}) {
                    const double contrast = contrastOf(theme.text(tone), ground);
                    QVERIFY2(contrast >= enough,
                             qPrintable(u"tone %1 on %2: %3"_s.arg(int(tone))
                                            .arg(ground.name())
                                            .arg(contrast)));
                }
            }
        }
    }

    /** Whoever sees no colours tells states apart by sign and word. */
    void statesDifferInMoreThanColour()
    {
        QSet<QString> signs;
        QSet<QString> words;
        constexpr std::array kDifferences{Difference::Same,
                                          Difference::Different,
                                          Difference::OnlyOutside,
                                          Difference::OnlyInside};
        for (const Difference difference : kDifferences) {
            signs << words::differenceSign(difference);
            words << words::differenceWord(difference);
        }
        QCOMPARE(signs.size(), std::ssize(kDifferences));
        QCOMPARE(words.size(), std::ssize(kDifferences));

        SessionState state = sampleRunning();
        state.facets[{Side::Inside, FacetKind::Namespaces}]
            = state.facets.at({Side::Outside, FacetKind::Namespaces});
        const auto shared = stillWindow({1500, 950}, state);
        const auto isolated = stillWindow({1500, 950}, sampleRunning());
        const auto badge = [](const auto &window) {
            return window->cards()->card(FacetKind::Network)->template findChild<Badge *>();
        };
        QVERIFY(badge(shared)->word() != badge(isolated)->word());
        // Without colours the shapes are still not the same.
        const auto shape = [&badge](const auto &window) {
            return badge(window)
                ->grab(QRect(0, 0, badge(window)->height(), badge(window)->height()))
                .toImage()
                .convertToFormat(QImage::Format_Mono);
        };
        QVERIFY(shape(shared) != shape(isolated));
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("dark");
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            for (const int percent : {100, 200}) {
                for (const bool dark : {false, true}) {
                    QTest::newRow(qPrintable(u"%1 %2 %3"_s.arg(language).arg(percent).arg(
                        dark ? u"dark"_s : u"light"_s)))
                        << language << percent << dark;
                }
            }
        }
    }

    void nothingIsClipped()
    {
        QFETCH(const QString, language);
        QFETCH(const int, percent);
        QFETCH(const bool, dark);
        const Speaking words(language);
        const auto window = stillWindow({1600, 1000}, sampleRunning());
        window->appearance()->setScheme(dark ? Appearance::Scheme::Dark
                                             : Appearance::Scheme::Light);
        window->zoom()->setPercent(percent);
        window->resize(1600, 1000);
        settle();
        QStringList clipped = clippedTexts(window.get());
        if (!dark) { // colours take no room
            lookEverywhere(*window, [&](const QString & /*name*/) {
                clipped << clippedTexts(window.get());
                // Nor does it grow beyond the screen to be whole.
                QCOMPARE(window->size(), QSize(1600, 1000));
            });
        }
        window->steps()->showOutput();
        settle();
        clipped << clippedTexts(window.get());
        clipped.removeDuplicates();
        QVERIFY2(clipped.isEmpty(), qPrintable(u'\n' + clipped.join(u'\n')));
    }

    void clippedInARoom_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh_CN") << u"zh_CN"_s;
    }

    /** Nothing is cut off on the smallest projector, either. */
    void clippedInARoom()
    {
        QFETCH(const QString, language);
        const Speaking words(language);
        const auto window = stillWindow({1024, 768}, sampleRunning());
        window->projector()->setOn(true);
        window->setWindowState(Qt::WindowNoState);
        window->resize(1024, 768);
        settle();
        QCOMPARE(window->size(), QSize(1024, 768));
        QStringList clipped = clippedTexts(window.get());
        for (const FacetKind kind : kCardFacets) {
            window->cards()->openCard(kind);
            settle();
            clipped << clippedTexts(window.get());
            QCOMPARE(window->size(), QSize(1024, 768));
        }
        clipped.removeDuplicates();
        QVERIFY2(clipped.isEmpty(), qPrintable(u'\n' + clipped.join(u'\n')));
    }

    /** By Tab to each thing that takes the focus, and whoever looks sees where it is. */
    void focusIsSeenEverywhere()
    {
        const auto window = stillWindow({1500, 950}, sampleRunning());
        window->cards()->openCard(FacetKind::Mounts);
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QSet<QWidget *> reached;
        window->findChild<QLineEdit *>(u"title"_s)->setFocus();
        settle();
        while (!reached.contains(QApplication::focusWidget())) {
            QWidget *widget = QApplication::focusWidget();
            QVERIFY(widget != nullptr);
            reached << widget;
            settle();
            const QImage with = seen(widget);
            QTest::keyClick(widget, Qt::Key_Tab);
            settle();
            QVERIFY2(QApplication::focusWidget() != widget, qPrintable(widget->objectName()));
            QVERIFY2(
                with != seen(widget),
                qPrintable(u"focus is not seen: %1 %2"_s.arg(
                    QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
        }
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            const bool wants = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled()
                && widget->isVisible() && widget->focusProxy() == nullptr;
            QVERIFY2(
                !wants || reached.contains(widget),
                qPrintable(u"not reached: %1 %2"_s.arg(
                    QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
        }
    }

    /** What stands beside the bars of the steps is the steps, and not dots. */
    void chartsHaveTheirLabels()
    {
        for (const int percent : {100, 200}) {
            const auto window = stillWindow({1600, 1000}, sampleRunning());
            window->zoom()->setPercent(percent);
            window->resize(1600, 1000);
            window->steps()->showPage(window->charts());
            window->charts()->showPage(window->charts()->steps());
            settle();
            QStringList labels;
            for (const QGraphicsItem *item : window->charts()->steps()->chart()->scene()->items()) {
                if (const auto *text = dynamic_cast<const QGraphicsTextItem *>(item)) {
                    labels << text->toPlainText();
                }
            }
            QVERIFY(labels.filter(u"clone3"_s).size() == 1);
            QVERIFY2(labels.filter(u"..."_s).isEmpty(), qPrintable(labels.join(u'|')));
            // The numbers stand beside the chart where both can be read so, else below it.
            const auto *parts = window->charts()->steps()->findChild<QSplitter *>();
            QCOMPARE(parts->orientation(), percent == 100 ? Qt::Horizontal : Qt::Vertical);
        }
    }

    void columnsByKeyboard()
    {
        const auto window = stillWindow({1500, 950}, sampleRunning());
        window->cards()->openCard(FacetKind::Mounts);
        QTableView *table = window->cards()->detail()->table();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QHeaderView *header = table->horizontalHeader();
        table->setCurrentIndex(table->model()->index(0, ComparisonModel::Outside));
        const int before = header->sectionSize(ComparisonModel::Outside);
        QTest::keyClick(table, Qt::Key_Right, Qt::AltModifier);
        QVERIFY(header->sectionSize(ComparisonModel::Outside) > before);
        QTest::keyClick(table, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(header->sectionSize(ComparisonModel::Outside), before);
        // The last one grows at the cost of the one before it.
        table->setCurrentIndex(table->model()->index(0, ComparisonModel::Inside));
        const int last = header->sectionSize(ComparisonModel::Inside);
        QTest::keyClick(table, Qt::Key_Right, Qt::AltModifier);
        QVERIFY(header->sectionSize(ComparisonModel::Inside) > last);
        for (int i = 0; i < 100; ++i) {
            QTest::keyClick(table, Qt::Key_Right, Qt::AltModifier);
        }
        QVERIFY(header->sectionSize(ComparisonModel::Mark) > 0);
        // With Shift it moves, past one that is not shown too, and stays where it cannot.
        window->cards()->detail()->rows()->columns()->setShown(ComparisonModel::Mark, false);
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(table, key, Qt::AltModifier | Qt::ShiftModifier);
        };
        press(Qt::Key_Left);
        QCOMPARE(header->visualIndex(ComparisonModel::Inside), 1);
        QCOMPARE(table->currentIndex().column(), int(ComparisonModel::Inside));
        press(Qt::Key_Left);
        press(Qt::Key_Left);
        QCOMPARE(header->visualIndex(ComparisonModel::Inside), 0);
        press(Qt::Key_Right);
        QCOMPARE(header->visualIndex(ComparisonModel::Inside), 1);
    }

private:
    /** As it looks in its window, with what is drawn around it. */
    static QImage seen(const QWidget *widget)
    {
        constexpr int kAround = 4;
        QWidget *window = widget->window();
        const QRect at(widget->mapTo(window, QPoint()), widget->size());
        return window->grab(at.adjusted(-kAround, -kAround, kAround, kAround)).toImage();
    }
};

QTEST_MAIN(ReadableTest)
#include "tst_readable.moc"

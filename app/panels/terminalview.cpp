// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/terminalview.h"

#include "app/panels/look.h"
#include "app/panels/palettes.h"
#include "app/panels/terminalkeys.h"
#include "app/panels/tonelabel.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSocketNotifier>
#include <QTimer>
#include <QVBoxLayout>

#include <cerrno>
#include <chrono>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

// Its headers use Qt's keywords, which this project switches off.
// NOLINTBEGIN(readability-identifier-naming)
#define signals Q_SIGNALS
#define slots Q_SLOTS
// NOLINTEND(readability-identifier-naming)
#include <qtermwidget.h>
#undef signals
#undef slots

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using namespace std::chrono_literals;

namespace
{

constexpr int kHistoryLines = 10'000;
constexpr int kMostFits = 50; ///< of a size that does not settle
constexpr auto kFitPause = 20ms;
constexpr double kLeastFit = 0.75; ///< of the size that it should take
constexpr double kMostFit = 1.5;
constexpr qsizetype kWriteSize = qsizetype{64} << 10;

} // namespace

TerminalView::TerminalView(QWidget *parent)
    : QWidget(parent)
    , m_terminal(new QTermWidget(0, this))
    , m_hasKeys(QTermWidget::availableKeyBindings().contains(u"default"_s))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_terminal);
    setFocusProxy(m_terminal);
    m_terminal->setScrollBarPosition(QTermWidgetInterface::ScrollBarRight);
    m_terminal->setHistorySize(kHistoryLines);
    m_terminal->setTerminalSizeHint(false);
    m_terminal->setFlowControlEnabled(false);
    m_terminal->setFlowControlWarningEnabled(false);
    m_terminal->setAutoClose(false);
    [[maybe_unused]] static const bool areColoursKnown = [] {
        QTermWidget::addCustomColorSchemeDir(u":/terminals"_s);
        return true;
    }();
    follow();
    m_terminal->startTerminalTeletype();
    makeRaw();
    connect(m_terminal, &QTermWidget::sendData, this, [this](const char *bytes, int size) {
        Q_EMIT typed(QByteArray(bytes, size));
    });
    for (QWidget *child : m_terminal->findChildren<QWidget *>()) {
        child->installEventFilter(this);
    }
    connect(Look::instance(), &Look::changed, this, &TerminalView::follow);

    auto *copying = new QAction(this);
    copying->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    auto *pasting = new QAction(this);
    pasting->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    connect(copying, &QAction::triggered, this, &TerminalView::copy);
    connect(pasting, &QAction::triggered, this, &TerminalView::paste);
    for (QAction *action : {copying, pasting}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
}

TerminalView::~TerminalView() = default;

/** What is written has been through a terminal already: nothing is to be made of it again. */
void TerminalView::makeRaw()
{
    const int fd = m_terminal->getPtySlaveFd();
    if (fd < 0) {
        return; // it is said when one is opened
    }
    termios modes{};
    if (::tcgetattr(fd, &modes) == 0) {
        ::cfmakeraw(&modes);
        // It stays as it is where this fails: a screen with steps in it is better than none.
        (void)::tcsetattr(fd, TCSANOW, &modes);
    }
    const int flags = ::fcntl(fd, F_GETFL);
    (void)::fcntl(fd, F_SETFL, flags | O_NONBLOCK);
    m_writable = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Write);
    m_writable->setEnabled(false);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &TerminalView::flush);
}

void TerminalView::setName(const QString &name, const QString &description)
{
    setAccessibleName(name);
    for (QWidget *child : findChildren<QWidget *>()) {
        if (child->focusPolicy() != Qt::NoFocus) {
            child->setAccessibleName(name);
            child->setAccessibleDescription(description);
        }
    }
}

bool TerminalView::isUsable() const
{
    return m_terminal->getPtySlaveFd() >= 0;
}

void TerminalView::write(const QByteArray &bytes)
{
    m_isApplicationMode = isApplicationMode(bytes, m_isApplicationMode);
    m_waiting += bytes;
    flush();
}

void TerminalView::flush()
{
    if (m_wanted.isValid() && m_grid != m_wanted && m_fits < kMostFits) {
        return; // lines would break where they did not
    }
    const qsizetype before = m_written;
    while (m_written < m_waiting.size()) {
        const qsizetype wanted = std::min(m_waiting.size() - m_written, kWriteSize);
        const ssize_t size = ::write(m_terminal->getPtySlaveFd(),
                                     m_waiting.constData() + m_written,
                                     static_cast<std::size_t>(wanted));
        if (size < 0 && errno == EINTR) {
            continue;
        }
        if (size <= 0) {
            break;
        }
        m_written += size;
    }
    const qsizetype written = m_written - before;
    if (m_written == m_waiting.size()) {
        m_waiting.clear();
        m_written = 0;
    }
    if (m_writable != nullptr) {
        m_writable->setEnabled(!m_waiting.isEmpty());
    }
    if (written > 0) {
        Q_EMIT shown(written);
    }
}

/** Colours and size of the rest of the window. */
void TerminalView::follow()
{
    m_terminal->setTerminalFont(styledFont({.fixed = true}));
    m_terminal->setColorScheme(isDark(QApplication::palette()) ? u"nsworkbench-dark"_s
                                                               : u"nsworkbench-light"_s);
    m_fits = 0;
    QTimer::singleShot(0, this, &TerminalView::tellSize);
}

void TerminalView::setGrid(QSize grid)
{
    if (grid == m_wanted) {
        return;
    }
    if (!m_wanted.isValid()) {
        auto *area = new QScrollArea;
        area->setFrameShape(QFrame::NoFrame);
        area->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        layout()->removeWidget(m_terminal);
        area->setWidget(m_terminal);
        layout()->addWidget(area);
        m_terminal->show(); // another parent hides it
    }
    m_wanted = grid;
    m_fits = 0;
    tellSize();
}

/** What margins and characters take is the widget's own, and it tells of a new size a moment later:
 * it is led there by how many characters there are. */
void TerminalView::fit(QSize grid)
{
    const QFontMetrics metrics(m_terminal->getTerminalFont());
    const QSize one(metrics.horizontalAdvance(u'M'), metrics.height());
    const auto sizeOf = [one](QSize cells) {
        return QSize(cells.width() * one.width(), cells.height() * one.height());
    };
    const QSize guess = sizeOf(m_wanted + QSize(2, 1));
    const QSize next = m_fits == 0 ? guess : m_terminal->size() + sizeOf(m_wanted - grid);
    ++m_fits;
    m_terminal->setFixedSize(next.expandedTo(guess * kLeastFit).boundedTo(guess * kMostFit));
    m_isFitting = true;
    QTimer::singleShot(kFitPause, this, [this] {
        m_isFitting = false;
        tellSize();
    });
}

int TerminalView::columns() const
{
    return m_terminal->screenColumnsCount();
}

int TerminalView::rows() const
{
    return m_terminal->screenLinesCount();
}

void TerminalView::tellSize()
{
    if (m_isFitting) {
        return;
    }
    const QSize grid(columns(), rows());
    if (m_wanted.isValid() && isVisible() && grid != m_wanted && m_fits < kMostFits) {
        fit(grid);
        return;
    }
    if (grid != m_grid && grid.width() > 0 && grid.height() > 0) {
        m_grid = grid;
        Q_EMIT resized(grid.width(), grid.height());
    }
    if (!m_waiting.isEmpty()) {
        flush();
    }
}

QString TerminalView::screenText() const
{
    // Rows are counted from the first that is kept.
    const int first = m_terminal->historyLinesCount();
    const int row = first + m_terminal->screenLinesCount() - 1;
    const int column = m_terminal->screenColumnsCount() - 1;
    m_terminal->setSelectionStart(first, 0);
    m_terminal->setSelectionEnd(row, column);
    QString text = m_terminal->selectedText(true);
    // It knows no empty selection; the last cell is the one that is seen least.
    m_terminal->setSelectionStart(row, column);
    m_terminal->setSelectionEnd(row, column);
    return text;
}

void TerminalView::copy()
{
    m_terminal->copyClipboard();
}

void TerminalView::paste()
{
    m_terminal->pasteClipboard();
}

/** Keys that programs in terminals live on, though the window has a meaning for them too. */
bool TerminalView::isForShell(int key, Qt::KeyboardModifiers modifiers)
{
    modifiers &= ~Qt::KeypadModifier;
    const bool isLetter = key >= Qt::Key_A && key <= Qt::Key_Z;
    const bool isFunction = key >= Qt::Key_F1 && key <= Qt::Key_F10;
    return (modifiers == Qt::ControlModifier && isLetter)
        || (modifiers == Qt::NoModifier && (isFunction || key == Qt::Key_Delete));
}

bool TerminalView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event); // NOLINT(*-static-cast-downcast)
        if (isForShell(key->key(), key->modifiers())) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress && !m_hasKeys) {
        const auto *key = static_cast<QKeyEvent *>(event); // NOLINT(*-static-cast-downcast)
        const QByteArray bytes = bytesOfKey(key->key(), key->modifiers(), m_isApplicationMode);
        if (!bytes.isEmpty()) {
            Q_EMIT typed(bytes);
            return true;
        }
    } else if (event->type() == QEvent::Resize || event->type() == QEvent::Show) {
        QTimer::singleShot(0, this, &TerminalView::tellSize);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace nsw

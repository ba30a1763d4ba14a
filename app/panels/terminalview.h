// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

class QSocketNotifier;
class QTermWidget;

namespace nsw
{

/**
 * A screen for bytes that come from elsewhere: the one place that knows QTermWidget.
 *
 * QTermWidget reads from a pseudoterminal. It is given one with nobody behind it, into whose other
 * end the bytes are written; what is typed does not go there, but comes out as a signal.
 */
class TerminalView : public QWidget
{
    Q_OBJECT
public:
    explicit TerminalView(QWidget *parent = nullptr);
    ~TerminalView() override;

    /** For those who hear it: the name of what has the focus in it, and how to leave that. */
    void setName(const QString &name, const QString &description);

    /** False where the machine has no more pseudoterminals or descriptors for its screen. */
    [[nodiscard]] bool isUsable() const;

    /** Shown as soon as the screen takes them; `shown()` tells of it. */
    void write(const QByteArray &bytes);

    /** From now on it has this size in characters, whatever room there is: it is scrolled where
     * that is less. Nothing is shown before it has it. */
    void setGrid(QSize grid);

    [[nodiscard]] int columns() const;
    [[nodiscard]] int rows() const;
    /** What stands on the screen, line by line. */
    [[nodiscard]] QString screenText() const;

    void copy();
    void paste();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void typed(const QByteArray &bytes);
    void shown(qint64 bytes);
    void resized(int columns, int rows);

private:
    void makeRaw();
    void flush();
    void follow();
    void tellSize();
    void fit(QSize grid);
    [[nodiscard]] static bool isForShell(int key, Qt::KeyboardModifiers modifiers);

    QTermWidget *m_terminal;
    /** Of a descriptor of the widget below, which goes after it. */
    std::unique_ptr<QSocketNotifier> m_writable;
    QByteArray m_waiting;
    qsizetype m_written = 0; ///< of `m_waiting`
    QSize m_grid;
    QSize m_wanted; ///< not valid: it takes the room that there is
    int m_fits = 0; ///< how often its size was changed to come to that
    bool m_isFitting = false; ///< it was, and is to have a moment
    bool m_hasKeys; ///< its tables of keys are installed
    bool m_isApplicationMode = false;
};

} // namespace nsw

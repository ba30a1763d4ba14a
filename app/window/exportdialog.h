// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export.h"

#include <QDialog>

#include <memory>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace nsw
{

class FindingsView;
class SourceHighlighter;

/** A configuration in the forms of others: how it looks, what is lost, to be copied or saved. */
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    /** `shown`: the same as it is on the screen, where names may be masked. What is copied and
     * saved has its names. */
    ExportDialog(Configuration configuration,
                 Configuration shown,
                 const HostFacts &facts,
                 QWidget *parent);
    ~ExportDialog() override;

    /** What is known of the machine by now. */
    void setFacts(const HostFacts &facts);

    [[nodiscard]] ExportFormat format() const;
    void setFormat(ExportFormat format);
    [[nodiscard]] const Exported &exported() const { return m_exported; }
    bool saveTo(const QString &path);

private:
    void makeList();
    void makePreview();
    void arrange();
    void present(ExportFormat format);
    void applyLook();
    void copy();
    void askAndSave();

    [[nodiscard]] bool isMasked() const { return !(m_shown == m_configuration); }

    Configuration m_configuration;
    Configuration m_shown;
    ExportHost m_host;
    Exported m_exported;
    QListWidget *m_forms;
    QPlainTextEdit *m_preview;
    std::unique_ptr<SourceHighlighter> m_highlighter;
    FindingsView *m_losses;
    QLabel *m_heading;
    QLabel *m_said;
};

} // namespace nsw

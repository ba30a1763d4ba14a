// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace nsw
{

class FindingsView;

/** Takes a config.json or an unshare command, from a file or as it is typed. */
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ImportDialog(QWidget *parent);

    void setText(const QString &text);
    bool readFile(const QString &path);
    /** Absent: it can't be imported, and the dialog says why. */
    [[nodiscard]] const std::optional<Configuration> &configuration() const
    {
        return m_imported.configuration;
    }

private:
    void judge();
    void askForFile();

    Imported m_imported;
    QPlainTextEdit *m_text;
    FindingsView *m_findings;
    QPushButton *m_import = nullptr;
};

} // namespace nsw

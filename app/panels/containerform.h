// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/fieldform.h"
#include "core/model/configuration.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace nsw
{

/** What runs in the container and how it comes about: method, command, directory, environment. */
class ContainerForm : public FieldForm
{
    Q_OBJECT
public:
    explicit ContainerForm(QWidget *parent = nullptr);

    /** All but name and namespaces. */
    void setContainer(const Container &container);
    void fill(Container &container) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QStringList words() const;

    QComboBox *m_method;
    QLineEdit *m_command;
    QStringList m_words; ///< of a command as it was given; a line can't say all that words can
    QString m_line; ///< the line that stands for them
    QLineEdit *m_directory;
    QPlainTextEdit *m_environment;
};

/** Words to one line that QProcess::splitCommand() takes apart into the same words. */
QString joinCommand(const QStringList &words);

/** "NAME=value" lines to a map; lines without a name are left out. */
QMap<QString, QString> parseEnvironment(const QString &text);
QString writeEnvironment(const QMap<QString, QString> &environment);

} // namespace nsw

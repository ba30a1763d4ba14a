// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export.h"

#include <QMap>
#include <QTemporaryDir>

namespace nsw::test
{

/** What a command says of where it runs, by name. */
using Seen = QMap<QString, QString>;

struct Ran {
    int exit = -1;
    QByteArray output;
    QByteArray errors;
};

Ran ranProgram(const QString &program,
               const QStringList &arguments,
               const QString &directory = {},
               const QMap<QString, QString> &environment = {});

/** With a command that tells what it sees, by programs that are not this one. */
Configuration withWitness(Configuration configuration);
Seen seenIn(const QByteArray &output);

/** Words and values that end a quote, a comment or a line where they are not minded. */
QString hostileText();

Configuration whatNoExampleHas();

/** The example configurations by the names of their files, and one more. */
QMap<QString, Configuration> exampleConfigurations();

/** A directory in which exports are built and run. */
class ExportBench
{
public:
    /** Everything in each form, the programs compiled. The text says what went wrong. */
    QString build();
    /** One more, in each form but Go. */
    QString add(const QString &name, const Configuration &configuration);

    [[nodiscard]] Exported exported(const QString &example, ExportFormat format) const;
    /** True when a step of it is expected to fail. */
    [[nodiscard]] bool isMeantToFail(const QString &example) const;
    Ran run(const QString &example, ExportFormat format) const;
    /** The same by this program. */
    Ran ownRun(const QString &example) const;

private:
    [[nodiscard]] QString place(const QString &example, ExportFormat format) const;
    QString prepare(const QString &example, ExportFormat format, const ExportHost &host);
    QString buildGo();

    QTemporaryDir m_directory;
    QMap<QString, Configuration> m_configurations;
    QMap<std::pair<QString, ExportFormat>, Exported> m_exports;
};

} // namespace nsw::test

// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"
#include "core/model/finding.h"

#include <QObject>

#include <expected>

namespace nsw
{

/** The configuration that is edited, the file it is kept in, and whether they are the same. */
class Document : public QObject
{
    Q_OBJECT
public:
    explicit Document(QObject *parent = nullptr);

    [[nodiscard]] const Configuration &configuration() const { return m_current; }
    void edit(const Configuration &configuration);
    [[nodiscard]] bool isModified() const { return !(m_current == m_saved); }

    /** Empty: not in a file yet. */
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString title() const;

    void startNew();
    /** On failure everything stays as it was. */
    std::expected<void, Finding> open(const QString &path);
    /** Its contents, as a new document without a file. */
    std::expected<void, Finding> openCopy(const QString &path);
    /** As a new document without a file. */
    void take(const Configuration &configuration);
    std::expected<void, Finding> save(const QString &path);

Q_SIGNALS:
    /** The configuration, by an edit or as a whole. */
    void changed();
    /** Another configuration, not an edited one. */
    void replaced();
    /** Path, or whether it is modified. */
    void statusChanged();

private:
    void replace(const Configuration &configuration, const QString &path);

    Configuration m_current;
    Configuration m_saved;
    QString m_path;
};

} // namespace nsw

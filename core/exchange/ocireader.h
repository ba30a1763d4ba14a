// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace nsw
{

/** An object of JSON that is taken member by member; what nobody takes is told of at the end. */
class OciObject
{
public:
    OciObject(QJsonObject object, QString path, Findings &findings)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_findings(&findings)
    {
    }

    /** Absent: there is none, or it has another type, which is an error. */
    std::optional<QString> text(const QString &key);
    std::optional<qint64> integer(const QString &key);
    std::optional<bool> boolean(const QString &key);
    OciObject object(const QString &key);
    QList<OciObject> objects(const QString &key);
    QStringList texts(const QString &key);

    [[nodiscard]] QString pathOf(const QString &key) const;
    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }

    /** This member is understood, and a configuration has no means for it. */
    void leaveOut(const QString &key);
    void leaveRestOut();

    void fail(FindingCode code, const QString &key, const QString &found, const QString &expected);

private:
    QJsonValue take(const QString &key);
    void wrongType(const QString &path, const QJsonValue &found, const QString &expected);

    QJsonObject m_object;
    QString m_path;
    Findings *m_findings;
    QSet<QString> m_taken;
};

} // namespace nsw

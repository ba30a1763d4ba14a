// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <memory>

namespace valijson
{
class Schema;
}

/** Judges JSON by a JSON Schema. */
class SchemaJudge
{
public:
    explicit SchemaJudge(const QJsonValue &schema);
    ~SchemaJudge();
    SchemaJudge(const SchemaJudge &) = delete;
    SchemaJudge &operator=(const SchemaJudge &) = delete;
    SchemaJudge(SchemaJudge &&) = delete;
    SchemaJudge &operator=(SchemaJudge &&) = delete;

    /** Empty when it is valid; else what is wrong. */
    [[nodiscard]] QString complaint(const QJsonValue &value) const;

private:
    std::unique_ptr<valijson::Schema> m_schema;
};

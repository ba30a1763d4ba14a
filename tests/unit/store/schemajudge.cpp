// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/schemajudge.h"

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

SchemaJudge::SchemaJudge(const QJsonValue &schema)
    : m_schema(std::make_unique<valijson::Schema>())
{
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::QtJsonAdapter(schema), *m_schema);
}

SchemaJudge::~SchemaJudge() = default;

QString SchemaJudge::complaint(const QJsonValue &value) const
{
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    if (validator.validate(*m_schema, valijson::adapters::QtJsonAdapter(value), &results)) {
        return {};
    }
    valijson::ValidationResults::Error error;
    QString text = QStringLiteral("not valid");
    while (results.popError(error)) {
        text = QString::fromStdString(error.description);
        for (const std::string &part : error.context) {
            text += QString::fromStdString(part);
        }
    }
    return text;
}

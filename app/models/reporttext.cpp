// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/report.h"

#include <QLocale>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** Letters that Markdown would take for its own. */
QString markdownProse(const QString &text)
{
    static const QString special = uR"(\`*_{}[]<>#|)"_s;
    QString escaped;
    for (const QChar letter : text) {
        if (special.contains(letter)) {
            escaped += u'\\';
        }
        escaped += letter;
    }
    return escaped;
}

/** A fence longer than any in the code. */
QString markdownCode(const QString &code)
{
    QString fence = u"```"_s;
    while (code.contains(fence)) {
        fence += u'`';
    }
    return fence + u'\n' + code + (code.endsWith(u'\n') ? QString() : u"\n"_s) + fence + u"\n\n"_s;
}

TextTable escapedForMarkdown(TextTable table)
{
    for (QStringList &row : table.rows) {
        for (QString &cell : row) {
            // The writer of tables itself sees to backslashes and bars.
            cell.replace(u'<', u"&lt;"_s).replace(u'*', u"&#42;"_s).replace(u'_', u"&#95;"_s);
            cell.replace(u'`', u"&#96;"_s);
        }
    }
    return table;
}

QString htmlCells(const QStringList &cells, const QString &tag)
{
    QString html;
    for (const QString &cell : cells) {
        html += u'<' + tag + u'>' + cell.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</"_s
            + tag.section(u' ', 0, 0) + u'>';
    }
    return html;
}

QString htmlTable(const ReportSection &section)
{
    QString html = u"<div class=\"wide\"><table>\n<thead><tr>"_s
        + htmlCells(section.table.header, u"th scope=\"col\""_s) + u"</tr></thead>\n<tbody>\n"_s;
    for (qsizetype row = 0; row < section.table.rows.size(); ++row) {
        html += section.marked.value(row) ? u"<tr class=\"marked\">"_s : u"<tr>"_s;
        html += htmlCells(section.table.rows.at(row), u"td"_s) + u"</tr>\n"_s;
    }
    return html + u"</tbody></table></div>\n"_s;
}

QString htmlParagraphs(const QStringList &paragraphs)
{
    QString html;
    for (const QString &paragraph : paragraphs) {
        html += u"<p>"_s + paragraph.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</p>\n"_s;
    }
    return html;
}

QString style()
{
    return uR"(:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: start; vertical-align: top; padding: .3rem .8rem; border-bottom: 1px solid #8886;
  overflow-wrap: anywhere }
tr.marked { font-weight: 600; background: #c8640022 }
pre { overflow-x: auto; padding: 1rem; border: 1px solid #8886 }
)"_s;
}

} // namespace

QString toMarkdown(const Report &report)
{
    QString text = u"# "_s + markdownProse(report.title) + u"\n\n"_s;
    for (const QString &paragraph : report.paragraphs) {
        text += markdownProse(paragraph) + u"\n\n"_s;
    }
    for (const ReportSection &section : report.sections) {
        text += u"## "_s + markdownProse(section.heading) + u"\n\n"_s;
        for (const QString &paragraph : section.paragraphs) {
            text += markdownProse(paragraph) + u"\n\n"_s;
        }
        if (!section.table.header.isEmpty()) {
            text += toMarkdown(escapedForMarkdown(section.table)) + u'\n';
        }
        if (!section.code.isEmpty()) {
            text += markdownCode(section.code);
        }
    }
    return text.trimmed() + u'\n';
}

QString toHtml(const Report &report)
{
    QString html = u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%2</title>\n"
                   "<style>\n"_s.arg(QLocale().bcp47Name(), report.title.toHtmlEscaped())
        + style() + u"</style>\n</head>\n<body>\n<h1>"_s + report.title.toHtmlEscaped()
        + u"</h1>\n"_s + htmlParagraphs(report.paragraphs);
    for (const ReportSection &section : report.sections) {
        html += u"<h2>"_s + section.heading.toHtmlEscaped() + u"</h2>\n"_s
            + htmlParagraphs(section.paragraphs);
        if (!section.table.header.isEmpty()) {
            html += htmlTable(section);
        }
        if (!section.code.isEmpty()) {
            html += u"<pre>"_s + section.code.toHtmlEscaped() + u"</pre>\n"_s;
        }
    }
    return html + u"</body>\n</html>\n"_s;
}

} // namespace nsw

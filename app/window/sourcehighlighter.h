// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

class QPlainTextEdit;

namespace nsw
{

/** Colours for source text, light or dark as the application is. */
class SourceHighlighter
{
public:
    explicit SourceHighlighter(QPlainTextEdit *edit);
    ~SourceHighlighter();
    SourceHighlighter(const SourceHighlighter &) = delete;
    SourceHighlighter &operator=(const SourceHighlighter &) = delete;
    SourceHighlighter(SourceHighlighter &&) = delete;
    SourceHighlighter &operator=(SourceHighlighter &&) = delete;

    /** In "Bash", "C", "Go" or "JSON". */
    void setText(const QString &text, const QString &language);
    void followPalette();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace nsw

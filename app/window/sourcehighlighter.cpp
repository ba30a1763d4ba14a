// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sourcehighlighter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QApplication>
#include <QPlainTextEdit>

namespace nsw
{

struct SourceHighlighter::Parts {
    explicit Parts(QPlainTextEdit *textEdit)
        : edit(textEdit)
        , highlighter(textEdit->document())
    {
    }

    QPlainTextEdit *edit;
    KSyntaxHighlighting::Repository repository;
    KSyntaxHighlighting::SyntaxHighlighter highlighter;
};

SourceHighlighter::SourceHighlighter(QPlainTextEdit *edit)
    : m_parts(std::make_unique<Parts>(edit))
{
    followPalette();
}

SourceHighlighter::~SourceHighlighter() = default;

void SourceHighlighter::setLanguage(const QString &name)
{
    m_parts->highlighter.setDefinition(m_parts->repository.definitionForName(name));
}

void SourceHighlighter::followPalette()
{
    using KSyntaxHighlighting::Theme;
    const Theme theme = m_parts->repository.themeForPalette(QApplication::palette());
    m_parts->highlighter.setTheme(theme);
    m_parts->highlighter.rehighlight();
    // The colours of a theme are made for its own background.
    QPalette palette = QApplication::palette(m_parts->edit);
    palette.setColor(QPalette::Base, QColor::fromRgba(theme.editorColor(Theme::BackgroundColor)));
    palette.setColor(QPalette::Text, QColor::fromRgba(theme.textColor(Theme::Normal)));
    m_parts->edit->setPalette(palette);
}

} // namespace nsw

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
    QPlainTextEdit *edit = nullptr;
    KSyntaxHighlighting::Repository repository;
    KSyntaxHighlighting::Theme theme;
    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> highlighter;
};

SourceHighlighter::SourceHighlighter(QPlainTextEdit *edit)
    : m_parts(std::make_unique<Parts>())
{
    m_parts->edit = edit;
    followPalette();
}

SourceHighlighter::~SourceHighlighter() = default;

void SourceHighlighter::setText(const QString &text, const QString &language)
{
    // The library puts off work on blocks, and does not see that the blocks are gone. What it put
    // off goes with the highlighter.
    m_parts->highlighter.reset();
    m_parts->edit->setPlainText(text);
    m_parts->highlighter
        = std::make_unique<KSyntaxHighlighting::SyntaxHighlighter>(m_parts->edit->document());
    m_parts->highlighter->setTheme(m_parts->theme);
    m_parts->highlighter->setDefinition(m_parts->repository.definitionForName(language));
}

void SourceHighlighter::followPalette()
{
    using KSyntaxHighlighting::Theme;
    const Theme theme = m_parts->repository.themeForPalette(QApplication::palette());
    m_parts->theme = theme;
    if (m_parts->highlighter) {
        m_parts->highlighter->setTheme(theme);
        m_parts->highlighter->rehighlight();
    }
    // The colours of a theme are made for its own background.
    QPalette palette = QApplication::palette(m_parts->edit);
    palette.setColor(QPalette::Base, QColor::fromRgba(theme.editorColor(Theme::BackgroundColor)));
    palette.setColor(QPalette::Text, QColor::fromRgba(theme.textColor(Theme::Normal)));
    m_parts->edit->setPalette(palette);
}

} // namespace nsw

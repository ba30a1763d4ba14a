// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/shellwords.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

class ShellReader
{
public:
    explicit ShellReader(const QString &text)
        : m_text(text)
    {
    }

    std::expected<QList<QStringList>, Finding> read()
    {
        while (m_at < m_text.size() && !m_wrong) {
            readOne(m_text.at(m_at++));
        }
        if (m_wrong) {
            return std::unexpected(*m_wrong);
        }
        endCommand();
        return m_commands;
    }

private:
    void readOne(QChar c)
    {
        if (c == u'\'') {
            readSingleQuoted();
        } else if (c == u'"') {
            readDoubleQuoted();
        } else if (c == u'\\') {
            readEscape();
        } else if (c == u'#' && !m_inWord) {
            const qsizetype end = m_text.indexOf(u'\n', m_at);
            m_at = end < 0 ? m_text.size() : end;
        } else if (c == u'\n' || c == u';') {
            endCommand();
        } else if (c.isSpace()) {
            endWord();
        } else if (c == u'$') {
            readDollar();
        } else if (u"`|&<>(){}*?[~"_s.contains(c) && !(m_inWord && u"{}~"_s.contains(c))) {
            fail(FindingCode::ImportExpansion, c);
        } else {
            put(c);
        }
    }

    void readSingleQuoted()
    {
        const qsizetype end = m_text.indexOf(u'\'', m_at);
        if (end < 0) {
            fail(FindingCode::ImportQuote, u"'"_s);
            return;
        }
        put(m_text.sliced(m_at, end - m_at));
        m_at = end + 1;
    }

    void readDoubleQuoted()
    {
        m_inWord = true;
        while (m_at < m_text.size() && !m_wrong) {
            const QChar c = m_text.at(m_at++);
            if (c == u'"') {
                return;
            }
            if (c == u'\\' && m_at < m_text.size() && u"\"\\$`\n"_s.contains(m_text.at(m_at))) {
                const QChar escaped = m_text.at(m_at++);
                put(escaped == u'\n' ? QString() : QString(escaped));
            } else if (c == u'$') {
                readDollar();
            } else if (c == u'`') {
                fail(FindingCode::ImportExpansion, c);
            } else {
                put(c);
            }
        }
        fail(FindingCode::ImportQuote, u"\""_s);
    }

    void readEscape()
    {
        if (m_at >= m_text.size()) {
            fail(FindingCode::ImportQuote, u"\\"_s);
        } else if (m_text.at(m_at) == u'\n') {
            ++m_at; // the line goes on
        } else {
            put(m_text.at(m_at++));
        }
    }

    void readDollar()
    {
        for (const QLatin1StringView self : {"(id -u)"_L1, "(id -g)"_L1}) {
            if (QStringView(m_text).sliced(m_at).startsWith(self)) {
                put(u"self"_s);
                m_at += self.size();
                return;
            }
        }
        fail(FindingCode::ImportExpansion, m_text.sliced(m_at - 1).left(16).section(u' ', 0, 0));
    }

    void put(const QString &text)
    {
        m_word += text;
        m_inWord = true;
    }

    void endWord()
    {
        if (m_inWord) {
            m_words << m_word;
        }
        m_word.clear();
        m_inWord = false;
    }

    void endCommand()
    {
        endWord();
        if (!m_words.isEmpty()) {
            m_commands << m_words;
        }
        m_words.clear();
    }

    void fail(FindingCode code, const QString &found)
    {
        if (!m_wrong) {
            m_wrong = Finding{.severity = Severity::Error,
                              .code = code,
                              .path = {},
                              .found = found,
                              .expected = {}};
        }
    }

    const QString &m_text;
    qsizetype m_at = 0;
    bool m_inWord = false; ///< '' is a word too
    QString m_word;
    QStringList m_words;
    QList<QStringList> m_commands;
    std::optional<Finding> m_wrong;
};

} // namespace

std::expected<QList<QStringList>, Finding> shellWords(const QString &text)
{
    return ShellReader(text).read();
}

} // namespace nsw

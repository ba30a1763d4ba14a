// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/containerform.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kEnvironmentLines = 3;

/** A plain text field that is as high as its lines, at any zoom. */
class LinesEdit : public QPlainTextEdit
{
public:
    using QPlainTextEdit::QPlainTextEdit;

    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().averageCharWidth() * 24,
                (fontMetrics().lineSpacing() * kEnvironmentLines) + (2 * frameWidth()) + 8};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }
};

} // namespace

QString joinCommand(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words) {
        const bool plain = !word.isEmpty() && std::ranges::none_of(word, [](QChar character) {
            return character.isSpace() || character == u'"';
        });
        // splitCommand() knows double quotes, and three of them as the character itself.
        quoted << (plain ? word : u'"' + QString(word).replace(u"\""_s, u"\"\"\""_s) + u'"');
    }
    return quoted.join(u' ');
}

QMap<QString, QString> parseEnvironment(const QString &text)
{
    QMap<QString, QString> environment;
    for (const QString &line : text.split(u'\n')) {
        const qsizetype equals = line.indexOf(u'=');
        const QString name = line.left(equals).trimmed();
        if (!name.isEmpty()) {
            environment.insert(name, equals < 0 ? QString() : line.mid(equals + 1));
        }
    }
    return environment;
}

QString writeEnvironment(const QMap<QString, QString> &environment)
{
    QStringList lines;
    for (const auto &[name, value] : environment.asKeyValueRange()) {
        lines << name + u'=' + value;
    }
    return lines.join(u'\n');
}

ContainerForm::ContainerForm(QWidget *parent)
    : FieldForm(parent)
    , m_method(new QComboBox)
    , m_command(new QLineEdit)
    , m_directory(new QLineEdit)
    , m_environment(new LinesEdit)
{
    m_method->setObjectName(u"method"_s);
    m_method->addItem(tr("clone: a new process, born into the namespaces"));
    m_method->addItem(tr("unshare: a process that is there moves into new ones"));
    m_method->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_method->setMinimumContentsLength(10);
    ignoreWheelUnlessFocused(m_method);
    m_command->setObjectName(u"command"_s);
    m_command->setPlaceholderText(tr("empty: it waits until you press Stop"));
    m_command->setToolTip(tr("A program and its arguments. Double quotes keep words together."));
    m_directory->setObjectName(u"directory"_s);
    m_directory->setPlaceholderText(tr("as outside"));
    m_environment->setObjectName(u"environment"_s);
    m_environment->setPlaceholderText(tr("NAME=value, one on a line"));
    m_environment->setTabChangesFocus(true);
    m_environment->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    addField(u"command"_s, tr("Co&mmand"), m_command);
    addField(u"method"_s, tr("Me&thod"), m_method);
    addField(u"workingDirectory"_s, tr("&Directory"), m_directory);
    addField(u"environment"_s, tr("&Environment"), m_environment);

    connect(m_method, &QComboBox::activated, this, &ContainerForm::changed);
    connect(m_command, &QLineEdit::textEdited, this, &ContainerForm::changed);
    connect(m_directory, &QLineEdit::textEdited, this, &ContainerForm::changed);
    connect(m_environment, &QPlainTextEdit::textChanged, this, &ContainerForm::changed);
}

void ContainerForm::setContainer(const Container &container)
{
    const QSignalBlocker block(this);
    m_method->setCurrentIndex(static_cast<int>(container.method));
    // A field that means the same already is left as it was typed.
    if (words() != container.command) {
        m_words = container.command;
        m_line = joinCommand(m_words);
        m_command->setText(m_line);
    }
    if (m_directory->text() != container.workingDirectory) {
        m_directory->setText(container.workingDirectory);
    }
    if (parseEnvironment(m_environment->toPlainText()) != container.environment) {
        m_environment->setPlainText(writeEnvironment(container.environment));
    }
}

QStringList ContainerForm::words() const
{
    return m_command->text() == m_line ? m_words : QProcess::splitCommand(m_command->text());
}

void ContainerForm::fill(Container &container) const
{
    container.method = static_cast<Method>(m_method->currentIndex());
    container.command = words();
    container.workingDirectory = m_directory->text();
    container.environment = parseEnvironment(m_environment->toPlainText());
}

} // namespace nsw

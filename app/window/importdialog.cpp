// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/importdialog.h"

#include "app/panels/findingsview.h"
#include "app/panels/icons.h"
#include "app/panels/look.h"
#include "app/panels/tonelabel.h"
#include "core/store/configurationfile.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

ImportDialog::ImportDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit)
    , m_findings(new FindingsView)
{
    setObjectName(u"import"_s);
    setWindowTitle(tr("Import"));
    auto *label = new QLabel(tr("&A config.json of OCI, or an unshare command:"));
    label->setBuddy(m_text);
    m_text->setObjectName(u"import-text"_s);
    m_text->setAccessibleName(tr("What is to be imported"));
    m_text->setPlaceholderText(u"unshare --user --map-root-user --uts sh"_s);
    m_text->setTabChangesFocus(true);
    m_findings->setShowsPlaces(true);
    auto *findings = new QScrollArea;
    findings->setWidget(m_findings);
    findings->setWidgetResizable(true);
    findings->setFrameShape(QFrame::NoFrame);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *file = buttons->addButton(tr("&From a file…"), QDialogButtonBox::ActionRole);
    file->setObjectName(u"import-file"_s);
    file->setIcon(icon(u"open"_s));
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(u"import-accept"_s);
    m_import->setDefault(true);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ImportDialog::judge);
    connect(file, &QPushButton::clicked, this, &ImportDialog::askForFile);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_text, 2);
    layout->addWidget(findings, 1);
    layout->addWidget(buttons);
    const auto follow = [this] {
        m_text->setFont(styledFont({.scale = 0.92, .fixed = true}));
        constexpr int kColumns = 80;
        constexpr int kLines = 24;
        const QFontMetrics metrics(m_text->font());
        resize(QSize(kColumns * metrics.averageCharWidth(), kLines * metrics.lineSpacing()));
    };
    connect(Look::instance(), &Look::changed, this, follow);
    follow();
    judge();
}

void ImportDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
}

bool ImportDialog::readFile(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly)) {
        m_findings->setFindings({Finding{.severity = Severity::Error,
                                         .code = FindingCode::Unreadable,
                                         .path = {},
                                         .found = path,
                                         .expected = file.errorString()}});
        return false;
    }
    setText(QString::fromUtf8(file.read(kMaxConfigurationSize + 1)));
    return true;
}

void ImportDialog::judge()
{
    const QByteArray text = m_text->toPlainText().toUtf8();
    m_imported = text.trimmed().isEmpty()
        ? Imported{}
        : importText(text, ImportUser{.uid = getuid(), .gid = getgid()});
    m_findings->setFindings(m_imported.findings);
    m_import->setEnabled(m_imported.configuration.has_value());
}

void ImportDialog::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import a file"));
    if (!path.isEmpty()) {
        readFile(path);
    }
}

} // namespace nsw

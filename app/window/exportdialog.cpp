// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exportdialog.h"

#include "app/panels/findingsview.h"
#include "app/panels/icons.h"
#include "app/panels/look.h"
#include "app/panels/tonelabel.h"
#include "app/session/exporthost.h"
#include "app/window/sourcehighlighter.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

QString formTitle(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Shell:
        return ExportDialog::tr("Shell script");
    case ExportFormat::C:
        return ExportDialog::tr("C program");
    case ExportFormat::Go:
        return ExportDialog::tr("Go program");
    case ExportFormat::Oci:
        return ExportDialog::tr("OCI config.json");
    case ExportFormat::Bwrap:
        return u"bubblewrap"_s;
    case ExportFormat::Nspawn:
        return u"systemd-nspawn"_s;
    }
    Q_UNREACHABLE();
}

/** As KSyntaxHighlighting calls it. */
QString languageOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Shell:
    case ExportFormat::Bwrap:
    case ExportFormat::Nspawn:
        return u"Bash"_s;
    case ExportFormat::C:
        return u"C"_s;
    case ExportFormat::Go:
        return u"Go"_s;
    case ExportFormat::Oci:
        return u"JSON"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

ExportDialog::ExportDialog(Configuration configuration,
                           Configuration shown,
                           const HostFacts &facts,
                           QWidget *parent)
    : QDialog(parent)
    , m_configuration(std::move(configuration))
    , m_shown(std::move(shown))
    , m_host(exportHost(facts))
    , m_forms(new QListWidget)
    , m_preview(new QPlainTextEdit)
    , m_losses(new FindingsView)
    , m_heading(new QLabel)
    , m_said(new QLabel)
{
    setObjectName(u"export"_s);
    setWindowTitle(tr("Export"));
    makeList();
    makePreview();
    arrange();
    connect(Look::instance(), &Look::changed, this, &ExportDialog::applyLook);
    applyLook();
    m_forms->setCurrentRow(0);
    m_forms->setFocus();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::setFacts(const HostFacts &facts)
{
    if (facts != m_host.facts) {
        m_host.facts = facts;
        present(format());
    }
}

void ExportDialog::makeList()
{
    m_forms->setObjectName(u"export-forms"_s);
    m_forms->setAccessibleName(tr("Form"));
    for (const ExportFormat format : kExportFormats) {
        m_forms->addItem(formTitle(format));
    }
    connect(m_forms, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) {
            present(kExportFormats.at(static_cast<std::size_t>(row)));
        }
    });
}

void ExportDialog::makePreview()
{
    m_preview->setObjectName(u"export-preview"_s);
    m_preview->setAccessibleName(tr("The configuration in this form"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_highlighter = std::make_unique<SourceHighlighter>(m_preview);
    m_losses->setShowsPlaces(true);
    m_losses->setObjectName(u"export-losses"_s);
    m_losses->setAccessibleName(tr("What is different in this form"));
}

void ExportDialog::arrange()
{
    auto *losses = new QScrollArea;
    losses->setWidget(m_losses);
    losses->setWidgetResizable(true);
    losses->setFrameShape(QFrame::NoFrame);
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_preview, 3);
    column->addWidget(m_heading);
    column->addWidget(losses, 1);
    auto *splitter = new QSplitter;
    splitter->addWidget(m_forms);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    constexpr int kMargin = 32;
    constexpr int kAllTheRest = 10'000;
    splitter->setSizes({m_forms->sizeHintForColumn(0) + kMargin, kAllTheRest});

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"export-copy"_s);
    copy->setIcon(icon(u"copy"_s));
    auto *save = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    save->setObjectName(u"export-save"_s);
    save->setIcon(icon(u"save"_s));
    save->setDefault(true);
    connect(copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(save, &QPushButton::clicked, this, &ExportDialog::askAndSave);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_said->setObjectName(u"export-said"_s);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_said);
    layout->addWidget(buttons);
}

ExportFormat ExportDialog::format() const
{
    return kExportFormats.at(static_cast<std::size_t>(qMax(0, m_forms->currentRow())));
}

void ExportDialog::setFormat(ExportFormat format)
{
    m_forms->setCurrentRow(static_cast<int>(format));
}

void ExportDialog::present(ExportFormat format)
{
    m_exported = exportAs(format, m_configuration, m_host);
    const Exported seen = isMasked() ? exportAs(format, m_shown, m_host) : m_exported;
    m_highlighter->setText(seen.text, languageOf(format));
    m_losses->setFindings(seen.findings);
    m_heading->setText(seen.findings.isEmpty() ? tr("Nothing is lost in this form.")
                                               : tr("What is lost, or different, in this form:"));
    m_said->clear();
}

void ExportDialog::applyLook()
{
    m_preview->setFont(styledFont({.scale = 0.92, .fixed = true}));
    m_highlighter->followPalette();
    constexpr int kColumns = 130;
    constexpr int kLines = 46;
    const QFontMetrics metrics(m_preview->font());
    resize(sizeHint().expandedTo(
        QSize(kColumns * metrics.averageCharWidth(), kLines * metrics.lineSpacing())));
}

void ExportDialog::copy()
{
    QApplication::clipboard()->setText(m_exported.text);
    m_said->setText(isMasked()
                        ? tr("Copied, with the names as they are: masking is for the screen.")
                        : tr("Copied."));
}

void ExportDialog::askAndSave()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the export"), fileNameFor(format(), m_configuration));
    if (!path.isEmpty()) {
        saveTo(path);
    }
}

bool ExportDialog::saveTo(const QString &path)
{
    QSaveFile file(path);
    const QByteArray text = m_exported.text.toUtf8();
    const bool isWritten
        = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    if (isWritten && isScript(format())) {
        QFile::setPermissions(path, QFile::permissions(path) | QFile::ExeOwner);
    }
    if (!isWritten) {
        m_said->setText(tr("“%1” was not saved. %2").arg(path, file.errorString()));
        return false;
    }
    m_said->setText((isMasked()
                         ? tr("Saved %1, with the names as they are: masking is for the screen.")
                         : tr("Saved %1"))
                        .arg(QFileInfo(path).fileName()));
    return true;
}

} // namespace nsw

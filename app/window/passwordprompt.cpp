// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/passwordprompt.h"

#include "app/session/remotesupervisor.h"
#include "app/text/language.h"

#include <QApplication>
#include <QInputDialog>
#include <QMessageBox>

#include <csignal>
#include <cstdio>

#include <sys/prctl.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

bool isPasswordPrompt()
{
    return qEnvironmentVariable("NSW_ASKPASS") == u'1';
}

int runPasswordPrompt(int argc, char **argv)
{
    // When ssh(1) goes, nobody waits for an answer.
    if (::prctl(PR_SET_PDEATHSIG, SIGTERM) != 0) {
        return 1;
    }
    QApplication application(argc, argv);
    speakDesktopLanguage(application);
    const QString question = QApplication::arguments().value(1);
    const QString title = QApplication::translate("PasswordPrompt", "SSH — Namespace Workbench");
    // ssh(1) says what kind of answer it wants: "confirm" yes or no, "none" only tells something.
    const QString kind = qEnvironmentVariable("SSH_ASKPASS_PROMPT");
    if (kind == u"confirm"_s || kind == u"none"_s) {
        const auto buttons
            = kind == u"none"_s ? QMessageBox::Close : QMessageBox::Yes | QMessageBox::No;
        QMessageBox box(QMessageBox::Question, title, question, buttons);
        box.setTextFormat(Qt::PlainText);
        return box.exec() == QMessageBox::Yes ? 0 : 1;
    }
    // The question whether a key is to be trusted wants a word that may be seen.
    const bool isHidden = !question.contains(u"yes/no"_s);
    bool isAnswered = false;
    const QString answer = QInputDialog::getText(nullptr,
                                                 title,
                                                 question,
                                                 isHidden ? QLineEdit::Password : QLineEdit::Normal,
                                                 {},
                                                 &isAnswered);
    if (!isAnswered) {
        // Standard error is that of ssh(1), which whoever started it reads.
        (void)std::fprintf(stderr, "%s\n", kQuestionDismissed.data());
        return 1;
    }
    const QByteArray line = answer.toLocal8Bit() + '\n';
    return std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout)
            == static_cast<std::size_t>(line.size())
        ? 0
        : 1;
}

} // namespace nsw

// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "helper/contract.h"

#include <QPointer>
#include <QProcess>

#include <functional>

namespace nsw
{

/** What can be the matter, as privileged.h lists it. */
namespace errors
{

Error busSilent();
Error polkitSilent();
Error questionUnanswered(Privilege asked);
Error helperSilent();
Error helperEnded();
Error of(contract::Outcome outcome, Privilege asked);

} // namespace errors

/** nsworkbench-authorize, which may block where the window must not. */
class AuthorizeProcess
{
public:
    AuthorizeProcess();
    AuthorizeProcess(const AuthorizeProcess &) = delete;
    AuthorizeProcess &operator=(const AuthorizeProcess &) = delete;
    AuthorizeProcess(AuthorizeProcess &&) = delete;
    AuthorizeProcess &operator=(AuthorizeProcess &&) = delete;
    ~AuthorizeProcess();

    std::function<void(contract::Milestone)> onMilestone;
    std::function<void(contract::Outcome)> onFinished;
    std::function<void(const Error &)> onFailed; ///< could not be started

    /** `socket` is theirs; the caller closes its copy. */
    void start(Privilege asked, const QString &nonce, int socket);

    /** Kills it. None of the functions is called any more. */
    void abandon();

private:
    QPointer<QProcess> m_process;
};

} // namespace nsw

// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/auth/services.h"

#include <QByteArray>

/**
 * Polkit asks the allowed user for a password, as it does without the rule of the isolation, and
 * the agent of that user does with the question what it is told to (see agent_main.cpp). Polkit has
 * to be restarted after the end of this.
 */
class Question
{
public:
    explicit Question(const QByteArray &reaction);
    ~Question();
    Question(const Question &) = delete;
    Question &operator=(const Question &) = delete;
    Question(Question &&) = delete;
    Question &operator=(Question &&) = delete;

    bool isPut = false;

private:
    Hidden m_authorize;
    Hidden m_rules;
};

// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/masking.h"

#include "app/models/maskedstate.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSysInfo>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

QString maskKey()
{
    return u"maskNames"_s;
}

/** The people of this machine, from lines of passwd(5): daemons have lower numbers. */
QStringList peopleOf(const QByteArray &passwd)
{
    constexpr qsizetype kUidField = 2;
    constexpr uint kFirstPerson = 1000;
    constexpr uint kNobody = 65534;
    QStringList people;
    for (const QByteArray &line : passwd.split('\n')) {
        const QList<QByteArray> fields = line.split(':');
        bool isNumber = false;
        const uint uid = fields.value(kUidField).toUInt(&isNumber);
        if (isNumber && uid >= kFirstPerson && uid != kNobody) {
            people << QString::fromUtf8(fields.constFirst());
        }
    }
    return people;
}

} // namespace

Masking::Masking(bool remembers, QObject *parent)
    : QObject(parent)
    , m_remembers(remembers)
    , m_action(new QAction(tr("&Mask names"), this))
{
    m_action->setObjectName(u"mask-names"_s);
    m_action->setCheckable(true);
    m_action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    m_action->setToolTip(tr("Shows placeholders for user names, host names and addresses"));
    connect(m_action, &QAction::toggled, this, [this](bool on) {
        if (m_remembers) {
            QSettings().setValue(maskKey(), on);
        }
        Q_EMIT changed(on);
    });
    if (m_remembers) {
        m_action->setChecked(QSettings().value(maskKey()).toBool());
    }
}

bool Masking::isOn() const
{
    return m_action->isChecked();
}

void Masking::setOn(bool on)
{
    m_action->setChecked(on);
}

void Masking::learnPeople()
{
    if (m_knowsPeople) {
        return;
    }
    m_knowsPeople = true;
    // The one in front of it first, whatever the directory that knows the name.
    m_mask.addUser(QDir(QDir::homePath()).dirName());
    for (const char *variable : {"USER", "LOGNAME", "SUDO_USER"}) {
        m_mask.addUser(qEnvironmentVariable(variable));
    }
    if (QFile file(u"/etc/passwd"_s); file.open(QIODevice::ReadOnly)) {
        for (const QString &name : peopleOf(file.readAll())) {
            m_mask.addUser(name);
        }
    }
    m_mask.addHost(QSysInfo::machineHostName());
}

SessionState Masking::shown(const SessionState &state)
{
    if (!isOn()) {
        return state;
    }
    learnPeople();
    learnNames(state, m_mask);
    return masked(state, m_mask);
}

Plan Masking::shown(const Plan &plan)
{
    if (!isOn()) {
        return plan;
    }
    learnPeople();
    return masked(plan, m_mask);
}

Configuration Masking::shown(const Configuration &configuration)
{
    if (!isOn()) {
        return configuration;
    }
    learnPeople();
    return masked(configuration, m_mask);
}

QString Masking::shown(const QString &text)
{
    if (!isOn()) {
        return text;
    }
    learnPeople();
    return m_mask.text(text);
}

Act Masking::meant(const Act &act) const
{
    return isOn() ? original(act, m_mask) : act;
}

Watched Masking::meant(const Watched &watch) const
{
    return isOn() ? original(watch, m_mask) : watch;
}

Step Masking::meant(const Step &step) const
{
    return isOn() ? original(step, m_mask) : step;
}

} // namespace nsw

// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auth/authtest.h"

#include "helper/contract.h"
#include "helper/limits.h"
#include "tests/auth/services.h"
#include "tests/support/require.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <pwd.h>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

void forgetCreationsOf(const char *variable)
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): this process has one thread that asks
    if (const passwd *user = ::getpwnam(qgetenv(variable).constData())) {
        nsw::forgetCreations(user->pw_uid);
    }
}

QStringList openedBy(qint64 pid)
{
    QStringList targets;
    const QDir descriptors(u"/proc/%1/fd"_s.arg(pid));
    for (const QString &fd :
         descriptors.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
        targets << fd + u' ' + QFile(descriptors.filePath(fd)).symLinkTarget();
    }
    return targets;
}

} // namespace

// The helper leaves by itself, 10 s after it was last needed.
AuthTest::AuthTest(const QStringList &mayCome)
    : OracleTest(mayCome + QStringList{u"nsworkbench-hel"_s})
{
}

void AuthTest::initTestCase()
{
    NSW_REQUIRE(qEnvironmentVariable("NSW_TEST_ISOLATED") == "1"_L1,
                "needs a system bus, polkit and accounts of its own: run it with tools/test");
    QVERIFY(QFile::exists(u"/usr/share/polkit-1/actions/org.nsworkbench.helper.policy"_s));
}

void AuthTest::prepare()
{
    forgetAllCreations();
    m_helper = ownerOf(nsw::contract::kHelper);
    m_opened = openedBy(m_helper.value_or(0));
}

void AuthTest::finish()
{
    if (!m_helper || ownerOf(nsw::contract::kHelper) != m_helper) {
        return;
    }
    QStringList opened;
    const auto isAsBefore = [&] {
        opened = openedBy(*m_helper);
        opened.removeIf([this](const QString &one) { return m_opened.contains(one); });
        return opened.isEmpty();
    };
    QVERIFY2(QTest::qWaitFor(isAsBefore), qPrintable(opened.join(u'\n')));
}

Somebody::Somebody()
{
    QStringList words = other().command(
        u"unshare"_s,
        {u"-Ur"_s, u"-mu"_s, u"sh"_s, u"-c"_s, u"hostname elsewhere; echo ok; exec cat"_s});
    m_process.setProgram(words.takeFirst());
    m_process.setArguments(words);
    m_process.start();
}

Somebody::~Somebody()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished();
}

QString utsNamespaceOf(const QByteArray &pid)
{
    return QFile::symLinkTarget(u"/proc/%1/ns/uts"_s.arg(QString::fromLatin1(pid)))
        .section(u'[', 1)
        .chopped(1);
}

void forgetAllCreations()
{
    forgetCreationsOf("NSW_TEST_USER");
    forgetCreationsOf("NSW_TEST_OTHER");
}

Person allowed()
{
    return Person(qEnvironmentVariable("NSW_TEST_USER"));
}

Person other()
{
    return Person(qEnvironmentVariable("NSW_TEST_OTHER"));
}

qint64 takenMs(Client &client)
{
    return client.next(u"took "_s).toLongLong();
}

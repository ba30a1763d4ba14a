// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QMap>
#include <QTest>
#include <QXmlStreamReader>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

/**
 * The policy file that KAuth makes of our actions, as text: in a test the rules of polkit decide,
 * so its defaults are seen nowhere else.
 */
class TestPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyThisAction();
    void administratorsAtTheMachineOnly();
    void saysWhatIsGranted();

private:
    /** Text by "element" or "element language"; the action as "action". */
    QMultiMap<QString, QString> m_policy;
};

void TestPolicy::initTestCase()
{
    QFile file(QStringLiteral(NSW_POLICY_FILE));
    QVERIFY2(file.open(QIODevice::ReadOnly), NSW_POLICY_FILE);
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const QString name = xml.name().toString();
        if (name == "action"_L1) {
            m_policy.insert(name, xml.attributes().value("id"_L1).toString());
        } else if (name != "policyconfig"_L1 && name != "defaults"_L1) {
            const QString language = xml.attributes().value("xml:lang"_L1).toString();
            m_policy.insert(QString(name + u' ' + language).trimmed(), xml.readElementText());
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TestPolicy::onlyThisAction()
{
    QCOMPARE(m_policy.values(u"action"_s), QStringList(u"org.nsworkbench.helper.session.root"_s));
    QCOMPARE(m_policy.values(u"vendor"_s), QStringList(u"Namespace Workbench"_s));
}

void TestPolicy::administratorsAtTheMachineOnly()
{
    QCOMPARE(m_policy.values(u"allow_active"_s), QStringList(u"auth_admin"_s)); // each time anew
    QCOMPARE(m_policy.values(u"allow_inactive"_s), QStringList(u"no"_s));
    QVERIFY(!m_policy.contains(u"allow_any"_s)); // which means no
}

void TestPolicy::saysWhatIsGranted()
{
    for (const QString &language : {u""_s, u" zh_CN"_s}) {
        QVERIFY(!m_policy.value(u"description"_s + language).isEmpty());
        QVERIFY(m_policy.value(u"message"_s + language).contains("root"_L1));
    }
}

QTEST_APPLESS_MAIN(TestPolicy)
#include "tst_policy.moc"

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
    void theseActionsOnly();
    void administratorsAtTheMachineOnly_data();
    void administratorsAtTheMachineOnly();
    void saysWhatIsGranted_data();
    void saysWhatIsGranted();

private:
    /** Of each action, text by "element" or "element language". */
    QMap<QString, QMultiMap<QString, QString>> m_actions;
    QString m_vendor;
};

namespace
{

QString actionNamed(const QString &grant)
{
    return u"org.nsworkbench.helper."_s + grant;
}

} // namespace

void TestPolicy::initTestCase()
{
    QFile file(QStringLiteral(NSW_POLICY_FILE));
    QVERIFY2(file.open(QIODevice::ReadOnly), NSW_POLICY_FILE);
    QXmlStreamReader xml(&file);
    QString action;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const QString name = xml.name().toString();
        if (name == "action"_L1) {
            action = xml.attributes().value("id"_L1).toString();
            m_actions.insert(action, {});
        } else if (name == "vendor"_L1) {
            m_vendor = xml.readElementText();
        } else if (!action.isEmpty() && name != "defaults"_L1) {
            const QString language = xml.attributes().value("xml:lang"_L1).toString();
            m_actions[action].insert(QString(name + u' ' + language).trimmed(),
                                     xml.readElementText());
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TestPolicy::theseActionsOnly()
{
    QCOMPARE(m_actions.keys(),
             (QStringList{actionNamed(u"attach.other"_s),
                          actionNamed(u"inspect"_s),
                          actionNamed(u"session.assisted"_s),
                          actionNamed(u"session.root"_s)}));
    QCOMPARE(m_vendor, u"Namespace Workbench"_s);
}

void TestPolicy::administratorsAtTheMachineOnly_data()
{
    QTest::addColumn<QString>("active");
    QTest::newRow("inspect") << u"auth_admin_keep"_s; // changes nothing
    QTest::newRow("session.assisted") << u"auth_admin"_s; // each time anew
    QTest::newRow("attach.other") << u"auth_admin"_s;
    QTest::newRow("session.root") << u"auth_admin"_s;
}

void TestPolicy::administratorsAtTheMachineOnly()
{
    QFETCH(const QString, active);
    const auto policy = m_actions.value(actionNamed(QString::fromUtf8(QTest::currentDataTag())));
    QCOMPARE(policy.values(u"allow_active"_s), QStringList(active));
    QCOMPARE(policy.values(u"allow_inactive"_s), QStringList(u"no"_s));
    QVERIFY(!policy.contains(u"allow_any"_s)); // which means no
}

void TestPolicy::saysWhatIsGranted_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("inspect") << u"Nothing is changed"_s << u"不会更改任何内容"_s;
    QTest::newRow("session.assisted") << u"runs as you"_s << u"以您的身份运行"_s;
    QTest::newRow("attach.other") << u"as powerful as root"_s << u"等同于 root"_s;
    QTest::newRow("session.root") << u"exactly as root can"_s << u"与 root 一样"_s;
}

void TestPolicy::saysWhatIsGranted()
{
    QFETCH(const QString, english);
    QFETCH(const QString, chinese);
    const auto policy = m_actions.value(actionNamed(QString::fromUtf8(QTest::currentDataTag())));
    QVERIFY(policy.value(u"message"_s).contains(english));
    QVERIFY(policy.value(u"message zh_CN"_s).contains(chinese));
    for (const QString &element : {u"description"_s, u"message"_s}) {
        QVERIFY(!policy.value(element).isEmpty());
        QVERIFY(!policy.value(element + u" zh_CN"_s).isEmpty());
        // Each says something of its own.
        for (const auto &other : std::as_const(m_actions)) {
            QVERIFY(other == policy || other.value(element) != policy.value(element));
        }
    }
}

QTEST_APPLESS_MAIN(TestPolicy)
#include "tst_policy.moc"

// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/mask.h"

#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

class MaskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void replaced_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("path") << u"/home/alice/x"_s << u"/home/user-1/x"_s;
        QTest::newRow("prompt") << u"alice@tower:~$ "_s << u"user-1@host-1:~$ "_s;
        QTest::newRow("long name") << u"tower.example.org"_s << u"host-1"_s;
        QTest::newRow("two users") << u"bob, alice"_s << u"user-2, user-1"_s;
        QTest::newRow("part of a word") << u"malice towers bobby"_s << u"malice towers bobby"_s;
        QTest::newRow("the longer one") << u"alice-b"_s << u"user-3"_s;
        QTest::newRow("IPv4") << u"192.168.1.5/24"_s << u"192.0.2.1/24"_s;
        QTest::newRow("same, other")
            << u"10.0.0.1 10.0.0.2 10.0.0.1"_s << u"192.0.2.1 192.0.2.2 192.0.2.1"_s;
        QTest::newRow("end of a sentence") << u"It is 10.0.0.1."_s << u"It is 192.0.2.1."_s;
        QTest::newRow("IPv6") << u"fe80::a:1%eth0"_s << u"2001:db8::1%eth0"_s;
        QTest::newRow("IPv6, written twice")
            << u"2a01::1 2A01:0:0::1"_s << u"2001:db8::1 2001:db8::1"_s;
        QTest::newRow("mapped") << u"::ffff:10.0.0.1"_s << u"2001:db8::1"_s;
        QTest::newRow("MAC") << u"52:54:00:AB:cd:ef 52:54:00:ab:cd:ef"_s
                             << u"00:00:5e:00:53:01 00:00:5e:00:53:01"_s;
        for (const QString &same : {u"127.0.0.1 0.0.0.0 255.255.255.0 224.0.0.251"_s,
                                    u"::1 :: fe80::/64 ff02::1"_s,
                                    u"00:00:00:00:00:00 ff:ff:ff:ff:ff:ff"_s,
                                    u"6.12.74-1-amd64 version 1.2.3.4.5 300.1.1.1"_s,
                                    u"12:30:45 nsw::Mask"_s,
                                    u"root@localhost"_s,
                                    QString()}) {
            QTest::newRow(qPrintable(u"stays: "_s + same)) << same << same;
        }
    }

    void replaced()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, shown);
        Mask mask;
        for (const QString &user : {u"alice"_s, u"bob"_s, u"alice-b"_s, u"root"_s, u"x"_s}) {
            mask.addUser(user);
        }
        mask.addHost(u"tower.example.org"_s);
        mask.addHost(u"localhost"_s);
        QCOMPARE(mask.text(text), shown);
        QCOMPARE(mask.text(text), shown);
    }

    /** What is asked for in a masked window means what is behind the placeholders. */
    void original()
    {
        Mask mask;
        mask.addUser(u"alice"_s);
        mask.addHost(u"tower.example.org"_s);
        for (const QString &text : {u"/home/alice/x"_s,
                                    u"alice@tower.example.org"_s,
                                    u"10.1.2.3/24 fe80::a:1%eth0"_s,
                                    u"52:54:00:ab:cd:ef"_s,
                                    u"nothing private"_s}) {
            const QString shown = mask.text(text);
            QCOMPARE(mask.original(shown), text);
        }
        QCOMPARE(mask.original(u"user-77 192.0.2.99"_s), u"user-77 192.0.2.99"_s);
    }

    /** What was said once stays said, whatever becomes known later. */
    void stable()
    {
        Mask mask;
        mask.addUser(u"alice"_s);
        QCOMPARE(mask.text(u"alice at 10.0.0.7, tower"_s), u"user-1 at 192.0.2.1, tower"_s);
        mask.addUser(u"bob"_s);
        mask.addHost(u"tower"_s);
        mask.addHost(u"red"_s);
        QCOMPARE(mask.text(u"alice at 10.0.0.7, tower"_s), u"user-1 at 192.0.2.1, host-1"_s);
        QCOMPARE(mask.text(u"red"_s), u"host-2"_s);
        QCOMPARE(mask.text(u"10.0.0.8"_s), u"192.0.2.2"_s);
    }

    /** A placeholder is not looked at again, even where a name is part of it. */
    void awkwardNames()
    {
        Mask mask;
        mask.addUser(u"user"_s);
        mask.addHost(u"a.b+(c)"_s);
        QCOMPARE(mask.text(u"user a.b+(c) axb+(c)"_s), u"user-1 host-1 axb+(c)"_s);
    }

    void manyAddresses()
    {
        Mask mask;
        QSet<QString> shown;
        constexpr int kAll = 1000;
        for (int i = 0; i < kAll; ++i) {
            shown << mask.text(u"10.1.%1.%2"_s.arg(i / 250).arg(i % 250));
            shown << mask.text(u"52:54:00:00:%1:%2"_s.arg(i / 250, 2, 16, QChar(u'0'))
                                   .arg(i % 250, 2, 16, QChar(u'0')));
        }
        QCOMPARE(shown.size(), 2 * kAll);
        for (const QString &text : std::as_const(shown)) {
            QVERIFY(!text.startsWith(u"10."_s) && !text.startsWith(u"52:"_s));
        }
    }
};

QTEST_GUILESS_MAIN(MaskTest)
#include "tst_mask.moc"

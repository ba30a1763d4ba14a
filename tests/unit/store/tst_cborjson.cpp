// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cborjson.h"

#include <QCborArray>
#include <QCborMap>
#include <QTest>

#include <limits>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

/** From CBOR to JSON and back without loss: neither the order of keys nor bytes. */
class TestCborJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data();
    void comesBack();
    void isNone_data();
    void isNone();
};

void TestCborJson::comesBack_data()
{
    QTest::addColumn<QCborValue>("value");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("order") << QCborValue(QCborMap{{u"z"_s, 1}, {u"a"_s, -2}})
                           << R"({"z":1,"a":-2})"_ba;
    QTest::newRow("text") << QCborValue(u"\"\\\n\u0001é中\u2028"_s)
                          << "\"\\\"\\\\\\u000a\\u0001é中\u2028\""_ba;
    QTest::newRow("byte order mark") << QCborValue(u"\ufeffa"_s) << "\"\ufeffa\""_ba;
    QTest::newRow("bytes as text") << QCborValue("up\n"_ba) << R"({"$text":"up\u000a"})"_ba;
    QTest::newRow("any bytes") << QCborValue("\xff\x00\x80"_ba) << R"({"$base64":"/wCA"})"_ba;
    QTest::newRow("no bytes") << QCborValue(QByteArray("")) << R"({"$text":""})"_ba;
    QTest::newRow("key like bytes")
        << QCborValue(QCborMap{{u"$text"_s, u"x"_s}}) << R"({"$$text":"x"})"_ba;
    QTest::newRow("largest") << QCborValue(std::numeric_limits<qint64>::max())
                             << "9223372036854775807"_ba;
    QTest::newRow("smallest") << QCborValue(std::numeric_limits<qint64>::min())
                              << "-9223372036854775808"_ba;
    QTest::newRow("whole double") << QCborValue(2.0) << "2.0"_ba;
    QTest::newRow("double") << QCborValue(0.1) << "0.1"_ba;
    QTest::newRow("words") << QCborValue(QCborArray{true, false, nullptr, QCborArray{}, QCborMap{}})
                           << "[true,false,null,[],{}]"_ba;
}

void TestCborJson::comesBack()
{
    QFETCH(const QCborValue, value);
    QFETCH(const QByteArray, json);
    QCOMPARE(jsonOfCbor(value.toCbor()), json);
    const auto again = cborOfJson(json);
    QVERIFY(again);
    QCOMPARE(jsonOfCbor(*again), json);
    QCOMPARE(QCborValue::fromCbor(*again), value);
}

void TestCborJson::isNone_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArrayList texts{""_ba,
                               "{"_ba,
                               "[1,]"_ba,
                               "{\"a\"}"_ba,
                               "{\"a\":1,}"_ba,
                               "\"a"_ba,
                               "\"\\"_ba,
                               "\"\\u12"_ba,
                               "\"\\ud800\""_ba,
                               "\"\\ud800\\u0041\""_ba,
                               "\"\\x\""_ba,
                               "tru"_ba,
                               "1 2"_ba,
                               "--1"_ba,
                               "1e999"_ba,
                               "{\"$base64\":\"*\"}"_ba,
                               "{\"$base64\":1}"_ba,
                               "{\"$other\":1}"_ba,
                               QByteArray(1000, '[')};
    for (const QByteArray &text : texts) {
        QTest::addRow("%s", text.left(20).constData()) << text;
    }
}

void TestCborJson::isNone()
{
    QFETCH(const QByteArray, json);
    QCOMPARE(cborOfJson(json), std::nullopt);
}

QTEST_APPLESS_MAIN(TestCborJson)
#include "tst_cborjson.moc"

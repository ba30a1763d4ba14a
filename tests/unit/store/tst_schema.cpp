// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/planner.h"
#include "core/store/configurationfile.h"
#include "tests/unit/store/schemajudge.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

/** The schema and the program agree on what is a configuration. */
class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesAreValid();
    void everythingIsValid();
    void whatIsSavedIsValid();
    void keysRemoved();
    void keysAdded();
    void typesChanged();
    void values_data();
    void values();
};

namespace
{

constexpr const char *kEverything = R"({"version": 1, "name": "n", "description": "a paragraph",
    "expectation": {
        "namespaces": {"user": "isolated", "mount": "shared"}, "owned": ["uts"],
        "inside": {"hostname": "green", "uidMap": [{"inside": 3, "outside": "self"}], "setgroups": "allow", "uid": 0,
                   "capabilities": "some", "pid": 1, "ipcObjects": 0, "cgroup": "/",
                   "mounts": [{"target": "/", "filesystem": "tmpfs", "propagation": "private",
                               "options": ["noexec", "ro"]}],
                   "links": [{"name": "lo", "up": false}],
                   "addresses": [{"link": "lo", "address": "127.0.0.1/8"}],
                   "routes": [{"destination": "default", "link": "v", "gateway": "10.0.0.1"}], "monotonicOffset": 3},
        "refused": ["syntax"], "exit": 2, "output": "x"},
    "containers": [{
    "name": "red", "method": "unshare", "command": ["sh", ""], "workingDirectory": "/tmp",
    "environment": {"A_1": "", "b": "x"},
    "namespaces": {
        "user": {"new": {"uidMap": [{"inside": 0, "outside": "self", "count": 1}, {"inside": 5, "outside": 7}],
                         "gidMap": [], "setgroups": "deny"}},
        "mount": {"new": {"propagation": "slave", "mounts": [
            {"type": "bind", "source": "/etc", "target": "/mnt", "options": ["ro", "rbind"]},
            {"type": "tmpfs", "source": "", "target": "/run", "options": ["size=10%", "mode=755"]},
            {"type": "overlay", "lower": ["/a", "/b"], "upper": "/u", "work": "/w", "target": "/o"},
            {"type": "mqueue", "target": "/dev/mqueue", "options": []}]}},
        "pid": {"new": {"mountProc": false, "init": true}},
        "uts": {"new": {"hostname": "red", "domainname": ""}},
        "ipc": {"join": {"pid": 4711}},
        "network": {"join": {"path": "/run/netns/blue"}},
        "cgroup": {"new": {}},
        "time": {"new": {"monotonicOffset": -5, "boottimeOffset": 86400}}}}]})";

QJsonValue everything()
{
    return QJsonDocument::fromJson(kEverything).object();
}

const SchemaJudge &judge()
{
    static const SchemaJudge theJudge([] {
        QFile file(QStringLiteral(NSW_RESOURCES "/schema/configuration.schema.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("no schema");
        }
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
        if (error.error != QJsonParseError::NoError) {
            qFatal("the schema is no JSON");
        }
        return document.object();
    }());
    return theJudge;
}

/** Why the program refuses it on any machine; empty when it does not. */
QString refusal(const QJsonValue &value)
{
    const auto configuration
        = parseConfiguration(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (!configuration) {
        return configuration.error().path + u' ' + nameOf(configuration.error().code);
    }
    HostFacts facts;
    facts.sysAdmin = true;
    facts.netAdmin = true;
    facts.network = OutsideNetwork{};
    facts.uidMap = {MappedRange{.inside = 0, .outside = 0, .count = 4294967295}};
    facts.gidMap = facts.uidMap;
    facts.supported = QList<NsKind>(kAllKinds.begin(), kAllKinds.end());
    facts.monotonicNow = 1000;
    facts.boottimeNow = 1000;
    for (const Finding &finding : plan(*configuration, facts).findings) {
        if (finding.severity == Severity::Error) {
            return finding.path + u' ' + nameOf(finding.code);
        }
    }
    return {};
}

using Change = std::function<QList<QJsonValue>(const QJsonValue &)>;

/** `value` once for each change that `change` makes at each place in it. */
QList<QJsonValue> mutations(const QJsonValue &value, const Change &change)
{
    QList<QJsonValue> result = change(value);
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            for (const QJsonValue &changed : mutations(it.value(), change)) {
                QJsonObject copy = object;
                copy.insert(it.key(), changed);
                result << copy;
            }
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            for (const QJsonValue &changed : mutations(array.at(i), change)) {
                QJsonArray copy = array;
                copy.replace(i, changed);
                result << copy;
            }
        }
    }
    return result;
}

/** The first mutation on which schema and program differ, or which `mustFail` does not. */
QString firstDifference(const QList<QJsonValue> &values, bool mustFail)
{
    for (const QJsonValue &value : values) {
        const QString program = refusal(value);
        const QString schema = judge().complaint(value);
        if (program.isEmpty() != schema.isEmpty() || (mustFail && program.isEmpty())) {
            return u"program: “%1”, schema: “%2”\n%3"_s.arg(
                program,
                schema,
                QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)));
        }
    }
    return {};
}

} // namespace

void TestSchema::examplesAreValid()
{
    const QDir examples(QStringLiteral(NSW_RESOURCES "/examples"));
    const QStringList names = examples.entryList({u"*.json"_s});
    QVERIFY(names.size() >= 9);
    for (const QString &name : names) {
        QFile file(examples.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonValue value = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(judge().complaint(value), QString());
        QCOMPARE(refusal(value), QString());
    }
}

void TestSchema::everythingIsValid()
{
    QCOMPARE(judge().complaint(everything()), QString());
    QCOMPARE(refusal(everything()), QString());
}

void TestSchema::whatIsSavedIsValid()
{
    const auto configuration = parseConfiguration(kEverything);
    QVERIFY(configuration);
    const QJsonValue saved = QJsonDocument::fromJson(writeConfiguration(*configuration)).object();
    QCOMPARE(judge().complaint(saved), QString());
}

void TestSchema::keysRemoved()
{
    const QList<QJsonValue> changed = mutations(everything(), [](const QJsonValue &value) {
        QList<QJsonValue> result;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            QJsonObject copy = object;
            copy.remove(it.key());
            result << copy;
        }
        return result;
    });
    QVERIFY(changed.size() > 40);
    QCOMPARE(firstDifference(changed, false), QString());
}

void TestSchema::keysAdded()
{
    const QList<QJsonValue> changed = mutations(everything(), [](const QJsonValue &value) {
        QJsonObject object = value.toObject();
        object.insert(u"un-known"_s, u"x"_s);
        return value.isObject() ? QList<QJsonValue>{object} : QList<QJsonValue>{};
    });
    QVERIFY(changed.size() > 20);
    QCOMPARE(firstDifference(changed, true), QString());
}

void TestSchema::typesChanged()
{
    // Each value in turn becomes one of another type; nowhere are two types right, but for ids
    // outside, and of those "x" is none.
    const QList<QJsonValue> others{QJsonValue(), true, 1.5, u"x"_s, QJsonArray{}, QJsonObject{}};
    const QList<QJsonValue> changed = mutations(everything(), [&](const QJsonValue &value) {
        QList<QJsonValue> result;
        for (const QJsonValue &other : others) {
            if (other.type() != value.type() || other.isDouble()) {
                result << other;
            }
        }
        return result;
    });
    QVERIFY(changed.size() > 200);
    QCOMPARE(firstDifference(changed, true), QString());
}

void TestSchema::values_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *from, const char *to, bool valid = false) {
        QTest::addRow("%s → %s", from, to) << QByteArray(from) << QByteArray(to) << valid;
    };
    row(R"("version": 1)", R"("version": 2)");
    row(R"("unshare")", R"("fork")");
    row(R"("name": "red")", R"("name": "")");
    row(R"("sh", "")", R"("", "sh")");
    row(R"("sh", "")", "", true);
    row(R"("/tmp")", R"("tmp")");
    row(R"("/tmp")", R"("")", true);
    row(R"("A_1")", R"("1A")");
    row(R"("A_1")", R"("A-B")");
    row(R"("inside": 0)", R"("inside": -1)");
    row(R"("inside": 0)", R"("inside": 4294967295)");
    // Not up to the true end: valijson's Qt adapter takes no larger number for an integer.
    row(R"("inside": 0)", R"("inside": 2147483647)", true);
    row(R"("outside": 7)", R"("outside": 4294967296)");
    row(R"("outside": 7)", R"("outside": "root")");
    row(R"("count": 1)", R"("count": 0)");
    row(R"("count": 1)", R"("count": 4294967296)");
    row(R"("deny")", R"("never")");
    row(R"("slave")", R"("rslave")");
    row(R"("source": "/etc", )", "");
    row(R"("source": "/etc")", R"("source": "etc")");
    row(R"("source": "")", R"("source": "/x")");
    row(R"("target": "/mnt")", R"("target": "mnt")");
    row(R"("type": "mqueue")", R"("type": "ext4")");
    row(R"("type": "mqueue")", R"("type": "sysfs")", true);
    row(R"("rbind")", R"("rprivate")");
    row(R"("size=10%")", R"("size=ten")");
    row(R"("size=10%")", R"("size=5m")", true);
    row(R"("size=10%")", R"("rbind")");
    row(R"("options": [])", R"("options": ["size=1"])");
    row(R"("options": [])", R"("options": ["nodev", "rw"])", true);
    row(R"("hostname": "red")", R"("hostname": "a\nb")");
    row(R"("hostname": "red")",
        R"("hostname": "0123456789012345678901234567890123456789012345678901234567890123")",
        true);
    row(R"("hostname": "red")",
        R"("hostname": "01234567890123456789012345678901234567890123456789012345678901234")");
    row("4711", "0");
    row("4711", "2147483648");
    row(R"({"pid": 4711})", R"({"pid": 4711, "path": "/x"})");
    row(R"({"join": {"pid": 4711}})", R"({"join": {"pid": 4711}, "new": {}})");
    row(R"("/run/netns/blue")", R"("blue")");
    row(R"("lower": ["/a", "/b"])", R"("lower": [])");
    row(R"("lower": ["/a", "/b"])", R"("lower": ["/a,index=on"])");
    row(R"("lower": ["/a", "/b"])", R"("lower": ["/a:/b"])");
    row(R"("lower": ["/a", "/b"])", R"("lower": ["a"])");
    row(R"("lower": ["/a", "/b"], "upper": "/u", "work": "/w")", R"("lower": ["/a"])", true);
    row(R"("upper": "/u")", R"("upper": "/u\\")");
    const auto cable = [&row](const QByteArray &members, bool valid) {
        row(R"({"join": {"path": "/run/netns/blue"}})",
            QByteArray(R"({"new": {"veth": {)" + members + "}}}").constData(),
            valid);
    };
    cable(R"("peer": "a")", true);
    cable(R"("name": "eth-1.5_x", "peer": "123456789012345")", true);
    cable(R"("peer": "nsw-a", "address": "192.0.2.2/24", "peerAddress": "2001:db8::1/64")", true);
    cable(R"("name": "eth0")", false);
    cable(R"("peer": "1234567890123456")", false);
    for (const char *name : {"", ".", "..", "all", "default", "A", "a b", "a/b"}) {
        cable(R"("peer": ")" + QByteArray(name) + '"', false);
    }
    cable(R"("name": "lo", "peer": "a")", false);
    cable(R"("peer": "a", "address": "192.0.2.2")", false);
    cable(R"("peer": "a", "peerAddress": "eth0/24")", false);
    row("86400", "4611686019");
    row("-5", "-4611686019");
    row(R"("cgroup": {"new": {}})", R"("cgroup": {"new": {"x": 1}})");
}

void TestSchema::values()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const bool, valid);
    QByteArray text = kEverything;
    QCOMPARE(text.count(from), 1);
    text.replace(from, to);
    QJsonParseError error;
    const QJsonValue value = QJsonDocument::fromJson(text, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(firstDifference({value}, !valid), QString());
    QCOMPARE(refusal(value).isEmpty(), valid);
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"

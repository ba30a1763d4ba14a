// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/configurationfile.h"
#include "tests/support/require.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

/** Reading tells where and what; writing is whole or not at all. */
class TestConfigurationFile : public QObject
{
    Q_OBJECT

public:
    explicit TestConfigurationFile(bool mayMount)
        : m_mayMount(mayMount)
    {
    }

private Q_SLOTS:
    void errors_data();
    void errors();
    void byteOrderMark();
    void unreadable();
    void tooLarge();
    void examplesComeBack();
    void randomOnesComeBack();
    void orderOfKeys();
    void savedOverOlder();
    void whatWouldNotReadAgainIsNotSaved();
    void readOnlyDirectory() const;
    void fullDisk() const;

private:
    bool m_mayMount;
};

namespace
{

bool writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/** In mount and user namespaces of its own the test may mount what it needs, whoever runs it. */
bool enterNamespaces()
{
    const QByteArray uid = "0 "_ba + QByteArray::number(::geteuid()) + " 1"_ba;
    const QByteArray gid = "0 "_ba + QByteArray::number(::getegid()) + " 1"_ba;
    return ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && writeFile(u"/proc/self/uid_map"_s, uid)
        && writeFile(u"/proc/self/setgroups"_s, "deny"_ba)
        && writeFile(u"/proc/self/gid_map"_s, gid)
        && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

Configuration sample(const QString &name)
{
    Container container;
    container.name = u"red"_s;
    container.namespaces.uts = NewUts{.hostname = u"red"_s, .domainname = {}};
    return {.version = Configuration::kVersion, .name = name, .containers = {container}};
}

QString text(QRandomGenerator &random)
{
    static constexpr QStringView kSome = u"a/\"\\\n\té中 {}[]:,'\u2028";
    QString result;
    for (int i = random.bounded(8); i > 0; --i) {
        result += kSome.at(random.bounded(kSome.size()));
    }
    return result;
}

Join join(QRandomGenerator &random)
{
    return random.bounded(2) == 0 ? Join{JoinPid{random.bounded(1, 1 << 30)}}
                                  : Join{JoinPath{text(random)}};
}

template<class New>
void choose(Choice<New> &choice, QRandomGenerator &random, const New &fresh)
{
    switch (random.bounded(3)) {
    case 0:
        choice = fresh;
        break;
    case 1:
        choice = join(random);
        break;
    default:
        break;
    }
}

QList<IdRange> idMap(QRandomGenerator &random)
{
    QList<IdRange> map;
    for (int i = random.bounded(3); i > 0; --i) {
        map << IdRange{.inside = random.generate(), .outside = {}, .count = random.generate()};
        if (random.bounded(2) == 0) {
            map.last().outside.id = random.generate();
        }
    }
    return map;
}

Container randomContainer(QRandomGenerator &random)
{
    Container container;
    container.name = text(random);
    container.method = static_cast<Method>(random.bounded(2));
    NewMount mount{.propagation = static_cast<Propagation>(random.bounded(5)), .mounts = {}};
    for (int i = random.bounded(3); i > 0; --i) {
        mount.mounts << MountEntry{.type = static_cast<MountType>(random.bounded(5)),
                                   .source = text(random),
                                   .target = text(random),
                                   .options = {text(random)}};
    }
    Namespaces &namespaces = container.namespaces;
    choose(namespaces.user,
           random,
           NewUser{.uidMap = idMap(random),
                   .gidMap = idMap(random),
                   .setgroups = static_cast<SetgroupsPolicy>(random.bounded(2))});
    choose(namespaces.mount, random, mount);
    choose(namespaces.pid,
           random,
           NewPid{.mountProc = random.bounded(2) == 0, .init = random.bounded(2) == 0});
    choose(namespaces.uts, random, NewUts{.hostname = text(random), .domainname = {}});
    choose(namespaces.ipc, random, NewIpc{});
    choose(namespaces.network, random, NewNetwork{random.bounded(2) == 0});
    choose(namespaces.cgroup, random, NewCgroup{});
    choose(namespaces.time,
           random,
           NewTime{.monotonicOffset = static_cast<std::int64_t>(random.generate64()),
                   .boottimeOffset = -random.bounded(qint64{1} << 60)});
    container.command = {text(random), text(random)};
    container.workingDirectory = text(random);
    container.environment.insert(text(random), text(random));
    return container;
}

/** A file system of its own, as large as it says. */
class OwnDisk
{
public:
    explicit OwnDisk(const char *options)
    {
        m_mounted = ::mount("test", path().constData(), "tmpfs", 0, options) == 0;
    }
    ~OwnDisk()
    {
        if (m_mounted && ::umount2(path().constData(), MNT_DETACH) != 0) {
            qWarning("the disk stays mounted");
        }
    }
    OwnDisk(const OwnDisk &) = delete;
    OwnDisk &operator=(const OwnDisk &) = delete;
    OwnDisk(OwnDisk &&) = delete;
    OwnDisk &operator=(OwnDisk &&) = delete;

    [[nodiscard]] bool isMounted() const { return m_mounted; }
    [[nodiscard]] QString file() const { return m_directory.filePath(u"c.json"_s); }
    [[nodiscard]] bool makeReadOnly() const
    {
        return ::mount(nullptr, path().constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    [[nodiscard]] QByteArray path() const { return QFile::encodeName(m_directory.path()); }

    QTemporaryDir m_directory;
    bool m_mounted = false;
};

} // namespace

void TestConfigurationFile::errors_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>(
        "finding"); ///< code | path | found | expected, the last as far as written
    const auto row = [](const char *name, const char *json, const QString &finding) {
        QTest::newRow(name) << QByteArray(json) << finding;
    };
    const auto container
        = [&](const char *name, const QByteArray &members, const QString &finding) {
              const QByteArray json
                  = R"({"version": 1, "containers": [{"name": "x", )"_ba + members + "}]}"_ba;
              QTest::newRow(name) << json << QString(finding).replace(u"@"_s, u"containers[0]"_s);
          };
    row("empty", "", u"syntax||1:1|"_s);
    row("not JSON", "{\"version\": 1,\n  \"containers\" []}", u"syntax||2:"_s);
    row("cut off", R"({"version": 1, "cont)", u"syntax||1:"_s);
    row("something behind", R"({"version": 1} x)", u"syntax||1:"_s);
    row("a number", "1", u"syntax||1:"_s);
    row("a list", "[]", u"wrong-type||array|object"_s);
    row("an empty object", "{}", u"missing-field|||version"_s);
    row("version 2", R"({"version": 2, "future": []})", u"unsupported-version|version|2|1"_s);
    row("version as text",
        R"({"version": "1", "containers": []})",
        u"wrong-type|version|\"1\"|integer"_s);
    row("half a version",
        R"({"version": 1.5, "containers": []})",
        u"wrong-type|version|1.5|integer"_s);
    row("no containers", R"({"version": 1})", u"missing-field|||containers"_s);
    row("empty list", R"({"version": 1, "containers": []})", u"no-container|containers||"_s);
    row("a misspelt key",
        R"({"version": 1, "container": []})",
        u"unknown-field||container|version, name, nameIn, description, descriptionIn, containers, expectation"_s);
    row("a key twice",
        R"({"version": 1, "name": "a", "containers": [], "name": "b"})",
        u"not-one-alternative||name, name|name"_s);
    row("a key twice, spelt in two ways",
        R"({"version": 1, "na\u006de": "a", "name": "b"})",
        u"not-one-alternative||name, name|name"_s);
    row("a key in a text",
        R"({"version": 1, "name": "\"name\": {\\"})",
        u"missing-field|||containers"_s);
    container("a key twice, deep",
              R"("namespaces": {"uts": {"new": {"hostname": "a", "hostname": "b"}}})",
              u"not-one-alternative|@.namespaces.uts.new|hostname, hostname|hostname"_s);
    container(
        "nothing known of namespaces", R"("method": "clone")", u"missing-field|@||namespaces"_s);
    container("no such kind",
              R"("namespaces": {"net": {"new": {}}})",
              u"unknown-field|@.namespaces|net|user, mount"_s);
    container("no such method",
              R"("namespaces": {}, "method": "fork")",
              u"unknown-name|@.method|fork|clone, unshare"_s);
    container("neither new nor join",
              R"("namespaces": {"uts": {}})",
              u"not-one-alternative|@.namespaces.uts||new, join"_s);
    container("new and join",
              R"("namespaces": {"uts": {"new": {}, "join": {"pid": 1}}})",
              u"not-one-alternative|@.namespaces.uts|join, new|new, join"_s);
    container(
        "true", R"("namespaces": {"uts": true})", u"wrong-type|@.namespaces.uts|true|object"_s);
    container("a number for a name",
              R"("namespaces": {"uts": {"new": {"hostname": 5}}})",
              u"wrong-type|@.namespaces.uts.new.hostname|5|string"_s);
    container("null",
              R"("namespaces": {"uts": {"new": {"hostname": null}}})",
              u"wrong-type|@.namespaces.uts.new.hostname|null|string"_s);
    container("a negative id",
              R"("namespaces": {"user": {"new": {"uidMap": [{"inside": -1, "outside": 0}]}}})",
              u"out-of-range|@.namespaces.user.new.uidMap[0].inside|-1|0 … 4294967295"_s);
    container("no id outside",
              R"("namespaces": {"user": {"new": {"gidMap": [{"inside": 0}]}}})",
              u"missing-field|@.namespaces.user.new.gidMap[0]||outside"_s);
    container("another's id by name",
              R"("namespaces": {"user": {"new": {"uidMap": [{"inside": 0, "outside": "root"}]}}})",
              u"wrong-type|@.namespaces.user.new.uidMap[0].outside|\"root\"|integer, \"self\""_s);
    container(
        "a file system that is not offered",
        R"("namespaces": {"mount": {"new": {"mounts": [{"type": "ext4", "target": "/"}]}}})",
        u"unknown-name|@.namespaces.mount.new.mounts[0].type|ext4|proc, tmpfs, mqueue, bind, sysfs"_s);
    container("a pid as text",
              R"("namespaces": {"uts": {"join": {"pid": "1"}}})",
              u"wrong-type|@.namespaces.uts.join.pid|\"1\"|integer"_s);
    container("a command as text",
              R"("namespaces": {}, "command": "sh")",
              u"wrong-type|@.command|\"sh\"|array"_s);
    container("a number as argument",
              R"("namespaces": {}, "command": ["sleep", 5])",
              u"wrong-type|@.command[1]|5|string"_s);
    row("a problem of a later field, written first",
        R"({"containers": 5, "version": "1"})",
        u"wrong-type|version|\"1\"|integer"_s);
    row("lists in lists",
        R"({"version": 1, "containers": [], "name": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]})",
        u"wrong-type|name|array|string"_s);
    container("a number as variable",
              R"("namespaces": {}, "environment": {"A": 5})",
              u"wrong-type|@.environment.A|5|string"_s);
}

void TestConfigurationFile::errors()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, finding);
    const auto configuration = parseConfiguration(json);
    QVERIFY(!configuration);
    const Finding &f = configuration.error();
    const QString actual = QStringList{nameOf(f.code), f.path, f.found, f.expected}.join(u'|');
    QVERIFY2(actual.startsWith(finding), qPrintable(actual));
}

void TestConfigurationFile::byteOrderMark()
{
    const QByteArray json = writeConfiguration(sample(u"n"_s));
    QCOMPARE(parseConfiguration("\xef\xbb\xbf" + json), sample(u"n"_s));
    const QString wide = QString::fromUtf8(json);
    const QByteArray utf16(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
    const auto refused = parseConfiguration("\xff\xfe" + utf16);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, FindingCode::Syntax);
}

void TestConfigurationFile::unreadable()
{
    const QTemporaryDir directory;
    for (const QString &path :
         {directory.path(), directory.filePath(u"none.json"_s), u"/dev/null/x"_s}) {
        const auto configuration = loadConfiguration(path);
        QVERIFY(!configuration);
        QCOMPARE(configuration.error().code, FindingCode::Unreadable);
        QCOMPARE(configuration.error().found, path);
        QVERIFY(!configuration.error().expected.isEmpty());
        QVERIFY(
            !saveConfiguration(path == directory.path() ? path : u"/dev/null/x"_s, sample(u"n"_s)));
    }
}

void TestConfigurationFile::tooLarge()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"large.json"_s);
    const QByteArray json = writeConfiguration(sample(u"n"_s));
    QVERIFY(writeFile(path, json + QByteArray(kMaxConfigurationSize - json.size(), ' ')));
    QCOMPARE(loadConfiguration(path), sample(u"n"_s));
    QVERIFY(writeFile(path, json + QByteArray(kMaxConfigurationSize - json.size() + 1, ' ')));
    QCOMPARE(loadConfiguration(path).error().code, FindingCode::TooLarge);
}

void TestConfigurationFile::examplesComeBack()
{
    const QDir examples(QStringLiteral(NSW_EXAMPLES));
    const QStringList names = examples.entryList({u"*.json"_s});
    QVERIFY(names.size() >= 9);
    const QTemporaryDir directory;
    for (const QString &name : names) {
        const auto configuration = loadConfiguration(examples.filePath(name));
        QVERIFY2(configuration, qPrintable(name));
        QVERIFY(saveConfiguration(directory.filePath(name), *configuration));
        QCOMPARE(loadConfiguration(directory.filePath(name)), *configuration);
    }
}

void TestConfigurationFile::randomOnesComeBack()
{
    QRandomGenerator random(44);
    for (int i = 0; i < 2000; ++i) {
        Configuration configuration{
            .version = Configuration::kVersion, .name = text(random), .containers = {}};
        for (int n = random.bounded(1, 4); n > 0; --n) {
            configuration.containers << randomContainer(random);
        }
        const QByteArray json = writeConfiguration(configuration);
        const auto again = parseConfiguration(json);
        QVERIFY2(again && *again == configuration, json.constData());
    }
}

void TestConfigurationFile::orderOfKeys()
{
    const QString json = QString::fromUtf8(writeConfiguration(sample(u"n"_s)));
    QStringList keys;
    for (const QString &line : json.split(u'\n')) {
        if (line.contains(u"\": "_s)) {
            keys << line.section(u'"', 1, 1);
        }
    }
    QCOMPARE(keys.join(u' '),
             u"version name containers name method namespaces uts new hostname command "
             "workingDirectory environment"_s);
    QVERIFY(json.startsWith(u"{\n  \"version\": 1,\n  \"name\": \"n\",\n"_s));
    QVERIFY(json.endsWith(u"}\n"_s));
}

void TestConfigurationFile::savedOverOlder()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"c.json"_s);
    QVERIFY(saveConfiguration(path, sample(QString(5000, u'x'))));
    QVERIFY(saveConfiguration(path, sample(u"short"_s)));
    QCOMPARE(loadConfiguration(path), sample(u"short"_s));
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"c.json"_s});
}

void TestConfigurationFile::whatWouldNotReadAgainIsNotSaved()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"c.json"_s);
    QVERIFY(saveConfiguration(path, sample(u"old"_s)));
    QVERIFY(!saveConfiguration(path, {}));
    QVERIFY(!saveConfiguration(path, sample(QString(kMaxConfigurationSize, u'x'))));
    QCOMPARE(loadConfiguration(path), sample(u"old"_s));
}

void TestConfigurationFile::readOnlyDirectory() const
{
    NSW_REQUIRE(m_mayMount, "no user namespace to mount in");
    const OwnDisk disk("size=1m");
    QVERIFY(disk.isMounted());
    QVERIFY(saveConfiguration(disk.file(), sample(u"old"_s)));
    QVERIFY(disk.makeReadOnly());
    const auto saved = saveConfiguration(disk.file(), sample(u"new"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, FindingCode::Unreadable);
    QCOMPARE(saved.error().found, disk.file());
    QVERIFY(saved.error().expected.endsWith(u"is not writable"_s));
    QCOMPARE(loadConfiguration(disk.file()), sample(u"old"_s));
}

void TestConfigurationFile::fullDisk() const
{
    NSW_REQUIRE(m_mayMount, "no user namespace to mount in");
    const OwnDisk disk("size=64k");
    QVERIFY(disk.isMounted());
    QVERIFY(saveConfiguration(disk.file(), sample(u"old"_s)));
    const auto saved = saveConfiguration(disk.file(), sample(QString(200'000, u'x')));
    QVERIFY(!saved);
    QCOMPARE(saved.error().expected, u"No space left on device"_s);
    QCOMPARE(loadConfiguration(disk.file()), sample(u"old"_s));
    QVERIFY(saveConfiguration(disk.file(), sample(u"new"_s)));
    QCOMPARE(loadConfiguration(disk.file()), sample(u"new"_s));
}

// Before QTest starts a thread: the kernel lets only single-threaded processes into a user
// namespace.
int main(int argc, char **argv)
{
    const bool mayMount = enterNamespaces();
    const QCoreApplication application(argc, argv);
    TestConfigurationFile test(mayMount);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_configurationfile.moc"

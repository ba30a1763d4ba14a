// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kernel/exchange/exportedrun.h"

#include "app/session/exporthost.h"
#include "core/probe/hostfacts.h"
#include "core/store/configurationfile.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <unistd.h>

namespace nsw::test
{

using Qt::StringLiterals::operator""_s;

namespace
{

bool writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/** One line for each: a name, a space, and what is seen. */
QString witness()
{
    return uR"sh(for n in cgroup ipc mnt net pid time user uts; do
echo "ns-$n $(readlink /proc/self/ns/$n)"; done
echo "hostname $(hostname)"
echo "domainname $(domainname)"
echo "uid $(id -u)"
echo "gid $(id -g)"
echo "uid_map" $(cat /proc/self/uid_map)
echo "gid_map" $(cat /proc/self/gid_map)
echo "setgroups $(cat /proc/self/setgroups)"
echo "offsets" $(cat /proc/self/timens_offsets)
echo "capabilities $(grep CapEff /proc/self/status | cut -f 2)"
echo "first $([ $$ = 1 ] && echo yes)"
echo "init $(cat /proc/1/comm)"
echo "loopback $(ip -o link show up dev lo | cut -d : -f 2)"
echo "links $(ip -o link | wc -l)"
echo "cable" $(ip -o -4 address show up dev eth0 2>/dev/null | cut -d ' ' -f 7)
echo "tmpfs $(grep -c '^tmpfs /mnt tmpfs' /proc/self/mounts)"
echo "bound $(ls -d /mnt/etc/passwd 2>&1)"
echo "writable $(touch /mnt/etc/nsw-test 2>/dev/null && echo yes)"
echo "size $(grep -q '^tmpfs /mnt tmpfs' /proc/self/mounts && df -k /mnt --output=size | tail -n 1)"
echo "directory $(pwd)"
echo "prompt $PS1"
)sh"_s;
}

} // namespace

Ran ranProgram(const QString &program,
               const QStringList &arguments,
               const QString &directory,
               const QMap<QString, QString> &environment)
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (auto it = environment.cbegin(); it != environment.cend(); ++it) {
        variables.insert(it.key(), it.value());
    }
    process.setProcessEnvironment(variables);
    if (!directory.isEmpty()) {
        process.setWorkingDirectory(directory);
    }
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000)) {
        return {.exit = -1, .output = {}, .errors = process.errorString().toUtf8()};
    }
    return {.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .output = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

Configuration withWitness(Configuration configuration)
{
    configuration.containers.first().command = {u"sh"_s, u"-c"_s, witness()};
    return configuration;
}

Seen seenIn(const QByteArray &output)
{
    Seen seen;
    for (const QByteArray &line : output.split('\n')) {
        const QString text = QString::fromUtf8(line);
        if (!text.isEmpty()) {
            seen.insert(text.section(u' ', 0, 0), text.section(u' ', 1).trimmed());
        }
    }
    return seen;
}

QString hostileText()
{
    return u"it's \"$HOME\" `id` \\\\ \\n ?\?/ %s */ // 1\n\t\x01"
           "1 ä"_s;
}

/** By unshare(2), with an init, mounts on mounts, offsets, and a loopback that is left down. */
Configuration whatNoExampleHas()
{
    Container container;
    container.name = u"more"_s;
    container.method = Method::Unshare;
    container.workingDirectory = u"/mnt/etc"_s;
    Namespaces &namespaces = container.namespaces;
    namespaces.user = NewUser{};
    namespaces.mount = NewMount{.propagation = Propagation::Slave,
                                .mounts = {MountEntry{.type = MountType::Tmpfs,
                                                      .source = {},
                                                      .target = u"/mnt"_s,
                                                      .options = {u"size=1m"_s, u"mode=700"_s}},
                                           MountEntry{.type = MountType::Bind,
                                                      .source = u"/etc"_s,
                                                      .target = u"/mnt/etc"_s,
                                                      .options = {u"ro"_s}}}};
    namespaces.pid = NewPid{.mountProc = true, .init = true};
    namespaces.network = NewNetwork{.loopback = false};
    namespaces.time = NewTime{.monotonicOffset = 7, .boottimeOffset = 77};
    Configuration configuration;
    configuration.containers << container;
    return configuration;
}

QMap<QString, Configuration> exampleConfigurations()
{
    QMap<QString, Configuration> all{{u"more"_s, whatNoExampleHas()}};
    const QDir directory(u"" NSW_EXAMPLES ""_s);
    for (const QString &file : directory.entryList({u"*.json"_s}, QDir::Files)) {
        const auto configuration = loadConfiguration(directory.filePath(file));
        if (configuration) {
            all.insert(file.section(u'.', 0, 0), *configuration);
        }
    }
    return all;
}

QString ExportBench::place(const QString &example, ExportFormat format) const
{
    return m_directory.filePath(nameOf(format) + u'/' + example);
}

QString ExportBench::prepare(const QString &example, ExportFormat format, const ExportHost &host)
{
    const Configuration configuration = m_configurations.value(example);
    const Exported exported = exportAs(format, configuration, host);
    m_exports.insert({example, format}, exported);
    const QDir directory(place(example, format));
    const QString file
        = format == ExportFormat::Go ? u"main.go"_s : fileNameFor(format, configuration);
    if (!QDir().mkpath(directory.filePath(u"rootfs"_s))
        || !writeText(directory.filePath(file), exported.text.toUtf8())) {
        return u"can't write "_s + directory.path();
    }
    if (format == ExportFormat::C) {
        const Ran compiled
            = ranProgram(u"cc"_s,
                         {u"-Wall"_s, u"-Wextra"_s, u"-Werror"_s, u"-o"_s, u"program"_s, file},
                         directory.path());
        return compiled.exit == 0 ? QString() : QString::fromUtf8(compiled.errors);
    }
    return {};
}

/** All of them as one module: the standard library is linked several times but compiled once. */
QString ExportBench::buildGo()
{
    const QString root = m_directory.filePath(u"go"_s);
    if (!writeText(root + u"/go.mod"_s, "module exported\n\ngo 1.21\n")) {
        return u"can't write go.mod"_s;
    }
    QDir().mkpath(root + u"/bin"_s);
    // The cache is for all users who run the tests: compiling the library is most of the time.
    const QString cache = u"" NSW_GO_CACHE ""_s;
    const bool isShared = access(cache.toLocal8Bit().constData(), W_OK) == 0;
    const Ran built
        = ranProgram(u"sh"_s,
                     {u"-c"_s, u"umask 0; exec go build -ldflags=-s -o bin/ ./..."_s},
                     root,
                     {{u"GOCACHE"_s, isShared ? cache : m_directory.filePath(u"gocache"_s)},
                      {u"GOFLAGS"_s, u"-mod=mod"_s},
                      {u"GOPROXY"_s, u"off"_s},
                      {u"GOPATH"_s, m_directory.filePath(u"gopath"_s)},
                      {u"CGO_ENABLED"_s, u"0"_s}});
    return built.exit == 0 ? QString() : QString::fromUtf8(built.errors);
}

QString ExportBench::build()
{
    for (const auto &[name, configuration] : exampleConfigurations().asKeyValueRange()) {
        m_configurations.insert(name, withWitness(configuration));
    }
    Configuration hostile = m_configurations.value(u"user"_s);
    hostile.containers.first().name = u"a */ b"_s;
    hostile.containers.first().environment.insert(u"HOSTILE"_s, hostileText());
    hostile.containers.first().command
        = {u"sh"_s, u"-c"_s, uR"(printf %s "$1" "$HOSTILE")"_s, u"sh"_s, hostileText()};
    m_configurations.insert(u"hostile"_s, hostile);
    Configuration failing = m_configurations.value(u"all-eight"_s);
    failing.containers.first().command = {u"sh"_s, u"-c"_s, u"exit 7"_s};
    m_configurations.insert(u"failing"_s, failing);
    const ExportHost host = exportHost(gatherHostFacts(m_configurations.first()));
    for (const QString &example : m_configurations.keys()) {
        for (const ExportFormat format : kExportFormats) {
            if (const QString wrong = prepare(example, format, host); !wrong.isEmpty()) {
                return example + u": "_s + wrong;
            }
        }
    }
    return buildGo();
}

QString ExportBench::add(const QString &name, const Configuration &configuration)
{
    m_configurations.insert(name, withWitness(configuration));
    const ExportHost host = exportHost(gatherHostFacts(configuration));
    for (const ExportFormat format : kExportFormats) {
        if (const QString wrong = prepare(name, format, host); !wrong.isEmpty()) {
            return wrong;
        }
    }
    return {};
}

Exported ExportBench::exported(const QString &example, ExportFormat format) const
{
    return m_exports.value({example, format});
}

bool ExportBench::isMeantToFail(const QString &example) const
{
    const auto &expectation = m_configurations[example].expectation;
    return expectation && expectation->failure;
}

Ran ExportBench::run(const QString &example, ExportFormat format) const
{
    const QDir directory(place(example, format));
    switch (format) {
    case ExportFormat::Shell:
    case ExportFormat::Bwrap:
    case ExportFormat::Nspawn:
        return ranProgram(u"sh"_s,
                          {directory.filePath(fileNameFor(format, m_configurations[example]))});
    case ExportFormat::C:
        return ranProgram(directory.filePath(u"program"_s), {});
    case ExportFormat::Go:
        return ranProgram(m_directory.filePath(u"go/bin/"_s + example), {});
    case ExportFormat::Oci:
        return ranProgram(u"crun"_s,
                          {u"--cgroup-manager=disabled"_s,
                           u"--root"_s,
                           m_directory.filePath(u"state"_s),
                           u"run"_s,
                           u"--bundle"_s,
                           directory.path(),
                           u"nsw-test-"_s + example},
                          {},
                          {{u"XDG_RUNTIME_DIR"_s, m_directory.path()}});
    }
    Q_UNREACHABLE();
}

Ran ExportBench::ownRun(const QString &example) const
{
    const QString file = m_directory.filePath(example + u".json"_s);
    if (!saveConfiguration(file, m_configurations[example])) {
        return {};
    }
    return ranProgram(u"" NSW_PROGRAM ""_s, {u"run"_s, file});
}

} // namespace nsw::test

// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import.h"
#include "core/exchange/ocireader.h"
#include "core/model/codecbase.h"
#include "core/plan/planner.h"
#include "core/store/configurationfile.h"
#include "core/store/duplicatekeys.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

class BundleReader
{
public:
    BundleReader(const ImportUser &user, Findings &findings)
        : m_user(user)
        , m_findings(findings)
    {
        m_container.name = u"imported"_s;
    }

    Container read(const QJsonObject &json)
    {
        OciObject bundle(json, {}, m_findings);
        const QString version = bundle.text(u"ociVersion"_s).value_or(QString());
        if (!bundle.has(u"ociVersion"_s)) {
            bundle.fail(FindingCode::MissingField, {}, {}, u"ociVersion"_s);
        } else if (!version.startsWith("1."_L1)) {
            bundle.fail(FindingCode::UnsupportedVersion, u"ociVersion"_s, version, u"1.x"_s);
        }
        OciObject linux = bundle.object(u"linux"_s);
        readNamespaces(linux);
        readNames(bundle);
        readMounts(bundle);
        readProcess(bundle);
        // What is new is laid out on the machine's own files.
        if (bundle.has(u"root"_s)) {
            bundle.leaveOut(u"root"_s);
        }
        linux.leaveRestOut();
        bundle.leaveRestOut();
        return m_container;
    }

private:
    static std::optional<NsKind> kindCalled(const QString &type)
    {
        for (const NsKind kind : kAllKinds) {
            if (type == nameOf(kind)) { // the specification has the same names
                return kind;
            }
        }
        return std::nullopt;
    }

    template<class New>
    static Choice<New> choiceOf(const std::optional<QString> &path, New fresh)
    {
        if (path && !path->isEmpty()) {
            return Join{JoinPath{*path}};
        }
        return fresh;
    }

    void readNamespaces(OciObject &linux)
    {
        for (OciObject &one : linux.objects(u"namespaces"_s)) {
            const QString type = one.text(u"type"_s).value_or(QString());
            const auto path = one.text(u"path"_s);
            if (const auto kind = kindCalled(type)) {
                choose(*kind, path, linux);
            } else {
                one.fail(FindingCode::UnknownName,
                         u"type"_s,
                         type,
                         u"mount, uts, ipc, pid, network, user, cgroup, time"_s);
            }
            one.leaveRestOut();
        }
    }

    void choose(NsKind kind, const std::optional<QString> &path, OciObject &linux)
    {
        Namespaces &namespaces = m_container.namespaces;
        switch (kind) {
        case NsKind::User:
            namespaces.user = choiceOf(path, readUser(linux));
            break;
        case NsKind::Mount:
            namespaces.mount = choiceOf(path, readPropagation(linux));
            break;
        case NsKind::Pid:
            namespaces.pid = choiceOf(path, NewPid{.mountProc = false});
            break;
        case NsKind::Uts:
            namespaces.uts = choiceOf(path, NewUts{});
            break;
        case NsKind::Ipc:
            namespaces.ipc = choiceOf(path, NewIpc{});
            break;
        case NsKind::Network:
            namespaces.network = choiceOf(path, NewNetwork{}); // runtimes bring the loopback up
            break;
        case NsKind::Cgroup:
            namespaces.cgroup = choiceOf(path, NewCgroup{});
            break;
        case NsKind::Time:
            namespaces.time = choiceOf(path, readOffsets(linux));
            break;
        }
    }

    static std::uint32_t idIn(OciObject &object, const QString &key)
    {
        const qint64 number = object.integer(key).value_or(0);
        if (!std::in_range<std::uint32_t>(number)) {
            object.fail(FindingCode::OutOfRange, key, QString::number(number), u"0 … 4294967295"_s);
            return 0;
        }
        return static_cast<std::uint32_t>(number);
    }

    static QList<IdRange> readMap(OciObject &linux, const QString &key, std::uint32_t own)
    {
        QList<IdRange> map;
        for (OciObject &line : linux.objects(key)) {
            IdRange range{.inside = idIn(line, u"containerID"_s),
                          .outside = {},
                          .count = idIn(line, u"size"_s)};
            const std::uint32_t outside = idIn(line, u"hostID"_s);
            if (outside != own || range.count != 1) {
                range.outside.id = outside;
            }
            map << range;
            line.leaveRestOut();
        }
        return map;
    }

    [[nodiscard]] NewUser readUser(OciObject &linux) const
    {
        return {.uidMap = readMap(linux, u"uidMappings"_s, m_user.uid),
                .gidMap = readMap(linux, u"gidMappings"_s, m_user.gid),
                .setgroups = SetgroupsPolicy::Deny};
    }

    static NewMount readPropagation(OciObject &linux)
    {
        QString name = linux.text(u"rootfsPropagation"_s).value_or(u"private"_s);
        if (name.startsWith(u'r')) {
            name.removeFirst(); // "rprivate": the same for all that is below
        }
        for (std::size_t i = 0; i < EnumNames<Propagation>::kValues.size(); ++i) {
            const auto one = static_cast<Propagation>(i);
            if (one != Propagation::Unchanged && name == nameOf(one)) {
                return {.propagation = one, .mounts = {}};
            }
        }
        linux.fail(FindingCode::UnknownName,
                   u"rootfsPropagation"_s,
                   name,
                   u"private, slave, shared, unbindable"_s);
        return {};
    }

    static NewTime readOffsets(OciObject &linux)
    {
        OciObject offsets = linux.object(u"timeOffsets"_s);
        const auto seconds = [&](const QString &clock) {
            OciObject offset = offsets.object(clock);
            const qint64 whole = offset.integer(u"secs"_s).value_or(0);
            if (offset.integer(u"nanosecs"_s).value_or(0) != 0) {
                offset.leaveOut(u"nanosecs"_s);
            }
            offset.leaveRestOut();
            return whole;
        };
        NewTime time{.monotonicOffset = seconds(u"monotonic"_s),
                     .boottimeOffset = seconds(u"boottime"_s)};
        offsets.leaveRestOut();
        return time;
    }

    void readNames(OciObject &bundle)
    {
        NewUts *uts = m_container.namespaces.uts ? std::get_if<NewUts>(&*m_container.namespaces.uts)
                                                 : nullptr;
        if (uts == nullptr) {
            return; // without a namespace of their own they name nothing, and are left out
        }
        uts->hostname = bundle.text(u"hostname"_s);
        uts->domainname = bundle.text(u"domainname"_s);
        if (uts->hostname && !uts->hostname->isEmpty()) {
            m_container.name = *uts->hostname;
        }
    }

    static bool isKnownOption(const QString &option, MountType type)
    {
        static const QStringList kKnown{u"ro"_s, u"rw"_s, u"nosuid"_s, u"nodev"_s, u"noexec"_s};
        return kKnown.contains(option) || (type == MountType::Bind && option == "rbind"_L1)
            || (type == MountType::Tmpfs
                && (option.startsWith("size="_L1) || option.startsWith("mode="_L1)));
    }

    void readOptions(OciObject &mount, MountEntry &entry)
    {
        const QStringList options = mount.texts(u"options"_s);
        for (qsizetype i = 0; i < options.size(); ++i) {
            QString option = options.at(i);
            if (option == "bind"_L1) {
                continue;
            }
            if (entry.type == MountType::Bind && option != "rbind"_L1 && option.startsWith(u'r')
                && isKnownOption(option.sliced(1), entry.type)) {
                option.removeFirst(); // "rro": on all that is below, as here with "rbind"
            }
            if (isKnownOption(option, entry.type)) {
                entry.options << option;
            } else {
                leaveOut(codec::element(mount.pathOf(u"options"_s), i), option);
            }
        }
    }

    static std::optional<MountType> typeOf(const QString &name, const QStringList &options)
    {
        if (options.contains("bind"_L1) || options.contains("rbind"_L1)) {
            return MountType::Bind;
        }
        for (std::size_t i = 0; i < EnumNames<MountType>::kValues.size(); ++i) {
            if (name == EnumNames<MountType>::kValues.at(i)) {
                return static_cast<MountType>(i);
            }
        }
        return std::nullopt;
    }

    void readMount(OciObject &json, NewMount &mount, NewPid *pid)
    {
        const QString type = json.text(u"type"_s).value_or(QString());
        const auto known = typeOf(type, json.texts(u"options"_s));
        if (!known) {
            leaveOut(json.pathOf(u"type"_s), type);
            return;
        }
        MountEntry entry;
        entry.type = *known;
        entry.target = json.text(u"destination"_s).value_or(QString());
        const QString source = json.text(u"source"_s).value_or(QString());
        if (entry.type == MountType::Bind) {
            entry.source = source;
        }
        readOptions(json, entry);
        json.leaveRestOut();
        const bool isPlain = entry.options.isEmpty() || entry.options == QStringList{u"rbind"_s};
        if (entry.type == MountType::Bind && entry.source == entry.target && isPlain) {
            return; // what stands there anyway
        }
        if (entry.type == MountType::Proc && entry.target == "/proc"_L1 && pid != nullptr) {
            pid->mountProc = true;
            return;
        }
        mount.mounts << entry;
    }

    void readMounts(OciObject &bundle)
    {
        Namespaces &namespaces = m_container.namespaces;
        NewMount *mount = namespaces.mount ? std::get_if<NewMount>(&*namespaces.mount) : nullptr;
        NewPid *pid = namespaces.pid ? std::get_if<NewPid>(&*namespaces.pid) : nullptr;
        if (mount == nullptr) {
            return;
        }
        for (OciObject &one : bundle.objects(u"mounts"_s)) {
            readMount(one, *mount, pid);
        }
    }

    void readProcess(OciObject &bundle)
    {
        OciObject process = bundle.object(u"process"_s);
        m_container.command = process.texts(u"args"_s);
        m_container.workingDirectory = process.text(u"cwd"_s).value_or(QString());
        const QStringList variables = process.texts(u"env"_s);
        for (qsizetype i = 0; i < variables.size(); ++i) {
            const qsizetype equals = variables.at(i).indexOf(u'=');
            if (equals > 0) {
                m_container.environment.insert(variables.at(i).first(equals),
                                               variables.at(i).sliced(equals + 1));
            } else {
                leaveOut(codec::element(process.pathOf(u"env"_s), i), variables.at(i));
            }
        }
        if (process.boolean(u"terminal"_s).value_or(false)) {
            process.leaveOut(u"terminal"_s);
        }
        OciObject user = process.object(u"user"_s);
        for (const QString &id : {u"uid"_s, u"gid"_s}) {
            if (user.integer(id).value_or(0) != 0) {
                user.leaveOut(id);
            }
        }
        user.leaveRestOut();
        process.leaveRestOut();
    }

    void leaveOut(const QString &path, const QString &found)
    {
        m_findings << Finding{.severity = Severity::Warning,
                              .code = FindingCode::ImportLeftOut,
                              .path = path,
                              .found = found,
                              .expected = {}};
    }

    const ImportUser &m_user;
    Findings &m_findings;
    Container m_container;
};

} // namespace

Imported importOci(const QByteArray &json, const ImportUser &user)
{
    Imported imported;
    const auto failed = [&](const Finding &finding) {
        imported.findings << finding;
        return imported;
    };
    if (json.size() > kMaxConfigurationSize) {
        return failed(Finding{.code = FindingCode::TooLarge,
                              .path = {},
                              .found = QString::number(json.size()),
                              .expected = QString::number(kMaxConfigurationSize)});
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return failed(Finding{.code = FindingCode::Syntax,
                              .path = {},
                              .found = placeInText(json, error.offset),
                              .expected = error.errorString()});
    }
    if (const auto duplicate = duplicateKey(json)) {
        return failed(*duplicate);
    }
    Configuration configuration;
    configuration.containers << BundleReader(user, imported.findings).read(document.object());
    if (!hasErrors(imported.findings)) {
        // Its paths are those of a configuration, which is not there to be looked at.
        imported.findings << validate(configuration);
    }
    if (!hasErrors(imported.findings)) {
        imported.configuration = configuration;
    }
    return imported;
}

} // namespace nsw

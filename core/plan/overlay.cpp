// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/overlay.h"

#include "core/plan/mount.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr qsizetype kMostLayers = 16;

void checkLayer(const QString &path, const Checker &checker)
{
    checkMountPath(path, checker);
    if (std::ranges::any_of(path, [](QChar c) { return u",:\\\"\n"_s.contains(c); })) {
        checker.error(FindingCode::BadLayerPath, path);
    }
}

/** What stands between two paths of the data: the comma with the name of the next, or a colon. */
struct Piece {
    QString before;
    QString path;
};

QList<Piece> piecesOf(const QString &data)
{
    QList<Piece> pieces;
    QString before;
    for (const QString &option : data.split(u',')) {
        const qsizetype equals = option.indexOf(u'=');
        if (equals < 0) {
            pieces << Piece{.before = before + option, .path = {}}; // a flag, with no path
            before = u","_s;
            continue;
        }
        before += option.first(equals + 1);
        for (const QString &path : option.sliced(equals + 1).split(u':')) {
            pieces << Piece{.before = before, .path = path};
            before = u":"_s;
        }
        before = u","_s;
    }
    return pieces;
}

} // namespace

void checkLayers(const MountEntry &mount, const Checker &checker)
{
    if (mount.type != MountType::Overlay) {
        if (!mount.lower.isEmpty() || !mount.upper.isEmpty() || !mount.work.isEmpty()) {
            checker.error(FindingCode::NeedlessLayers, QString(nameOf(mount.type)));
        }
        return;
    }
    if (mount.lower.isEmpty() || mount.upper.isEmpty() != mount.work.isEmpty()) {
        checker.error(FindingCode::MissingLayer);
    }
    if (mount.lower.size() > kMostLayers) {
        checker.at("lower"_L1)
            .error(FindingCode::OutOfRange,
                   QString::number(mount.lower.size()),
                   u"1 … %1"_s.arg(kMostLayers));
    }
    for (qsizetype i = 0; i < mount.lower.size(); ++i) {
        checkLayer(mount.lower.at(i), checker.at("lower"_L1, i));
    }
    if (!mount.upper.isEmpty()) {
        checkLayer(mount.upper, checker.at("upper"_L1));
    }
    if (!mount.work.isEmpty()) {
        checkLayer(mount.work, checker.at("work"_L1));
    }
}

QString overlayData(const MountEntry &mount, bool inUserNamespace)
{
    QString data = u"lowerdir="_s + mount.lower.join(u':');
    if (!mount.upper.isEmpty()) {
        data += u",upperdir="_s + mount.upper + u",workdir="_s + mount.work;
    }
    return data + (inUserNamespace ? u",userxattr"_s : QString());
}

QStringList layersOf(const QString &data)
{
    QStringList layers;
    for (const Piece &piece : piecesOf(data)) {
        if (!piece.path.isEmpty()) {
            layers << piece.path;
        }
    }
    return layers;
}

QString withLayers(const QString &data, const QStringList &layers)
{
    QString text;
    qsizetype next = 0;
    for (const Piece &piece : piecesOf(data)) {
        text += piece.before + (piece.path.isEmpty() ? QString() : layers.value(next++));
    }
    return text;
}

} // namespace nsw

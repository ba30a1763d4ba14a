// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/mask.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

#include <arpa/inet.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr qsizetype kMostDone = 50'000;
constexpr qsizetype kShortest = 2; ///< a name of one letter is found everywhere

// What could be an address; the library says whether it is one.
const QString &addressPatterns()
{
    static const QString patterns
        = uR"((?<ethernet>(?<![0-9A-Fa-f:])(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}(?![0-9A-Fa-f:])))"
          uR"(|(?<ipv6>(?<![\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7})"
          uR"((?:(?:[0-9]{1,3}\.){3}[0-9]{1,3}|[0-9A-Fa-f]{0,4})(?![\w:])))"
          uR"(|(?<ipv4>(?<![\w.])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?!\.?\w)))"_s;
    return patterns;
}

bool isGeneral(const QString &name)
{
    static const QSet<QString> general{
        u"root"_s, u"nobody"_s, u"localhost"_s, u"localhost.localdomain"_s, u"(none)"_s};
    return name.size() < kShortest || general.contains(name);
}

/** The bytes of an address of `family`; empty where it is none. */
QByteArray bytesOf(int family, const QString &text)
{
    QByteArray bytes(family == AF_INET ? sizeof(in_addr) : sizeof(in6_addr), '\0');
    return inet_pton(family, text.toLatin1().constData(), bytes.data()) == 1 ? bytes : QByteArray();
}

/** Says nothing of a machine: any, this machine, all machines. */
bool isWellKnown(int family, const QByteArray &bytes)
{
    constexpr int kLoopback = 127;
    constexpr int kMulticast = 224;
    constexpr int kMulticast6 = 0xff;
    const int first = static_cast<unsigned char>(bytes.front());
    if (family == AF_INET) {
        return first == 0 || first == kLoopback || first >= kMulticast;
    }
    static const QByteArray linkLocal = bytesOf(AF_INET6, u"fe80::"_s);
    static const QByteArray loopback = bytesOf(AF_INET6, u"::1"_s);
    return first == kMulticast6 || bytes == linkLocal || bytes == loopback
        || bytes.count('\0') == bytes.size();
}

/** Nothing where it may be read by everybody, or is no address. */
std::optional<QString> keyOf(int family, const QString &text)
{
    const QByteArray bytes = bytesOf(family, text);
    if (bytes.isEmpty() || isWellKnown(family, bytes)) {
        return {};
    }
    return QString::fromLatin1(bytes.toHex());
}

constexpr qint64 kHostsOfNet = 254;

QString ipv4(qint64 number)
{
    static const std::array nets{u"192.0.2.%1"_s, u"198.51.100.%1"_s, u"203.0.113.%1"_s};
    const qint64 net = (number - 1) / kHostsOfNet;
    const qint64 host = ((number - 1) % kHostsOfNet) + 1;
    return net < std::ssize(nets)
        ? nets.at(static_cast<std::size_t>(net)).arg(host)
        : u"198.18.%1.%2"_s.arg(net - std::ssize(nets)).arg(host); // RFC 2544, for benchmarks
}

QString ipv6(qint64 number)
{
    return u"2001:db8::%1"_s.arg(number, 0, 16);
}

QString ethernet(qint64 number)
{
    return u"00:00:5e:00:%1:%2"_s.arg(0x53 + (number >> 8), 2, 16, QChar(u'0'))
        .arg(number & 0xff, 2, 16, QChar(u'0'));
}

QString user(qint64 number)
{
    return u"user-%1"_s.arg(number);
}

QString host(qint64 number)
{
    return u"host-%1"_s.arg(number);
}

QString numbered(auto &kind, const QString &key, QString (*placeholder)(qint64))
{
    QString &known = kind.placeholders[key];
    if (known.isEmpty()) {
        known = placeholder(++kind.count);
    }
    return known;
}

} // namespace

void Mask::addUser(const QString &name)
{
    if (!isGeneral(name) && !m_names.contains(name)) {
        add(m_users, name, numbered(m_users, name, user));
    }
}

void Mask::addHost(const QString &name)
{
    if (isGeneral(name) || m_names.contains(name)) {
        return;
    }
    const QString placeholder = numbered(m_hosts, name, host);
    add(m_hosts, name, placeholder);
    // A prompt shows the first part of a long name.
    const QString first = name.section(u'.', 0, 0);
    if (!isGeneral(first) && !m_names.contains(first)) {
        add(m_hosts, first, placeholder);
    }
}

void Mask::add(Kind &kind, const QString &name, const QString &placeholder)
{
    kind.placeholders.insert(name, placeholder);
    m_names.insert(name, placeholder);
    m_search = {};
    m_done.clear();
}

void Mask::rebuild()
{
    QStringList names = m_names.keys();
    // Of two names that begin alike the longer one is meant where it fits.
    std::ranges::sort(names, [](const QString &a, const QString &b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    for (QString &name : names) {
        name = QRegularExpression::escape(name);
    }
    QString pattern = addressPatterns();
    if (!names.isEmpty()) {
        pattern += uR"(|(?<name>(?<![\p{L}\p{N}])(?:%1)(?![\p{L}\p{N}])))"_s.arg(names.join(u'|'));
    }
    m_search.setPattern(pattern);
    m_search.optimize();
}

QString Mask::text(const QString &text)
{
    if (m_search.pattern().isEmpty()) {
        rebuild();
    }
    if (const auto done = m_done.constFind(text); done != m_done.cend()) {
        return *done;
    }
    QString result = replaced(text);
    if (m_done.size() >= kMostDone) {
        m_done.clear();
    }
    m_done.insert(text, result);
    return result;
}

QString Mask::replaced(const QString &text)
{
    QString result;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : m_search.globalMatch(text)) {
        result += QStringView(text).sliced(end, match.capturedStart() - end);
        const QString placeholder = replacement(match);
        QString &original = m_originals[placeholder];
        // A host's long and short name have one placeholder.
        original = std::max(original, match.captured(), [](const auto &a, const auto &b) {
            return a.size() < b.size();
        });
        result += placeholder;
        end = match.capturedEnd();
    }
    return end == 0 ? text : result + QStringView(text).sliced(end);
}

QString Mask::original(const QString &text) const
{
    static const QRegularExpression placeholder(
        addressPatterns() + uR"(|(?<![\p{L}\p{N}])(?:user|host)-[0-9]+(?![\p{L}\p{N}]))"_s);
    QString result;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : placeholder.globalMatch(text)) {
        result += QStringView(text).sliced(end, match.capturedStart() - end);
        result += m_originals.value(match.captured(), match.captured());
        end = match.capturedEnd();
    }
    return end == 0 ? text : result + QStringView(text).sliced(end);
}

QString Mask::replacement(const QRegularExpressionMatch &match)
{
    const QString found = match.captured();
    if (match.hasCaptured(u"ethernet")) {
        const QString key = found.toLower();
        const bool isNobody = key == u"00:00:00:00:00:00"_s || key == u"ff:ff:ff:ff:ff:ff"_s;
        return isNobody ? found : numbered(m_ethernet, key, ethernet);
    }
    if (match.hasCaptured(u"ipv6")) {
        const auto key = keyOf(AF_INET6, found);
        return key ? numbered(m_ipv6, *key, ipv6) : found;
    }
    if (match.hasCaptured(u"ipv4")) {
        const auto key = keyOf(AF_INET, found);
        return key ? numbered(m_ipv4, *key, ipv4) : found;
    }
    return m_names.value(found, found);
}

} // namespace nsw

// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/zstdframes.h"

#include <KCompressionDevice>

#include <array>

namespace nsw
{

namespace
{

constexpr QByteArrayView kMagic("\x28\xb5\x2f\xfd");
/** Larger frames are none of ours, and would have to be held in memory. */
constexpr qsizetype kLargestFrame = qsizetype{80} << 20;
constexpr qsizetype kBlockHeader = 3;
constexpr qsizetype kChecksum = 4;

quint8 byteAt(const QByteArray &bytes, qsizetype at)
{
    return static_cast<quint8>(bytes.at(at));
}

/** What follows the descriptor of a frame, before its blocks. */
qsizetype restOfHeader(quint8 descriptor)
{
    constexpr std::array<qsizetype, 4> kDictionarySizes{0, 1, 2, 4};
    constexpr std::array<qsizetype, 4> kContentSizes{0, 2, 4, 8};
    const bool isSingle = (descriptor & 0x20U) != 0;
    const auto content = static_cast<std::size_t>(descriptor >> 6U);
    const qsizetype size = content == 0 && isSingle ? 1 : kContentSizes.at(content);
    return (isSingle ? 0 : 1) + kDictionarySizes.at(descriptor & 3U) + size;
}

} // namespace

QByteArray zstdFrame(const QByteArray &bytes)
{
    QBuffer buffer;
    KCompressionDevice device(&buffer, false, KCompressionDevice::Zstd);
    const bool isWritten = device.open(QIODevice::WriteOnly) && device.write(bytes) == bytes.size();
    device.close();
    return isWritten ? buffer.data() : QByteArray();
}

ZstdFrames::ZstdFrames(QIODevice &file)
    : m_file(file)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

ZstdFrames::~ZstdFrames() = default;

qint64 ZstdFrames::readData(char *data, qint64 maxSize)
{
    while (m_content || openNext()) {
        const qint64 size = m_content->read(data, maxSize);
        if (size > 0) {
            return size;
        }
        m_content.reset();
        if (size < 0) {
            return -1;
        }
    }
    return m_isCut ? 0 : -1;
}

bool ZstdFrames::openNext()
{
    // A frame that is cut has whole blocks at its beginning.
    const bool isThere = !m_isCut && (takeFrame() || (m_isCut && !m_frame.isEmpty()));
    if (!isThere) {
        return false;
    }
    m_source.close();
    m_source.setData(m_frame);
    m_content = std::make_unique<KCompressionDevice>(&m_source, false, KCompressionDevice::Zstd);
    return m_content->open(QIODevice::ReadOnly);
}

bool ZstdFrames::takeFrame()
{
    m_frame.clear();
    return takeHeader() && takeBlocks();
}

bool ZstdFrames::takeHeader()
{
    if (!take(kMagic.size() + 1) || !m_frame.startsWith(kMagic)) {
        return false;
    }
    return take(restOfHeader(byteAt(m_frame, kMagic.size())));
}

bool ZstdFrames::takeBlocks()
{
    constexpr quint32 kRepeated = 1;
    constexpr quint32 kReserved = 3;
    const bool hasChecksum = (byteAt(m_frame, kMagic.size()) & 4U) != 0;
    while (take(kBlockHeader)) {
        const qsizetype at = m_frame.size() - kBlockHeader;
        const quint32 header = byteAt(m_frame, at) | (quint32{byteAt(m_frame, at + 1)} << 8U)
            | (quint32{byteAt(m_frame, at + 2)} << 16U);
        const quint32 type = (header >> 1U) & 3U;
        if (type == kReserved
            || !take(type == kRepeated ? 1 : static_cast<qsizetype>(header >> 3U))) {
            return false;
        }
        if ((header & 1U) != 0) {
            return take(hasChecksum ? kChecksum : 0);
        }
    }
    return false;
}

bool ZstdFrames::take(qsizetype size)
{
    if (m_frame.size() + size > kLargestFrame) {
        return false;
    }
    // A pipe gives what it has.
    while (size > 0) {
        const QByteArray bytes = m_file.read(size);
        if (bytes.isEmpty()) {
            m_isCut = true;
            return false;
        }
        m_frame += bytes;
        size -= bytes.size();
    }
    return true;
}

} // namespace nsw

// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QIODevice>

#include <memory>

class KCompressionDevice;

namespace nsw
{

/** These bytes as one frame (RFC 8878); empty where that failed. Frames may follow each other. */
QByteArray zstdFrame(const QByteArray &bytes);

/**
 * Reads the contents of one frame after the other. KCompressionDevice by itself reads the first one
 * only; it is given each alone, so that what a frame holds is had also where the next is damaged.
 */
class ZstdFrames : public QIODevice
{
public:
    /** `file` is open, and outlives it. */
    explicit ZstdFrames(QIODevice &file);
    ~ZstdFrames() override;
    Q_DISABLE_COPY_MOVE(ZstdFrames)

    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    /** Nothing at the end, also where that is in the middle of a frame; -1 where it is no frame. */
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    bool openNext();
    bool takeFrame();
    bool takeHeader();
    bool takeBlocks();
    bool take(qsizetype size);

    QIODevice &m_file;
    QByteArray m_frame; ///< what of it was taken until now
    QBuffer m_source;
    std::unique_ptr<KCompressionDevice> m_content;
    bool m_isCut = false; ///< the file ended
};

} // namespace nsw

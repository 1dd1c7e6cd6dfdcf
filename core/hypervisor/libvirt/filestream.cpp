// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/filestream.h"

#include "core/hypervisor/libvirt/contentdigest.h"
#include "core/hypervisor/libvirt/fileerror.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

constexpr size_t messageSize = 256 * 1024; ///< the most that libvirt carries at once
constexpr int atHole = -3; ///< virStreamRecvFlags's

/// One file's content on its way; given up unless finished.
class FileStream
{
public:
    FileStream(const Link &link, virStorageVolPtr volume, QString path)
        : m_link(link),
          m_volume(volume),
          m_path(std::move(path)),
          m_stream(virStreamNew(virStorageVolGetConnect(volume), 0))
    {}
    FileStream(const FileStream &) = delete;
    FileStream &operator=(const FileStream &) = delete;
    ~FileStream()
    {
        if (m_isOpen)
            virStreamAbort(m_stream.get());
    }

    Result<void> openToRead()
    {
        return opened(
            virStorageVolDownload(m_volume, m_stream.get(), 0, 0, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM));
    }
    Result<void> openToWrite()
    {
        return opened(
            virStorageVolUpload(m_volume, m_stream.get(), 0, 0, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM));
    }
    Result<void> finish()
    {
        m_isOpen = false;
        if (virStreamFinish(m_stream.get()) < 0)
            return failure();
        return {};
    }

    /// Hands over one piece after the other, as `data(bytes)` or `hole(length)`, to the end of the file.
    template <class Data, class Hole>
    Result<void> receive(const Transfer *transfer, Data data, Hole hole)
    {
        std::vector<char> buffer(messageSize);
        for (;;) {
            if (transfer != nullptr && transfer->isCancelled())
                return Error(core::errors::Cancelled);
            const int got = virStreamRecvFlags(m_stream.get(), buffer.data(), buffer.size(),
                                               VIR_STREAM_RECV_STOP_AT_HOLE);
            Result<void> taken;
            if (got == atHole) {
                long long length = 0;
                if (virStreamRecvHole(m_stream.get(), &length, 0) < 0)
                    return failure();
                taken = hole(static_cast<qint64>(length));
            } else if (got > 0) {
                taken = data(QByteArrayView(buffer.data(), got));
            } else {
                return got == 0 ? finish() : failure();
            }
            if (!taken)
                return taken;
        }
    }

    Result<void> send(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const auto part = std::min(static_cast<size_t>(bytes.size()), messageSize);
            const int sent = virStreamSend(m_stream.get(), bytes.data(), part);
            if (sent < 0)
                return failure();
            bytes = bytes.sliced(sent);
        }
        return {};
    }
    Result<void> sendHole(qint64 length)
    {
        if (virStreamSendHole(m_stream.get(), length, 0) < 0)
            return failure();
        return {};
    }

private:
    Result<void> opened(int result)
    {
        if (result < 0)
            return failure();
        m_isOpen = true;
        return {};
    }
    [[nodiscard]] Error failure() const { return fileError(m_path, m_link.where); }

    const Link &m_link;
    virStorageVolPtr m_volume;
    QString m_path;
    StreamPtr m_stream;
    bool m_isOpen = false;
};

/// From one open stream into another.
Result<QByteArray> pump(FileStream &source, FileStream &target, Transfer &transfer)
{
    ContentDigest digest;
    const auto data = [&](QByteArrayView bytes) {
        digest.data(bytes);
        transfer.carried(bytes.size());
        return target.send(bytes);
    };
    const auto hole = [&](qint64 length) {
        digest.hole(length);
        transfer.carried(length);
        return target.sendHole(length);
    };
    if (const auto received = source.receive(&transfer, data, hole); !received)
        return received.error();
    if (const auto finished = target.finish(); !finished)
        return finished.error();
    return digest.result();
}

} // namespace

Result<QByteArray> downloadText(Link &link, const File &file, const QString &path)
{
    FileStream stream(link, file.volume.get(), path);
    if (const auto open = stream.openToRead(); !open)
        return open.error();
    QByteArray content;
    const auto isTooLong = [&](qint64 more) { return content.size() + more > HostFiles::largestText; };
    const Error tooLong(core::errors::Unsupported, u"no small file: "_s + path);
    const auto data = [&](QByteArrayView bytes) -> Result<void> {
        if (isTooLong(bytes.size()))
            return tooLong;
        content.append(bytes);
        return {};
    };
    const auto hole = [&](qint64 length) -> Result<void> {
        if (isTooLong(length))
            return tooLong;
        content.append(length, '\0');
        return {};
    };
    if (const auto received = stream.receive(nullptr, data, hole); !received)
        return received.error();
    return content;
}

Result<void> uploadText(Link &link, const File &file, const QString &path, const QByteArray &content)
{
    if (content.isEmpty())
        return {};
    FileStream stream(link, file.volume.get(), path);
    if (const auto open = stream.openToWrite(); !open)
        return open.error();
    if (const auto sent = stream.send(content); !sent)
        return sent.error();
    return stream.finish();
}

Result<QByteArray> digestFile(Link &link, QString path, std::shared_ptr<Transfer> transfer)
{
    const auto file = findFile(link, *link.copies, path);
    if (!file)
        return file.error();
    FileStream stream(link, file->volume.get(), path);
    if (const auto open = stream.openToRead(); !open)
        return open.error();
    ContentDigest digest;
    const auto data = [&](QByteArrayView bytes) -> Result<void> {
        digest.data(bytes);
        transfer->carried(bytes.size());
        return {};
    };
    const auto hole = [&](qint64 length) -> Result<void> {
        digest.hole(length);
        transfer->carried(length);
        return {};
    };
    if (const auto received = stream.receive(transfer.get(), data, hole); !received)
        return received.error();
    return digest.result();
}

Result<QByteArray> copyFile(Link &link, QString from, QString to, std::shared_ptr<Link> destination,
                            std::shared_ptr<Transfer> transfer)
{
    const auto described = statFile(link, from);
    if (!described)
        return described.error();
    const auto source = findFile(link, *link.copies, from);
    if (!source)
        return source.error();
    const auto target = createFile(*destination, *destination->copies, to, described->size.count());
    if (!target)
        return target.error();
    Result<QByteArray> copied = [&]() -> Result<QByteArray> {
        FileStream reading(link, source->volume.get(), from);
        FileStream writing(*destination, target->volume.get(), to);
        if (const auto open = reading.openToRead(); !open)
            return open.error();
        if (const auto open = writing.openToWrite(); !open)
            return open.error();
        return pump(reading, writing, *transfer);
    }();
    if (!copied)
        virStorageVolDelete(target->volume.get(), 0);
    return copied;
}

} // namespace core::hypervisor::libvirt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/vm/vncworker.h"

#include "core/base/overloaded.h"
#include "views/vm/vncclient.h"

#include <QLoggingCategory>

#include <array>
#include <cstdarg>

#include <poll.h>
#include <rfb/rfbclient.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

Q_LOGGING_CATEGORY(lcScreen, "vigie.screen", QtInfoMsg) // libvncclient talks much

namespace views {

using namespace Qt::StringLiterals;

namespace {

char identity; // its address is the key under which libvncclient keeps our pointer

void logLine(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    qCDebug(lcScreen).noquote() << QString::vasprintf(format, arguments).trimmed();
    va_end(arguments);
}

constexpr int bytesPerPixel = 4;

} // namespace

struct VncWorker::Hooks {
    static VncWorker &of(rfbClient *client)
    {
        return *static_cast<VncWorker *>(rfbClientGetClientData(client, &identity));
    }
    static rfbBool mallocFrameBuffer(rfbClient *client) { return of(client).resize(client) ? TRUE : FALSE; }
    static void gotUpdate(rfbClient *client, int x, int y, int w, int h)
    {
        of(client).m_fresh += QRect(x, y, w, h);
    }
    static void finished(rfbClient *client)
    {
        VncWorker &worker = of(client);
        for (const QRect &rect : worker.m_fresh)
            worker.copy(client, rect);
        worker.m_fresh = {};
    }
    static char *noPassword(rfbClient *) { return nullptr; } // libvncclient's own would ask on the terminal
    static void ignoreText(rfbClient *, const char *, int) {}
    static void ignoreBell(rfbClient *) {}

    static void install(rfbClient *client, VncWorker *worker)
    {
        rfbClientSetClientData(client, &identity, worker);
        client->MallocFrameBuffer = mallocFrameBuffer;
        client->GotFrameBufferUpdate = gotUpdate;
        client->FinishedFrameBufferUpdate = finished;
        client->GetPassword = noPassword;
        client->GetCredential = nullptr;
        client->GotXCutText = ignoreText;
        client->Bell = ignoreBell;
        client->canHandleNewFBSize = TRUE;
        client->appData.shareDesktop = TRUE;
        client->appData.useRemoteCursor = FALSE; // the server draws it: no shapes to decode
        client->appData.encodingsString =
            "copyrect zrle hextile raw"; // few decoders: what is sent is not trusted
        client->format.bitsPerPixel = 32;
        client->format.depth = 24;
        client->format.trueColour = TRUE;
        client->format.bigEndian = FALSE;
        client->format.redShift = 16; // QImage::Format_RGB32
        client->format.greenShift = 8;
        client->format.blueShift = 0;
        client->format.redMax = client->format.greenMax = client->format.blueMax = 255;
    }
};

VncWorker::VncWorker(int fd)
    : m_socket(fd),
      m_control(::dup(fd)),
      m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    setObjectName(u"screen"_s);
    rfbClientLog = logLine; // of the whole process
    rfbClientErr = logLine;
}

VncWorker::~VncWorker()
{
    m_stop = true;
    ::shutdown(m_control, SHUT_RDWR); // ends any read or write under way
    send({});
    wait();
    ::close(m_control);
    ::close(m_wake);
}

void VncWorker::send(std::vector<Input> inputs)
{
    {
        const QMutexLocker lock(&m_mutex);
        std::ranges::move(inputs, std::back_inserter(m_inputs));
    }
    const quint64 one = 1;
    if (::write(m_wake, &one, sizeof one) < 0)
        qCWarning(lcScreen) << "cannot wake the screen's thread" << errno;
}

QRegion VncWorker::takeUpdate(QImage &image)
{
    const QMutexLocker lock(&m_mutex);
    m_told = false;
    QRegion dirty = std::exchange(m_dirty, {});
    if (image.size() != m_image.size()) {
        image = m_image.copy();
        return image.rect();
    }
    for (const QRect &rect : dirty) {
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            std::memcpy(image.scanLine(y) + static_cast<ptrdiff_t>(rect.left()) * bytesPerPixel,
                        m_image.constScanLine(y) + static_cast<ptrdiff_t>(rect.left()) * bytesPerPixel,
                        static_cast<size_t>(rect.width()) * bytesPerPixel);
        }
    }
    return dirty;
}

void VncWorker::run()
{
    rfbClient *client = rfbGetClient(8, 3, bytesPerPixel);
    if (client == nullptr) {
        ::close(m_socket);
        Q_EMIT closed(u"out of memory"_s);
        return;
    }
    Hooks::install(client, this);
    client->sock = m_socket;
    client->listenSpecified =
        TRUE; // "somebody connected to us": libvncclient then uses the socket it is given
    if (!rfbInitClient(client, nullptr, nullptr)) { // frees the client when it fails
        ::shutdown(m_control, SHUT_RDWR); // we hold the socket too: the other end would wait for ever
        Q_EMIT closed(m_refused ? u"the screen is too large"_s
                                : u"the server did not speak RFB or asked for a password"_s);
        return;
    }
    Q_EMIT connected();
    work(client);
    rfbClientCleanup(client);
    ::shutdown(m_control, SHUT_RDWR);
    if (!m_stop)
        Q_EMIT closed(m_refused ? u"the screen is too large"_s : u"the connection ended"_s);
}

void VncWorker::work(rfbClient *client)
{
    while (!m_stop && !m_refused) {
        if (client->buffered == 0) {
            std::array<pollfd, 2> waiting{pollfd{client->sock, POLLIN, 0}, pollfd{m_wake, POLLIN, 0}};
            if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR)
                return;
            if (!sendWaiting(client))
                return;
            if (waiting[0].revents == 0)
                continue;
        }
        if (!HandleRFBServerMessage(client))
            return;
    }
}

bool VncWorker::sendWaiting(rfbClient *client)
{
    quint64 count = 0;
    if (::read(m_wake, &count, sizeof count) < 0)
        return true; // nothing waits
    std::vector<Input> inputs;
    {
        const QMutexLocker lock(&m_mutex);
        inputs.swap(m_inputs);
    }
    for (const Input &input : inputs) {
        const bool sent = std::visit(
            core::Overloaded{[client](const KeyInput &key) {
                                 const rfbBool down = key.down ? TRUE : FALSE;
                                 // By its place on the keyboard where the server can (QEMU): the guest's layout rules then.
                                 return (key.key.scanCode != 0
                                         && SendExtendedKeyEvent(client, key.key.keysym, key.key.scanCode,
                                                                 down))
                                     || SendKeyEvent(client, key.key.keysym, down);
                             },
                             [client](const PointerInput &pointer) {
                                 return static_cast<bool>(SendPointerEvent(
                                     client, pointer.position.x(), pointer.position.y(), pointer.buttons));
                             }},
            input);
        if (!sent)
            return false;
    }
    return true;
}

bool VncWorker::resize(rfbClient *client)
{
    const qint64 pixels = static_cast<qint64>(client->width) * client->height;
    m_fresh = {};
    if (client->width <= 0 || client->height <= 0 || pixels > VncClient::largestScreen) {
        // libvncclient does not heed a refusal everywhere: leave it a buffer as large as it believes.
        m_refused = true;
        m_buffer.assign(bytesPerPixel, 0);
        client->width = 1;
        client->height = 1;
        client->frameBuffer = m_buffer.data();
        return false;
    }
    m_buffer.assign(static_cast<size_t>(pixels) * bytesPerPixel, 0);
    client->frameBuffer = m_buffer.data();
    client->updateRect.x = 0;
    client->updateRect.y = 0;
    client->updateRect.w = client->width;
    client->updateRect.h = client->height;
    const QMutexLocker lock(&m_mutex);
    m_image = QImage(client->width, client->height, QImage::Format_RGB32);
    m_image.fill(Qt::black);
    m_dirty = m_image.rect();
    return true;
}

void VncWorker::copy(const rfbClient *client, const QRect &rect)
{
    bool tell = false;
    {
        const QMutexLocker lock(&m_mutex);
        const QRect inside = rect & m_image.rect();
        for (int y = inside.top(); y <= inside.bottom(); ++y) {
            const size_t from = (static_cast<size_t>(y) * static_cast<size_t>(client->width)
                                 + static_cast<size_t>(inside.left()))
                * bytesPerPixel;
            std::memcpy(m_image.scanLine(y) + static_cast<ptrdiff_t>(inside.left()) * bytesPerPixel,
                        m_buffer.data() + from, static_cast<size_t>(inside.width()) * bytesPerPixel);
        }
        m_dirty += inside;
        tell = !std::exchange(m_told, true);
    }
    if (tell)
        Q_EMIT updated();
}

} // namespace views

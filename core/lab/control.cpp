// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/control.h"

#include "core/base/json.h"
#include "core/lab/errors.h"

#include <QFile>
#include <QJsonDocument>

#include <array>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

constexpr int patience = 30'000; // ms: a boot of a host under load

Result<sockaddr_un> address(const QString &path)
{
    sockaddr_un result{};
    result.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (static_cast<size_t>(name.size()) >= sizeof result.sun_path)
        return Error(errors::FileFailed, QJsonObject{{u"path"_s, path}}, u"too long for a socket"_s);
    std::memcpy(result.sun_path, name.constData(), static_cast<size_t>(name.size()));
    return result;
}

/// Up to the newline that ends a message.
QByteArray readLine(const Fd &connection)
{
    QByteArray text;
    std::array<char, 4096> buffer{};
    while (!text.endsWith('\n')) {
        pollfd waiting{connection.get(), POLLIN, 0};
        if (::poll(&waiting, 1, patience) <= 0)
            return {};
        const ssize_t n = ::read(connection.get(), buffer.data(), buffer.size());
        if (n <= 0)
            return {};
        text.append(buffer.data(), n);
    }
    return text;
}

bool writeLine(const Fd &connection, const QJsonObject &message)
{
    const QByteArray text = QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
    return ::send(connection.get(), text.constData(), static_cast<size_t>(text.size()), MSG_NOSIGNAL)
        == text.size();
}

} // namespace

Result<Fd> listenAt(const QString &path)
{
    const auto where = address(path);
    if (!where)
        return where.error();
    ::unlink(where->sun_path);
    Fd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!fd || ::bind(fd.get(), reinterpret_cast<const sockaddr *>(&*where), sizeof *where) != 0
        || ::listen(fd.get(), 64) != 0)
        return systemError("listen");
    return fd;
}

Result<Fd> connectTo(const QString &path)
{
    const auto where = address(path);
    if (!where)
        return where.error();
    Fd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!fd || ::connect(fd.get(), reinterpret_cast<const sockaddr *>(&*where), sizeof *where) != 0)
        return systemError("connect");
    return fd;
}

QJsonObject receive(const Fd &connection)
{
    return QJsonDocument::fromJson(readLine(connection)).object();
}

void answer(const Fd &connection, const QJsonObject &reply)
{
    writeLine(connection, reply); // who asked may be gone: nothing is lost, the state is in the files
}

Result<QJsonObject> ask(const QString &socket, const QJsonObject &request)
{
    const auto connection = connectTo(socket);
    if (!connection)
        return connection.error();
    if (!writeLine(*connection, request))
        return systemError("send");
    const QJsonObject reply = receive(*connection);
    if (reply.isEmpty())
        return Error(errors::SupervisorFailed, u"no answer from the lab's supervisor"_s);
    if (reply.contains(u"error"_s))
        return json::errorFromJson(reply[u"error"_s]);
    return reply;
}

} // namespace core::lab

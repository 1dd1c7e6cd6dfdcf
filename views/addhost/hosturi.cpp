// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addhost/hosturi.h"

#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace views {

bool needsHost(HostUri::Transport transport)
{
    switch (transport) {
    case HostUri::Transport::Ssh:
    case HostUri::Transport::Tls: return true;
    case HostUri::Transport::Local:
    case HostUri::Transport::Test: return false;
    }
    Q_UNREACHABLE();
}

QString toString(const HostUri &uri)
{
    if (uri.transport == HostUri::Transport::Test)
        return u"test:///default"_s;
    QUrl url;
    url.setPath(u"/system"_s);
    if (uri.transport == HostUri::Transport::Local) {
        if (uri.socket.isEmpty())
            return u"qemu:///system"_s;
        QUrlQuery query;
        query.addQueryItem(u"socket"_s, uri.socket);
        return u"qemu+unix:///system?"_s + query.toString(QUrl::FullyEncoded);
    }
    if (uri.host.isEmpty())
        return {};
    url.setScheme(uri.transport == HostUri::Transport::Ssh ? u"qemu+ssh"_s : u"qemu+tls"_s);
    url.setHost(uri.host);
    if (uri.transport == HostUri::Transport::Ssh)
        url.setUserName(uri.user);
    if (uri.port > 0)
        url.setPort(uri.port);
    return url.toString(QUrl::FullyEncoded);
}

std::optional<HostUri> hostUriFrom(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    HostUri uri;
    if (url.scheme() == u"test")
        uri.transport = HostUri::Transport::Test;
    else if (url.scheme() == u"qemu+ssh")
        uri.transport = HostUri::Transport::Ssh;
    else if (url.scheme() == u"qemu+tls")
        uri.transport = HostUri::Transport::Tls;
    uri.user = url.userName();
    uri.host = url.host();
    uri.port = std::max(url.port(), 0);
    uri.socket = QUrlQuery(url).queryItemValue(u"socket"_s, QUrl::FullyDecoded);
    if (toString(uri) != text.trimmed())
        return {};
    return uri;
}

} // namespace views

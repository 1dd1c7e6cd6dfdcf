// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/endpoint.h"

#include "core/hypervisor/errors.h"

#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

Error invalid(const QString &uri, const QString &reason, const QString &detail)
{
    return Error(errors::UriInvalid, QJsonObject{{u"uri"_s, uri}, {u"reason"_s, reason}}, detail);
}

/// libvirt asks a daemon on this machine about a driver it does not know, and then blames the daemon's socket.
bool isKnownDriver(const QString &driver)
{
    static const QStringList known{u"qemu"_s,   u"test"_s,         u"xen"_s,      u"lxc"_s,
                                   u"vbox"_s,   u"esx"_s,          u"gsx"_s,      u"vpx"_s,
                                   u"hyperv"_s, u"bhyve"_s,        u"ch"_s,       u"vz"_s,
                                   u"openvz"_s, u"vmwareplayer"_s, u"vmwarews"_s, u"vmwarefusion"_s};
    return known.contains(driver);
}

/// libvirt's rule: a driver with a host name and no transport is reached by TLS; without, on this machine.
QString transportOf(const QString &named, const QString &driver, const QString &host)
{
    if (!named.isEmpty())
        return named;
    if (!host.isEmpty())
        return u"tls"_s;
    return driver == "test"_L1 ? QString() : u"unix"_s;
}

} // namespace

Result<Address> parseAddress(const QString &uri)
{
    const QString text = uri.trimmed();
    if (text.isEmpty())
        return invalid(uri, u"empty"_s, u"no address given"_s);
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return invalid(uri, u"malformed"_s, url.errorString());
    if (url.scheme().isEmpty())
        return invalid(uri, u"no-scheme"_s, u"the address does not begin with a driver such as qemu+ssh"_s);
    const QStringList scheme = url.scheme().split(u'+');
    if (!isKnownDriver(scheme.first()))
        return invalid(uri, u"no-driver"_s, u"unknown driver: "_s + scheme.first());
    const QUrlQuery query(url);
    Address address{.uri = text,
                    .user = url.userName(QUrl::FullyDecoded),
                    .host = url.host(),
                    .port = std::max(url.port(0), 0),
                    .keyFile = query.queryItemValue(u"keyfile"_s, QUrl::FullyDecoded)};
    address.transport = transportOf(scheme.value(1), scheme.value(0), address.host);
    const QStringList transports{{}, u"unix"_s, u"ssh"_s, u"tls"_s, u"tcp"_s};
    if (scheme.size() > 2 || !transports.contains(address.transport))
        return invalid(uri, u"no-transport"_s, u"unknown transport: "_s + address.transport);
    if (!url.password().isEmpty())
        return invalid(url.toString(QUrl::RemovePassword), u"malformed"_s,
                       u"a password does not belong in an address"_s);
    address.where = address.host;
    if (address.where.isEmpty())
        address.where = query.queryItemValue(u"socket"_s, QUrl::FullyDecoded);
    if (address.where.isEmpty())
        address.where = text;
    return address;
}

} // namespace core::hypervisor::libvirt

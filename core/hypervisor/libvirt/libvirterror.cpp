// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/libvirterror.h"

#include "core/hypervisor/errors.h"

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include <QJsonObject>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

/// The call failed because nobody is at the other end any more, whatever code libvirt gave it.
bool isBrokenConnection(const Failure &failure)
{
    if (failure.code == VIR_ERR_RPC || failure.code == VIR_ERR_INVALID_CONN)
        return true;
    if (failure.code == VIR_ERR_SYSTEM_ERROR && failure.domain == VIR_FROM_RPC)
        return true;
    return failure.code == VIR_ERR_INTERNAL_ERROR
        && (failure.message.contains("client socket is closed"_L1)
            || failure.message.contains("connection closed due to keepalive timeout"_L1));
}

Error connectionFailed(const QString &where, const QString &reason, const QString &detail)
{
    return Error(errors::ConnectionFailed, QJsonObject{{u"where"_s, where}, {u"reason"_s, reason}}, detail);
}

Error uriInvalid(const QString &uri, const QString &reason, const QString &detail)
{
    return Error(errors::UriInvalid, QJsonObject{{u"uri"_s, uri}, {u"reason"_s, reason}}, detail);
}

/// Not every path through libvirt hands errno on, and of what ssh leads to it only sees the end; the English text
/// then has to do.
int systemErrorOf(const Failure &failure)
{
    if (failure.systemError != 0 && failure.systemError != EIO)
        return failure.systemError;
    const struct {
        QLatin1StringView text;
        int number;
    } known[] = {{"No such file or directory"_L1, ENOENT},   {"Connection refused"_L1, ECONNREFUSED},
                 {"Permission denied"_L1, EACCES},           {"No route to host"_L1, EHOSTUNREACH},
                 {"Network is unreachable"_L1, ENETUNREACH}, {"Connection timed out"_L1, ETIMEDOUT}};
    for (const auto &each : known) {
        if (failure.message.contains(each.text))
            return each.number;
    }
    return 0;
}

Error toSystemConnectError(const Failure &failure, const QString &where)
{
    switch (systemErrorOf(failure)) {
    case EACCES:
    case EPERM: return Error(errors::NoPermission, QJsonObject{{u"where"_s, where}}, failure.message);
    case ENOENT: return connectionFailed(where, u"socket-missing"_s, failure.message);
    case ECONNREFUSED: return connectionFailed(where, u"refused"_s, failure.message);
    case EHOSTUNREACH:
    case ENETUNREACH:
    case EHOSTDOWN: return connectionFailed(where, u"no-route"_s, failure.message);
    case ETIMEDOUT: return connectionFailed(where, u"timed-out"_s, failure.message);
    default: return connectionFailed(where, u"other"_s, failure.message);
    }
}

} // namespace

Failure lastFailure()
{
    const virErrorPtr error = virGetLastError();
    if (!error)
        return {.code = VIR_ERR_INTERNAL_ERROR, .message = u"libvirt gave no reason"_s};
    return {.code = error->code,
            .domain = error->domain,
            .systemError = error->code == VIR_ERR_SYSTEM_ERROR ? error->int1 : 0,
            .message = QString::fromUtf8(error->message)};
}

Error toError(const Failure &failure, const QString &where)
{
    if (isBrokenConnection(failure))
        return Error(core::errors::Unreachable, QJsonObject{{u"where"_s, where}}, failure.message);
    switch (failure.code) {
    case VIR_ERR_NO_DOMAIN:
    case VIR_ERR_NO_NETWORK:
    case VIR_ERR_NO_STORAGE_POOL:
    case VIR_ERR_NO_STORAGE_VOL: return Error(core::errors::NotFound, failure.message);
    case VIR_ERR_OPERATION_INVALID:
    case VIR_ERR_DOM_EXIST: return Error(core::errors::Conflict, failure.message);
    case VIR_ERR_OPERATION_TIMEOUT: // "cannot acquire state change lock (held by …)"
    case VIR_ERR_RESOURCE_BUSY: return Error(core::errors::Busy, failure.message);
    case VIR_ERR_OPERATION_DENIED:
    case VIR_ERR_ACCESS_DENIED:
    case VIR_ERR_AUTH_FAILED:
    case VIR_ERR_AUTH_CANCELLED:
    case VIR_ERR_AUTH_UNAVAILABLE: return Error(core::errors::Denied, failure.message);
    case VIR_ERR_OPERATION_ABORTED: return Error(core::errors::Cancelled, failure.message);
    case VIR_ERR_NO_SUPPORT:
    case VIR_ERR_OPERATION_UNSUPPORTED:
    case VIR_ERR_ARGUMENT_UNSUPPORTED:
    case VIR_ERR_CONFIG_UNSUPPORTED: return Error(core::errors::Unsupported, failure.message);
    default: return Error(errors::Refused, QJsonObject{{u"reason"_s, failure.message}}, failure.message);
    }
}

Error toConnectError(const Failure &failure, const QString &uri, const QString &where)
{
    if (failure.message.contains("unable to resolve"_L1) || failure.code == VIR_ERR_UNKNOWN_HOST
        || failure.message.contains("Name or service not known"_L1)) {
        return connectionFailed(where, u"name-unknown"_s, failure.message);
    }
    switch (failure.code) {
    case VIR_ERR_SYSTEM_ERROR:
    case VIR_ERR_RPC: return toSystemConnectError(failure, where);
    case VIR_ERR_NO_CONNECT: return uriInvalid(uri, u"no-driver"_s, failure.message);
    case VIR_ERR_INVALID_ARG:
    case VIR_ERR_CONFIG_UNSUPPORTED: return uriInvalid(uri, u"malformed"_s, failure.message);
    case VIR_ERR_ACCESS_DENIED:
    case VIR_ERR_OPERATION_DENIED:
    case VIR_ERR_AUTH_UNAVAILABLE:
    case VIR_ERR_AUTH_CANCELLED:
        return Error(errors::NoPermission, QJsonObject{{u"where"_s, where}}, failure.message);
    case VIR_ERR_AUTH_FAILED:
        return Error(errors::CredentialsRefused, QJsonObject{{u"host"_s, where}}, failure.message);
    default: break;
    }
    if (failure.domain == VIR_FROM_URI
        || failure.message.contains("URI path"_L1)) // "unexpected qemu URI path"
        return uriInvalid(uri, u"malformed"_s, failure.message);
    return toSystemConnectError(failure, where);
}

} // namespace core::hypervisor::libvirt

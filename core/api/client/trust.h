// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/endpoint.h"

#include <QSslConfiguration>

class QNetworkReply;

namespace core::api::client {

/// SHA-256 in upper-case hexadecimal pairs with colons, as browsers, openssl and the server itself show it.
[[nodiscard]] QString fingerprintOf(const QSslCertificate &certificate);
/// What people write of one (any case, colons, spaces or none of them, "SHA256:" before it) in that form; empty
/// when it is none.
[[nodiscard]] QString fingerprintFrom(const QString &text);

/// For a connection that is judged by `trust`. With a fingerprint no authority counts: the peer is then always in
/// error, and isTrusted() says whether the error may be ignored.
[[nodiscard]] QSslConfiguration tlsConfiguration(const Trust &trust);
/// It is the one certificate that is trusted whatever else is wrong with it.
[[nodiscard]] bool isTrusted(const QSslCertificate &peer, const Trust &trust);

/// Lets the reply go on with the trusted certificate only; with another it ends before anything was sent.
void judge(QNetworkReply &reply, const Trust &trust);
/// Why judge(), or TLS itself, ended the reply: one of errors.h; absent when that was not the reason.
[[nodiscard]] std::optional<Error> distrustOf(const QNetworkReply &reply, const Trust &trust);
[[nodiscard]] bool isDistrust(const Error &error);

} // namespace core::api::client

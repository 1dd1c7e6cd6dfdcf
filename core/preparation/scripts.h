// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

/// What is run on a host, as text for `sh -s`. Everything that comes from outside is quoted. Pure.
namespace core::preparation {

inline constexpr int tlsPort = 16514; ///< libvirt's

/// Only looks. Prints what readReport() reads. `others`: names of hosts that it should know. `root`: a directory in place
/// of / for the files, for tests.
[[nodiscard]] QByteArray examinationScript(const QStringList &others, const QString &root = {});

struct Credentials {
    QByteArray authority; ///< PEM, as the others
    QByteArray certificate;
    QByteArray key;
};

/// Puts the certificates where libvirt and QEMU look for them and has libvirt listen for TLS. What was there is kept once
/// as `….before-vigie`; other authorities go on being trusted. Can be run again. Ends with another code than 0 when something did
/// not work, having said what.
[[nodiscard]] QByteArray installationScript(const Credentials &credentials, const QString &root = {});

/// In single quotes, whatever it holds.
[[nodiscard]] QByteArray quoted(const QString &text);

} // namespace core::preparation

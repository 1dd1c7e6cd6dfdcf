// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// What OpenSSH says of host keys and failures, as data. Pure.
namespace core::hypervisor::libvirt {

struct HostKey {
    QString algorithm; ///< "ED25519", "ECDSA", "RSA"
    QString fingerprint; ///< "SHA256:…", as ssh-keygen prints it
    QByteArray line; ///< of a known_hosts file, without its end
};

/// The key on a line of a known_hosts file; absent for comments, markers and lines that are none.
[[nodiscard]] std::optional<HostKey> parseKnownHost(const QByteArray &line);

/// The first key in a known_hosts file's content.
[[nodiscard]] std::optional<HostKey> firstKey(const QByteArray &knownHosts);

/// Why ssh gave up, from what it wrote on stderr.
enum class SshProblem { KeyUnknown, KeyChanged, AuthenticationFailed, Other };
struct SshFailure {
    SshProblem problem = SshProblem::Other;
    QString algorithm; ///< of the changed key
    QString fingerprint; ///< of the key sent now
    int knownLine = 0; ///< of our known_hosts file, from 1; 0: not said
    QString text; ///< ssh's words
};
[[nodiscard]] SshFailure diagnose(const QString &said);

} // namespace core::hypervisor::libvirt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <optional>

namespace core::preparation {

/// What a host's machine said of itself. Pure values; what it could not say is absent or empty.
struct HostReport {
    bool isRoot = false; ///< we come in as root, or become it by sudo
    std::optional<std::chrono::seconds> clock; ///< since 1970
    QString name; ///< its own, with its domain
    QStringList addresses; ///< its own, without loopback
    std::optional<bool> hasKvm;
    QByteArray authorities; ///< whom libvirt trusts; PEM
    QByteArray serverCertificate; ///< libvirt's; PEM
    QByteArray qemuCertificate;
    std::optional<QList<int>> openPorts; ///< on which something listens, not only for itself
    QHash<QString, QString> resolved; ///< names of other hosts; an empty address: it does not know them
};

/// Reads what examinationScript() prints: `key=value` a line. Unknown and broken lines are passed over.
[[nodiscard]] HostReport readReport(const QByteArray &output);

} // namespace core::preparation

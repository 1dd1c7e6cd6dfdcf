// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/simulation/worldspec.h"

#include <QStringList>

#include <optional>

namespace server {

/// What `vigied` was asked for.
struct Options {
    QString embedded; ///< DIR; empty: a management server
    QString listenAddress; ///< of a management server
    quint16 listenPort = 0;
    QString data; ///< DIR of a management server: keys, certificate, the database unless it is elsewhere
    QString database; ///< `sqlite:FILE`; empty: in `data`
    QString tlsCertificate; ///< PEM file; empty: one of the server's own
    QString tlsKey;
    QString restore; ///< FILE: a copy that takes the place of the database before anything else
    QString adminPasswordFile; ///< of the first administrator; empty: one is made
    bool detach = false; ///< return when it listens; it goes on in the background
    bool keep = false; ///< do not end when the last client is gone
    std::optional<core::simulation::WorldSpec> simulated;
    double changesPerSecond = 0;
    QString singleHost; ///< a libvirt URI
    QString language; ///< of the help; empty: the locale's
    bool help = false;
    bool version = false;
};

/// `base.invalid-argument` on bad usage.
[[nodiscard]] core::Result<Options> parseOptions(const QStringList &arguments);
[[nodiscard]] QString usage();

} // namespace server

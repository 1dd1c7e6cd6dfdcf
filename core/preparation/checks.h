// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/preparation/report.h"

namespace core::preparation {

/// What is known besides the inventory.
struct Examined {
    std::optional<HostReport> report; ///< absent: there is no shell on the host
    QByteArray authority; ///< the core's own; PEM
    Instant asked; ///< by our clock, when the host said its time…
    Duration uncertainty{0}; ///< …which we know no better
};

/// All that is found, errors first. Pure.
[[nodiscard]] std::vector<model::Finding> check(const model::Host &host, const Examined &examined,
                                                const model::Inventory &inventory);

/// The names under which other hosts of its cluster, or of its place, call each other.
[[nodiscard]] QStringList namesOfNeighbours(const model::Host &host, const model::Inventory &inventory);
/// The name by which other machines reach the host: in its address, else its own.
[[nodiscard]] QString reachableName(const model::Host &host);
/// Libvirt's certificates are there, of that authority, and good for the host.
[[nodiscard]] bool isPrepared(const model::Host &host, const HostReport &report, const QByteArray &authority);

} // namespace core::preparation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/operations/operation.h"

namespace views {

/// A host that is to be added.
struct HostWish {
    QString uri;
    QString name; ///< empty: the host's own
    friend bool operator==(const HostWish &, const HostWish &) = default;
};

/// What was read from a pasted list.
struct HostList {
    std::vector<HostWish> hosts;
    QStringList wrong; ///< lines that are neither
};

/// One a line: an address (qemu+ssh://root@h1/system), a host's name (then by SSH as root), or a name for it and one of
/// those. Empty lines and what follows # do not count; what is there twice is there once.
[[nodiscard]] HostList readHosts(const QString &text);

[[nodiscard]] core::operations::OperationRequest addRequest(const HostWish &host,
                                                            const core::model::ObjectRef &parent);
/// Where hosts can be put: datacenters, their host folders and clusters.
[[nodiscard]] bool takesHosts(const core::model::ObjectRef &object, const core::model::Inventory &inventory);

} // namespace views

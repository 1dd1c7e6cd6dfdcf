// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace core::coordination {

/// How hosts and machines are called outside the engine: by their ids, in the order of the cluster's lists.
struct Names {
    QString cluster;
    std::vector<QString> hosts;
    std::vector<QString> vms;
};

} // namespace core::coordination

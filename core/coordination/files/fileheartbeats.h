// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/lane.h"
#include "core/async/scope.h"
#include "core/coordination/coordination.h"
#include "core/coordination/names.h"

#include <memory>

namespace core::coordination {

/// Heartbeats as files `<directory>/.vigie/ha-<cluster>/<host>.json` of each datastore, replaced whole. A datastore that
/// hangs holds up a thread of its own and nothing else; while it does, what is asked of it is dropped, for the gate and
/// the primary ask again.
class FileHeartbeats : public HeartbeatStore
{
public:
    /// @param directories by datastore; empty: not mounted here
    FileHeartbeats(std::vector<QString> directories, Names names, ha::HostRef self, Receiver receiver);
    ~FileHeartbeats() override;

    void write(ha::WriteHeartbeat heartbeat) override;
    void read(ha::ReadHeartbeats which) override;

private:
    struct Store {
        QString directory;
        std::unique_ptr<Lane> writing;
        std::unique_ptr<Lane> reading;
        bool isWriting = false;
        int reads = 0; ///< under way
    };

    [[nodiscard]] QString fileOf(ha::StoreRef store, ha::HostRef host) const;
    Task<> writing(ha::WriteHeartbeat heartbeat);
    Task<> reading(ha::ReadHeartbeats which);

    std::vector<Store> m_stores;
    Names m_names;
    ha::HostRef m_self;
    Receiver m_receiver;
    Scope m_scope;
};

} // namespace core::coordination

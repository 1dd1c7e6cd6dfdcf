// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/directory.h"
#include "app/server/options.h"
#include "core/api/server/api.h"
#include "core/async/systemclock.h"
#include "core/persistence/sql/sqlstore.h"
#include "core/simulation/changes.h"

#include <QObject>

#include <functional>
#include <memory>

namespace server {

/// One embedded core: ports joined with adapters, from the lock to the socket.
class Embedded
{
public:
    /// `onEnd`: nobody needs it any more.
    Embedded(Options options, std::function<void()> onEnd);
    Embedded(const Embedded &) = delete;
    Embedded &operator=(const Embedded &) = delete;
    ~Embedded();

    /// Done when clients can come. `base.busy`: another core has the directory.
    core::Task<> start();
    /// Done when all that was said is on the disk.
    core::Task<> stop();

private:
    core::Result<core::orchestrator::InitialInventory> initialInventory();
    core::Task<> untilHostsAnswered();
    void lookForClients();

    Options m_options;
    std::function<void()> m_onEnd;
    Directory m_directory;
    core::SystemClock m_clock;
    std::unique_ptr<core::simulation::World> m_world;
    std::unique_ptr<core::hypervisor::Connector> m_connector;
    std::unique_ptr<core::persistence::SqlStore> m_store;
    std::unique_ptr<core::orchestrator::Core> m_core;
    std::unique_ptr<core::simulation::Changes> m_changes;
    std::unique_ptr<core::api::server::FeedHub> m_feed;
    std::unique_ptr<core::api::server::Api> m_api;
    std::unique_ptr<core::api::server::HttpServer> m_http;
    std::unique_ptr<core::Clock::Timer> m_timer;
};

} // namespace server

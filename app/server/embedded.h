// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/directory.h"
#include "app/server/options.h"
#include "app/server/service.h"

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
    core::Result<void> openDoor();
    core::Task<> untilHostsAnswered();
    void lookForClients();

    Options m_options;
    std::function<void()> m_onEnd;
    Directory m_directory;
    std::unique_ptr<Service> m_service;
    std::unique_ptr<core::Clock::Timer> m_timer;
};

} // namespace server

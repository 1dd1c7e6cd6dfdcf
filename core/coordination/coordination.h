// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/io.h"

#include <functional>
#include <variant>

/// The ports of high availability to what agents share. Nothing here blocks; answers are inputs of core/ha. They are
/// given to the receiver on the loop that made the adapter, late or never; who needs one asks again.
namespace core::coordination {

using Receiver = std::function<void(ha::Input)>;

/// Election, sessions and records, of which a majority of members must agree: etcd.
class Coordination
{
public:
    using Request = std::variant<ha::OwnerWrite, ha::FenceWrite, ha::QuarantineWrite, ha::Renew, ha::Campaign,
                                 ha::Resign, ha::ReadAll>;

    virtual ~Coordination() = default;

    /// Answers: OwnerWrite → OwnerWritten; Renew → Renewed; ReadAll and a lost Campaign → Everything. What anybody
    /// changes arrives by itself: ElectionChanged (so a Campaign is won), SessionChanged, FenceWritten, OwnerChanged; where
    /// something may have been missed, Everything.
    virtual void ask(Request request) = 0;
};

/// Files on datastores that every host can read and one writes.
class HeartbeatStore
{
public:
    virtual ~HeartbeatStore() = default;

    /// Answer: HeartbeatWrittenOn, once it is on the datastore.
    virtual void write(ha::WriteHeartbeat heartbeat) = 0;
    /// Answer: HeartbeatRead; none while the path hangs.
    virtual void read(ha::ReadHeartbeats which) = 0;
};

/// The other agents, each proved by its certificate.
class Peers
{
public:
    virtual ~Peers() = default;

    /// Arrives as Received, in the order of sending, or not at all.
    virtual void send(ha::Send message) = 0;
    /// Answer: Pong.
    virtual void ping(ha::Ping ping) = 0;
};

/// The device that ends this host when it is no longer fed.
class Watchdog
{
public:
    virtual ~Watchdog() = default;

    /// The first call arms it. What becomes of it is told by WatchdogChanged.
    virtual void feed() = 0;
};

} // namespace core::coordination

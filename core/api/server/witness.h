// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/identity/auditlog.h"

namespace core::api::server {

/// Tells the audit log what happens at the door. Without a log it says nothing.
class Witness
{
public:
    /// Both outlive this; `log` may be null.
    Witness(Clock &clock, identity::AuditLog *log) : m_clock(clock), m_log(log) {}

    /// Done when it is on the disk; the time is now. An error: what the record tells must not be done.
    Task<> tell(model::AuditRecord record);
    /// The last `lines` records, oldest first.
    Task<std::vector<model::AuditRecord>> last(int lines);

private:
    Clock &m_clock;
    identity::AuditLog *m_log;
};

} // namespace core::api::server

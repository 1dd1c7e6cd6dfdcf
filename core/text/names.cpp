// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"
#include "core/text/text.h"

#include <QCoreApplication>

namespace core::text {

QString kindName(model::Kind kind)
{
    switch (kind) {
    case model::Kind::Root: return say(QT_TRANSLATE_NOOP("Text", "inventory"));
    case model::Kind::Datacenter: return say(QT_TRANSLATE_NOOP("Text", "datacenter"));
    case model::Kind::Folder: return say(QT_TRANSLATE_NOOP("Text", "folder"));
    case model::Kind::Cluster: return say(QT_TRANSLATE_NOOP("Text", "cluster"));
    case model::Kind::Host: return say(QT_TRANSLATE_NOOP("Text", "host"));
    case model::Kind::Pool: return say(QT_TRANSLATE_NOOP("Text", "resource pool"));
    case model::Kind::Vm: return say(QT_TRANSLATE_NOOP("Text", "virtual machine"));
    case model::Kind::Datastore: return say(QT_TRANSLATE_NOOP("Text", "datastore"));
    case model::Kind::Network: return say(QT_TRANSLATE_NOOP("Text", "network"));
    case model::Kind::User: return say(QT_TRANSLATE_NOOP("Text", "user"));
    case model::Kind::Group: return say(QT_TRANSLATE_NOOP("Text", "group"));
    case model::Kind::Role: return say(QT_TRANSLATE_NOOP("Text", "role"));
    case model::Kind::Permission: return say(QT_TRANSLATE_NOOP("Text", "permission"));
    case model::Kind::AlarmDefinition: return say(QT_TRANSLATE_NOOP("Text", "alarm definition"));
    }
    Q_UNREACHABLE();
}

QString kindTitle(model::Kind kind)
{
    switch (kind) {
    case model::Kind::Root: return say(QT_TRANSLATE_NOOP("Text", "Inventory"));
    case model::Kind::Datacenter: return say(QT_TRANSLATE_NOOP("Text", "Datacenters"));
    case model::Kind::Folder: return say(QT_TRANSLATE_NOOP("Text", "Folders"));
    case model::Kind::Cluster: return say(QT_TRANSLATE_NOOP("Text", "Clusters"));
    case model::Kind::Host: return say(QT_TRANSLATE_NOOP("Text", "Hosts"));
    case model::Kind::Pool: return say(QT_TRANSLATE_NOOP("Text", "Resource Pools"));
    case model::Kind::Vm: return say(QT_TRANSLATE_NOOP("Text", "Virtual Machines"));
    case model::Kind::Datastore: return say(QT_TRANSLATE_NOOP("Text", "Datastores"));
    case model::Kind::Network: return say(QT_TRANSLATE_NOOP("Text", "Networks"));
    case model::Kind::User: return say(QT_TRANSLATE_NOOP("Text", "Users"));
    case model::Kind::Group: return say(QT_TRANSLATE_NOOP("Text", "Groups"));
    case model::Kind::Role: return say(QT_TRANSLATE_NOOP("Text", "Roles"));
    case model::Kind::Permission: return say(QT_TRANSLATE_NOOP("Text", "Permissions"));
    case model::Kind::AlarmDefinition: return say(QT_TRANSLATE_NOOP("Text", "Alarm Definitions"));
    }
    Q_UNREACHABLE();
}

QString state(model::PowerState state)
{
    switch (state) {
    case model::PowerState::Running: return say(QT_TRANSLATE_NOOP("Text", "powered on"));
    case model::PowerState::Paused: return say(QT_TRANSLATE_NOOP("Text", "paused"));
    case model::PowerState::Suspended: return say(QT_TRANSLATE_NOOP("Text", "suspended"));
    case model::PowerState::Off: return say(QT_TRANSLATE_NOOP("Text", "powered off"));
    case model::PowerState::Crashed: return say(QT_TRANSLATE_NOOP("Text", "crashed"));
    case model::PowerState::Unknown: return say(QT_TRANSLATE_NOOP("Text", "unknown"));
    }
    Q_UNREACHABLE();
}

QString state(model::HostState state)
{
    switch (state) {
    case model::HostState::Connecting: return say(QT_TRANSLATE_NOOP("Text", "connecting"));
    case model::HostState::Connected: return say(QT_TRANSLATE_NOOP("Text", "connected"));
    case model::HostState::NotResponding: return say(QT_TRANSLATE_NOOP("Text", "not responding"));
    case model::HostState::Disconnected: return say(QT_TRANSLATE_NOOP("Text", "disconnected"));
    }
    Q_UNREACHABLE();
}

QString state(model::TaskState state)
{
    switch (state) {
    case model::TaskState::Queued: return say(QT_TRANSLATE_NOOP("Text", "Queued"));
    case model::TaskState::Running: return say(QT_TRANSLATE_NOOP("Text", "In progress"));
    case model::TaskState::Succeeded: return say(QT_TRANSLATE_NOOP("Text", "Completed"));
    case model::TaskState::Failed: return say(QT_TRANSLATE_NOOP("Text", "Failed"));
    case model::TaskState::Cancelled: return say(QT_TRANSLATE_NOOP("Text", "Cancelled"));
    }
    Q_UNREACHABLE();
}

QString state(model::AgentState state)
{
    switch (state) {
    case model::AgentState::NotInstalled: return say(QT_TRANSLATE_NOOP("Text", "guest agent not installed"));
    case model::AgentState::Connected: return say(QT_TRANSLATE_NOOP("Text", "guest agent running"));
    case model::AgentState::NotConnected: return say(QT_TRANSLATE_NOOP("Text", "guest agent not running"));
    }
    Q_UNREACHABLE();
}

QString severity(model::Severity severity)
{
    switch (severity) {
    case model::Severity::Info: return say(QT_TRANSLATE_NOOP("Text", "Information"));
    case model::Severity::Warning: return say(QT_TRANSLATE_NOOP("Text", "Warning"));
    case model::Severity::Alert: return say(QT_TRANSLATE_NOOP("Text", "Alert"));
    }
    Q_UNREACHABLE();
}

QString hypervisorType(model::HypervisorType type)
{
    switch (type) {
    case model::HypervisorType::Type1:
        return say(QT_TRANSLATE_NOOP("Text", "type 1 hypervisor (bare metal)"));
    case model::HypervisorType::Type2: return say(QT_TRANSLATE_NOOP("Text", "type 2 hypervisor (hosted)"));
    case model::HypervisorType::Emulation:
        return say(QT_TRANSLATE_NOOP("Text", "emulation without hardware help"));
    case model::HypervisorType::Simulated: return say(QT_TRANSLATE_NOOP("Text", "simulated host"));
    case model::HypervisorType::Unknown: return say(QT_TRANSLATE_NOOP("Text", "unknown kind of hypervisor"));
    }
    Q_UNREACHABLE();
}

QString counterName(model::Counter counter)
{
    switch (counter) {
    case model::Counter::CpuUsageRatio: return say(QT_TRANSLATE_NOOP("Text", "CPU usage"));
    case model::Counter::CpuUsageMhz: return say(QT_TRANSLATE_NOOP("Text", "CPU usage in MHz"));
    case model::Counter::CpuReadyMs: return say(QT_TRANSLATE_NOOP("Text", "CPU ready time"));
    case model::Counter::MemoryUsed: return say(QT_TRANSLATE_NOOP("Text", "Memory used"));
    case model::Counter::MemoryActive: return say(QT_TRANSLATE_NOOP("Text", "Memory active"));
    case model::Counter::MemoryBalloon: return say(QT_TRANSLATE_NOOP("Text", "Memory taken by the balloon"));
    case model::Counter::DiskRead: return say(QT_TRANSLATE_NOOP("Text", "Disk read rate"));
    case model::Counter::DiskWrite: return say(QT_TRANSLATE_NOOP("Text", "Disk write rate"));
    case model::Counter::DiskLatencyMs: return say(QT_TRANSLATE_NOOP("Text", "Disk latency"));
    case model::Counter::NetworkReceived: return say(QT_TRANSLATE_NOOP("Text", "Network receive rate"));
    case model::Counter::NetworkSent: return say(QT_TRANSLATE_NOOP("Text", "Network send rate"));
    }
    Q_UNREACHABLE();
}

} // namespace core::text

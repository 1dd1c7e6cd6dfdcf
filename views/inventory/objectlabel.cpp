// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/objectlabel.h"

#include "core/base/overloaded.h"
#include "core/text/access.h"
#include "core/text/drs.h"
#include "core/text/text.h"

namespace views {

using namespace core::model;
namespace text = core::text;

namespace {

using VmPtr = std::shared_ptr<const Vm>;
using HostPtr = std::shared_ptr<const Host>;
using DatastorePtr = std::shared_ptr<const Datastore>;
using NetworkPtr = std::shared_ptr<const Network>;

core::Duration ageOf(core::Instant instant)
{
    const auto now = std::chrono::time_point_cast<core::Duration>(std::chrono::system_clock::now());
    return std::max(core::Duration(0), now - instant);
}

} // namespace

QString ObjectLabel::name(const Object &object)
{
    const QString &name = nameOf(object);
    return std::visit(
        core::Overloaded{
            [&](const VmPtr &vm) {
                if (vm->stale)
                    return tr("%1 (disconnected)", "virtual machine").arg(name);
                return vm->isTemplate ? tr("%1 (template)").arg(name) : name;
            },
            [&](const HostPtr &host) {
                switch (host->state) {
                case HostState::Connected:
                    if (host->maintenance == Maintenance::None)
                        return name;
                    return tr("%1 (%2)", "host, maintenance mode")
                        .arg(name, text::maintenance(host->maintenance));
                case HostState::Connecting: return tr("%1 (connecting)").arg(name);
                case HostState::NotResponding: return tr("%1 (not responding)").arg(name);
                case HostState::Disconnected: return tr("%1 (disconnected)", "host").arg(name);
                }
                Q_UNREACHABLE();
            },
            [&](const DatastorePtr &datastore) {
                return datastore->accessible ? name : tr("%1 (inaccessible)").arg(name);
            },
            [](const std::shared_ptr<const Role> &role) { return text::roleName(*role); },
            [&](const NetworkPtr &network) { return network->active ? name : tr("%1 (inactive)").arg(name); },
            [&](const auto &) { return name; },
        },
        object);
}

QString ObjectLabel::state(const Object &object)
{
    return std::visit(
        core::Overloaded{
            [](const VmPtr &vm) {
                if (vm->stale && vm->state == PowerState::Unknown)
                    return tr("disconnected, its state is not known", "virtual machine");
                if (vm->stale)
                    return tr("disconnected, last known state: %1", "virtual machine")
                        .arg(text::state(vm->state));
                return vm->isTemplate ? tr("template") : text::state(vm->state);
            },
            [](const HostPtr &host) {
                const bool isAway = host->state != HostState::Connected;
                return isAway || host->maintenance == Maintenance::None
                    ? text::state(host->state)
                    : text::maintenance(host->maintenance);
            },
            [](const DatastorePtr &datastore) {
                return datastore->accessible ? tr("accessible") : tr("inaccessible");
            },
            [](const NetworkPtr &network) { return network->active ? tr("active") : tr("inactive"); },
            [](const auto &) { return QString(); },
        },
        object);
}

QString ObjectLabel::spoken(const Object &object)
{
    const QString now = state(object);
    return now.isEmpty() ? nameOf(object) : tr("%1, %2").arg(nameOf(object), now);
}

QString ObjectLabel::vmToolTip(const Vm &vm, const Inventory &inventory)
{
    const QString host = inventory.nameOf(vm.host);
    const QString state = text::state(vm.state);
    if (vm.isTemplate)
        return tr("%1\nTemplate on %2").arg(vm.name, host);
    if (!vm.stale)
        return tr("%1\n%2 on %3").arg(vm.name, state, host);
    if (!vm.lastSeen)
        return tr("%1\nDisconnected. Last known state: %2, on %3").arg(vm.name, state, host);
    return tr("%1\nDisconnected. Last known state: %2, on %3 (%4)", "%4: a time, with or without date")
        .arg(vm.name, state, host, text::timeOfDay(*vm.lastSeen));
}

QString ObjectLabel::hostToolTip(const Host &host)
{
    const QString state = text::state(host.state);
    if (host.state == HostState::Connected)
        return tr("%1\n%2").arg(host.name, state);
    const QString problem = host.problem ? text::sentence(*host.problem) : QString();
    if (!host.lastSeen)
        return tr("%1\n%2\n%3").arg(host.name, state, problem).trimmed();
    return tr("%1\n%2, last data %3\n%4")
        .arg(host.name, state, text::ago(ageOf(*host.lastSeen)), problem)
        .trimmed();
}

QString ObjectLabel::toolTip(const Object &object, const Inventory &inventory)
{
    return std::visit(core::Overloaded{
                          [&](const VmPtr &vm) { return vmToolTip(*vm, inventory); },
                          [](const HostPtr &host) { return hostToolTip(*host); },
                          [&](const DatastorePtr &datastore) {
                              return tr("%1\n%2 free of %3, %4")
                                  .arg(datastore->name, text::bytes(datastore->free),
                                       text::bytes(datastore->capacity), state(object));
                          },
                          [&](const NetworkPtr &network) {
                              return tr("%1\n%2, %3").arg(network->name, network->type, state(object));
                          },
                          [&](const auto &) { return nameOf(object); },
                      },
                      object);
}

} // namespace views

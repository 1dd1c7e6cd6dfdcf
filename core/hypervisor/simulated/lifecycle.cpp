// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/simulated/lifecycle.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace core::hypervisor {

namespace {

/// A simulated definition is the id of a VM of the world; that of a VM which is to be made is what it shall be.
QString writeOrder(const VmOrder &order)
{
    QJsonObject json{{u"id"_s, order.id.toString()},
                     {u"name"_s, order.name},
                     {u"cpus"_s, order.cpuCount},
                     {u"memory"_s, order.memory.count()}};
    if (!order.disks.empty())
        json.insert(u"disk"_s, order.disks.front().path);
    if (!order.networks.empty())
        json.insert(u"network"_s, order.networks.front());
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

simulation::NewVm readOrder(const QJsonObject &json)
{
    return {.id = VmId::fromString(json.value("id"_L1).toString()),
            .name = json.value("name"_L1).toString(),
            .cpus = json.value("cpus"_L1).toInt(1),
            .memory = Bytes(static_cast<qint64>(json.value("memory"_L1).toDouble())),
            .disk = json.value("disk"_L1).toString(),
            .diskCapacity = {},
            .network = json.value("network"_L1).toString()};
}

} // namespace

Task<QString> describeVm(std::shared_ptr<Link> link, VmId vm)
{
    auto admitted = admit(link, "definition", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    const auto known = link->world->vm(link->host, vm);
    if (!known)
        co_return known.error();
    co_return vm.toString();
}

Task<QString> composeVm(std::shared_ptr<Link> link, VmOrder order)
{
    auto admitted = admit(link, "compose", order.id, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return writeOrder(order);
}

Task<> configureVm(std::shared_ptr<Link> link, VmId vm, VmSettings settings)
{
    auto admitted = admit(link, "configure", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    if (settings.notes)
        co_return Error(core::errors::Unsupported, u"the notes of a simulated VM are fixed"_s);
    co_return link->world->configure(link->host, vm, settings.cpuCount, settings.memory);
}

/// A simulated VM is in one place only: here from now on.
Task<VmId> takeVm(std::shared_ptr<Link> link, QString definition, Relocation relocation)
{
    const QJsonObject order = QJsonDocument::fromJson(definition.toUtf8()).object();
    const VmId vm = order.isEmpty() ? VmId::fromString(definition) : readOrder(order).id;
    auto admitted = admit(link, "define", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    Result<void> taken;
    if (!order.isEmpty()) {
        simulation::NewVm made = readOrder(order);
        if (const auto disk = link->files->find(link->host, made.disk); disk)
            made.diskCapacity = disk->file.capacity;
        taken = link->world->create(link->host, made);
    } else if (!relocation.disks.empty()) {
        taken = link->world->relocate(vm, link->host, relocation.disks.front().path);
    } else {
        taken = link->world->move(vm, link->host);
    }
    if (!taken)
        co_return taken.error();
    co_return vm;
}

Task<> relocateVm(std::shared_ptr<Link> link, VmId vm, Relocation relocation)
{
    auto admitted = admit(link, "relocate", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    const auto known = link->world->vm(link->host, vm);
    if (!known)
        co_return known.error();
    if (simulation::isActive(known->state))
        co_return Error(core::errors::Conflict, u"the VM is not off"_s);
    if (relocation.disks.empty())
        co_return {};
    co_return link->world->relocate(vm, link->host, relocation.disks.front().path);
}

Task<> forgetVm(std::shared_ptr<Link> link, VmId vm)
{
    auto admitted = admit(link, "undefine", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return link->world->forget(link->host, vm);
}

} // namespace core::hypervisor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/rows.h"

#include "app/ctl/names.h"
#include "core/base/overloaded.h"
#include "core/model/tree.h"
#include "core/text/text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ctl {

using namespace core;
using api::client::Session;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

QString loadText(const Session &session, const model::ObjectRef &ref)
{
    const auto load = session.load(ref);
    return load && load->cpuUsageRatio ? text::percent(*load->cpuUsageRatio) : QString();
}

QString memoryText(const Session &session, const model::ObjectRef &ref)
{
    const auto load = session.load(ref);
    return load && load->memoryUsed ? text::bytes(*load->memoryUsed) : QString();
}

QString yesNo(bool value)
{
    return value ? Words::tr("yes") : Words::tr("no");
}

QString placeOf(const model::ObjectRef &ref, const model::Inventory &inventory)
{
    return ref.isRoot() ? u"/"_s : pathOf(ref, inventory);
}

QStringList administrativeRow(const model::User &user, const model::Inventory &)
{
    return {user.name, user.fullName, user.email, yesNo(user.disabled)};
}

QStringList administrativeRow(const model::Group &group, const model::Inventory &inventory)
{
    QStringList members;
    for (const UserId member : group.members)
        members += inventory.nameOf(member);
    return {group.name, members.join(u", "_s), group.notes};
}

QStringList administrativeRow(const model::Role &role, const model::Inventory &)
{
    return {role.name, yesNo(role.builtIn), QString::number(role.privileges.size())};
}

QStringList administrativeRow(const model::Permission &permission, const model::Inventory &inventory)
{
    return {permission.principal, inventory.nameOf(permission.role), placeOf(permission.object, inventory),
            yesNo(permission.propagate)};
}

QStringList administrativeRow(const model::AlarmDefinition &alarm, const model::Inventory &inventory)
{
    return {alarm.name, text::kindTitle(alarm.appliesTo), placeOf(alarm.object, inventory),
            yesNo(alarm.enabled)};
}

} // namespace

QStringList headsOf(model::Kind kind)
{
    switch (kind) {
    case model::Kind::Vm:
        return {Words::tr("Name"),        Words::tr("State"),  Words::tr("Host"),       Words::tr("CPU"),
                Words::tr("Memory used"), Words::tr("Memory"), Words::tr("IP address"), Words::tr("Path")};
    case model::Kind::Host:
        return {Words::tr("Name"),        Words::tr("State"),  Words::tr("Cluster"),    Words::tr("CPU"),
                Words::tr("Memory used"), Words::tr("Memory"), Words::tr("Hypervisor"), Words::tr("URI")};
    case model::Kind::Datastore:
        return {Words::tr("Name"), Words::tr("Type"),  Words::tr("Capacity"),
                Words::tr("Free"), Words::tr("Hosts"), Words::tr("Location")};
    case model::Kind::Network:
        return {Words::tr("Name"), Words::tr("Type"), Words::tr("Bridge"), Words::tr("Hosts"),
                Words::tr("Path")};
    case model::Kind::Root:
    case model::Kind::Datacenter:
    case model::Kind::Folder:
    case model::Kind::Cluster:
    case model::Kind::Pool: break;
    case model::Kind::User:
        return {Words::tr("Name"), Words::tr("Full name"), Words::tr("E-mail"), Words::tr("Disabled")};
    case model::Kind::Group: return {Words::tr("Name"), Words::tr("Members"), Words::tr("Notes")};
    case model::Kind::Role: return {Words::tr("Name"), Words::tr("Built in"), Words::tr("Privileges")};
    case model::Kind::Permission:
        return {Words::tr("Principal"), Words::tr("Role"), Words::tr("Object"), Words::tr("Propagated")};
    case model::Kind::AlarmDefinition:
        return {Words::tr("Name"), Words::tr("Applies to"), Words::tr("Object"), Words::tr("Enabled")};
    }
    return {Words::tr("Name"), Words::tr("Hosts"), Words::tr("VMs"), Words::tr("Path")};
}

QStringList rowOf(const model::Object &object, const Session &session)
{
    const model::Inventory &inventory = session.inventory();
    const model::ObjectRef ref = refOf(object);
    const QString path = pathOf(ref, inventory);
    return std::visit(
        Overloaded{
            [&](const std::shared_ptr<const model::Vm> &vm) {
                const QString state = vm->stale ? Words::tr("%1 (last known)").arg(text::state(vm->state))
                                                : text::state(vm->state);
                return QStringList{vm->name,
                                   state,
                                   inventory.nameOf(vm->host),
                                   loadText(session, ref),
                                   memoryText(session, ref),
                                   text::bytes(vm->memory),
                                   vm->addresses.empty() ? QString() : vm->addresses.front(),
                                   path};
            },
            [&](const std::shared_ptr<const model::Host> &host) {
                return QStringList{host->name,
                                   text::state(host->state),
                                   inventory.nameOf(clusterOf(ref, inventory)),
                                   loadText(session, ref),
                                   memoryText(session, ref),
                                   text::bytes(host->memory),
                                   host->hypervisor,
                                   host->uri};
            },
            [&](const std::shared_ptr<const model::Datastore> &datastore) {
                return QStringList{datastore->name,
                                   datastore->type,
                                   text::bytes(datastore->capacity),
                                   text::bytes(datastore->free),
                                   QString::number(datastore->hosts.size()),
                                   datastore->path};
            },
            [&](const std::shared_ptr<const model::Network> &network) {
                return QStringList{network->name, network->type, network->bridge,
                                   QString::number(network->hosts.size()), path};
            },
            [&](const auto &other) {
                if constexpr (!model::isInfrastructure(std::remove_cvref_t<decltype(*other)>::kind))
                    return administrativeRow(*other, inventory);
                else
                    return QStringList{other->name, QString::number(hostsUnder(ref, inventory).size()),
                                       QString::number(vmsUnder(ref, inventory).size()), path};
            },
        },
        object);
}

} // namespace ctl

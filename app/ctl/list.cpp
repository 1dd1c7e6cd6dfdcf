// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/names.h"
#include "app/ctl/print.h"
#include "core/api/schema/messages.h"
#include "core/base/overloaded.h"
#include "core/model/search.h"
#include "core/model/tree.h"
#include "core/text/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

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

/// `get KIND`: what is listed. Templates are VMs of their own list.
struct Listing {
    model::Kind kind = model::Kind::Vm;
    bool templates = false;
};

std::optional<Listing> listingOf(const QString &word)
{
    if (word == u"templates" || word == u"template")
        return Listing{.templates = true};
    const QString plural = word.endsWith(u's') ? word : word + u's';
    const auto kind = api::schema::kindOfCollection(plural);
    if (!kind)
        return std::nullopt;
    return Listing{.kind = *kind};
}

std::vector<model::Object> objectsOf(const Listing &listing, const QString &filter,
                                     const model::Inventory &inventory)
{
    const model::Query query = model::Query::parse(filter);
    std::vector<model::Object> objects;
    inventory.forEach([&](const model::Object &object) {
        if (refOf(object).kind != listing.kind || !query.matches(object, inventory))
            return;
        if (const auto *vm = std::get_if<std::shared_ptr<const model::Vm>>(&object);
            vm && (*vm)->isTemplate != listing.templates)
            return;
        objects.push_back(object);
    });
    std::ranges::sort(objects, {}, [](const model::Object &object) { return nameOf(object); });
    return objects;
}

void printObjects(const Session &session, const Listing &listing, const QString &filter, Output output)
{
    const auto objects = objectsOf(listing, filter, session.inventory());
    if (output == Output::Json) {
        QJsonArray items;
        for (const model::Object &object : objects)
            items.append(toJson(object));
        printJson(stdout, {{u"items"_s, items}});
        return;
    }
    std::vector<QStringList> rows;
    for (const model::Object &object : objects)
        rows.push_back(rowOf(object, session));
    print(stdout, table(headsOf(listing.kind), rows, output));
}

void printTasks(const Session &session, Output output)
{
    std::vector<QStringList> rows;
    QJsonArray items;
    for (const model::Task &task : session.tasks()) {
        items.append(json::toObject(task));
        rows.push_back({text::operationLabel(task.operation), task.targetName, text::state(task.state),
                        task.error ? text::sentence(*task.error) : text::phase(task.phase), task.initiatedBy,
                        text::timeOfDay(task.requested), task.id.toString()});
    }
    if (output == Output::Json)
        printJson(stdout, {{u"items"_s, items}});
    else
        print(stdout,
              table({Words::tr("Task"), Words::tr("Target"), Words::tr("State"), Words::tr("Details"),
                     Words::tr("Initiated by"), Words::tr("Requested"), Words::tr("Id")},
                    rows, output));
}

void printAlarms(const Session &session, Output output)
{
    std::vector<QStringList> rows;
    QJsonArray items;
    for (const model::Alarm &alarm : session.alarms()) {
        items.append(json::toObject(alarm));
        rows.push_back({text::severity(alarm.severity), alarm.objectName, text::alarm(alarm),
                        text::timeOfDay(alarm.since)});
    }
    if (output == Output::Json)
        printJson(stdout, {{u"items"_s, items}});
    else
        print(stdout,
              table({Words::tr("Severity"), Words::tr("Object"), Words::tr("Alarm"), Words::tr("Since")},
                    rows, output));
}

void printEvents(const std::vector<model::Event> &events, Output output)
{
    std::vector<QStringList> rows;
    QJsonArray items;
    for (const model::Event &event : events) {
        items.append(json::toObject(event));
        rows.push_back({text::timeOfDay(event.time), text::severity(event.severity), event.objectName,
                        text::event(event), event.actor});
    }
    if (output == Output::Json)
        printJson(stdout, {{u"items"_s, items}});
    else
        print(stdout,
              table({Words::tr("Time"), Words::tr("Severity"), Words::tr("Object"), Words::tr("Event"),
                     Words::tr("By")},
                    rows, output));
}

void getEvents(Session &session, const Arguments &arguments, const End &end)
{
    session.events({.limit = 200}, &session,
                   [arguments, end, &session](const Result<std::vector<model::Event>> &events) {
                       if (!events) {
                           printError(events.error(), arguments.output);
                           end(exitCode(events.error()));
                           return;
                       }
                       printEvents(*events, arguments.output);
                       if (!arguments.watch) {
                           end(done);
                           return;
                       }
                       QObject::connect(&session, &Session::eventRaised, &session,
                                        [output = arguments.output](const model::Event &event) {
                                            printEvents({event}, output);
                                        });
                   });
}

} // namespace

void runGet(Session &session, const Arguments &arguments, const End &end)
{
    const QString word = arguments.words.value(1);
    if (word == u"events") {
        getEvents(session, arguments, end);
        return;
    }
    std::function<void()> show;
    if (word == u"tasks")
        show = [&session, output = arguments.output] { printTasks(session, output); };
    else if (word == u"alarms")
        show = [&session, output = arguments.output] { printAlarms(session, output); };
    else if (const auto listing = listingOf(word))
        show = [&session, listing = *listing, filter = arguments.words.mid(2).join(u' '),
                output = arguments.output] { printObjects(session, listing, filter, output); };
    if (!show) {
        printError(errors::invalidArgument(word, u"no such kind"_s), arguments.output);
        end(badUsage);
        return;
    }
    show();
    if (!arguments.watch) {
        end(done);
        return;
    }
    QObject::connect(&session, &Session::inventoryChanged, &session, show);
    QObject::connect(&session, &Session::taskChanged, &session, show);
    QObject::connect(&session, &Session::alarmsChanged, &session, show);
}

void runDescribe(Session &session, const Arguments &arguments, const End &end)
{
    const auto listing = listingOf(arguments.words.value(1));
    if (!listing || arguments.words.size() != 3) {
        printError(errors::invalidArgument(u"describe"_s, u"a kind and a name expected"_s), arguments.output);
        end(badUsage);
        return;
    }
    const auto ref = findObject(arguments.words.at(2), listing->kind, session.inventory());
    if (!ref) {
        printError(ref.error(), arguments.output);
        end(exitCode(ref.error()));
        return;
    }
    const QJsonObject object = toJson(*session.inventory().find(*ref));
    if (arguments.output == Output::Json) {
        printJson(stdout, object);
        end(done);
        return;
    }
    std::vector<QStringList> rows;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString value = it->isObject() || it->isArray()
            ? QString::fromUtf8(QJsonDocument::fromVariant(it->toVariant()).toJson(QJsonDocument::Compact))
            : it->toVariant().toString();
        rows.push_back({it.key(), value});
    }
    print(stdout, table({Words::tr("Property"), Words::tr("Value")}, rows, arguments.output));
    end(done);
}

} // namespace ctl

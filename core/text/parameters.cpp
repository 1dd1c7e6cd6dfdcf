// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/parameters.h"

#include "core/operations/vm/create.h"
#include "core/text/access.h"
#include "core/text/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core::text {

namespace {

/// "operation/parameter" where a name means something else in one operation.
constexpr std::array parameters{
    Sentence{"actions", "", QT_TRANSLATE_NOOP("Text", "Actions")},
    Sentence{"alarm", "", QT_TRANSLATE_NOOP("Text", "Alarm")},
    Sentence{"alert", "", QT_TRANSLATE_NOOP("Text", "Red from")},
    Sentence{"appliesTo", "", QT_TRANSLATE_NOOP("Text", "Applies to")},
    Sentence{"code", "", QT_TRANSLATE_NOOP("Text", "State or event")},
    Sentence{"comment", "", QT_TRANSLATE_NOOP("Text", "Comment")},
    Sentence{"definition", "", QT_TRANSLATE_NOOP("Text", "Alarm")},
    Sentence{"enabled", "", QT_TRANSLATE_NOOP("Text", "Enabled")},
    Sentence{"holdsMs", "", QT_TRANSLATE_NOOP("Text", "Lasts at least (milliseconds)")},
    Sentence{"hysteresis", "", QT_TRANSLATE_NOOP("Text", "Ends so far below")},
    Sentence{"measure", "", QT_TRANSLATE_NOOP("Text", "Measure")},
    Sentence{"severity", "", QT_TRANSLATE_NOOP("Text", "Severity")},
    Sentence{"trigger", "", QT_TRANSLATE_NOOP("Text", "Trigger")},
    Sentence{"warning", "", QT_TRANSLATE_NOOP("Text", "Yellow from")},
    Sentence{"channel", "", QT_TRANSLATE_NOOP("Text", "Way")},
    Sentence{"cluster", "", QT_TRANSLATE_NOOP("Text", "Cluster")},
    Sentence{"contents", "", QT_TRANSLATE_NOOP("Text", "Contents")},
    Sentence{"autostart", "", QT_TRANSLATE_NOOP("Text", "Starts with its host")},
    Sentence{"cdrom", "", QT_TRANSLATE_NOOP("Text", "CD image (path on the host)")},
    Sentence{"cpuCount", "", QT_TRANSLATE_NOOP("Text", "Virtual CPUs")},
    Sentence{"datastore", "", QT_TRANSLATE_NOOP("Text", "Datastore")},
    Sentence{"diskBytes", "", QT_TRANSLATE_NOOP("Text", "Disk (thin)")},
    Sentence{"guestOs", "", QT_TRANSLATE_NOOP("Text", "Guest operating system")},
    Sentence{"memoryBytes", "", QT_TRANSLATE_NOOP("Text", "Memory")},
    Sentence{"network", "", QT_TRANSLATE_NOOP("Text", "Network")},
    Sentence{"datastore.register-vm/path", "",
             QT_TRANSLATE_NOOP("Text", "Directory or definition on the datastore")},
    Sentence{"powerOn", "", QT_TRANSLATE_NOOP("Text", "Power on after creation")},
    Sentence{"uefi", "", QT_TRANSLATE_NOOP("Text", "UEFI firmware instead of BIOS")},
    Sentence{"datacenter", "", QT_TRANSLATE_NOOP("Text", "Datacenter")},
    Sentence{"disks", "", QT_TRANSLATE_NOOP("Text", "Disks (vda=datastore:format)")},
    Sentence{"mode", "", QT_TRANSLATE_NOOP("Text", "Kind of migration")},
    Sentence{"disabled", "", QT_TRANSLATE_NOOP("Text", "Disabled: may not sign in")},
    Sentence{"email", "", QT_TRANSLATE_NOOP("Text", "E-mail address")},
    Sentence{"folder", "", QT_TRANSLATE_NOOP("Text", "Folder")},
    Sentence{"fullName", "", QT_TRANSLATE_NOOP("Text", "Full name")},
    Sentence{"permission.create/group", "", QT_TRANSLATE_NOOP("Text", "Is a group")},
    Sentence{"group", "", QT_TRANSLATE_NOOP("Text", "Group")},
    Sentence{"host", "", QT_TRANSLATE_NOOP("Text", "Host")},
    Sentence{"key", "", QT_TRANSLATE_NOOP("Text", "Key that webhook requests are signed with")},
    Sentence{"language", "", QT_TRANSLATE_NOOP("Text", "Language of the messages")},
    Sentence{"port", "", QT_TRANSLATE_NOOP("Text", "Port")},
    Sentence{"repeatMs", "", QT_TRANSLATE_NOOP("Text", "While red, repeated every (milliseconds)")},
    Sentence{"security", "", QT_TRANSLATE_NOOP("Text", "Encryption")},
    Sentence{"sender", "", QT_TRANSLATE_NOOP("Text", "Address of the sender")},
    Sentence{"server", "", QT_TRANSLATE_NOOP("Text", "Mail server")},
    Sentence{"target", "", QT_TRANSLATE_NOOP("Text", "Who is told")},
    Sentence{"keepInMemory", "", QT_TRANSLATE_NOOP("Text", "Keep in memory")},
    Sentence{"level", "", QT_TRANSLATE_NOOP("Text", "EVC mode (empty: off)")},
    Sentence{"members", "", QT_TRANSLATE_NOOP("Text", "Members")},
    Sentence{"name", "", QT_TRANSLATE_NOOP("Text", "Name")},
    Sentence{"notes", "", QT_TRANSLATE_NOOP("Text", "Notes")},
    Sentence{"object", "", QT_TRANSLATE_NOOP("Text", "Object")},
    Sentence{"parent", "", QT_TRANSLATE_NOOP("Text", "Location")},
    Sentence{"password", "", QT_TRANSLATE_NOOP("Text", "Password")},
    Sentence{"permission", "", QT_TRANSLATE_NOOP("Text", "Permission")},
    Sentence{"principal", "", QT_TRANSLATE_NOOP("Text", "User or group")},
    Sentence{"priority", "", QT_TRANSLATE_NOOP("Text", "Priority")},
    Sentence{"privileges", "", QT_TRANSLATE_NOOP("Text", "Privileges")},
    Sentence{"propagate", "", QT_TRANSLATE_NOOP("Text", "Propagate to child objects")},
    Sentence{"role", "", QT_TRANSLATE_NOOP("Text", "Role")},
    Sentence{"secret", "", QT_TRANSLATE_NOOP("Text", "Password or passphrase")},
    Sentence{"trust", "", QT_TRANSLATE_NOOP("Text", "Fingerprint of the host key")},
    Sentence{"uri", "", QT_TRANSLATE_NOOP("Text", "Address (URI)")},
    Sentence{"user", "", QT_TRANSLATE_NOOP("Text", "User")},
    Sentence{"vm", "", QT_TRANSLATE_NOOP("Text", "Virtual machine")},
    Sentence{"automation", "", QT_TRANSLATE_NOOP("Text", "Automation level")},
    Sentence{"cpuExpandable", "", QT_TRANSLATE_NOOP("Text", "CPU reservation may grow beyond the pool")},
    Sentence{"cpuLimitMhz", "", QT_TRANSLATE_NOOP("Text", "CPU limit (MHz, -1: none)")},
    Sentence{"cpuReservationMhz", "", QT_TRANSLATE_NOOP("Text", "CPU reservation (MHz)")},
    Sentence{"cpuShares", "", QT_TRANSLATE_NOOP("Text", "CPU shares (low, normal, high or a number)")},
    Sentence{"evacuation", "", QT_TRANSLATE_NOOP("Text", "Move running virtual machines")},
    Sentence{"hosts", "", QT_TRANSLATE_NOOP("Text", "Hosts")},
    Sentence{"memoryExpandable", "",
             QT_TRANSLATE_NOOP("Text", "Memory reservation may grow beyond the pool")},
    Sentence{"memoryLimitBytes", "", QT_TRANSLATE_NOOP("Text", "Memory limit (bytes, -1: none)")},
    Sentence{"memoryReservationBytes", "", QT_TRANSLATE_NOOP("Text", "Memory reservation (bytes)")},
    Sentence{"memoryShares", "", QT_TRANSLATE_NOOP("Text", "Memory shares (low, normal, high or a number)")},
    Sentence{"moveStopped", "", QT_TRANSLATE_NOOP("Text", "Move virtual machines that are powered off, too")},
    Sentence{"pool", "", QT_TRANSLATE_NOOP("Text", "Resource pool")},
    Sentence{"powerManagement", "", QT_TRANSLATE_NOOP("Text", "Power management")},
    Sentence{"recommendations", "", QT_TRANSLATE_NOOP("Text", "Recommendations")},
    Sentence{"rule", "", QT_TRANSLATE_NOOP("Text", "Rule")},
    Sentence{"scalableShares", "",
             QT_TRANSLATE_NOOP("Text", "Shares grow with the number of virtual machines")},
    Sentence{"threshold", "", QT_TRANSLATE_NOOP("Text", "Migration threshold (1 to 5)")},
    Sentence{"type", "", QT_TRANSLATE_NOOP("Text", "Type")},
    Sentence{"vms", "", QT_TRANSLATE_NOOP("Text", "Virtual machines")},
};

/// Values that are neither a kind, a privilege nor a severity.
constexpr std::array choices{
    Sentence{"automatic", "", QT_TRANSLATE_NOOP("Text", "As the virtual machine is")},
    Sentence{"live", "", QT_TRANSLATE_NOOP("Text", "Only live")},
    Sentence{"cold", "", QT_TRANSLATE_NOOP("Text", "Only cold")},
    Sentence{"condition", "", QT_TRANSLATE_NOOP("Text", "A state")},
    Sentence{"threshold", "", QT_TRANSLATE_NOOP("Text", "A measured value")},
    Sentence{"event", "", QT_TRANSLATE_NOOP("Text", "An event")},
    Sentence{"cpu-usage-ratio", "", QT_TRANSLATE_NOOP("Text", "CPU usage")},
    Sentence{"memory-usage-ratio", "", QT_TRANSLATE_NOOP("Text", "Memory usage")},
    Sentence{"datastore-usage-ratio", "", QT_TRANSLATE_NOOP("Text", "Space used on the datastore")},
    Sentence{"disk-latency-ms", "", QT_TRANSLATE_NOOP("Text", "Time that the disks take to answer")},
    Sentence{"disk-bytes-per-second", "", QT_TRANSLATE_NOOP("Text", "Disk rate")},
    Sentence{"network-bytes-per-second", "", QT_TRANSLATE_NOOP("Text", "Network rate")},
    Sentence{"snapshot-age-days", "", QT_TRANSLATE_NOOP("Text", "Age of the oldest snapshot (days)")},
    Sentence{"email", "", QT_TRANSLATE_NOOP("Text", "An e-mail")},
    Sentence{"webhook", "", QT_TRANSLATE_NOOP("Text", "A webhook")},
    Sentence{"script", "", QT_TRANSLATE_NOOP("Text", "A script of the server")},
    Sentence{"starttls", "", QT_TRANSLATE_NOOP("Text", "TLS after the greeting (STARTTLS)")},
    Sentence{"tls", "", QT_TRANSLATE_NOOP("Text", "TLS from the beginning")},
    Sentence{"none", "", QT_TRANSLATE_NOOP("Text", "No encryption")},
    Sentence{"full", "", QT_TRANSLATE_NOOP("Text", "Fully automated")},
    Sentence{"partial", "", QT_TRANSLATE_NOOP("Text", "Partially automated")},
    Sentence{"manual", "", QT_TRANSLATE_NOOP("Text", "Manual")},
    Sentence{"disabled", "", QT_TRANSLATE_NOOP("Text", "Disabled")},
    Sentence{"off", "", QT_TRANSLATE_NOOP("Text", "Off")},
    Sentence{"automatic", "", QT_TRANSLATE_NOOP("Text", "Automatic")},
    Sentence{"always", "", QT_TRANSLATE_NOOP("Text", "Always")},
    Sentence{"never", "", QT_TRANSLATE_NOOP("Text", "Never")},
    Sentence{"keep-together", "", QT_TRANSLATE_NOOP("Text", "Keep virtual machines together")},
    Sentence{"keep-apart", "", QT_TRANSLATE_NOOP("Text", "Keep virtual machines apart")},
    Sentence{"must-run-on", "", QT_TRANSLATE_NOOP("Text", "Must run on these hosts")},
    Sentence{"must-not-run-on", "", QT_TRANSLATE_NOOP("Text", "Must not run on these hosts")},
    Sentence{"should-run-on", "", QT_TRANSLATE_NOOP("Text", "Should run on these hosts")},
    Sentence{"should-not-run-on", "", QT_TRANSLATE_NOOP("Text", "Should not run on these hosts")},
};

} // namespace

QString parameterName(const operations::Operation &operation, const operations::Parameter &parameter)
{
    for (const QString &code : {QString(operation.name + u'/' + parameter.name), parameter.name}) {
        if (const Sentence *row = findSentence(parameters, code, {}))
            return render(*row, {});
    }
    return parameter.kind ? kindName(*parameter.kind) : parameter.name;
}

QString choiceName(const QString &choice)
{
    const auto is = [&](const auto &each) { return QLatin1StringView(each.name) == choice; };
    const auto privileges = wireNames(model::Privilege());
    if (const auto *it = std::ranges::find_if(privileges, is); it != privileges.end())
        return privilegeName(it->value);
    if (const auto priority = json::fromJson<model::MigrationPriority>(choice))
        return migrationPriority(*priority);
    const auto kinds = wireNames(model::Kind()); // what a folder holds
    if (const auto *it = std::ranges::find_if(kinds, is); it != kinds.end())
        return kindTitle(it->value);
    const auto severities = wireNames(model::Severity());
    if (const auto *it = std::ranges::find_if(severities, is); it != severities.end())
        return severity(it->value);
    if (const Sentence *row = findSentence(choices, choice, {}))
        return render(*row, {});
    return choice;
}

QString choiceGroup(const QString &choice)
{
    const auto privilege = json::fromJson<model::Privilege>(choice);
    return privilege ? privilegeGroup(*privilege) : QString();
}

QString parameterHint(const operations::Parameter &parameter)
{
    if (parameter.name == u"uri")
        return u"qemu+ssh://root@host/system"_s; // the same in every language
    if (parameter.name == u"name" && !parameter.required)
        return QCoreApplication::translate("Text", "its own name");
    if (parameter.name == u"memoryBytes")
        return bytes(operations::CreateVm::usualMemory);
    if (parameter.name == u"diskBytes")
        return bytes(operations::CreateVm::usualDisk);
    return {};
}

} // namespace core::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"
#include "core/text/text.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace core::text {

namespace {

// "name" is the object's, as it was at the time; the others are the event's own parameters.
constexpr std::array events{
    Sentence{"vm.powered-on", "name host", QT_TRANSLATE_NOOP("Text", "“%1” was powered on on host “%2”.")},
    Sentence{"vm.powered-on", "name", QT_TRANSLATE_NOOP("Text", "“%1” was powered on.")},
    Sentence{"vm.powered-off", "name", QT_TRANSLATE_NOOP("Text", "“%1” was powered off.")},
    Sentence{"vm.crashed", "name", QT_TRANSLATE_NOOP("Text", "“%1” crashed.")},
    Sentence{"vm.paused", "name", QT_TRANSLATE_NOOP("Text", "“%1” was paused.")},
    Sentence{"vm.resumed", "name", QT_TRANSLATE_NOOP("Text", "“%1” was resumed.")},
    Sentence{"vm.suspended", "name", QT_TRANSLATE_NOOP("Text", "“%1” was suspended.")},
    Sentence{"vm.created", "name host",
             QT_TRANSLATE_NOOP("Text", "The virtual machine “%1” appeared on host “%2”.")},
    Sentence{"vm.created", "name", QT_TRANSLATE_NOOP("Text", "The virtual machine “%1” appeared.")},
    Sentence{"vm.removed", "name host",
             QT_TRANSLATE_NOOP("Text", "The virtual machine “%1” was removed from host “%2”.")},
    Sentence{"vm.removed", "name", QT_TRANSLATE_NOOP("Text", "The virtual machine “%1” was removed.")},
    Sentence{"vm.renamed", "from to",
             QT_TRANSLATE_NOOP("Text", "The virtual machine “%1” was renamed to “%2”.")},
    Sentence{"vm.migrated", "name from to",
             QT_TRANSLATE_NOOP("Text", "“%1” was migrated from host “%2” to host “%3”.")},
    Sentence{"vm.moved", "name", QT_TRANSLATE_NOOP("Text", "“%1” was moved to another folder.")},
    Sentence{"host.added", "name", QT_TRANSLATE_NOOP("Text", "The host “%1” was added to the inventory.")},
    Sentence{"host.removed", "name",
             QT_TRANSLATE_NOOP("Text", "The host “%1” was removed from the inventory.")},
    Sentence{"host.connected", "name", QT_TRANSLATE_NOOP("Text", "The host “%1” is connected.")},
    Sentence{"host.not-responding", "name", QT_TRANSLATE_NOOP("Text", "The host “%1” stopped responding.")},
    Sentence{"host.disconnected", "name", QT_TRANSLATE_NOOP("Text", "The host “%1” was disconnected.")},
    Sentence{"host.renamed", "from to", QT_TRANSLATE_NOOP("Text", "The host “%1” was renamed to “%2”.")},
    Sentence{"host.entering-maintenance", "name",
             QT_TRANSLATE_NOOP("Text", "The host “%1” is being emptied for maintenance.")},
    Sentence{"host.in-maintenance", "name",
             QT_TRANSLATE_NOOP("Text", "The host “%1” is in maintenance mode.")},
    Sentence{"host.left-maintenance", "name",
             QT_TRANSLATE_NOOP("Text", "The host “%1” has left maintenance mode.")},
    Sentence{"drs.enabled", "name", QT_TRANSLATE_NOOP("Text", "DRS was switched on in the cluster “%1”.")},
    Sentence{"drs.disabled", "name", QT_TRANSLATE_NOOP("Text", "DRS was switched off in the cluster “%1”.")},
    Sentence{"drs.paused", "name",
             QT_TRANSLATE_NOOP("Text",
                               "DRS of the cluster “%1” only recommends: so many virtual machines would have "
                               "to leave at once that the news is doubted.")},
    Sentence{"pool.created", "name", QT_TRANSLATE_NOOP("Text", "The resource pool “%1” was created.")},
    Sentence{"pool.renamed", "from to",
             QT_TRANSLATE_NOOP("Text", "The resource pool “%1” was renamed to “%2”.")},
    Sentence{"pool.deleted", "name", QT_TRANSLATE_NOOP("Text", "The resource pool “%1” was deleted.")},
    Sentence{"task.failed", "operation name", QT_TRANSLATE_NOOP("Text", "The task “%1” failed on “%2”.")},
    Sentence{"task.failed", "name", QT_TRANSLATE_NOOP("Text", "A task failed on “%1”.")},
    Sentence{"core.database-failing", "",
             QT_TRANSLATE_NOOP("Text", "The database can no longer be written. New operations are refused.")},
    Sentence{"core.database-writable", "", QT_TRANSLATE_NOOP("Text", "The database can be written again.")},
    Sentence{"core.started", "", QT_TRANSLATE_NOOP("Text", "The core started.")},
    Sentence{"core.restarted", "",
             QT_TRANSLATE_NOOP("Text", "The core had ended unexpectedly and was started again.")},
    Sentence{"folder.created", "name", QT_TRANSLATE_NOOP("Text", "The folder “%1” was created.")},
    Sentence{"folder.renamed", "from to", QT_TRANSLATE_NOOP("Text", "The folder “%1” was renamed to “%2”.")},
    Sentence{"folder.renamed", "name", QT_TRANSLATE_NOOP("Text", "A folder was renamed to “%1”.")},
    Sentence{"folder.deleted", "name", QT_TRANSLATE_NOOP("Text", "The folder “%1” was deleted.")},
    Sentence{"datacenter.created", "name", QT_TRANSLATE_NOOP("Text", "The datacenter “%1” was created.")},
    Sentence{"datacenter.renamed", "from to",
             QT_TRANSLATE_NOOP("Text", "The datacenter “%1” was renamed to “%2”.")},
    Sentence{"datacenter.renamed", "name", QT_TRANSLATE_NOOP("Text", "A datacenter was renamed to “%1”.")},
    Sentence{"datacenter.deleted", "name", QT_TRANSLATE_NOOP("Text", "The datacenter “%1” was deleted.")},
    Sentence{"cluster.created", "name", QT_TRANSLATE_NOOP("Text", "The cluster “%1” was created.")},
    Sentence{"cluster.renamed", "from to",
             QT_TRANSLATE_NOOP("Text", "The cluster “%1” was renamed to “%2”.")},
    Sentence{"cluster.renamed", "name", QT_TRANSLATE_NOOP("Text", "A cluster was renamed to “%1”.")},
    Sentence{"cluster.claimed", "name",
             QT_TRANSLATE_NOOP("Text", "The cluster “%1” is managed by this server now.")},
    Sentence{"cluster.claim-lost", "name by",
             QT_TRANSLATE_NOOP("Text", "The cluster “%1” is managed by “%2”; this server only watches it.")},
    Sentence{"cluster.deleted", "name", QT_TRANSLATE_NOOP("Text", "The cluster “%1” was deleted.")},
    Sentence{"user.created", "name", QT_TRANSLATE_NOOP("Text", "The user “%1” was created.")},
    Sentence{"user.renamed", "from to", QT_TRANSLATE_NOOP("Text", "The user “%1” was renamed to “%2”.")},
    Sentence{"user.changed", "name", QT_TRANSLATE_NOOP("Text", "The user “%1” was changed.")},
    Sentence{"user.deleted", "name", QT_TRANSLATE_NOOP("Text", "The user “%1” was deleted.")},
    Sentence{"group.created", "name", QT_TRANSLATE_NOOP("Text", "The group “%1” was created.")},
    Sentence{"group.renamed", "from to", QT_TRANSLATE_NOOP("Text", "The group “%1” was renamed to “%2”.")},
    Sentence{"group.changed", "name", QT_TRANSLATE_NOOP("Text", "The group “%1” was changed.")},
    Sentence{"group.deleted", "name", QT_TRANSLATE_NOOP("Text", "The group “%1” was deleted.")},
    Sentence{"role.created", "name", QT_TRANSLATE_NOOP("Text", "The role “%1” was created.")},
    Sentence{"role.renamed", "from to", QT_TRANSLATE_NOOP("Text", "The role “%1” was renamed to “%2”.")},
    Sentence{"role.changed", "name", QT_TRANSLATE_NOOP("Text", "The role “%1” was changed.")},
    Sentence{"role.deleted", "name", QT_TRANSLATE_NOOP("Text", "The role “%1” was deleted.")},
    Sentence{"alarm-definition.created", "name", QT_TRANSLATE_NOOP("Text", "The alarm “%1” was created.")},
    Sentence{"alarm-definition.renamed", "from to",
             QT_TRANSLATE_NOOP("Text", "The alarm “%1” was renamed to “%2”.")},
    Sentence{"alarm-definition.changed", "name", QT_TRANSLATE_NOOP("Text", "The alarm “%1” was changed.")},
    Sentence{"alarm-definition.deleted", "name", QT_TRANSLATE_NOOP("Text", "The alarm “%1” was deleted.")},
    Sentence{"alarm.triggered", "alarm name", QT_TRANSLATE_NOOP("Text", "The alarm “%1” went off for “%2”.")},
    Sentence{"alarm.ended", "alarm name", QT_TRANSLATE_NOOP("Text", "The alarm “%1” of “%2” ended.")},
    Sentence{"alarm.acknowledged", "alarm name comment",
             QT_TRANSLATE_NOOP("Text", "The alarm “%1” of “%2” was acknowledged: %3")},
    Sentence{"alarm.acknowledged", "alarm name",
             QT_TRANSLATE_NOOP("Text", "The alarm “%1” of “%2” was acknowledged.")},
    Sentence{"notification.delayed", "target",
             QT_TRANSLATE_NOOP("Text", "“%1” could not be told of an alarm; it is tried again.")},
    Sentence{"notification.failed", "target",
             QT_TRANSLATE_NOOP("Text", "“%1” could not be told of an alarm. The reason is under Details.")},
    Sentence{"notification.dropped", "target count",
             QT_TRANSLATE_NOOP(
                 "Text", "“%1” was not told of all alarms: there were too many at once (%2 left out).")},
    Sentence{"permission.created", "name", QT_TRANSLATE_NOOP("Text", "“%1” was given a permission.")},
    Sentence{"permission.changed", "name", QT_TRANSLATE_NOOP("Text", "A permission of “%1” was changed.")},
    Sentence{"permission.deleted", "name",
             QT_TRANSLATE_NOOP("Text", "A permission was taken away from “%1”.")},
};

constexpr std::array alarms{
    Sentence{
        "core.database-failing", "",
        QT_TRANSLATE_NOOP("Text",
                          "The database cannot be written. New operations are refused until it can; check "
                          "its disk and its server.")},
    Sentence{"core.certificate-expiring", "",
             QT_TRANSLATE_NOOP("Text",
                               "The certificate of this server expires within 30 days. Replace it, or nobody "
                               "will be able to sign in.")},
    Sentence{"host.certificate-expiring", "name",
             QT_TRANSLATE_NOOP("Text",
                               "A TLS certificate of the host “%1” expires within 30 days. Prepare the host "
                               "again, or replace it; migrations by TLS will fail without.")},
    Sentence{"alarm.snapshot-age", "name days",
             QT_TRANSLATE_NOOP("Text",
                               "A snapshot of “%1” is %2 days old. Delete it when it is no longer needed: it "
                               "grows and slows the disks down.")},
    Sentence{"alarm.test", "",
             QT_TRANSLATE_NOOP("Text", "This is a test. If you read it, alarms will reach you.")},
    Sentence{"host.not-responding", "name",
             QT_TRANSLATE_NOOP("Text",
                               "The host “%1” is not responding. What is shown of it and of its virtual "
                               "machines is the last known state.")},
    Sentence{"datastore.usage", "name usageRatio",
             QT_TRANSLATE_NOOP("Text",
                               "The datastore “%1” is %2 full. Free some space, or the virtual machines on "
                               "it will stop.")},
    Sentence{"datastore.usage", "name", QT_TRANSLATE_NOOP("Text", "The datastore “%1” is nearly full.")},
    Sentence{
        "vm.crashed", "name",
        QT_TRANSLATE_NOOP("Text", "“%1” has crashed. Look at its console, then power it on or reset it.")},
    Sentence{
        "vm.storage-failed", "name",
        QT_TRANSLATE_NOOP("Text",
                          "“%1” is paused because one of its disks could not be read or written. Look at "
                          "its datastore, then resume it.")},
    Sentence{"vm.agent-lost", "name",
             QT_TRANSLATE_NOOP("Text",
                               "The guest agent of “%1” does not answer. Its addresses and an orderly "
                               "shutdown need it; look whether it runs in the guest.")},
    Sentence{"datastore.inaccessible", "name",
             QT_TRANSLATE_NOOP("Text", "The datastore “%1” cannot be reached.")},
    Sentence{"alarm.cpu-usage", "name usageRatio",
             QT_TRANSLATE_NOOP("Text", "The processors of “%1” are used to %2.")},
    Sentence{"alarm.memory-usage", "name usageRatio",
             QT_TRANSLATE_NOOP("Text", "The memory of “%1” is used to %2.")},
    Sentence{"alarm.disk-latency", "name latencyMs",
             QT_TRANSLATE_NOOP("Text", "The disks of “%1” take %2 ms to answer.")},
    Sentence{"alarm.disk-rate", "name eachSecondBytes",
             QT_TRANSLATE_NOOP("Text", "The disks of “%1” read and write %2 a second.")},
    Sentence{"alarm.network-rate", "name eachSecondBytes",
             QT_TRANSLATE_NOOP("Text", "“%1” receives and sends %2 a second.")},
    Sentence{"alarm.event", "alarm name",
             QT_TRANSLATE_NOOP("Text", "The alarm “%1” went off for “%2”; it stays until it is reset.")},
};

QJsonObject withName(QJsonObject parameters, const QString &name)
{
    parameters.insert(u"name"_s, name);
    return parameters;
}

/// A code from a newer core is shown as it is.
QString described(std::span<const Sentence> table, const QString &code, const QJsonObject &parameters,
                  const QString &name)
{
    const QJsonObject all = withName(parameters, name);
    if (const Sentence *row = findSentence(table, code, all))
        return render(*row, all);
    return fill(u"%1 (%2)"_s, {code, name});
}

} // namespace

std::span<const Sentence> eventSentences()
{
    return events;
}

std::span<const Sentence> alarmSentences()
{
    return alarms;
}

QString event(const model::Event &event)
{
    return described(events, event.code, event.parameters, event.objectName);
}

QString alarm(const model::Alarm &alarm)
{
    return described(alarms, alarm.code, alarm.parameters, alarm.objectName);
}

} // namespace core::text

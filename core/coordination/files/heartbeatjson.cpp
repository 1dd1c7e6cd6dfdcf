// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coordination/files/heartbeatjson.h"

#include "core/ha/events.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace core::coordination {

namespace {

constexpr std::array conditions{
    std::pair{"absent", ha::Condition::Absent},     std::pair{"running", ha::Condition::Running},
    std::pair{"starting", ha::Condition::Starting}, std::pair{"storage-lost", ha::Condition::StorageLost},
    std::pair{"stopping", ha::Condition::Stopping}, std::pair{"off", ha::Condition::Off},
    std::pair{"released", ha::Condition::Released}, std::pair{"attention", ha::Condition::Attention}};
constexpr std::array watchdogs{std::pair{"none", ha::WatchdogKind::None},
                               std::pair{"soft", ha::WatchdogKind::Soft},
                               std::pair{"hardware", ha::WatchdogKind::Hardware}};
constexpr auto lastCause = static_cast<int>(ha::Cause::WatchdogFailed);

QString wordFor(const auto &table, auto value)
{
    const auto found = std::ranges::find(table, value, [](const auto &each) { return each.second; });
    return QString::fromLatin1(found->first);
}

template <class Table>
auto meaningOf(const Table &table, const QString &word) -> std::optional<decltype(table.front().second)>
{
    const auto found =
        std::ranges::find(table, word, [](const auto &each) { return QString::fromLatin1(each.first); });
    if (found == table.end())
        return std::nullopt;
    return found->second;
}

QString causeName(ha::Cause cause)
{
    const std::string_view name = ha::wireName(cause);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

/// Only for people: one that is not known is none.
ha::Cause causeOf(const QString &name)
{
    for (int each = 0; each <= lastCause; ++each) {
        if (causeName(static_cast<ha::Cause>(each)) == name)
            return static_cast<ha::Cause>(each);
    }
    return ha::Cause::None;
}

} // namespace

QByteArray writeHeartbeat(const ha::StoreHeartbeat &heartbeat, const Names &names)
{
    QJsonObject json{{u"format"_s, u"ha-heartbeat/1"_s},
                     {u"beat"_s, qint64(heartbeat.beat)},
                     {u"boot"_s, qint64(heartbeat.boot)}};
    if (const ha::HostReport *report = heartbeat.report.get()) {
        QJsonArray vms;
        for (const ha::VmReport &each : report->vms)
            vms.append(QJsonObject{{u"vm"_s, names.vms[ha::at(each.vm)]},
                                   {u"generation"_s, qint64(each.generation)},
                                   {u"condition"_s, wordFor(conditions, each.condition)},
                                   {u"cause"_s, causeName(each.cause)},
                                   {u"guest_ready"_s, each.isGuestReady}});
        json.insert(u"report"_s,
                    QJsonObject{{u"sequence"_s, QString::number(report->sequence)},
                                {u"watchdog"_s, wordFor(watchdogs, report->watchdog)},
                                {u"isolated"_s, report->isIsolated},
                                {u"stores"_s, QString::number(report->stores)},
                                {u"vms"_s, vms}});
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<ha::StoreHeartbeat> readHeartbeat(const QByteArray &text, const Names &names)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    if (!text.endsWith('\n') || json.value("format"_L1) != u"ha-heartbeat/1"_s)
        return std::nullopt;
    ha::StoreHeartbeat heartbeat{.beat = static_cast<std::uint32_t>(json.value("beat"_L1).toDouble()),
                                 .boot =
                                     ha::BootId{static_cast<std::uint32_t>(json.value("boot"_L1).toDouble())},
                                 .report = {}};
    if (!json.contains("report"_L1))
        return heartbeat;
    const QJsonObject said = json.value("report"_L1).toObject();
    const auto watchdog = meaningOf(watchdogs, said.value("watchdog"_L1).toString());
    auto report = std::make_shared<ha::HostReport>();
    report->boot = heartbeat.boot;
    report->sequence = said.value("sequence"_L1).toString().toULongLong();
    report->watchdog = watchdog.value_or(ha::WatchdogKind::None);
    report->isIsolated = said.value("isolated"_L1).toBool();
    report->stores = said.value("stores"_L1).toString().toULongLong();
    QHash<QString, std::size_t> positions;
    for (std::size_t vm = 0; vm < names.vms.size(); ++vm)
        positions.insert(names.vms[vm], vm);
    for (const QJsonValue &each : said.value("vms"_L1).toArray()) {
        const QJsonObject vm = each.toObject();
        const auto condition = meaningOf(conditions, vm.value("condition"_L1).toString());
        const auto position = positions.constFind(vm.value("vm"_L1).toString());
        if (!condition)
            return std::nullopt; // by a later version: what it means must not be guessed
        if (position == positions.constEnd())
            continue; // not known here yet
        report->vms.push_back(
            {ha::vmRef(*position), static_cast<std::uint32_t>(vm.value("generation"_L1).toDouble()),
             *condition, causeOf(vm.value("cause"_L1).toString()), vm.value("guest_ready"_L1).toBool()});
    }
    std::ranges::sort(report->vms, {}, &ha::VmReport::vm);
    heartbeat.report = std::move(report);
    return heartbeat;
}

} // namespace core::coordination

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alarms/definitiondraft.h"

#include "core/model/alarmconditions.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace views {

using core::model::AlarmDefinition;
using core::model::AlarmMeasure;
using core::model::AlarmTrigger;
using core::model::Kind;
using core::operations::OperationRequest;

namespace {

const core::operations::Operation &operationFor(const DefinitionDraft &draft)
{
    return *core::operations::findOperation(draft.before ? QStringView(u"alarm-definition.set")
                                                         : QStringView(u"alarm-definition.create"));
}

} // namespace

DefinitionDraft DefinitionDraft::on(const core::model::ObjectRef &object, Kind kind)
{
    AlarmDefinition fresh{.name = {}, .object = object, .appliesTo = kind};
    const bool measured = core::model::isMeasuredOf(AlarmMeasure::CpuUsageRatio, kind);
    fresh.trigger = measured ? AlarmTrigger::Threshold : AlarmTrigger::Event;
    if (measured) { // what is usual, to be changed
        fresh.measure = AlarmMeasure::CpuUsageRatio;
        fresh.warning = 0.75;
        fresh.alert = 0.9;
        fresh.holds = std::chrono::minutes(5);
    }
    DefinitionDraft draft{.values = core::json::toObject(fresh), .before = {}};
    for (const QString &known : {u"id"_s, u"builtIn"_s})
        draft.values.remove(known);
    draft.values.insert(u"object"_s, toString(object));
    return draft;
}

DefinitionDraft DefinitionDraft::of(const AlarmDefinition &definition)
{
    return {.values = core::json::toObject(definition), .before = definition};
}

bool DefinitionDraft::takes(QStringView parameter) const
{
    return std::ranges::any_of(operationFor(*this).parameters,
                               [&](const auto &each) { return QStringView(each.name) == parameter; });
}

OperationRequest DefinitionDraft::request() const
{
    QJsonObject parameters;
    const QJsonObject known = before ? core::json::toObject(*before) : QJsonObject();
    for (const auto &each : operationFor(*this).parameters) {
        const auto value = values.constFind(each.name);
        const bool is = value != values.constEnd();
        if (is && (!before || known.value(each.name) != *value))
            parameters.insert(each.name, *value);
        else if (before && !is && each.isList && known.contains(each.name))
            parameters.insert(each.name, QJsonArray()); // the last one was taken away
    }
    if (before)
        parameters.insert(u"definition"_s, before->id.toString());
    return {operationFor(*this).name, parameters};
}

core::model::ObjectRef DefinitionDraft::object() const
{
    const auto object = core::model::refFromString(values.value(u"object"_s).toString());
    return object ? *object : core::model::ObjectRef();
}

Kind DefinitionDraft::kind() const
{
    const auto kind = core::json::fromJson<Kind>(values.value(u"appliesTo"_s));
    return kind ? *kind : Kind::Vm;
}

AlarmTrigger DefinitionDraft::trigger() const
{
    const auto trigger = core::json::fromJson<AlarmTrigger>(values.value(u"trigger"_s));
    return trigger ? *trigger : AlarmTrigger::Condition;
}

std::optional<AlarmMeasure> DefinitionDraft::measure() const
{
    const auto measure = core::json::fromJson<AlarmMeasure>(values.value(u"measure"_s));
    return measure ? std::optional(*measure) : std::nullopt;
}

void DefinitionDraft::set(const QString &parameter, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        values.remove(parameter);
    else
        values.insert(parameter, value);
}

std::vector<Kind> kindsUnder(Kind kind)
{
    std::vector<Kind> kinds;
    for (const auto &each : wireNames(Kind{})) {
        const bool fits = core::model::isInfrastructure(each.value) && each.value != Kind::Root;
        if (fits && concernsKind(each.value, kind))
            kinds.push_back(each.value);
    }
    std::ranges::sort(kinds, {}, [](Kind each) { // what alarms are mostly about first
        return each == Kind::Vm ? 0 : each == Kind::Host ? 1 : each == Kind::Datastore ? 2 : 3;
    });
    return kinds;
}

bool concernsKind(Kind appliesTo, Kind object)
{
    switch (object) {
    case Kind::Vm:
    case Kind::Network: return appliesTo == object;
    case Kind::Datastore: return appliesTo == object || appliesTo == Kind::Vm;
    case Kind::Host:
    case Kind::Pool: return appliesTo == object || appliesTo == Kind::Pool || appliesTo == Kind::Vm;
    case Kind::Cluster:
        return appliesTo == object || appliesTo == Kind::Host || appliesTo == Kind::Pool
            || appliesTo == Kind::Vm;
    case Kind::Root:
    case Kind::Datacenter:
    case Kind::Folder:
    case Kind::User:
    case Kind::Group:
    case Kind::Role:
    case Kind::Permission:
    case Kind::AlarmDefinition: break;
    }
    return true;
}

} // namespace views

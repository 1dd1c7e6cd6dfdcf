// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/alarmrules.h"

#include "core/model/alarmconditions.h"
#include "core/operations/alarm/acknowledge.h"
#include "core/operations/alarm/reset.h"

#include <QRegularExpression>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace core::operations {

namespace {

using model::AlarmDefinition;
using model::AlarmTrigger;
using std::chrono::minutes;

constexpr Duration longest = std::chrono::hours(24);

Availability wrong(const QString &what, const QString &why)
{
    return core::errors::invalidArgument(what, why);
}

Availability isSoundThreshold(const AlarmDefinition &definition)
{
    if (!definition.measure || !model::isMeasuredOf(*definition.measure, definition.appliesTo))
        return wrong(u"measure"_s, u"a measure of this kind of object expected"_s);
    if (!definition.warning && !definition.alert)
        return wrong(u"warning, alert"_s, u"at least one bound expected"_s);
    for (const auto &bound : {definition.warning, definition.alert}) {
        if (bound && (!std::isfinite(*bound) || *bound <= 0))
            return wrong(u"warning, alert"_s, u"a bound above 0 expected"_s);
    }
    if (definition.warning && definition.alert && *definition.warning >= *definition.alert)
        return wrong(u"alert"_s, u"a bound above that of the warning expected"_s);
    const double lowest = definition.warning.value_or(definition.alert.value_or(0));
    if (!(definition.hysteresis >= 0) || definition.hysteresis >= lowest)
        return wrong(u"hysteresis"_s, u"0 or more, and less than the bound, expected"_s);
    return {};
}

Availability isSoundTrigger(const AlarmDefinition &definition)
{
    static const QRegularExpression code(u"^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$"_s);
    switch (definition.trigger) {
    case AlarmTrigger::Condition: {
        const model::AlarmCondition *condition = model::findAlarmCondition(definition.code);
        if (condition == nullptr || condition->kind != definition.appliesTo)
            return wrong(u"code"_s, u"a state of this kind of object expected"_s);
        return {};
    }
    case AlarmTrigger::Event:
        if (!code.match(definition.code).hasMatch() || definition.code.startsWith(u"alarm."))
            return wrong(u"code"_s, u"the code of an event, not of an alarm, expected"_s);
        return {};
    case AlarmTrigger::Threshold: return isSoundThreshold(definition);
    }
    Q_UNREACHABLE();
}

Availability hasSoundActions(const AlarmDefinition &definition)
{
    constexpr size_t most = 10;
    if (definition.actions.size() > most)
        return wrong(u"actions"_s, u"at most 10 expected"_s);
    for (const model::AlarmAction &action : definition.actions) {
        if (const Availability sound = isSound(action); !sound)
            return sound;
    }
    if (definition.repeat != Duration::zero()
        && (definition.repeat < minutes(1) || definition.repeat > longest))
        return wrong(u"repeatMs"_s, u"0, or 1 minute to 24 hours, expected"_s);
    return {};
}

bool isWebhookUrl(const QString &text)
{
    constexpr qsizetype longestUrl = 2000;
    const QUrl url(text, QUrl::StrictMode);
    return text.size() <= longestUrl && url.isValid() && url.scheme() == u"https" && !url.host().isEmpty()
        && url.userInfo().isEmpty() && !url.hasFragment();
}

} // namespace

bool isMailAddress(const QString &text)
{
    constexpr qsizetype longestAddress = 254; // RFC 5321
    static const QRegularExpression address(
        u"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\z"_s,
        QRegularExpression::DontCaptureOption);
    return text.size() <= longestAddress && address.match(text).hasMatch();
}

Availability isSound(const model::AlarmAction &action)
{
    static const QRegularExpression script(u"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\z"_s);
    switch (action.channel) {
    case model::AlarmChannel::Email:
        return isMailAddress(action.target)
            ? Availability()
            : wrong(u"target"_s, u"an address such as ops@example.org expected"_s);
    case model::AlarmChannel::Webhook:
        return isWebhookUrl(action.target)
            ? Availability()
            : wrong(u"target"_s, u"an https URL without a user and password expected"_s);
    case model::AlarmChannel::Script:
        return script.match(action.target).hasMatch()
            ? Availability()
            : wrong(u"target"_s, u"the name of a file in the server's alarm-scripts expected"_s);
    }
    Q_UNREACHABLE();
}

Availability isSound(const AlarmDefinition &definition, const model::Inventory &inventory)
{
    if (!isValidName(definition.name))
        return Error(errors::NameInvalid, QJsonObject{{u"name"_s, definition.name}});
    for (const auto &other : inventory.all<AlarmDefinition>()) {
        if (other->id != definition.id && other->name.compare(definition.name, Qt::CaseInsensitive) == 0)
            return Error(errors::NameTaken, QJsonObject{{u"name"_s, definition.name}});
    }
    if (!definition.object.isRoot()) {
        if (const Availability there = exists(definition.object, inventory); !there)
            return there;
    }
    const bool isOfCore = definition.appliesTo == model::Kind::Root && definition.builtIn;
    if (!model::isInfrastructure(definition.appliesTo)
        || (definition.appliesTo == model::Kind::Root && !isOfCore))
        return wrong(u"appliesTo"_s, u"a kind of object of the infrastructure expected"_s);
    if (definition.severity == model::Severity::Info)
        return wrong(u"severity"_s, u"warning or alert expected"_s);
    if (definition.holds < Duration::zero() || definition.holds > longest)
        return wrong(u"holdsMs"_s, u"0 to 24 hours expected"_s);
    if (const Availability sound = hasSoundActions(definition); !sound)
        return sound;
    return isSoundTrigger(definition);
}

namespace {

/// The database's own alarm belongs to no object.
Availability isOfAnObject(const model::ObjectRef &object, const model::Inventory &inventory)
{
    return object.isRoot() ? Availability() : exists(object, inventory);
}

} // namespace

Availability availability(const AcknowledgeAlarm &operation, const model::Inventory &inventory)
{
    constexpr qsizetype longestComment = 1000;
    if (operation.comment && operation.comment->size() > longestComment)
        return wrong(u"comment"_s, u"at most 1000 characters expected"_s);
    return isOfAnObject(operation.target(), inventory);
}

Availability availability(const ResetAlarm &operation, const model::Inventory &inventory)
{
    return isOfAnObject(operation.target(), inventory);
}

} // namespace core::operations

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/activity.h"

#include "core/text/parameters.h"
#include "core/text/sentences.h"
#include "core/text/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace core::text {

namespace {

using model::AlarmMeasure;

constexpr std::array conditions{
    Sentence{"host.not-responding", "", QT_TRANSLATE_NOOP("Text", "The host does not respond")},
    Sentence{"host.certificate-expiring", "",
             QT_TRANSLATE_NOOP("Text", "A certificate of the host is about to expire")},
    Sentence{"vm.crashed", "", QT_TRANSLATE_NOOP("Text", "The virtual machine has crashed")},
    Sentence{"vm.storage-failed", "",
             QT_TRANSLATE_NOOP("Text", "A disk of the virtual machine cannot be read or written")},
    Sentence{"vm.agent-lost", "", QT_TRANSLATE_NOOP("Text", "The guest agent does not answer")},
    Sentence{"datastore.inaccessible", "", QT_TRANSLATE_NOOP("Text", "The datastore cannot be reached")},
    Sentence{"core.certificate-expiring", "",
             QT_TRANSLATE_NOOP("Text", "The certificate of the management server is about to expire")},
    Sentence{"core.database-failing", "", QT_TRANSLATE_NOOP("Text", "The database cannot be written")},
};

constexpr std::array channels{
    Sentence{"email", "", QT_TRANSLATE_NOOP("Text", "E-mail")},
    Sentence{"webhook", "", QT_TRANSLATE_NOOP("Text", "Webhook (HTTPS)")},
    Sentence{"script", "", QT_TRANSLATE_NOOP("Text", "Script of the server")},
};

/// As the orchestrator names its own (standardalarms.cpp).
constexpr std::array standardNames{
    Sentence{"Host not responding", "", QT_TRANSLATE_NOOP("Text", "Host not responding")},
    Sentence{"Host CPU usage", "", QT_TRANSLATE_NOOP("Text", "Host CPU usage")},
    Sentence{"Host memory usage", "", QT_TRANSLATE_NOOP("Text", "Host memory usage")},
    Sentence{"Virtual machine crashed", "", QT_TRANSLATE_NOOP("Text", "Virtual machine crashed")},
    Sentence{"Virtual machine paused by a disk error", "",
             QT_TRANSLATE_NOOP("Text", "Virtual machine paused by a disk error")},
    Sentence{"Guest agent lost", "", QT_TRANSLATE_NOOP("Text", "Guest agent lost")},
    Sentence{"Virtual machine CPU usage", "", QT_TRANSLATE_NOOP("Text", "Virtual machine CPU usage")},
    Sentence{"Virtual machine memory usage", "", QT_TRANSLATE_NOOP("Text", "Virtual machine memory usage")},
    Sentence{"Datastore inaccessible", "", QT_TRANSLATE_NOOP("Text", "Datastore inaccessible")},
    Sentence{"Datastore usage", "", QT_TRANSLATE_NOOP("Text", "Datastore usage")},
    Sentence{"Host certificate about to expire", "",
             QT_TRANSLATE_NOOP("Text", "Host certificate about to expire")},
    Sentence{"Snapshot older than a week", "", QT_TRANSLATE_NOOP("Text", "Snapshot older than a week")},
    Sentence{"Server certificate about to expire", "",
             QT_TRANSLATE_NOOP("Text", "Server certificate about to expire")},
    Sentence{"Database cannot be written", "", QT_TRANSLATE_NOOP("Text", "Database cannot be written")},
};

QString inWords(std::span<const Sentence> table, const QString &code)
{
    const Sentence *row = findSentence(table, code, {});
    return row != nullptr ? render(*row, {}) : code;
}

/// The unit is in the measure's name, as everywhere on the wire.
bool isIn(AlarmMeasure measure, QLatin1StringView unit)
{
    return QLatin1StringView(wireName(measure)).endsWith(unit);
}

QString thresholdRule(const model::AlarmDefinition &definition)
{
    const AlarmMeasure measure = definition.measure.value_or(AlarmMeasure::CpuUsageRatio);
    const QString name = measureName(measure);
    const auto bound = [&](const std::optional<double> &value) { return measureValue(measure, *value); };
    if (definition.warning && definition.alert)
        return fill(say(QT_TRANSLATE_NOOP("Text", "%1: yellow from %2, red from %3")),
                    {name, bound(definition.warning), bound(definition.alert)});
    if (definition.warning)
        return fill(say(QT_TRANSLATE_NOOP("Text", "%1: yellow from %2")), {name, bound(definition.warning)});
    if (definition.alert)
        return fill(say(QT_TRANSLATE_NOOP("Text", "%1: red from %2")), {name, bound(definition.alert)});
    return name;
}

QString triggerOf(const model::AlarmDefinition &definition)
{
    switch (definition.trigger) {
    case model::AlarmTrigger::Condition: return conditionName(definition.code);
    case model::AlarmTrigger::Event: return eventTitle(definition.code);
    case model::AlarmTrigger::Threshold: return thresholdRule(definition);
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList eventCodes()
{
    QStringList codes;
    for (const Sentence &each : eventSentences()) {
        const QString code = QString::fromLatin1(each.code);
        if (!codes.contains(code))
            codes += code;
    }
    codes.sort(); // those of one kind together
    return codes;
}

QString eventTitle(const QString &code)
{
    const Sentence *shortest = nullptr; // the one that needs to know least
    for (const Sentence &each : eventSentences()) {
        if (code == QLatin1StringView(each.code))
            shortest = &each;
    }
    if (shortest == nullptr)
        return code;
    return fill(QCoreApplication::translate("Text", shortest->text), {u"…"_s, u"…"_s, u"…"_s, u"…"_s});
}

QString conditionName(const QString &code)
{
    return inWords(conditions, code);
}

QString measureName(AlarmMeasure measure)
{
    return choiceName(QString::fromLatin1(wireName(measure)));
}

QString measureUnit(AlarmMeasure measure)
{
    if (isIn(measure, "-ratio"_L1))
        return u"%"_s;
    if (isIn(measure, "-ms"_L1))
        return u"ms"_s;
    return isIn(measure, "-days"_L1) ? say(QT_TRANSLATE_NOOP("Text", "days")) : say("KiB/s");
}

double measureScale(AlarmMeasure measure)
{
    if (isIn(measure, "-ratio"_L1))
        return 0.01;
    return isIn(measure, "-second"_L1) ? 1024 : 1;
}

QString measureValue(AlarmMeasure measure, double wireValue)
{
    const double value = wireValue / measureScale(measure);
    const bool whole = std::abs(value - std::round(value)) < 0.05;
    return fill(say(QT_TRANSLATE_NOOP("Text", "%1 %2")),
                {QLocale().toString(value, 'f', whole ? 0 : 1), measureUnit(measure)});
}

QString alarmRule(const model::AlarmDefinition &definition)
{
    const QString rule = triggerOf(definition);
    if (definition.holds == Duration::zero())
        return rule;
    return fill(say(QT_TRANSLATE_NOOP("Text", "%1; for at least %2")), {rule, duration(definition.holds)});
}

QString alarmName(const model::AlarmDefinition &definition)
{
    return definition.builtIn ? inWords(standardNames, definition.name) : definition.name;
}

QString alarmChannel(const QString &wireName)
{
    return inWords(channels, wireName);
}

} // namespace core::text

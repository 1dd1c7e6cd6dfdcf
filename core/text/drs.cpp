// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/drs.h"

#include "core/text/parameters.h"
#include "core/text/sentences.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

/// What pools, DRS and maintenance mode have to say.
namespace core::text {

namespace {

constexpr std::array errors{
    Sentence{"operation.host-in-maintenance", "host",
             QT_TRANSLATE_NOOP("Text",
                               "The host “%1” is in maintenance mode or being emptied for it. Let it leave "
                               "maintenance mode first, or choose another host.")},
    Sentence{"operation.host-not-in-maintenance", "host",
             QT_TRANSLATE_NOOP("Text", "The host “%1” is not in maintenance mode.")},
    Sentence{"operation.not-in-cluster", "name",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” stands alone. Only in a cluster is there something to decide for it.")},
    Sentence{"operation.other-cluster", "name other",
             QT_TRANSLATE_NOOP("Text", "“%1” is not in the same cluster as “%2”.")},
    Sentence{"operation.drs-off", "cluster",
             QT_TRANSLATE_NOOP("Text", "DRS is off in the cluster “%1”. Switch it on first.")},
    Sentence{"operation.reservation-over-limit", "name",
             QT_TRANSLATE_NOOP(
                 "Text",
                 "“%1” cannot have more reserved than its limit allows. Raise the limit or reserve less.")},
    Sentence{"operation.reservation-over-memory", "name",
             QT_TRANSLATE_NOOP("Text", "“%1” cannot have more memory reserved than it has. Reserve less.")},
    Sentence{"operation.insufficient-cpu", "name pool missingMhz",
             QT_TRANSLATE_NOOP("Text",
                               "Not enough CPU is left to reserve for “%1”: “%2” lacks %3. Reserve less, or "
                               "raise what “%2” has reserved.")},
    Sentence{"operation.insufficient-memory", "name pool missingBytes",
             QT_TRANSLATE_NOOP("Text",
                               "Not enough memory is left to reserve for “%1”: “%2” lacks %3. Reserve less, "
                               "or raise what “%2” has reserved.")},
    Sentence{"operation.rule-unknown", "cluster rule",
             QT_TRANSLATE_NOOP("Text", "The cluster “%1” has no rule “%2”. Check the name of the rule.")},
    Sentence{"operation.rule-without-vms", "rule",
             QT_TRANSLATE_NOOP("Text", "The rule “%1” names no virtual machine. Choose at least one.")},
    Sentence{"operation.rule-with-few-vms", "rule",
             QT_TRANSLATE_NOOP("Text", "The rule “%1” needs two virtual machines or more.")},
    Sentence{"operation.rule-without-hosts", "rule",
             QT_TRANSLATE_NOOP("Text", "The rule “%1” names no host. Choose at least one.")},
    Sentence{"operation.rule-contradicted", "rule other",
             QT_TRANSLATE_NOOP(
                 "Text", "The rule “%1” contradicts the older rule “%2”. It will be kept, switched off.")},
    Sentence{"operation.recommendation-gone", "",
             QT_TRANSLATE_NOOP(
                 "Text",
                 "This recommendation no longer stands: the cluster has changed. Look at the present ones.")},
    Sentence{"drs.host-crowded", "vm host",
             QT_TRANSLATE_NOOP("Text", "“%1” was not moved: by now “%2” has no room for it.")},
};

constexpr std::array reasons{
    Sentence{"fairnessCpuAvg", "", QT_TRANSLATE_NOOP("Text", "Balance the CPU load of the hosts")},
    Sentence{"fairnessMemAvg", "", QT_TRANSLATE_NOOP("Text", "Balance the memory load of the hosts")},
    Sentence{"jointAffin", "", QT_TRANSLATE_NOOP("Text", "Keep virtual machines together, as a rule says")},
    Sentence{"antiAffin", "", QT_TRANSLATE_NOOP("Text", "Keep virtual machines apart, as a rule says")},
    Sentence{"hostMaint", "", QT_TRANSLATE_NOOP("Text", "The host enters maintenance mode")},
    Sentence{"reservationCpu", "",
             QT_TRANSLATE_NOOP("Text", "The host cannot give all the CPU that is reserved on it")},
    Sentence{"reservationMem", "",
             QT_TRANSLATE_NOOP("Text", "The host cannot give all the memory that is reserved on it")},
    Sentence{"vmHostHardAffinity", "", QT_TRANSLATE_NOOP("Text", "A rule says on which hosts it must run")},
    Sentence{"vmHostSoftAffinity", "", QT_TRANSLATE_NOOP("Text", "A rule says on which hosts it should run")},
    Sentence{"incompatible", "", QT_TRANSLATE_NOOP("Text", "The host can no longer run it")},
    Sentence{"makeRoom", "", QT_TRANSLATE_NOOP("Text", "Make room for another virtual machine")},
};

constexpr std::array faults{
    Sentence{"host-unavailable", "", QT_TRANSLATE_NOOP("Text", "No host that could take it is at hand.")},
    Sentence{"stats-stale", "", QT_TRANSLATE_NOOP("Text", "Its figures are too old to decide by.")},
    Sentence{"incompatible", "", QT_TRANSLATE_NOOP("Text", "No other host can run it.")},
    Sentence{"memory", "", QT_TRANSLATE_NOOP("Text", "No other host has enough free memory.")},
    Sentence{"cpu", "", QT_TRANSLATE_NOOP("Text", "No other host has enough free CPU.")},
    Sentence{"memory-reservation", "",
             QT_TRANSLATE_NOOP("Text", "No other host can give the memory that is reserved for it.")},
    Sentence{"cpu-reservation", "",
             QT_TRANSLATE_NOOP("Text", "No other host can give the CPU that is reserved for it.")},
    Sentence{"vcpu-ratio", "",
             QT_TRANSLATE_NOOP("Text", "The other hosts have as many virtual CPUs as they may.")},
    Sentence{"rule", "", QT_TRANSLATE_NOOP("Text", "A rule holds it where it is.")},
    Sentence{"soft-rule", "", QT_TRANSLATE_NOOP("Text", "A rule says that it should stay where it is.")},
    Sentence{"disabled", "", QT_TRANSLATE_NOOP("Text", "DRS is switched off for it.")},
    Sentence{
        "dirty-rate", "",
        QT_TRANSLATE_NOOP("Text", "It writes memory faster than the network carries: dirty rate too high.")},
    Sentence{"recent-move", "",
             QT_TRANSLATE_NOOP("Text", "It was moved less than an hour ago, or its last migration failed.")},
    Sentence{"cost", "", QT_TRANSLATE_NOOP("Text", "Moving it would cost more than it gains.")},
    Sentence{"no-gain", "", QT_TRANSLATE_NOOP("Text", "Moving virtual machines away would not relieve it.")},
    Sentence{"move-limit", "",
             QT_TRANSLATE_NOOP("Text", "As many migrations as are allowed are planned already.")},
    Sentence{"rule-conflict", "",
             QT_TRANSLATE_NOOP("Text", "The rule contradicts an older one and is left aside.")},
    Sentence{"group-too-large", "",
             QT_TRANSLATE_NOOP("Text", "The rule keeps more virtual machines apart than there are hosts.")},
    Sentence{"brake", "",
             QT_TRANSLATE_NOOP("Text",
                               "So many virtual machines would have to leave at once that the news is "
                               "doubted. DRS only recommends until somebody has looked.")},
    Sentence{
        "time-limit", "",
        QT_TRANSLATE_NOOP("Text", "The search was ended by its time limit; a longer one may find more.")},
};

} // namespace

std::span<const Sentence> drsErrorSentences()
{
    return errors;
}

std::span<const Sentence> drsReasonSentences()
{
    return reasons;
}

std::span<const Sentence> drsFaultSentences()
{
    return faults;
}

QString drsReason(const QString &code)
{
    return labelOf(reasons, code);
}

QString drsFault(const QString &code)
{
    return labelOf(faults, code);
}

QString drsAutomation(model::DrsAutomation automation)
{
    return choiceName(QString::fromLatin1(wireName(automation)));
}

QString drsRuleType(model::DrsRuleType type)
{
    return choiceName(QString::fromLatin1(wireName(type)));
}

QString powerManagement(model::PowerManagement management)
{
    return choiceName(QString::fromLatin1(wireName(management)));
}

QString sharesLevel(model::SharesLevel level)
{
    switch (level) {
    case model::SharesLevel::Low: return say(QT_TRANSLATE_NOOP("Text", "Low"));
    case model::SharesLevel::Normal: return say(QT_TRANSLATE_NOOP("Text", "Normal"));
    case model::SharesLevel::High: return say(QT_TRANSLATE_NOOP("Text", "High"));
    case model::SharesLevel::Custom: return say(QT_TRANSLATE_NOOP("Text", "Custom"));
    }
    Q_UNREACHABLE();
}

QString maintenance(model::Maintenance maintenance)
{
    switch (maintenance) {
    case model::Maintenance::None: return {};
    case model::Maintenance::Entering: return say(QT_TRANSLATE_NOOP("Text", "entering maintenance mode"));
    case model::Maintenance::In: return say(QT_TRANSLATE_NOOP("Text", "maintenance mode"));
    }
    Q_UNREACHABLE();
}

QString state(model::DrsState state)
{
    switch (state) {
    case model::DrsState::Off: return say(QT_TRANSLATE_NOOP("Text", "off"));
    case model::DrsState::Collecting: return say(QT_TRANSLATE_NOOP("Text", "collecting figures"));
    case model::DrsState::Balanced: return say(QT_TRANSLATE_NOOP("Text", "balanced"));
    case model::DrsState::Imbalanced: return say(QT_TRANSLATE_NOOP("Text", "imbalanced"));
    case model::DrsState::Waiting:
        return say(QT_TRANSLATE_NOOP("Text", "imbalanced, waiting whether it lasts"));
    case model::DrsState::Moving: return say(QT_TRANSLATE_NOOP("Text", "migrating virtual machines"));
    case model::DrsState::Paused: return say(QT_TRANSLATE_NOOP("Text", "paused: only recommends"));
    }
    Q_UNREACHABLE();
}

} // namespace core::text

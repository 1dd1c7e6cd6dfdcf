// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/migration.h"
#include "core/model/ref.h"

#include <optional>

/// What happens to the inventory: tasks, events, alarms.
namespace core::model {

enum class TaskState { Queued, Running, Succeeded, Failed, Cancelled };
constexpr auto wireNames(TaskState)
{
    return std::array{WireName{TaskState::Queued, "queued"}, WireName{TaskState::Running, "running"},
                      WireName{TaskState::Succeeded, "succeeded"}, WireName{TaskState::Failed, "failed"},
                      WireName{TaskState::Cancelled, "cancelled"}};
}

[[nodiscard]] constexpr bool isFinished(TaskState state)
{
    return state != TaskState::Queued && state != TaskState::Running;
}

enum class StepState { Waiting, Running, Done, Failed, NotRequested };
constexpr auto wireNames(StepState)
{
    return std::array{WireName{StepState::Waiting, "waiting"}, WireName{StepState::Running, "running"},
                      WireName{StepState::Done, "done"}, WireName{StepState::Failed, "failed"},
                      WireName{StepState::NotRequested, "not-requested"}};
}

/// One of the steps that a long operation names from its beginning on. Written down before it is done, so that a core
/// that was killed knows how far it came.
struct TaskStep {
    QString code; ///< core/text makes the sentence, of the code and the parameters
    StepState state = StepState::Waiting;
    QJsonObject parameters;

    static constexpr auto fields = FieldList{field("code", &TaskStep::code), field("state", &TaskStep::state),
                                             field("parameters", &TaskStep::parameters)};
    friend bool operator==(const TaskStep &, const TaskStep &) = default;
};

/// One operation at work. Progress never goes back; done means that the end state was read back.
struct Task {
    TaskId id;
    QString operation; ///< "vm.power-on"; core/text names it
    ObjectRef target;
    QString targetName; ///< as it was when asked; the object may be gone
    TaskState state = TaskState::Queued;
    std::optional<double> progressRatio; ///< 0–1; absent: not known how long
    QString phase; ///< a code; core/text names it
    std::optional<Error> error;
    bool cancellable = false;
    QString initiatedBy;
    Instant requested;
    std::optional<Instant> started;
    std::optional<Instant> completed;
    QJsonObject parameters; ///< what the operation was asked with
    std::vector<TaskStep> steps; ///< of a long operation, in their order
    std::optional<MigrationFigures> migration; ///< of one: how far it is
    std::vector<Finding> findings; ///< what it found, errors first; also warnings of one that succeeded

    static constexpr auto fields = FieldList{field("id", &Task::id),
                                             field("operation", &Task::operation),
                                             field("target", &Task::target),
                                             field("targetName", &Task::targetName),
                                             field("state", &Task::state),
                                             field("progressRatio", &Task::progressRatio),
                                             field("phase", &Task::phase),
                                             field("error", &Task::error),
                                             field("cancellable", &Task::cancellable),
                                             field("initiatedBy", &Task::initiatedBy),
                                             field("requested", &Task::requested),
                                             field("started", &Task::started),
                                             field("completed", &Task::completed),
                                             field("parameters", &Task::parameters),
                                             field("steps", &Task::steps),
                                             field("migration", &Task::migration),
                                             field("findings", &Task::findings)};
    friend bool operator==(const Task &, const Task &) = default;
};

enum class Severity { Info, Warning, Alert };
constexpr auto wireNames(Severity)
{
    return std::array{WireName{Severity::Info, "info"}, WireName{Severity::Warning, "warning"},
                      WireName{Severity::Alert, "alert"}};
}

/// Something that happened. The code says what, the parameters with which names and numbers; core/text
/// makes the sentence.
struct Event {
    qint64 id = 0; ///< rises by one; unique in one core's database
    Instant time;
    QString code; ///< "vm.powered-on"
    Severity severity = Severity::Info;
    ObjectRef object;
    QString objectName;
    QJsonObject parameters;
    QString actor; ///< who; empty: nobody asked, it was seen
    TaskId task; ///< null: not the work of a task

    static constexpr auto fields = FieldList{field("id", &Event::id),
                                             field("time", &Event::time),
                                             field("code", &Event::code),
                                             field("severity", &Event::severity),
                                             field("object", &Event::object),
                                             field("objectName", &Event::objectName),
                                             field("parameters", &Event::parameters),
                                             field("actor", &Event::actor),
                                             field("task", &Event::task)};
    friend bool operator==(const Event &, const Event &) = default;
};

/// What a definition calls for somebody about, at one object, as long as it lasts.
struct Alarm {
    AlarmId id; ///< UUIDv5 of definition and object: the same after a restart
    AlarmDefinitionId definition; ///< null: the core's own, that nobody defined
    QString code; ///< "host.not-responding"
    Severity severity = Severity::Warning;
    ObjectRef object;
    QString objectName;
    QJsonObject parameters;
    Instant since;
    std::optional<Instant> acknowledged; ///< somebody takes care of it
    QString acknowledgedBy;
    QString comment; ///< his

    static constexpr auto fields = FieldList{field("id", &Alarm::id),
                                             field("definition", &Alarm::definition),
                                             field("code", &Alarm::code),
                                             field("severity", &Alarm::severity),
                                             field("object", &Alarm::object),
                                             field("objectName", &Alarm::objectName),
                                             field("parameters", &Alarm::parameters),
                                             field("since", &Alarm::since),
                                             field("acknowledged", &Alarm::acknowledged),
                                             field("acknowledgedBy", &Alarm::acknowledgedBy),
                                             field("comment", &Alarm::comment)};
    friend bool operator==(const Alarm &, const Alarm &) = default;
};

} // namespace core::model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"
#include "core/model/inventory.h"
#include "core/model/load.h"
#include "core/operations/operation.h"

#include <QByteArray>

#include <variant>

/// The wire format of /api/v1, both ways: what the server writes the client reads here.
namespace core::api::schema {

inline constexpr const char *apiRoot = "/api/v1";

/// "vms" of Kind::Vm: the collection in REST and in the snapshot.
[[nodiscard]] QString collection(model::Kind kind);
[[nodiscard]] std::optional<model::Kind> kindOfCollection(QStringView collection);

/// `<epoch>.<n>`: the epoch is new at each start of the core, n rises with each message of the feed.
struct Revision {
    QString epoch;
    qint64 n = 0;

    friend bool operator==(const Revision &, const Revision &) = default;
};
[[nodiscard]] QString toString(const Revision &revision);
[[nodiscard]] std::optional<Revision> revisionFromString(const QString &text);

/// GET /inventory.
struct Snapshot {
    Revision revision;
    QString user;
    model::Inventory inventory;
    std::vector<model::Task> tasks; ///< newest first
    std::vector<model::Alarm> alarms;
    std::vector<model::Load> loads;
};
[[nodiscard]] QByteArray write(const Snapshot &snapshot);
[[nodiscard]] Result<Snapshot> readSnapshot(const QByteArray &json);

/// One message of the feed (Server-Sent Events): its `event:` name and its `data:`.
struct ChangesMessage {
    std::vector<model::Change> changes;
};
struct LoadMessage {
    std::vector<model::Load> loads;
};
struct TaskMessage {
    model::Task task;
};
struct EventMessage {
    model::Event event;
};
struct AlarmsMessage {
    std::vector<model::Alarm> alarms; ///< all that are triggered now
};
struct ResyncMessage {}; ///< what was missed is no longer known: fetch the inventory again
using FeedMessage =
    std::variant<ChangesMessage, LoadMessage, TaskMessage, EventMessage, AlarmsMessage, ResyncMessage>;

[[nodiscard]] QByteArray feedEventName(const FeedMessage &message);
[[nodiscard]] QByteArray feedData(const FeedMessage &message);
[[nodiscard]] Result<FeedMessage> readFeedMessage(const QByteArray &eventName, const QByteArray &data);

/// A series on the wire: missing samples are null.
[[nodiscard]] QJsonObject write(const model::Series &series);
[[nodiscard]] Result<model::Series> readSeries(const QJsonObject &json);

/// What `?dryRun=true` answers: `{"available":…,"why":{"code":…,…}}`, and where the operation was looked at from many
/// sides `"findings":[{"severity":"error","problem":{"code":…,…},"object":"host/…"}]`, warnings with them.
[[nodiscard]] QJsonObject write(const operations::Availability &available);
[[nodiscard]] Result<operations::Availability> readVerdict(const QJsonObject &json);

/// RFC 9457 `application/problem+json`: `{"type":"about:blank","title":…,"status":…,"code":…,"params":{…},"detail":…}`.
[[nodiscard]] QJsonObject problem(const Error &error, int status);
[[nodiscard]] Error errorOfProblem(const QByteArray &body, int status);
/// The HTTP status of an error code.
[[nodiscard]] int httpStatus(const Error &error);

} // namespace core::api::schema

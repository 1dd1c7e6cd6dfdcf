// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/endpoint.h"
#include "core/api/schema/queries.h"
#include "core/model/activity.h"
#include "core/model/inventory.h"
#include "core/model/load.h"
#include "core/operations/operation.h"

#include <QHash>
#include <QObject>
#include <QUrl>

#include <deque>
#include <functional>
#include <memory>

namespace core::api::client {

/// How things stand between us and the core.
enum class Link {
    Connecting, ///< nothing received yet
    Online,
    Lost, ///< what we show is old; we try again by ourselves
};

using schema::EventQuery;
using schema::PerformanceQuery;

class Caller;

/// A client's side of one core: the inventory kept current, operations, queries. The console and vigiectl both
/// stand on it. Lives on one thread (parsing happens on others); all signals and callbacks come from its event
/// loop. A callback is dropped when its context is gone.
class Session : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Answer = std::function<void(const Result<T> &)>;

    explicit Session(Endpoint endpoint, QObject *parent = nullptr);
    ~Session() override;

    /// Begins; `linkChanged` tells how it goes. Reconnects by itself for ever, at most 5 s apart.
    void start();
    /// The core moved (it was restarted on another port): go there.
    void setEndpoint(Endpoint endpoint);
    [[nodiscard]] const Endpoint &endpoint() const;

    /// Opens a session of the server for `user` (`ann`, `local\\ann`, `corp\\ann`), before start() or after
    /// `stopped`; one that had begun goes on from where it was. `identity.bad-credentials`, `identity.locked`, …,
    /// one of errors.h, `base.unreachable`; nothing is tried again by itself.
    void signIn(const QString &user, const QString &password, QObject *context, Answer<void> answer);
    /// Ends the server's session; nothing else can be asked afterwards.
    void signOut(QObject *context, Answer<void> answer);

    [[nodiscard]] Link link() const;
    /// Why the link is lost; absent while online.
    [[nodiscard]] std::optional<Error> linkError() const;
    /// Of the last message received; nothing yet: absent.
    [[nodiscard]] std::optional<Instant> lastHeard() const;

    [[nodiscard]] const model::Inventory &inventory() const;
    /// Newest load; absent when none is known.
    [[nodiscard]] std::optional<model::Load> load(const model::ObjectRef &object) const;
    /// Newest first; the core's running tasks and the last few hundred finished ones.
    [[nodiscard]] const std::deque<model::Task> &tasks() const;
    [[nodiscard]] const std::vector<model::Alarm> &alarms() const;
    /// Who we are to the core: "local\\ann".
    [[nodiscard]] QString user() const;

    /// Asks for an operation; the answer is its task, queued or running, or why it was refused. What becomes of
    /// it comes by `taskChanged`. Safe to repeat by the network: the core sees one request.
    void start(const operations::OperationRequest &request, QObject *context, Answer<model::Task> answer);
    /// Answers when the task has ended, however that becomes known (by the feed, or from a core that was away and is
    /// back), also when it has by now; with an error only when the core knows the task no more.
    void follow(TaskId task, QObject *context, Answer<model::Task> answer);
    /// Asks whether the operation could be done; nothing happens. The error of a verdict is why not, that of the
    /// answer why there is none.
    void check(const operations::OperationRequest &request, QObject *context,
               Answer<operations::Availability> answer);
    void cancel(TaskId task, QObject *context, Answer<void> answer);

    void performance(const PerformanceQuery &query, QObject *context,
                     Answer<std::vector<model::Series>> answer);
    void events(const EventQuery &query, QObject *context, Answer<std::vector<model::Event>> answer);
    /// A one-time address of the VM's screen: a WebSocket, subprotocol "binary", that speaks RFB.
    void openScreen(VmId vm, QObject *context, Answer<QUrl> answer);
    /// Any GET below /api/v1, for what has no method of its own.
    void get(const QString &path, QObject *context, Answer<QJsonObject> answer);
    /// Any other request below /api/v1; sent once, as start() is.
    void send(const QByteArray &method, const QString &path, const QJsonObject &body, QObject *context,
              Answer<QJsonObject> answer);

Q_SIGNALS:
    void linkChanged();
    /// Nothing more is tried: the server does not know (any longer) who we are, `identity.not-signed-in`, or shows a
    /// certificate that is not trusted (errors.h). signIn() or setEndpoint() goes on.
    void stopped(const core::Error &why);
    /// Everything may be different (first snapshot, or a resync): compare by id.
    /// A lost feed that could be resumed is no reset.
    void inventoryReset();
    /// Already applied to inventory(). In one signal: removals first, then parents' kinds before children's.
    void inventoryChanged(const std::vector<core::model::Change> &changes);
    void loadsChanged(const std::vector<core::model::Load> &loads);
    /// Also after a reset, for each task that is not as it was.
    void taskChanged(const core::model::Task &task);
    void eventRaised(const core::model::Event &event);
    void alarmsChanged();

private:
    [[nodiscard]] Caller &caller() const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace core::api::client

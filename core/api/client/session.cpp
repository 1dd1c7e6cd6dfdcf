// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/client/session.h"

#include "core/api/client/caller.h"
#include "core/api/client/feed.h"
#include "core/api/client/taskfollower.h"
#include "core/api/client/trust.h"
#include "core/api/schema/messages.h"
#include "core/async/backoff.h"
#include "core/base/overloaded.h"

#include <QLoggingCategory>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcSession, "vigie.session")

namespace core::api::client {

namespace {

constexpr size_t tasksKept = 500;

/// A VM that is off has no load, nor has what is gone.
bool hasLoad(const model::Change &change)
{
    if (!change.object)
        return false;
    const auto *vm = std::get_if<std::shared_ptr<const model::Vm>>(&*change.object);
    return vm == nullptr || (*vm)->state == model::PowerState::Running
        || (*vm)->state == model::PowerState::Paused;
}

} // namespace

class Session::Private : public QObject
{
    Q_OBJECT

public:
    Private(Session *owner, Endpoint endpoint) : m_owner(owner), m_caller(std::move(endpoint))
    {
        m_parsers.setMaxThreadCount(1); // in order
        m_retry.setSingleShot(true);
        connect(&m_retry, &QTimer::timeout, this, &Private::resume);
        connect(&m_caller, &Caller::signedOut, this, [this](const Error &why) {
            if (m_running)
                lose(why);
        });
        connect(&m_feed, &Feed::accepted, this, [this] {
            if (!setOnline())
                Q_EMIT m_owner->linkChanged();
        });
        connect(&m_feed, &Feed::heard, this, &Private::heard);
        connect(&m_feed, &Feed::received, this, &Private::readFrame);
        connect(&m_feed, &Feed::ended, this, [this](bool refused, const Error &why) {
            if (refused && !isSignedOut(why))
                m_revision.clear(); // it may be what was refused
            lose(why);
        });
    }

    ~Private() override
    {
        m_feed.close();
        m_parsers.waitForDone();
    }

    void setEndpoint(Endpoint endpoint)
    {
        if (endpoint == m_caller.endpoint())
            return;
        m_caller.setEndpoint(std::move(endpoint));
        m_isStopped = false;
        if (m_running)
            restart();
    }

    void signedIn(const QString &token, const QString &principal)
    {
        Endpoint endpoint = m_caller.endpoint();
        endpoint.token = token;
        m_caller.setEndpoint(std::move(endpoint));
        m_isStopped = false;
        if (!m_running)
            return;
        if (principal == m_user)
            resume();
        else
            restart(); // somebody else sees other things
    }

    void begin()
    {
        m_running = true;
        fetchInventory();
    }

    /// Signed out: what comes now is no loss.
    void quit()
    {
        m_isStopped = true;
        m_retry.stop();
        m_feed.close();
    }

    Session *m_owner;
    Caller m_caller;
    TaskFollower m_follower{m_caller};
    Link m_link = Link::Connecting;
    std::optional<Error> m_linkError;
    std::optional<Instant> m_lastHeard;
    QString m_user;
    model::Inventory m_inventory;
    QHash<model::ObjectRef, model::Load> m_loads;
    std::deque<model::Task> m_tasks;
    std::vector<model::Alarm> m_alarms;

private:
    void restart()
    {
        m_feed.close();
        m_revision.clear();
        fetchInventory();
    }

    /// After a loss: only what was missed, where we know up to where we had heard.
    void resume()
    {
        if (m_revision.isEmpty())
            fetchInventory();
        else
            m_feed.open(m_revision);
    }

    void fetchInventory()
    {
        m_retry.stop();
        const int attempt = ++m_attempt;
        m_caller.request("GET", u"/inventory"_s, {}, [this, attempt](const Result<QByteArray> &body) {
            if (attempt != m_attempt)
                return;
            if (!body) {
                lose(body.error());
                return;
            }
            parse<schema::Snapshot>([text = *body] { return schema::readSnapshot(text); },
                                    [this, attempt](Result<schema::Snapshot> snapshot) {
                                        if (attempt == m_attempt)
                                            take(std::move(snapshot));
                                    });
        });
    }

    /// `read` on the parsing thread, `done` here, in the order of the calls.
    template <class T, class Read, class Done>
    void parse(Read read, Done done)
    {
        m_parsers.start([this, read = std::move(read), done = std::move(done)] {
            auto result = std::make_shared<Result<T>>(read());
            QMetaObject::invokeMethod(this, [result, done] { done(std::move(*result)); });
        });
    }

    void take(Result<schema::Snapshot> snapshot)
    {
        if (!snapshot) {
            lose(snapshot.error());
            return;
        }
        m_revision = schema::toString(snapshot->revision).toUtf8();
        m_user = snapshot->user;
        m_inventory = std::move(snapshot->inventory);
        m_alarms = std::move(snapshot->alarms);
        m_loads.clear();
        for (const model::Load &load : snapshot->loads)
            m_loads.insert(load.object, load);
        const std::vector<model::Task> news = adoptTasks(snapshot->tasks);
        const bool wasOnline = setOnline();
        Q_EMIT m_owner->inventoryReset();
        if (!wasOnline)
            Q_EMIT m_owner->linkChanged();
        for (const model::Task &task : news)
            Q_EMIT m_owner->taskChanged(task);
        m_follower.snapshotTaken(m_tasks);
        m_feed.open(m_revision);
    }

    /// Those that are not as they were: a task that ended while we were away is news like any other.
    std::vector<model::Task> adoptTasks(const std::vector<model::Task> &tasks)
    {
        const std::deque<model::Task> before = std::exchange(m_tasks, {tasks.begin(), tasks.end()});
        std::vector<model::Task> news;
        for (const model::Task &task : tasks) {
            if (std::ranges::find(before, task) == before.end())
                news.push_back(task);
        }
        return news;
    }

    /// Whether it had been before.
    bool setOnline()
    {
        heard();
        m_linkError.reset();
        return std::exchange(m_link, Link::Online) == Link::Online;
    }

    void readFrame(const FeedFrame &frame)
    {
        if (!frame.id.isEmpty())
            m_revision = frame.id;
        parse<schema::FeedMessage>([frame] { return schema::readFeedMessage(frame.event, frame.data); },
                                   [this, attempt = m_attempt, name = frame.event](const auto &message) {
                                       if (attempt == m_attempt)
                                           receive(name, message);
                                   });
    }

    void receive(const QByteArray &name, const Result<schema::FeedMessage> &message)
    {
        if (message) {
            m_backoff.reset();
            apply(*message);
            return;
        }
        qCInfo(lcSession) << "feed message not understood" << name << message.error().detail;
        if (name != "changes" && name != "task" && name != "alarms")
            return; // a newer core may say what we do not know
        m_revision.clear(); // something is no longer as we show it: only a snapshot tells what
        lose(Error(errors::Internal, message.error().detail));
    }

    void apply(const schema::FeedMessage &message)
    {
        std::visit(Overloaded{
                       [this](const schema::ChangesMessage &m) { applyChanges(m.changes); },
                       [this](const schema::LoadMessage &m) {
                           for (const model::Load &load : m.loads)
                               m_loads.insert(load.object, load);
                           Q_EMIT m_owner->loadsChanged(m.loads);
                       },
                       [this](const schema::TaskMessage &m) { applyTask(m.task); },
                       [this](const schema::EventMessage &m) { Q_EMIT m_owner->eventRaised(m.event); },
                       [this](const schema::AlarmsMessage &m) {
                           m_alarms = m.alarms;
                           Q_EMIT m_owner->alarmsChanged();
                       },
                       [this](const schema::ResyncMessage &) { restart(); },
                   },
                   message);
    }

    void applyChanges(const std::vector<model::Change> &changes)
    {
        for (const model::Change &change : changes) {
            m_inventory.apply(change);
            if (!hasLoad(change))
                m_loads.remove(change.ref);
        }
        Q_EMIT m_owner->inventoryChanged(changes);
    }

    void applyTask(const model::Task &task)
    {
        const auto known = std::ranges::find(m_tasks, task.id, &model::Task::id);
        if (known != m_tasks.end()) {
            *known = task;
        } else {
            m_tasks.push_front(task);
            if (m_tasks.size() > tasksKept)
                m_tasks.pop_back();
        }
        Q_EMIT m_owner->taskChanged(task);
        m_follower.taskChanged(task);
    }

    void lose(const Error &why)
    {
        if (m_isStopped)
            return; // what is heard of what was asked before
        m_feed.close();
        if (m_revision.isEmpty())
            ++m_attempt; // what is still being read came before a snapshot that is to be fetched
        m_link = m_lastHeard ? Link::Lost : Link::Connecting;
        m_linkError = why;
        m_isStopped = isSignedOut(why) || isDistrust(why);
        if (m_isStopped)
            m_retry.stop();
        else
            m_retry.start(m_backoff.next());
        Q_EMIT m_owner->linkChanged();
        if (m_isStopped)
            Q_EMIT m_owner->stopped(why);
    }

    void heard() { m_lastHeard = std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now()); }

    Feed m_feed{m_caller};
    QByteArray m_revision;
    QTimer m_retry;
    Backoff m_backoff{250ms, 5s};
    QThreadPool m_parsers;
    int m_attempt = 0;
    bool m_running = false;
    bool m_isStopped = false;
};

Session::Session(Endpoint endpoint, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(this, std::move(endpoint)))
{}

Session::~Session() = default;

void Session::start()
{
    d->begin();
}

void Session::setEndpoint(Endpoint endpoint)
{
    d->setEndpoint(std::move(endpoint));
}

const Endpoint &Session::endpoint() const
{
    return d->m_caller.endpoint();
}

void Session::signIn(const QString &user, const QString &password, QObject *context, Answer<void> answer)
{
    const QJsonObject body{{u"user"_s, user}, {u"password"_s, password}};
    d->m_caller.ask<void>("POST", u"/sessions"_s, body, context, std::move(answer),
                          [this](const QJsonObject &json) -> Result<void> {
                              const QString token = json.value(u"token"_s).toString();
                              if (token.isEmpty())
                                  return Error(errors::Internal, u"a session without a token"_s);
                              d->signedIn(token, json[u"session"_s][u"principal"_s].toString());
                              return {};
                          });
}

void Session::signOut(QObject *context, Answer<void> answer)
{
    d->quit();
    d->m_caller.ask<void>("DELETE", u"/sessions/current"_s, {}, context, std::move(answer),
                          [](const QJsonObject &) { return Result<void>(); });
}

Link Session::link() const
{
    return d->m_link;
}

std::optional<Error> Session::linkError() const
{
    return d->m_linkError;
}

std::optional<Instant> Session::lastHeard() const
{
    return d->m_lastHeard;
}

const model::Inventory &Session::inventory() const
{
    return d->m_inventory;
}

std::optional<model::Load> Session::load(const model::ObjectRef &object) const
{
    const auto it = d->m_loads.constFind(object);
    return it == d->m_loads.constEnd() ? std::nullopt : std::optional(*it);
}

const std::deque<model::Task> &Session::tasks() const
{
    return d->m_tasks;
}

const std::vector<model::Alarm> &Session::alarms() const
{
    return d->m_alarms;
}

QString Session::user() const
{
    return d->m_user;
}

void Session::follow(TaskId task, QObject *context, Answer<model::Task> answer)
{
    d->m_follower.follow(task, context, std::move(answer), d->m_tasks);
}

Caller &Session::caller() const
{
    return d->m_caller;
}

} // namespace core::api::client

#include "session.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/fakesession.h"

#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <map>

namespace tests {

static std::map<core::api::client::Session *, FakeCore> &cores()
{
    static std::map<core::api::client::Session *, FakeCore> all;
    return all;
}

FakeCore &coreOf(core::api::client::Session &session)
{
    return cores()[&session];
}

} // namespace tests

namespace core::api::client {

using tests::coreOf;

class Session::Private
{};

Session::Session(Endpoint, QObject *parent) : QObject(parent)
{
    static_cast<void>(coreOf(*this));
}

Session::~Session()
{
    tests::cores().erase(this);
}

namespace {
tests::FakeCore &of(const Session *session)
{
    return coreOf(*const_cast<Session *>(session)); // NOLINT: the fake is beside the session, not in it
}
/// Later, from the event loop, and only while the context lives: as the real one does.
template <class T>
void answerLater(QObject *context, const Session::Answer<T> &answer, const Result<T> &result)
{
    QTimer::singleShot(0, context, [answer, result] { answer(result); });
}
} // namespace

void Session::start()
{
    ++of(this).starts;
}

void Session::setEndpoint(Endpoint endpoint)
{
    of(this).endpoint = std::move(endpoint);
}

const Endpoint &Session::endpoint() const
{
    return of(this).endpoint;
}

void Session::signIn(const QString &user, const QString &password, QObject *context, Answer<void> answer)
{
    of(this).signIns.emplace_back(user, password);
    answerLater<void>(context, answer, of(this).signIn);
}

void Session::signOut(QObject *context, Answer<void> answer)
{
    answerLater<void>(context, answer, Result<void>());
}

Link Session::link() const
{
    return of(this).link;
}
std::optional<Error> Session::linkError() const
{
    return of(this).linkError;
}
std::optional<Instant> Session::lastHeard() const
{
    return of(this).lastHeard;
}
const model::Inventory &Session::inventory() const
{
    return of(this).inventory;
}
const std::deque<model::Task> &Session::tasks() const
{
    return of(this).tasks;
}
const std::vector<model::Alarm> &Session::alarms() const
{
    return of(this).alarms;
}
QString Session::user() const
{
    return QStringLiteral("local\\ann");
}

std::optional<model::Load> Session::load(const model::ObjectRef &object) const
{
    const auto &loads = of(this).loads;
    const auto it = loads.constFind(object);
    return it != loads.constEnd() ? std::optional(*it) : std::nullopt;
}

void Session::start(const operations::OperationRequest &request, QObject *context, Answer<model::Task> answer)
{
    of(this).started.push_back(request);
    of(this).answered.push_back({.id = TaskId::random(), .operation = request.operation});
    answerLater<model::Task>(context, answer, of(this).answered.back());
}

void Session::check(const operations::OperationRequest &request, QObject *context,
                    Answer<operations::Availability> answer)
{
    of(this).checked.push_back(request);
    const auto verdict = of(this).check ? of(this).check(request)
                                        : Result<operations::Availability>(operations::Availability());
    answerLater<operations::Availability>(context, answer, verdict);
}

void Session::follow(TaskId task, QObject *context, Answer<model::Task> answer)
{
    const auto &tasks = of(this).tasks;
    const auto known = std::ranges::find(tasks, task, &model::Task::id);
    if (known != tasks.end() && isFinished(known->state)) {
        answerLater<model::Task>(context, answer, *known);
        return;
    }
    const auto once = std::make_shared<QMetaObject::Connection>();
    *once = connect(this, &Session::taskChanged, context, [task, answer, once](const model::Task &changed) {
        if (changed.id != task || !isFinished(changed.state))
            return;
        disconnect(*once);
        answer(changed);
    });
}

void Session::cancel(TaskId, QObject *context, Answer<void> answer)
{
    answerLater<void>(context, answer, Result<void>());
}

void Session::performance(const PerformanceQuery &query, QObject *context,
                          Answer<std::vector<model::Series>> answer)
{
    auto &fake = of(this);
    fake.queries.push_back(query);
    answerLater<std::vector<model::Series>>(
        context, answer,
        fake.performance ? fake.performance(query)
                         : Result<std::vector<model::Series>>(std::vector<model::Series>()));
}

void Session::events(const EventQuery &query, QObject *context, Answer<std::vector<model::Event>> answer)
{
    auto &fake = of(this);
    fake.eventQueries.push_back(query);
    answerLater<std::vector<model::Event>>(
        context, answer,
        fake.events ? fake.events(query) : Result<std::vector<model::Event>>(std::vector<model::Event>()));
}

void Session::openScreen(VmId vm, QObject *context, Answer<QUrl> answer)
{
    of(this).screensAsked.push_back(vm);
    answerLater<QUrl>(context, answer, of(this).screen);
}

void Session::send(const QByteArray &method, const QString &path, const QJsonObject &, QObject *context,
                   Answer<QJsonObject> answer)
{
    of(this).sent.push_back(QString::fromLatin1(method) + u' ' + path);
    auto &fake = of(this);
    answerLater<QJsonObject>(context, answer,
                             fake.send ? fake.send(fake.sent.back()) : Result<QJsonObject>(QJsonObject()));
}

void Session::get(const QString &path, QObject *context, Answer<QJsonObject> answer)
{
    auto &fake = of(this);
    fake.got.push_back(path);
    answerLater<QJsonObject>(context, answer,
                             fake.get ? fake.get(path) : Result<QJsonObject>(Error(core::errors::NotFound)));
}

} // namespace core::api::client

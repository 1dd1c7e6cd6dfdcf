// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/client/session.h"
#include "core/operations/errors.h"
#include "tests/core/api/client/fakecore.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace core;
using api::client::Link;
using api::client::Session;
using api::schema::Snapshot;
using tests::FakeCore;

/// How a session lives with a core that breaks off, comes back, refuses, or says what cannot be read.
class SessionLossTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aLostFeedGoesOnWhereItBroke();
    void aResyncFetchesTheSnapshotAgain();
    void aRefusedFeedTellsWhatTheCoreSaid();
    void anUnreadableChangeFetchesTheSnapshotAgain();
    void anUnknownMessageIsLeftAside();
    void anAnswerCutOffIsNoMistakeOfOurs();
    void aTaskThatEndedWhileAwayIsNews();
    void aTaskThatTheCoreForgotWasInterrupted();
    void aTaskIsFollowedAlsoWhenTheFeedWasFaster();
    void aVerdictIsRead();

private:
    using OnFeed = std::function<void(int number, QTcpSocket &socket)>;
    void serve(const OnFeed &onFeed);
    [[nodiscard]] std::vector<FakeCore::Request> feeds() const { return m_core->requestsTo("/api/v1/feed"); }
    [[nodiscard]] size_t snapshots() const { return m_core->requestsTo("/api/v1/inventory").size(); }

    std::unique_ptr<FakeCore> m_core;
    std::unique_ptr<Session> m_session;
    Snapshot m_snapshot; ///< what is answered when it is asked for
};

namespace {

const model::Datacenter first{.id = DatacenterId::random(), .name = u"First"_s};
const model::Datacenter second{.id = DatacenterId::random(), .name = u"Second"_s};

api::schema::ChangesMessage put(const model::Datacenter &datacenter)
{
    const model::Object object = std::make_shared<const model::Datacenter>(datacenter);
    return {{model::Change{refOf(object), object}}};
}

model::Task taskIn(model::TaskState state)
{
    static const TaskId id = TaskId::random();
    return {.id = id, .operation = u"vm.power-on"_s, .state = state};
}

} // namespace

void SessionLossTest::init()
{
    m_core = std::make_unique<FakeCore>();
    m_snapshot = Snapshot{.revision = {u"e"_s, 5}, .user = u"local\\ann"_s};
    m_session = std::make_unique<Session>(m_core->endpoint());
}

void SessionLossTest::cleanup()
{
    m_session.reset();
    m_core.reset();
}

/// @param onFeed is told which feed was opened, the first is 1
void SessionLossTest::serve(const OnFeed &onFeed)
{
    m_core->on("GET", "/api/v1/inventory",
               [this](const auto &, QTcpSocket &socket) { FakeCore::answer(socket, write(m_snapshot)); });
    m_core->on("GET", "/api/v1/feed", [this, onFeed](const auto &, QTcpSocket &socket) {
        onFeed(static_cast<int>(feeds().size()), socket);
    });
    m_session->start();
}

void SessionLossTest::aLostFeedGoesOnWhereItBroke()
{
    QSignalSpy reset(m_session.get(), &Session::inventoryReset);
    serve([](int number, QTcpSocket &socket) {
        FakeCore::beginFeed(socket);
        FakeCore::say(socket, number == 1 ? "e.6" : "e.7", put(number == 1 ? first : second));
        if (number == 1)
            socket.disconnectFromHost();
    });
    QTRY_VERIFY(m_session->inventory().find(second.id) != nullptr);
    QVERIFY(m_session->inventory().find(first.id) != nullptr);
    QCOMPARE(feeds().at(0).headers.value("last-event-id"), "e.5");
    QCOMPARE(feeds().at(1).headers.value("last-event-id"), "e.6");
    QCOMPARE(snapshots(), size_t(1));
    QCOMPARE(reset.count(), 1);
    QCOMPARE(m_session->link(), Link::Online);
}

void SessionLossTest::aResyncFetchesTheSnapshotAgain()
{
    QSignalSpy reset(m_session.get(), &Session::inventoryReset);
    serve([this](int number, QTcpSocket &socket) {
        FakeCore::beginFeed(socket);
        if (number > 1)
            return;
        m_snapshot.inventory.put(second);
        m_snapshot.revision.n = 9;
        socket.write("event: resync\ndata: {}\n\n");
    });
    QTRY_COMPARE(reset.count(), 2);
    QVERIFY(m_session->inventory().find(second.id) != nullptr);
    QTRY_COMPARE(feeds().size(), size_t(2));
    QCOMPARE(feeds().at(1).headers.value("last-event-id"), "e.9");
}

void SessionLossTest::aRefusedFeedTellsWhatTheCoreSaid()
{
    std::optional<Error> why;
    connect(m_session.get(), &Session::linkChanged, this, [&] {
        if (m_session->link() == Link::Lost)
            why = m_session->linkError();
    });
    serve([](int number, QTcpSocket &socket) {
        if (number == 1)
            FakeCore::problem(socket, Error(errors::Denied, u"no valid token"_s), "401 Unauthorized");
        else
            FakeCore::beginFeed(socket);
    });
    QTRY_VERIFY(why);
    QCOMPARE(why->code, errors::Denied.name);
    QCOMPARE(why->detail, u"no valid token"_s);
    QTRY_COMPARE(m_session->link(), Link::Online);
    QCOMPARE(snapshots(), size_t(2)); // it may have been the revision that was refused
}

void SessionLossTest::anUnreadableChangeFetchesTheSnapshotAgain()
{
    serve([this](int number, QTcpSocket &socket) {
        FakeCore::beginFeed(socket);
        if (number > 1)
            return;
        m_snapshot.inventory.put(second);
        socket.write("id: e.6\nevent: changes\ndata: {\"changes\":[{\"ref\":\"nonsense\"}]}\n\n");
    });
    QTRY_VERIFY(m_session->inventory().find(second.id) != nullptr);
    QCOMPARE(snapshots(), size_t(2));
}

void SessionLossTest::anUnknownMessageIsLeftAside()
{
    serve([](int, QTcpSocket &socket) {
        FakeCore::beginFeed(socket);
        socket.write("id: e.6\nevent: weather\ndata: {\"sky\":\"blue\"}\n\n");
        FakeCore::say(socket, "e.7", put(first));
    });
    QTRY_VERIFY(m_session->inventory().find(first.id) != nullptr);
    QCOMPARE(snapshots(), size_t(1));
    QCOMPARE(feeds().size(), size_t(1));
}

void SessionLossTest::anAnswerCutOffIsNoMistakeOfOurs()
{
    m_core->on("POST", "/api/v1/vms/", [](const auto &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 202 Accepted\r\nContent-Length: 500\r\n\r\n{\"id\":");
        socket.disconnectFromHost();
    });
    std::optional<Error> error;
    const operations::OperationRequest request{u"vm.power-on"_s, {{u"vm"_s, VmId::random().toString()}}};
    m_session->start(request, this,
                     [&](const Result<model::Task> &task) { error = task ? Error() : task.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(error->code, errors::Unreachable.name);
    QCOMPARE(error->params.value(u"where"_s).toString(), m_core->endpoint().url.authority());
}

void SessionLossTest::aTaskThatEndedWhileAwayIsNews()
{
    QSignalSpy changed(m_session.get(), &Session::taskChanged);
    std::optional<model::Task> ended;
    m_session->follow(taskIn(model::TaskState::Running).id, this,
                      [&](const Result<model::Task> &task) { ended = *task; });
    m_snapshot.tasks = {taskIn(model::TaskState::Running)};
    serve([this](int number, QTcpSocket &socket) {
        FakeCore::beginFeed(socket);
        if (number > 1)
            return;
        m_snapshot.tasks = {taskIn(model::TaskState::Succeeded)};
        socket.write("event: resync\ndata: {}\n\n");
    });
    QTRY_VERIFY(ended);
    QCOMPARE(ended->state, model::TaskState::Succeeded);
    QCOMPARE(changed.last().first().value<model::Task>().state, model::TaskState::Succeeded);
}

void SessionLossTest::aTaskThatTheCoreForgotWasInterrupted()
{
    std::optional<Error> error;
    m_session->follow(taskIn(model::TaskState::Running).id, this,
                      [&](const Result<model::Task> &task) { error = task ? Error() : task.error(); });
    serve([](int, QTcpSocket &socket) { FakeCore::beginFeed(socket); });
    QTRY_VERIFY(error);
    QCOMPARE(error->code, operations::errors::Interrupted.name);
    QCOMPARE(m_core->requestsTo("/api/v1/tasks/").size(), size_t(1));
}

void SessionLossTest::aTaskIsFollowedAlsoWhenTheFeedWasFaster()
{
    QSignalSpy changed(m_session.get(), &Session::taskChanged);
    serve([](int, QTcpSocket &socket) {
        FakeCore::beginFeed(socket);
        FakeCore::say(socket, "e.6", api::schema::TaskMessage{taskIn(model::TaskState::Succeeded)});
    });
    QTRY_COMPARE(changed.count(), 1);
    std::optional<model::Task> ended;
    m_session->follow(taskIn(model::TaskState::Running).id, this,
                      [&](const Result<model::Task> &task) { ended = *task; });
    QVERIFY(!ended); // never from within the call
    QTRY_VERIFY(ended);
    QCOMPARE(ended->state, model::TaskState::Succeeded);
}

void SessionLossTest::aVerdictIsRead()
{
    const Error why(operations::errors::NotEmpty, QJsonObject{{u"name"_s, u"Lab"_s}});
    m_core->on("DELETE", "/api/v1/clusters/", [&](const auto &, QTcpSocket &socket) {
        FakeCore::answer(socket, QJsonDocument(api::schema::write(operations::Availability(why))).toJson());
    });
    std::optional<operations::Availability> verdict;
    const operations::OperationRequest request{u"cluster.delete"_s,
                                               {{u"cluster"_s, ClusterId::random().toString()}}};
    m_session->check(request, this,
                     [&](const Result<operations::Availability> &answer) { verdict = *answer; });
    QTRY_VERIFY(verdict);
    QVERIFY(!*verdict);
    QCOMPARE(verdict->why(), why);
    QVERIFY(m_core->requestsTo("/api/v1/clusters/").front().path.endsWith("?dryRun=true"));
}

QTEST_GUILESS_MAIN(SessionLossTest)
#include "sessionlosstest.moc"

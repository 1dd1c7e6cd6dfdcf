// SPDX-License-Identifier: GPL-3.0-or-later
// A client's session and a core's server on the loopback, over a simulated datacenter: the whole way there and back.
#include "core/api/client/session.h"
#include "core/api/schema/messages.h"
#include "tests/core/api/serverfixture.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace core;
using namespace apitest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using api::client::Endpoint;
using api::client::Link;
using api::client::Session;
using model::PowerState;
using model::TaskState;

namespace {

Endpoint endpointOf(const Served &served, quint16 port = 0)
{
    return {.url = QUrl(u"http://127.0.0.1:%1"_s.arg(port != 0 ? port : served.port)),
            .token = QString::fromLatin1(served.token)};
}

operations::OperationRequest powerOff(VmId vm)
{
    return {u"vm.power-off"_s, QJsonObject{{u"vm"_s, vm.toString()}}};
}

/// Asks and waits for the answer.
Result<model::Task> ask(Session &session, const operations::OperationRequest &request)
{
    std::optional<Result<model::Task>> answer;
    session.start(request, &session, [&](const Result<model::Task> &task) { answer = task; });
    if (!eventually([&] { return answer.has_value(); }))
        return Error(errors::Timeout);
    return *answer;
}

/// Between a session and its server: hands on what comes, and can lose the answer to one POST.
class Relay
{
public:
    explicit Relay(quint16 to)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, to] {
            QTcpSocket *client = m_server.nextPendingConnection();
            auto *server = new QTcpSocket(client);
            server->connectToHost(u"127.0.0.1"_s, to);
            QObject::connect(client, &QTcpSocket::readyRead, server, [this, client, server] {
                const QByteArray bytes = client->readAll();
                posts += static_cast<int>(bytes.count("POST /"));
                if (bytes.contains("POST /") && std::exchange(loseNextPost, false))
                    server->setProperty("lost", true);
                server->write(bytes);
            });
            QObject::connect(server, &QTcpSocket::readyRead, client, [client, server] {
                const QByteArray bytes = server->readAll();
                if (server->property("lost").toBool())
                    client->abort(); // done, and nobody is told
                else
                    client->write(bytes);
            });
            QObject::connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    bool loseNextPost = false;
    int posts = 0;

private:
    QTcpServer m_server;
};

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSnapshotIsTheCoresInventory()
    {
        Served served;
        Session session(endpointOf(served));
        QVERIFY(session.link() == Link::Connecting);
        session.start();
        QVERIFY(eventually([&] { return session.link() == Link::Online; }));
        QVERIFY(difference(session.inventory(), served.now()).empty());
        QCOMPARE(session.inventory().all<model::Vm>().size(), 20);
        QCOMPARE(session.user(), u"local\\ann"_s);
    }

    void changesComeByThemselvesAndEndInTheSameInventory()
    {
        Served served;
        Session session(endpointOf(served));
        session.start();
        QVERIFY(eventually([&] { return session.link() == Link::Online; }));
        QSignalSpy resets(&session, &Session::inventoryReset);
        const VmId vm = served.vmIn(PowerState::Running);
        QVERIFY(served.world.setPower(served.now().find(vm)->host, vm, simulation::PowerAction::Off));
        QVERIFY(eventually([&] { return session.inventory().find(vm)->state == PowerState::Off; }));
        const FolderId folder = FolderId::random();
        served.core->inventory().put(model::Folder{.id = folder, .name = u"new"_s});
        QVERIFY(eventually([&] { return session.inventory().find(folder) != nullptr; }));
        served.core->inventory().remove(folder);
        QVERIFY(eventually([&] { return session.inventory().find(folder) == nullptr; }));
        QVERIFY(eventually([&] { return difference(session.inventory(), served.now()).empty(); }));
        QCOMPARE(resets.count(), 0);
    }

    void anOperationIsFollowedToItsEnd()
    {
        Served served;
        Session session(endpointOf(served));
        std::vector<TaskState> states;
        connect(&session, &Session::taskChanged, &session,
                [&](const model::Task &task) { states.push_back(task.state); });
        session.start();
        QVERIFY(eventually([&] { return session.link() == Link::Online; }));
        const VmId vm = served.vmIn(PowerState::Running);
        const auto task = ask(session, powerOff(vm));
        QVERIFY(task);
        QVERIFY(task->target == model::ObjectRef(vm));
        QVERIFY(eventually([&] { return !states.empty() && isFinished(states.back()); }));
        QCOMPARE(states.back(), TaskState::Succeeded);
        QCOMPARE(session.tasks().front().id, task->id);
        QVERIFY(eventually([&] { return session.inventory().find(vm)->state == PowerState::Off; }));
    }

    void refusalsAreCodesAndParametersWithoutALanguage()
    {
        Served served;
        Session session(endpointOf(served));
        session.start();
        QVERIFY(eventually([&] { return session.link() == Link::Online; }));
        const VmId vm = served.vmIn(PowerState::Running);
        const auto refused = ask(session, {u"vm.power-on"_s, QJsonObject{{u"vm"_s, vm.toString()}}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"operation.wrong-state"_s);
        QCOMPARE(refused.error().params.value(u"state"_s).toString(), u"running"_s);
        QVERIFY(!refused.error().detail.contains(u' ')); // no sentence was made in the core
        const auto unknown = ask(session, powerOff(VmId::random()));
        QVERIFY(unknown.error().is(errors::NotFound));
    }

    void aWrongTokenIsSaidAndTriedAgain()
    {
        Served served;
        Endpoint wrong = endpointOf(served);
        wrong.token = u"wrong"_s;
        Session session(wrong);
        session.start();
        QVERIFY(eventually([&] { return session.linkError().has_value(); }));
        QCOMPARE(session.linkError()->code, u"identity.not-signed-in"_s);
        session.setEndpoint(endpointOf(served));
        QVERIFY(eventually([&] { return session.link() == Link::Online; }));
        QVERIFY(!session.linkError());
    }

    void aServerThatVanishedIsFoundAgainOnAnotherPortWithANewEpoch()
    {
        tests::MemoryStore kept;
        auto served = std::make_unique<Served>(api::server::HttpLimits{}, &kept);
        Session session(endpointOf(*served));
        session.start();
        QVERIFY(eventually([&] { return session.link() == Link::Online; }));
        const QString epoch = served->feed.revision().epoch;
        const qsizetype vms = session.inventory().all<model::Vm>().size();
        served.reset();
        QVERIFY(eventually([&] { return session.link() == Link::Lost; }));
        QVERIFY(session.linkError()->is(errors::Unreachable));
        QCOMPARE(session.inventory().all<model::Vm>().size(), vms); // old, but still there

        served = std::make_unique<Served>(api::server::HttpLimits{}, &kept, QByteArray(64, 'b'));
        QVERIFY(served->feed.revision().epoch != epoch);
        served->core->inventory().put(model::Folder{.id = FolderId::random(), .name = u"made since"_s});
        QSignalSpy resets(&session, &Session::inventoryReset);
        session.setEndpoint(endpointOf(*served));
        QVERIFY(eventually([&] { return session.link() == Link::Online; }));
        QVERIFY(resets.count() >= 1);
        QVERIFY(eventually([&] { return difference(session.inventory(), served->now()).empty(); }));
        const VmId vm = served->vmIn(PowerState::Running);
        QVERIFY(ask(session, powerOff(vm)));
        QVERIFY(eventually([&] { return session.inventory().find(vm)->state == PowerState::Off; }));
    }

    void aRequestWhoseAnswerIsLostIsDoneOnce()
    {
        Served served;
        Relay relay(served.port);
        Session session(endpointOf(served, relay.port()));
        session.start();
        QVERIFY(eventually([&] { return session.link() == Link::Online; }));
        relay.loseNextPost = true;
        const operations::OperationRequest create{
            u"folder.create"_s,
            QJsonObject{{u"parent"_s, toString(model::ObjectRef(served.datacenter()))},
                        {u"name"_s, u"once"_s}}};
        const auto task = ask(session, create); // Qt sends it again on another connection
        QCOMPARE(relay.posts, 2);
        QVERIFY(task);
        QVERIFY(eventually([&] {
            const model::Task *found = served.core->tasks().find(task->id);
            return found != nullptr && isFinished(found->state);
        }));
        QCOMPARE(served.core->tasks().find(task->id)->state, TaskState::Succeeded);
        QCOMPARE(served.store.kept.tasks.size(), 1U);
        QCOMPARE(served.now().all<model::Folder>().size(), 1);
    }

    void eventsAndSeriesAreAnswered()
    {
        Served served;
        Session session(endpointOf(served));
        session.start();
        QVERIFY(eventually([&] { return session.link() == Link::Online; }));
        const VmId vm = served.vmIn(PowerState::Running);
        QVERIFY(ask(session, powerOff(vm)));
        std::vector<model::Event> events;
        const auto wasTold = [&] {
            session.events({.object = vm}, &session, [&](const auto &answer) {
                if (answer)
                    events = *answer;
            });
            return std::ranges::any_of(events, [](const auto &e) { return e.code == u"vm.powered-off"; });
        };
        QVERIFY(eventually(wasTold));
        std::optional<Result<std::vector<model::Series>>> series;
        session.performance({.objects = {vm}, .counters = {model::Counter::CpuUsageRatio}}, &session,
                            [&](const auto &answer) { series = answer; });
        QVERIFY(eventually([&] { return series.has_value(); }));
        QVERIFY(*series);
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "sessiontest.moc"

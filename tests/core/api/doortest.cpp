// SPDX-License-Identifier: GPL-3.0-or-later
// The door of a server: how often one may knock, what is written down of it, what it tells to Prometheus, and who
// gets a screen.
#include "core/api/server/metrics.h"
#include "tests/core/api/serverfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::api::server;
using namespace apitest;
using namespace Qt::StringLiterals;
using model::PowerState;

namespace {

const QByteArray upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

QJsonObject objectOf(const Reply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

} // namespace

class DoorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_served = std::make_unique<Served>();
        m_directory = std::make_unique<QTemporaryDir>();
        m_log = std::make_unique<identity::AuditLog>(m_directory->filePath(u"audit.jsonl"_s));
        QVERIFY(tests::waitFor(m_log->open()));
        const Gate::Limits limits{.signIns = {.perSecond = 0.001, .burst = 5},
                                  .strangers = {.perSecond = 0.001, .burst = 20},
                                  .users = {.perSecond = 0.001, .burst = 12}};
        m_served->http.reset();
        m_served->api = std::make_unique<Api>(*m_served->core, m_served->feed, m_served->accounts,
                                              Api::Settings{.limits = limits, .audit = m_log.get()});
        m_served->http = std::make_unique<HttpServer>(*m_served->api);
        m_served->port = *m_served->http->listen(u"127.0.0.1"_s, 0);
    }
    void cleanup()
    {
        m_served.reset();
        m_log.reset();
    }

    void whoSignsInTooOftenWaits()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(get("/api/v1/sessions", "POST", "{}").status, 400);
        const Reply reply = get("/api/v1/sessions", "POST", R"({"user":"ann","password":"x"})");
        QCOMPARE(reply.status, 429);
        QCOMPARE(reply.code(), u"api.too-many-requests"_s);
        QVERIFY(reply.header("Retry-After").toInt() > 0);
        QCOMPARE(get("/api/v1/sessions").status, 200); // whoever is in goes on
    }

    void whoGuessesTokensWaits()
    {
        m_served->token = "guessed";
        for (int i = 0; i < 20; ++i)
            QCOMPARE(get("/api/v1/vms").status, 401);
        QCOMPARE(get("/api/v1/vms").status, 429);
        QCOMPARE(get("/health").status, 429);
    }

    void whoAsksTooMuchWaits()
    {
        for (int i = 0; i < 12; ++i)
            QCOMPARE(get("/api/v1/alarms").status, 200);
        QCOMPARE(get("/api/v1/alarms").status, 429);
        QCOMPARE(get("/api/v1/feed").status, 429);
    }

    void everySignInAndOperationIsWrittenDownAlsoARefusedOne()
    {
        QCOMPARE(get("/api/v1/sessions", "POST", R"({"user":"mallory\r\nFAKE","password":"x"})").status, 401);
        const QByteArray vm = m_served->vmIn(PowerState::Running).toString().toLatin1();
        QCOMPARE(get("/api/v1/vms/" + vm + "/power-on", "POST").status, 409);
        QCOMPARE(get("/api/v1/vms/" + vm + "/power-off", "POST").status, 202);
        const QJsonArray records = objectOf(get("/api/v1/audit?limit=10")).value(u"items"_s).toArray();
        QCOMPARE(records.size(), 3);
        QCOMPARE(records.at(0)[u"what"].toString(), u"session.create"_s);
        QCOMPARE(records.at(0)[u"who"].toString(), u"mallory\r\nFAKE"_s);
        QCOMPARE(records.at(0)[u"from"].toString(), u"127.0.0.1"_s);
        QCOMPARE(records.at(0)[u"result"].toString(), u"identity.bad-credentials"_s);
        QCOMPARE(records.at(1)[u"result"].toString(), u"operation.wrong-state"_s);
        QCOMPARE(records.at(2)[u"what"].toString(), u"vm.power-off"_s);
        QCOMPARE(records.at(2)[u"object"].toString(), u"vm/"_s + QString::fromLatin1(vm));
        QCOMPARE(records.at(2)[u"result"].toString(), u"accepted"_s);
        const auto check = tests::waitFor(m_log->verify());
        QVERIFY(check && !check->firstBroken);
        QCOMPARE(check->lines, 3);
        QCOMPARE(objectOf(get("/api/v1/audit?limit=1")).value(u"items"_s).toArray().size(), 1);
        QCOMPARE(get("/api/v1/audit?limit=0").status, 400);
    }

    void theHealthSaysWhichStartThisIs()
    {
        QCOMPARE(objectOf(get("/health")).value(u"instance"_s).toString(), m_served->feed.epoch());
        QCOMPARE(Served().feed.epoch() == m_served->feed.epoch(), false);
    }

    void aNameStaysInsideItsLabel()
    {
        QCOMPARE(labelValue(u"\"} 1\n"_s), QByteArray("\\\"} 1\\n"));
        QCOMPARE(labelValue(u"a\\"_s), QByteArray("a\\\\"));
        model::Vm vm = *m_served->now().find(m_served->vmIn(PowerState::Running));
        vm.name = u"\"} 1\nvigie_vms{state=\"running\"} 4711"_s;
        Figures figures{.version = u"1"_s};
        figures.inventory.put(vm);
        figures.loads.push_back({.object = vm.id, .cpuUsageRatio = 0.5, .memoryUsed = Bytes(1024)});
        const QByteArray text = exposition(figures);
        QVERIFY(text.contains("vigie_vms{state=\"running\"} 1\n"));
        QVERIFY(text.contains("vigie_vm_memory_used_bytes{id="));
        static const QRegularExpression sample(
            u"^\\w+(\\{(\\w+=\"([^\"\\\\\n]|\\\\[\\\\\"n])*\",?)+\\})? [-+.\\de]+$"_s);
        for (const QByteArray &line : text.split('\n')) {
            const bool isSample = sample.match(QString::fromUtf8(line)).hasMatch();
            QVERIFY2(line.isEmpty() || line.startsWith("# ") || isSample, line.constData());
        }
    }

    void prometheusUnderstandsTheFigures()
    {
        const Reply reply = get("/metrics");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.header("Content-Type").startsWith("text/plain"));
        QVERIFY(reply.body.contains("vigie_hosts{state=\"connected\"} 2\n"));
        QCOMPARE(get("/api/v1/metrics").status, 200);
        const QByteArray own = std::exchange(m_served->token, "nobody's");
        QCOMPARE(get("/metrics").status, 401);
        m_served->token = own;
        const QString promtool = QStandardPaths::findExecutable(u"promtool"_s);
        if (promtool.isEmpty())
            QSKIP("promtool (Debian's prometheus) is not installed");
        QProcess check;
        check.start(promtool, {u"check"_s, u"metrics"_s});
        check.write(reply.body);
        check.closeWriteChannel();
        QVERIFY(check.waitForFinished());
        QVERIFY2(check.exitCode() == 0, check.readAllStandardError().constData());
    }

    void aForeignPageGetsNoScreen_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::newRow("another site") << QByteArray("https://evil.example");
        QTest::newRow("another port") << QByteArray("http://127.0.0.1:81");
        QTest::newRow("begins like ours") << QByteArray("http://127.0.0.1.evil.example");
        QTest::newRow("none at all") << QByteArray("null");
    }
    void aForeignPageGetsNoScreen()
    {
        QFETCH(QByteArray, origin);
        const QByteArray path = newTicket();
        const Reply foreign = get(path, "GET", {}, upgrade + "Origin: " + origin + "\r\n");
        QCOMPARE(foreign.status, 403);
        QCOMPARE(foreign.code(), u"base.denied"_s);
        // Its own page does; simulated machines have no screen.
        QCOMPARE(get(path, "GET", {}, upgrade + "Origin: http://127.0.0.1\r\n").code(),
                 u"hypervisor.no-screen"_s);
    }

    void aTicketEndsWithItsSession()
    {
        Screens screens(m_served->clock);
        const SessionId session = SessionId::random();
        const auto ticketOf = [](const Response &response) {
            return QJsonDocument::fromJson(response.body).object().value(u"ticket"_s).toString();
        };
        const QString his = ticketOf(screens.issue(VmId::random(), session));
        const QString another = ticketOf(screens.issue(VmId::random(), SessionId::random()));
        const auto end = std::make_shared<StreamEnd>();
        bool isClosed = false;
        end->set([&] { isClosed = true; });
        screens.add(session, end);
        screens.close(session);
        QVERIFY(isClosed);
        QVERIFY(!screens.redeem(his));
        QVERIFY(bool(screens.redeem(another)));
        QVERIFY(!screens.redeem(another)); // once
    }

private:
    Reply get(const QByteArray &target, const QByteArray &method = "GET", const QByteArray &body = {},
              const QByteArray &fields = {})
    {
        return ask(*m_served, request(*m_served, method, target, body, fields));
    }
    QByteArray newTicket()
    {
        const QByteArray vm = m_served->vmIn(PowerState::Running).toString().toLatin1();
        return objectOf(get("/api/v1/vms/" + vm + "/console", "POST")).value(u"path"_s).toString().toLatin1();
    }

    std::unique_ptr<Served> m_served;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<identity::AuditLog> m_log;
};

QTEST_GUILESS_MAIN(DoorTest)
#include "doortest.moc"

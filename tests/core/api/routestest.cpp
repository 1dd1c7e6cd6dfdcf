// SPDX-License-Identifier: GPL-3.0-or-later
// /api/v1 over the wire: who comes in, what is found, what is refused and with which stable code.
#include "tests/core/api/serverfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core;
using namespace apitest;
using namespace Qt::StringLiterals;
using model::PowerState;

namespace {

QJsonObject objectOf(const Reply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

} // namespace

class RoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_served = std::make_unique<Served>(); }
    void cleanup() { m_served.reset(); }

    void whoHasNoTokenStaysOutside_data()
    {
        QTest::addColumn<QByteArray>("field");
        const QByteArray token(64, 'a');
        QTest::newRow("none") << QByteArray();
        QTest::newRow("empty") << QByteArray("Authorization: \r\n");
        QTest::newRow("no scheme") << "Authorization: " + token + "\r\n";
        QTest::newRow("another scheme") << "Authorization: Basic " + token + "\r\n";
        QTest::newRow("wrong") << "Authorization: Bearer " + QByteArray(64, 'b') + "\r\n";
        QTest::newRow("its beginning") << "Authorization: Bearer " + token.left(63) + "\r\n";
        QTest::newRow("and more") << "Authorization: Bearer " + token + "a\r\n";
    }
    void whoHasNoTokenStaysOutside()
    {
        QFETCH(QByteArray, field);
        for (const QByteArray line :
             {"GET /api/v1/inventory", "GET /api/v1/feed", "GET /api/v1/nowhere", "POST /api/v1/vms"}) {
            const Reply reply = ask(
                *m_served, line + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n" + field + "\r\n");
            QCOMPARE(reply.status, 401);
            QCOMPARE(reply.code(), u"identity.not-signed-in"_s);
            QCOMPARE(reply.header("WWW-Authenticate"), QByteArray("Bearer"));
            QVERIFY(!reply.body.contains(QByteArray(63, 'a')));
        }
        QCOMPARE(m_served->feed.listeners(), 0);
    }

    void aTokenInTheAddressIsNone()
    {
        const Reply reply =
            ask(*m_served,
                "GET /api/v1/inventory?token=" + m_served->token + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(reply.status, 401);
    }

    void aForeignHostHeaderIsRefusedEvenWithTheToken_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("status");
        QTest::newRow("a page that rebinds") << QByteArray("evil.example") << 403;
        QTest::newRow("begins like ours") << QByteArray("127.0.0.1.evil.example") << 403;
        QTest::newRow("localhost of another") << QByteArray("localhost.evil.example:80") << 403;
        QTest::newRow("unfinished bracket") << QByteArray("[::1") << 403;
        QTest::newRow("empty") << QByteArray("") << 403;
        QTest::newRow("user part") << QByteArray("127.0.0.1@evil.example") << 403;
        QTest::newRow("ours") << QByteArray("127.0.0.1:4711") << 200;
        QTest::newRow("ours by name") << QByteArray("localhost:4711") << 200;
        QTest::newRow("ours, version 6") << QByteArray("[::1]:4711") << 200;
    }
    void aForeignHostHeaderIsRefusedEvenWithTheToken()
    {
        QFETCH(QByteArray, host);
        QFETCH(int, status);
        for (const QByteArray path : {"/api/v1/operations", "/health"}) {
            const Reply reply = ask(*m_served,
                                    "GET " + path + " HTTP/1.1\r\nHost: " + host
                                        + "\r\nAuthorization: Bearer " + m_served->token + "\r\n\r\n");
            QCOMPARE(reply.status, status);
        }
    }

    void everyKindIsListedAndFound()
    {
        for (const QByteArray kind : {"datacenters", "folders", "clusters", "hosts", "pools", "vms",
                                      "datastores", "networks", "tasks", "alarms", "events"}) {
            const Reply reply = ask(*m_served, request(*m_served, "GET", "/api/v1/" + kind));
            QCOMPARE(reply.status, 200);
            QVERIFY2(objectOf(reply).value(u"items"_s).isArray(), kind.constData());
        }
        const VmId vm = m_served->vmIn(PowerState::Running);
        const Reply one =
            ask(*m_served, request(*m_served, "GET", "/api/v1/vms/" + vm.toString().toLatin1()));
        QCOMPARE(one.status, 200);
        QCOMPARE(objectOf(one).value(u"name"_s).toString(), m_served->now().find(vm)->name);
    }

    void whatIsNotThereIs404_data()
    {
        QTest::addColumn<QByteArray>("target");
        const QByteArray id = "6c9a1e5e-0000-4000-8000-000000000000";
        for (const QByteArray &target :
             {QByteArray("/"), QByteArray("/api/v1"), QByteArray("/api/v1/"), QByteArray("/api/v1vms"),
              QByteArray("/api/v2/vms"), QByteArray("/inventory"), "/api/v1/vms/" + id,
              QByteArray("/api/v1/vms/web-01"), "/api/v1/tasks/" + id, QByteArray("/api/v1/etc/passwd"),
              QByteArray("/etc/passwd"), QByteArray("/api/v1/consoles/") + id})
            QTest::newRow(target.constData()) << target;
    }
    void whatIsNotThereIs404()
    {
        QFETCH(QByteArray, target);
        const Reply reply = ask(*m_served, request(*m_served, "GET", target));
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.code(), u"base.not-found"_s);
    }

    void pathsThatClimbAreRefused_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const QByteArray target :
             {"/api/v1/../../etc/passwd", "/api/v1/vms/..%2f..%2fetc%2fshadow", "/api/v1/%2e%2e/%2e%2e/etc",
              "/api/v1/vms/%00", "/api/v1/vms/..\\..\\etc", "/api/v1/vms/%5c..%5cetc", "/./health"})
            QTest::newRow(target.constData()) << target;
    }
    void pathsThatClimbAreRefused()
    {
        QFETCH(QByteArray, target);
        QCOMPARE(ask(*m_served, request(*m_served, "GET", target)).status, 400);
    }

    void anotherMethodIs405AndSaysWhichOnesThereAre()
    {
        const QByteArray vm = "/api/v1/vms/" + m_served->vmIn(PowerState::Running).toString().toLatin1();
        for (const QByteArray &target : {QByteArray("/api/v1/inventory"), QByteArray("/api/v1/feed"), vm,
                                         QByteArray("/health"), QByteArray("/api/v1/folders")}) {
            for (const QByteArray method : {"PUT", "TRACE", "CONNECT", "BREW"}) {
                const Reply reply = ask(*m_served, request(*m_served, method, target));
                if (reply.status == 400) // CONNECT has no path
                    continue;
                QCOMPARE(reply.status, 405);
                QCOMPARE(reply.code(), u"base.unsupported"_s);
                QVERIFY(!reply.header("Allow").isEmpty());
            }
        }
        const Reply folders = ask(*m_served, request(*m_served, "DELETE", "/api/v1/folders"));
        QCOMPARE(folders.header("Allow"), QByteArray("GET, POST"));
    }

    void aBodyThatIsNotPlainJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << QByteArray("name=x");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("a text") << QByteArray("\"name\"");
        QTest::newRow("cut short") << QByteArray("{\"name\":\"x\"");
        QTest::newRow("and more") << QByteArray("{\"name\":\"x\"} {}");
        QTest::newRow("10,000 deep") << QByteArray(10'000, '[');
        QTest::newRow("10,000 deep objects") << QByteArray("{\"a\":").repeated(10'000);
        QTest::newRow("100 deep and closed")
            << "{\"name\":" + QByteArray(100, '[') + QByteArray(100, ']') + '}';
        QTest::newRow("1e400") << QByteArray("{\"name\":1e400}");
        QTest::newRow("NaN") << QByteArray("{\"name\":NaN}");
        QTest::newRow("NUL") << QByteArray("{\"name\":\"a\0b\"}", 14);
        QTest::newRow("escaped NUL") << QByteArray(R"({"name":"a\u0000b"})");
        QTest::newRow("NUL between") << QByteArray("{\0}", 3);
        QTest::newRow("line feed in a text") << QByteArray("{\"name\":\"a\nb\"}");
        QTest::newRow("high surrogate alone") << QByteArray(R"({"name":"a\ud800"})");
        QTest::newRow("low surrogate alone") << QByteArray(R"({"name":"\udc00a"})");
        QTest::newRow("surrogates in UTF-8") << QByteArray("{\"name\":\"\xed\xa0\x80\"}");
        QTest::newRow("invalid UTF-8") << QByteArray("{\"name\":\"\xc3\x28\"}");
        QTest::newRow("overlong UTF-8") << QByteArray("{\"name\":\"\xc0\xaf\"}");
        QTest::newRow("one name twice") << QByteArray(R"({"name":"a","name":"b"})");
        QTest::newRow("one name twice, spelled otherwise") << QByteArray(R"({"name":"a","n\u0061me":"b"})");
        QTest::newRow("twice within") << QByteArray(R"({"name":[{"a":1,"a":2}]})");
    }
    void aBodyThatIsNotPlainJsonIsRefused()
    {
        QFETCH(QByteArray, body);
        const Reply reply = ask(*m_served, request(*m_served, "POST", "/api/v1/folders", body));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), u"base.invalid-argument"_s);
        QVERIFY(m_served->store.kept.tasks.empty());
    }

    void wholeSurrogatePairsAndRepeatedNamesInDifferentObjectsAreFine()
    {
        QCOMPARE(ask(*m_served,
                     request(*m_served, "POST", "/api/v1/folders",
                             "{\"name\":\"\\ud83d\\ude00 \\u00e9\", \"parent\": \""
                                 + toString(model::ObjectRef(m_served->datacenter())).toLatin1() + "\"}"))
                     .status,
                 202);
        QVERIFY(eventually([&] {
            return std::ranges::any_of(m_served->now().all<model::Folder>(), [](const auto &folder) {
                return folder->name == QString::fromUtf8("\xf0\x9f\x98\x80 \xc3\xa9");
            });
        }));
    }

    void hostileNamesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("path") << u"../../etc/x"_s;
        QTest::newRow("slash") << u"a/b"_s;
        QTest::newRow("dots") << u".."_s;
        QTest::newRow("line feed") << u"con\n"_s;
        QTest::newRow("escape") << u"\u001b[2J"_s;
        QTest::newRow("right to left") << u"a\u202egnp.exe"_s;
        QTest::newRow("zero width") << u"a\u200bb"_s;
        QTest::newRow("empty") << u" "_s;
        QTest::newRow("not composed") << u"e\u0301"_s;
        QTest::newRow("81 characters") << QString(81, u'n');
        QTest::newRow("10 kB") << QString(10'000, u'n');
    }
    void hostileNamesAreRefused()
    {
        QFETCH(QString, name);
        const Reply reply =
            ask(*m_served, request(*m_served, "POST", "/api/v1/folders", m_served->folderBody(name)));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), u"operation.name-invalid"_s);
    }

    void whatHasMeaningElsewhereIsAnOrdinaryName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("XML") << u"<name><emulator>sh"_s;
        QTest::newRow("quotes") << u"a'b\"c"_s;
        QTest::newRow("formula") << u"=cmd|' !A0"_s;
        QTest::newRow("SQL") << u"'; DROP TABLE object; --"_s;
        QTest::newRow("80 characters") << QString(80, u'n');
    }
    void whatHasMeaningElsewhereIsAnOrdinaryName()
    {
        QFETCH(QString, name);
        QCOMPARE(
            ask(*m_served, request(*m_served, "POST", "/api/v1/folders", m_served->folderBody(name))).status,
            202);
        QVERIFY(eventually([&] {
            return std::ranges::any_of(m_served->now().all<model::Folder>(),
                                       [&](const auto &folder) { return folder->name == name; });
        }));
    }

    void membersThatAnOperationDoesNotKnowAreRefused()
    {
        const QByteArray vm = "/api/v1/vms/" + m_served->vmIn(PowerState::Running).toString().toLatin1();
        const Reply reply =
            ask(*m_served,
                request(*m_served, "PATCH", vm, R"({"name":"x","host":"h2","owner":"me","roles":[]})",
                        "If-Match: *\r\n"));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), u"base.invalid-argument"_s);
    }

    void theTargetIsTheOneOfThePathNotOfTheBody()
    {
        const VmId meant = m_served->vmIn(PowerState::Running);
        const VmId other = m_served->vmIn(PowerState::Off);
        const Reply reply =
            ask(*m_served,
                request(*m_served, "POST", "/api/v1/vms/" + meant.toString().toLatin1() + "/power-off",
                        "{\"vm\":\"" + other.toString().toLatin1() + "\"}"));
        QCOMPARE(reply.status, 202);
        QCOMPARE(objectOf(reply).value(u"target"_s).toString(), toString(model::ObjectRef(meant)));
    }

    void badQueriesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const QByteArray target :
             {"/events?limit=-1", "/events?limit=1000000000", "/events?limit=x",
              "/events?before=%27%20OR%201=1", "/events?object=vm/..", "/performance",
              "/performance?object=vm/1", "/performance?object=",
              "/performance?object=vm/6c9a1e5e-0000-4000-8000-000000000000&intervalMs=1",
              "/performance?object=vm/6c9a1e5e-0000-4000-8000-000000000000&counter=bitcoins",
              "/performance?object=vm/6c9a1e5e-0000-4000-8000-000000000000&since=yesterday",
              "/performance?object=vm/6c9a1e5e-0000-4000-8000-000000000000&intervalMs=20000"
              "&until=2026-11-23T00:00:00Z",
              "/events?since=yesterday", "/events?severity=fatal"})
            QTest::newRow(target.constData()) << "/api/v1" + target;
    }
    void badQueriesAreRefused()
    {
        QFETCH(QByteArray, target);
        QCOMPARE(ask(*m_served, request(*m_served, "GET", target)).status, 400);
    }

    void theSameKeyAndRequestIsTheSameTaskAndAnotherRequestIsRefused()
    {
        const QByteArray key = "Idempotency-Key: 7f2c\r\n";
        const QByteArray body = m_served->folderBody(u"once"_s);
        const Reply first = ask(*m_served, request(*m_served, "POST", "/api/v1/folders", body, key));
        const Reply again = ask(*m_served, request(*m_served, "POST", "/api/v1/folders", body, key));
        QCOMPARE(first.status, 202);
        QCOMPARE(again.status, 202);
        QCOMPARE(objectOf(again).value(u"id"_s), objectOf(first).value(u"id"_s));
        QCOMPARE(again.header("Location"), first.header("Location"));
        const Reply other = ask(
            *m_served, request(*m_served, "POST", "/api/v1/folders", m_served->folderBody(u"twice"_s), key));
        QCOMPARE(other.status, 422);
        QCOMPARE(other.code(), u"persistence.key-reused"_s);
        QCOMPARE(m_served->store.kept.tasks.size(), 1U);
    }

    void aHundredAtOnceWithOneKeyAreOneTask()
    {
        const QByteArray bytes = request(*m_served, "POST", "/api/v1/folders", m_served->folderBody(u"one"_s),
                                         "Idempotency-Key: k\r\n");
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 100; ++i) {
            clients.push_back(std::make_unique<RawClient>(m_served->port));
            clients.back()->send(bytes);
        }
        for (const auto &client : clients)
            QCOMPARE(client->reply().status, 202);
        QCOMPARE(m_served->store.kept.tasks.size(), 1U);
    }

    void aTaskIsFoundWhereItsLocationSays()
    {
        const VmId vm = m_served->vmIn(PowerState::Running);
        const Reply reply = ask(
            *m_served, request(*m_served, "POST", "/api/v1/vms/" + vm.toString().toLatin1() + "/power-off"));
        QCOMPARE(reply.status, 202);
        const QByteArray location = reply.header("Location");
        QVERIFY(eventually([&] {
            const Reply task = ask(*m_served, request(*m_served, "GET", location));
            return objectOf(task).value(u"state"_s) == u"succeeded"_s;
        }));
        const Reply late = ask(*m_served, request(*m_served, "DELETE", location));
        QCOMPARE(late.status, 409); // it has ended
    }

    void aDryRunDoesNothing()
    {
        const QByteArray vm = m_served->vmIn(PowerState::Running).toString().toLatin1();
        const Reply can =
            ask(*m_served, request(*m_served, "POST", "/api/v1/vms/" + vm + "/power-off?dryRun=true"));
        QCOMPARE(can.status, 200);
        QVERIFY(objectOf(can).value(u"available"_s).toBool());
        const Reply cannot =
            ask(*m_served, request(*m_served, "POST", "/api/v1/vms/" + vm + "/power-on?dryRun=true"));
        QVERIFY(!objectOf(cannot).value(u"available"_s).toBool(true));
        QCOMPARE(objectOf(cannot).value(u"why"_s).toObject().value(u"code"_s).toString(),
                 u"operation.wrong-state"_s);
        QVERIFY(m_served->store.kept.tasks.empty());
    }

    void aScreenNeedsAnUnusedTicket()
    {
        const QByteArray upgrade =
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        QCOMPARE(
            ask(*m_served, request(*m_served, "GET", "/api/v1/consoles/" + QByteArray(64, '0'), {}, upgrade))
                .status,
            403);
        const QByteArray vm = m_served->vmIn(PowerState::Running).toString().toLatin1();
        const Reply ticket = ask(*m_served, request(*m_served, "POST", "/api/v1/vms/" + vm + "/console"));
        QCOMPARE(ticket.status, 200);
        const QByteArray path = objectOf(ticket).value(u"path"_s).toString().toLatin1();
        // Simulated machines have no screen: the ticket is right, the screen is not there.
        const Reply first = ask(*m_served, request(*m_served, "GET", path, {}, upgrade));
        QCOMPARE(first.code(), u"hypervisor.no-screen"_s);
        QCOMPARE(ask(*m_served, request(*m_served, "GET", path, {}, upgrade)).code(), u"base.denied"_s);
    }

private:
    std::unique_ptr<Served> m_served;
};

QTEST_GUILESS_MAIN(RoutesTest)
#include "routestest.moc"

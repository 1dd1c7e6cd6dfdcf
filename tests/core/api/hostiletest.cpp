// SPDX-License-Identifier: GPL-3.0-or-later
// What a hostile client asks for, besides what the other tests of the door and the routes ask for:
// docs/SECURITY.md has the whole list.
#include "core/access/access.h"
#include "tests/core/api/serverfixture.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core;
using namespace core::api;
using namespace core::api::server;
using namespace apitest;
using namespace Qt::StringLiterals;
using model::PowerState;

namespace {

QByteArray signInBody(const QString &user, const QString &password)
{
    return QJsonDocument(QJsonObject{{u"user"_s, user}, {u"password"_s, password}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

class HostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_served = std::make_unique<Served>();
        m_bob = {.id = UserId::random(), .name = u"bob"_s};
        m_served->core->inventory().put(m_bob);
        QVERIFY(tests::waitFor(m_served->accounts.setPassword(m_bob, m_password)));
    }
    void cleanup() { m_served.reset(); }

    void whoIsNotTheUserIsNotSignedIn_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password");
        QTest::newRow("filter of a directory") << u"*)(uid=*))(|(uid=*"_s << m_password;
        QTest::newRow("star") << u"*"_s << m_password;
        QTest::newRow("distinguished name") << u"cn=bob,dc=example"_s << m_password;
        QTest::newRow("SQL") << u"bob' OR '1'='1"_s << m_password;
        QTest::newRow("looks alike") << u"b\u043eb"_s << m_password;
        QTest::newRow("full width") << u"\uff42\uff4f\uff42"_s << m_password;
        QTest::newRow("zero width") << u"bo\u200bb"_s << m_password;
        QTest::newRow("right to left") << u"bob\u202e"_s << m_password;
        QTest::newRow("another directory") << u"nowhere\\bob"_s << m_password;
        QTest::newRow("long name") << QString(100'000, u'b') << m_password;
        QTest::newRow("no password") << u"bob"_s << QString();
        QTest::newRow("password looks alike") << u"bob"_s << QString(m_password).replace(u'o', u'\u043e');
        QTest::newRow("password and more") << u"bob"_s << m_password + QString(900'000, u'x');
        QTest::newRow("hash") << u"bob"_s << u"$argon2id$v=19$m=65536,t=2,p=1$"_s;
    }
    void whoIsNotTheUserIsNotSignedIn()
    {
        QFETCH(QString, user);
        QFETCH(QString, password);
        const Reply wrong = signIn(u"bob"_s, u"not it, not it"_s);
        QCOMPARE(wrong.status, 401);
        const Reply reply = signIn(user, password);
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.body, wrong.body); // says nothing of what was wrong
        QCOMPARE(signIn(u"bob"_s, m_password).status, 201);
    }

    void aPasswordOfMoreThanAMegabyteIsNotRead()
    {
        QCOMPARE(signIn(u"bob"_s, QString(2 << 20, u'x')).status, 413);
        QCOMPARE(signIn(u"bob"_s, m_password).status, 201);
    }

    /// A name that is not there takes the time of a wrong password: the fastest of each counts, noise only adds.
    void theTimeDoesNotTellWhoIsThere()
    {
        const auto fastest = [&](const QString &user) {
            qint64 best = std::numeric_limits<qint64>::max();
            for (int i = 0; i < 2; ++i) {
                QElapsedTimer timer;
                timer.start();
                if (signIn(user, u"not it, not it"_s).status != 401)
                    return qint64(-1);
                best = std::min(best, timer.nsecsElapsed());
            }
            return best;
        };
        const qint64 known = fastest(u"bob"_s);
        const qint64 unknown = fastest(u"nobody-of-that-name"_s);
        QVERIFY(known > 0 && unknown > 0);
        QVERIFY2(unknown > known / 4 && known > unknown / 4,
                 qPrintable(u"%1 and %2 ns"_s.arg(known).arg(unknown)));
    }

    void nobodyBringsHisOwnSession_data()
    {
        QTest::addColumn<QByteArray>("bearer");
        QTest::newRow("chosen") << QByteArray(64, 'b');
        QTest::newRow("alg none") << QByteArray(
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJsb2NhbFxcYWRtaW5pc3RyYXRvciJ9.");
        QTest::newRow("HS256 of nothing") << QByteArray(
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJib2IifQ.47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
        QTest::newRow("star") << QByteArray("*");
        QTest::newRow("SQL") << QByteArray("' OR 1=1--");
        QTest::newRow("long") << QByteArray(8'000, 'a');
    }
    void nobodyBringsHisOwnSession()
    {
        QFETCH(QByteArray, bearer);
        const QByteArray own = std::exchange(m_served->token, bearer);
        const Reply before = get("/api/v1/sessions/current");
        QCOMPARE(before.status, 401);
        const Reply signedIn = signIn(u"bob"_s, m_password);
        QCOMPARE(signedIn.status, 201);
        QVERIFY(!signedIn.body.contains(bearer)); // a token of ours, not the one he came with
        QCOMPARE(get("/api/v1/sessions/current").status, 401);
        m_served->token = own;
    }

    /// He may write roles and permissions, and is a reader otherwise.
    void nobodyGivesHimselfMoreThanHeHas()
    {
        const model::Role clerk{.id = RoleId::random(),
                                .name = u"Clerk"_s,
                                .privileges = {model::Privilege::SystemView, model::Privilege::SystemRead,
                                               model::Privilege::ModifyRoles,
                                               model::Privilege::ModifyPermissions}};
        const QString principal = principalOf(m_bob);
        m_served->core->inventory().put(clerk);
        m_served->core->inventory().put(
            model::Permission{.id = PermissionId::random(), .principal = principal, .role = clerk.id});
        const QByteArray own = m_served->token;
        m_served->token = QJsonDocument::fromJson(signIn(u"bob"_s, m_password).body)
                              .object()
                              .value(u"token"_s)
                              .toString()
                              .toLatin1();
        const auto give = [&](const QString &who, RoleId role) {
            const QJsonObject body{{u"object"_s, toString(model::ObjectRef())},
                                   {u"principal"_s, who},
                                   {u"role"_s, role.toString()}};
            return get("/api/v1/permissions", "POST", QJsonDocument(body).toJson()).status;
        };
        QCOMPARE(give(principal, access::administratorRole()), 403);
        QCOMPARE(give(u"local\\eve"_s, access::administratorRole()), 403);
        const QByteArray role = "/api/v1/roles/" + clerk.id.toString().toLatin1();
        const QByteArray more = R"({"privileges":["System.View","System.Read","Authorization.ModifyRoles",)"
                                R"("VirtualMachine.Interact.PowerOff"]})";
        QCOMPARE(ask(*m_served, request(*m_served, "PATCH", role, more, "If-Match: *\r\n")).status, 403);
        const QByteArray vm = m_served->vmIn(PowerState::Running).toString().toLatin1();
        QCOMPARE(get("/api/v1/vms/" + vm + "/power-off", "POST", "{}").status, 403);
        const Reply token = get("/api/v1/tokens", "POST",
                                R"({"label":"more","privileges":["VirtualMachine.Interact.PowerOff"]})");
        m_served->token =
            QJsonDocument::fromJson(token.body).object().value(u"token"_s).toString().toLatin1();
        QVERIFY(get("/api/v1/vms/" + vm + "/power-off", "POST", "{}").status >= 400);
        QVERIFY(m_served->store.kept.tasks.empty());
        m_served->token = own;
    }

    void eachSignInHasATokenOfItsOwn()
    {
        const auto tokenOf = [](const Reply &reply) {
            return QJsonDocument::fromJson(reply.body).object().value(u"token"_s).toString();
        };
        const QString first = tokenOf(signIn(u"bob"_s, m_password));
        const QString second = tokenOf(signIn(u"bob"_s, m_password));
        QVERIFY(first.size() >= 43); // 256 bits
        QVERIFY(first != second);
    }

    void sizesThatNoMachineHasAreRefused_data()
    {
        QTest::addColumn<QByteArray>("member");
        for (const QByteArray member :
             {R"("memoryBytes":0)", R"("memoryBytes":-1)", R"("memoryBytes":9223372036854775808)",
              R"("memoryBytes":9223372036854775807)", R"("memoryBytes":1e30)", R"("memoryBytes":0.5)",
              R"("memoryBytes":"1 GiB")", R"("cpuCount":0)", R"("cpuCount":-1)", R"("cpuCount":1000000)",
              R"("cpuCount":4294967297)", R"("cpuCount":1.5)", R"("diskBytes":-1)",
              R"("diskBytes":9223372036854775808)", R"("diskBytes":1152921504606846976)",
              R"("diskBytes":[1])"})
            QTest::newRow(member.constData()) << member;
    }
    void sizesThatNoMachineHasAreRefused()
    {
        QFETCH(QByteArray, member);
        const auto hosts = m_served->now().all<model::Host>();
        const QByteArray host = toString(refOf(model::Object(*hosts.cbegin()))).toLatin1();
        const auto datastores = m_served->now().all<model::Datastore>();
        const QByteArray datastore = (*datastores.cbegin())->id.toString().toLatin1();
        const QByteArray body = "{\"name\":\"large\",\"parent\":\"" + host + "\",\"datastore\":\"" + datastore
            + "\"," + member + "}";
        const Reply reply = get("/api/v1/vms", "POST", body);
        const QByteArray said = QByteArray::number(reply.status) + ' ' + reply.body;
        QVERIFY2(reply.status >= 400 && reply.status < 500, said.constData());
        QVERIFY(m_served->store.kept.tasks.empty());
    }

    void aDiscIsNoWayToTheFilesOfAHost_data()
    {
        QTest::addColumn<QString>("disc");
        QTest::addColumn<int>("forAdministrator");
        QTest::newRow("passwords") << u"/etc/shadow"_s << 202;
        QTest::newRow("device") << u"/dev/sda"_s << 202;
        QTest::newRow("way up") << u"<datastore>/../../etc/shadow"_s << 409;
        QTest::newRow("begins like it") << u"<datastore>-of-others/a.iso"_s << 202;
        QTest::newRow("not whole") << u"a.iso"_s << 409;
        QTest::newRow("address") << u"http://127.0.0.1:2379/"_s << 409;
    }
    /// Of a user who may make machines, of discs on the datastores.
    void aDiscIsNoWayToTheFilesOfAHost()
    {
        QFETCH(QString, disc);
        QFETCH(int, forAdministrator);
        const model::Role maker{
            .id = RoleId::random(),
            .name = u"Maker"_s,
            .privileges = {model::Privilege::SystemView, model::Privilege::SystemRead,
                           model::Privilege::VmInventoryCreate, model::Privilege::ResourceAssignVm,
                           model::Privilege::DatastoreBrowse, model::Privilege::DatastoreAllocateSpace}};
        m_served->core->inventory().put(maker);
        m_served->core->inventory().put(model::Permission{
            .id = PermissionId::random(), .principal = principalOf(m_bob), .role = maker.id});
        model::Datastore datastore = **m_served->now().all<model::Datastore>().cbegin();
        datastore.path = u"/srv/store"_s;
        m_served->core->inventory().put(datastore);
        disc.replace(u"<datastore>"_s, datastore.path);
        const auto make = [&](const QString &name, const QString &image) {
            const QJsonObject body{{u"name"_s, name},
                                   {u"parent"_s, toString(model::ObjectRef(datastore.hosts.front()))},
                                   {u"datastore"_s, datastore.id.toString()},
                                   {u"diskBytes"_s, 1 << 20},
                                   {u"cdrom"_s, image}};
            return get("/api/v1/vms", "POST", QJsonDocument(body).toJson()).status;
        };
        const QByteArray own = m_served->token;
        const int asAdministrator = make(u"by-administrator"_s, disc);
        QVERIFY2(asAdministrator == forAdministrator || (asAdministrator >= 400 && forAdministrator >= 400),
                 qPrintable(QString::number(asAdministrator)));
        m_served->token = QJsonDocument::fromJson(signIn(u"bob"_s, m_password).body)
                              .object()
                              .value(u"token"_s)
                              .toString()
                              .toLatin1();
        QVERIFY(make(u"by-bob"_s, disc) >= 400);
        QCOMPARE(make(u"by-bob-too"_s, datastore.path + u"/iso/debian.iso"_s), 202);
        m_served->token = own;
    }

    void aHundredPowerOnsAreOne()
    {
        const VmId vm = m_served->vmIn(PowerState::Off);
        const QByteArray target = "/api/v1/vms/" + vm.toString().toLatin1() + "/power-on";
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 100; ++i) {
            clients.push_back(std::make_unique<RawClient>(m_served->port));
            clients.back()->send(request(*m_served, "POST", target, "{}"));
        }
        for (const auto &client : clients) {
            const int status = client->reply().status;
            QVERIFY2(status == 202 || status == 409 || status == 429, qPrintable(QString::number(status)));
        }
        const auto outcomes = [&](model::TaskState state) {
            const auto tasks = m_served->core->tasks().recent();
            return std::ranges::count(tasks, state, &model::Task::state);
        };
        QVERIFY(eventually([&] { return !m_served->core->tasks().anyRunning(); }));
        QCOMPARE(outcomes(model::TaskState::Succeeded), 1);
        QCOMPARE(outcomes(model::TaskState::Queued) + outcomes(model::TaskState::Running), 0);
        QVERIFY(m_served->now().find(vm)->state == PowerState::Running);
    }

    void ofTwoChangesToTheSameOneWins()
    {
        const VmId vm = m_served->vmIn(PowerState::Off);
        const QByteArray target = "/api/v1/vms/" + vm.toString().toLatin1();
        const QByteArray condition = "If-Match: " + get(target).header("ETag") + "\r\n";
        RawClient one(m_served->port);
        RawClient other(m_served->port);
        one.send(request(*m_served, "PATCH", target, R"({"name":"one"})", condition));
        other.send(request(*m_served, "PATCH", target, R"({"name":"other"})", condition));
        const int first = one.reply().status;
        const int second = other.reply().status;
        QVERIFY2((first == 202 && second == 412) || (first == 412 && second == 202),
                 qPrintable(u"%1 and %2"_s.arg(first).arg(second)));
        const QString wanted = first == 202 ? u"one"_s : u"other"_s;
        QVERIFY(eventually([&] { return m_served->now().find(vm)->name == wanted; }));
        // Who has looked again may.
        QVERIFY(eventually([&] { return !m_served->core->tasks().anyRunning(); }));
        const QByteArray now = "If-Match: " + get(target).header("ETag") + "\r\n";
        QCOMPARE(ask(*m_served, request(*m_served, "PATCH", target, R"({"name":"third"})", now)).status, 202);
    }

    void whatIsInAPathIsNoHeaderLine()
    {
        for (const QByteArray path : {"/api/v1/vms/%0d%0aX-Evil:%20yes", "/api/v1/%0d%0aX-Evil:%20yes",
                                      "/api/v1/tasks/%1b%5b31m", "/%0d%0a%0d%0a<script>"}) {
            const Reply reply = get(path);
            QVERIFY2(reply.status == 400 || reply.status == 404, path.constData());
            QVERIFY(!reply.head.contains("X-Evil"));
            QVERIFY(!reply.body.contains('\x1b'));
            QCOMPARE(reply.header("Content-Type"), QByteArray("application/problem+json"));
        }
    }

private:
    Reply get(const QByteArray &target, const QByteArray &method = "GET", const QByteArray &body = {})
    {
        return ask(*m_served, request(*m_served, method, target, body));
    }
    Reply signIn(const QString &user, const QString &password)
    {
        return get("/api/v1/sessions", "POST", signInBody(user, password));
    }

    std::unique_ptr<Served> m_served;
    model::User m_bob;
    const QString m_password = u"correct horse of bob"_s;
};

QTEST_GUILESS_MAIN(HostileTest)
#include "hostiletest.moc"

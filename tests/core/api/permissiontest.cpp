// SPDX-License-Identifier: GPL-3.0-or-later
// Who is let in, and what each of them sees and may: on every route, and in the feed.
#include "core/access/access.h"
#include "core/api/schema/routes.h"
#include "tests/core/api/serverfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core;
using namespace core::api::server;
using namespace apitest;
using namespace Qt::StringLiterals;

namespace {

/// Bob, who has a role on one folder with one VM in it.
struct Office {
    Served served;
    model::User bob{.id = UserId::random(), .name = u"bob"_s};
    model::Folder folder{.id = FolderId::random(), .name = u"his"_s};
    VmId his;
    VmId other;
    QByteArray token;

    explicit Office(RoleId role = access::readOnlyRole())
    {
        auto &inventory = served.core->inventory();
        folder.parent = served.datacenter();
        inventory.put(folder);
        his = served.vmIn(model::PowerState::Running);
        model::Vm moved = *served.now().find(his);
        moved.folder = folder.id;
        inventory.put(moved);
        for (const auto &vm : served.now().all<model::Vm>()) {
            if (vm->id != his && !vm->isTemplate)
                other = vm->id;
        }
        inventory.put(bob);
        inventory.put(model::Permission{
            .id = PermissionId::random(), .object = folder.id, .principal = principalOf(bob), .role = role});
        if (!tests::waitFor(served.accounts.setPassword(bob, u"correct horse"_s)))
            qFatal("the password was not kept");
        token = signIn("bob", "correct horse");
    }

    QByteArray signIn(const QByteArray &user, const QByteArray &password)
    {
        const Reply reply = ask(served,
                                request(served, "POST", "/api/v1/sessions",
                                        R"({"user":")" + user + R"(","password":")" + password + R"("})"));
        return QJsonDocument::fromJson(reply.body).object().value(u"token"_s).toString().toLatin1();
    }

    Reply asBob(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        const QByteArray own = std::exchange(served.token, token);
        const Reply reply = ask(served, request(served, method, target, body));
        served.token = own;
        return reply;
    }

    QJsonArray listAsBob(const QByteArray &target)
    {
        return QJsonDocument::fromJson(asBob("GET", target).body).object().value(u"items"_s).toArray();
    }
};

/// Parameters that name things that there are, each of its kind.
QJsonObject sample(const operations::Operation &operation, Office &office)
{
    QJsonObject parameters;
    for (const operations::Parameter &parameter : operation.parameters) {
        if (parameter.isList)
            continue;
        if (parameter.type != operations::ParameterType::Object) {
            if (parameter.required || parameter.name == operation.parameters.front().name)
                parameters.insert(parameter.name, parameter.choices.value(0, u"x"_s));
            continue;
        }
        model::ObjectRef ref(office.served.datacenter());
        office.served.now().forEach([&](const model::Object &object) {
            if (parameter.kind && refOf(object).kind == *parameter.kind)
                ref = refOf(object);
        });
        parameters.insert(parameter.name,
                          parameter.kind ? ref.id.toString(QUuid::WithoutBraces) : toString(ref));
    }
    return parameters;
}

QByteArray path(const char *collection, QUuid id)
{
    return QByteArray("/api/v1/") + collection + '/' + id.toByteArray(QUuid::WithoutBraces);
}

} // namespace

class PermissionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWrongPasswordAndAnUnknownUserGetTheSameAnswer()
    {
        Office office;
        QVERIFY(!office.token.isEmpty());
        const auto attempt = [&](const QByteArray &user) {
            return ask(office.served,
                       request(office.served, "POST", "/api/v1/sessions",
                               R"({"user":")" + user + R"(","password":"wrong"})"));
        };
        const Reply known = attempt("bob");
        const Reply unknown = attempt("nobody");
        QCOMPARE(known.status, 401);
        QCOMPARE(unknown.status, 401);
        QCOMPARE(known.body, unknown.body);
    }

    void whatHeMayNotSeeIsNotThere()
    {
        Office office;
        QCOMPARE(office.asBob("GET", path("vms", office.his.uuid())).status, 200);
        QCOMPARE(office.asBob("GET", path("vms", office.other.uuid())).status, 404);
        QCOMPARE(office.listAsBob("/api/v1/vms").size(), 1);
        QCOMPARE(office.listAsBob("/api/v1/hosts").size(), 0);
        QCOMPARE(office.listAsBob("/api/v1/users").size(), 0);
        const QJsonObject all =
            QJsonDocument::fromJson(office.asBob("GET", "/api/v1/inventory").body).object();
        QCOMPARE(all.value(u"vms"_s).toArray().size(), 1);
        QCOMPARE(all.value(u"user"_s).toString(), u"local\\bob"_s);
        QCOMPARE(all.value(u"hosts"_s).toArray().size(), 0);
    }

    void hisAlarmsAreThoseOfHisObjects()
    {
        Office office;
        office.served.core->inventory().put(
            model::AlarmDefinition{.id = AlarmDefinitionId::random(),
                                   .name = u"Busy"_s,
                                   .trigger = model::AlarmTrigger::Threshold,
                                   .measure = model::AlarmMeasure::CpuUsageRatio,
                                   .warning = 0.5});
        for (const VmId vm : {office.his, office.other}) {
            model::Vm running = *office.served.now().find(vm);
            running.state = model::PowerState::Running;
            office.served.core->inventory().put(running);
            office.served.core->alarms().take({{.object = vm, .cpuUsageRatio = 0.9}});
        }
        QByteArray his;
        QByteArray other;
        for (const model::Alarm &alarm : office.served.core->alarms().triggered()) {
            if (alarm.object == model::ObjectRef(office.his))
                his = path("alarms", alarm.id.uuid()) + "/acknowledge";
            else if (alarm.object == model::ObjectRef(office.other))
                other = path("alarms", alarm.id.uuid()) + "/acknowledge";
        }
        QVERIFY(!his.isEmpty() && !other.isEmpty());
        QCOMPARE(office.listAsBob("/api/v1/alarms").size(), 1);
        QCOMPARE(office.asBob("POST", other, "{}").status, 404);
        const QByteArray forged =
            "{\"object\":\"" + toString(model::ObjectRef(office.his)).toLatin1() + "\"}";
        QCOMPARE(office.asBob("POST", other, forged).status, 404);
        const Reply refused = office.asBob("POST", his, "{}");
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.body.contains("Alarm.Acknowledge"));
    }

    void hisReadOnlyRoleIsNamedInTheRefusal()
    {
        Office office;
        const Reply reply = office.asBob("POST", path("vms", office.his.uuid()) + "/power-off", "{}");
        QCOMPARE(reply.status, 403);
        QCOMPARE(reply.code(), u"access.no-privilege"_s);
        QVERIFY(reply.body.contains("VirtualMachine.Interact.PowerOff"));
        QCOMPARE(office.asBob("POST", path("vms", office.other.uuid()) + "/power-off", "{}").status, 404);
        QCOMPARE(office.asBob("POST", path("vms", office.his.uuid()) + "/console", "{}").status, 403);
    }

    void aVmUserMayWhatHisRoleSays()
    {
        Office office(access::builtInRoles().at(3).id);
        QCOMPARE(office.asBob("POST", path("vms", office.his.uuid()) + "/power-off", "{}").status, 202);
        QCOMPARE(office.asBob("POST", path("vms", office.his.uuid()) + "/rename", R"({"name":"x"})").status,
                 403);
    }

    /// Every operation of the catalogue, on everything, by somebody who may see one folder: nothing is done, and only
    /// of what he sees he hears more than that it is not there.
    void noOperationIsDoneForAReader_data()
    {
        QTest::addColumn<QString>("name");
        for (const operations::Operation &operation : operations::catalogue())
            QTest::newRow(qPrintable(operation.name)) << operation.name;
    }
    void noOperationIsDoneForAReader()
    {
        QFETCH(const QString, name);
        static Office office;
        const operations::Operation *operation = operations::findOperation(name);
        for (const VmId vm : {office.his, office.other}) {
            QJsonObject parameters;
            for (const operations::Parameter &parameter : operation->parameters) {
                if (parameter.type != operations::ParameterType::Object)
                    parameters.insert(parameter.name, u"x"_s);
                else if (!parameter.isList)
                    parameters.insert(parameter.name,
                                      parameter.kind ? vm.toString() : toString(model::ObjectRef(vm)));
            }
            const auto call = api::schema::callOf({name, parameters});
            const Reply reply = office.asBob(call.method, "/api/v1" + call.path.toUtf8(),
                                             QJsonDocument(call.body).toJson(QJsonDocument::Compact));
            QVERIFY2(reply.status == 403 || reply.status == 404, reply.body.constData());
        }
    }

    /// Every operation of the catalogue, by somebody who has all privileges everywhere but one that it needs, and by
    /// somebody who has nothing but those.
    void everyOperationAsksForWhatItSays_data() { noOperationIsDoneForAReader_data(); }
    void everyOperationAsksForWhatItSays()
    {
        QFETCH(const QString, name);
        if (name.startsWith(u"alarm."))
            return; // asked of an alarm: hisAlarmsAreThoseOfHisObjects
        const operations::Operation *operation = operations::findOperation(name);
        model::Role role{.id = RoleId::random(), .name = u"sample"_s};
        Office office(role.id);
        office.served.core->inventory().put(model::Pool{
            .id = PoolId::random(), .name = u"pool"_s, .parent = office.served.now().find(office.his)->host});
        const QJsonObject parameters = sample(*operation, office);
        const auto needed = operation->requirements(parameters, office.served.now());
        QVERIFY(!needed.empty());
        const auto replyWith = [&](const model::PrivilegeSet &privileges) {
            role.privileges = privileges.list();
            office.served.core->inventory().put(role);
            const auto call = api::schema::callOf({name, parameters});
            return office.asBob(call.method, "/api/v1" + call.path.toUtf8() + "?dryRun=true",
                                QJsonDocument(call.body).toJson(QJsonDocument::Compact));
        };
        model::PrivilegeSet exactly{model::Privilege::SystemView, model::Privilege::SystemRead};
        for (const operations::Requirement &each : needed)
            exactly.add(each.privilege);
        office.served.core->inventory().put(model::Permission{
            .id = PermissionId::random(), .principal = principalOf(office.bob), .role = role.id});
        const auto codeOf = [](const Reply &reply) {
            const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
            return answer.contains(u"why"_s) ? answer[u"why"_s][u"code"_s].toString()
                                             : answer.value(u"code"_s).toString();
        };
        const Reply allowed = replyWith(exactly);
        QVERIFY2(codeOf(allowed) != u"access.no-privilege" && allowed.status != 403,
                 allowed.body.constData());
        for (const operations::Requirement &missing : needed) {
            model::PrivilegeSet without;
            for (const auto &each : wireNames(model::Privilege())) {
                if (each.value != missing.privilege)
                    without.add(each.value);
            }
            const Reply refused = replyWith(without);
            const bool isUnseen =
                missing.privilege == model::Privilege::SystemView; // then it is not there for him
            QCOMPARE(codeOf(refused), isUnseen ? u"base.not-found"_s : u"access.no-privilege"_s);
        }
    }

    void aStrangerHearsNothingAboutWhatExists()
    {
        Office office;
        office.token = "nonsense";
        for (const char *target : {"/api/v1/inventory", "/api/v1/vms", "/api/v1/events", "/api/v1/sessions",
                                   "/api/v1/tokens", "/api/v1/no-such-thing", "/api/v1/operations"})
            QCOMPARE(office.asBob("GET", target).status, 401);
        QCOMPARE(office.asBob("GET", "/api/v1/feed").status, 401);
    }

    void aSignedOutTokenIsOfNoUse()
    {
        Office office;
        QCOMPARE(office.asBob("GET", "/api/v1/sessions/current").status, 200);
        QCOMPARE(office.asBob("DELETE", "/api/v1/sessions/current").status, 204);
        QCOMPARE(office.asBob("GET", "/api/v1/sessions/current").status, 401);
    }

    void othersSessionsAndTokensAreNotHis()
    {
        Office office;
        QCOMPARE(office.listAsBob("/api/v1/sessions").size(), 1);
        const QByteArray before = office.token;
        office.signIn("bob", "correct horse");
        QCOMPARE(office.listAsBob("/api/v1/sessions").size(), 2); // both are his
        const Reply made = office.asBob("POST", "/api/v1/tokens", R"({"label":"ci"})");
        QCOMPARE(made.status, 201);
        const QJsonObject token = QJsonDocument::fromJson(made.body).object();
        office.token = token.value(u"token"_s).toString().toLatin1();
        QCOMPARE(office.listAsBob("/api/v1/vms").size(), 1);
        QCOMPARE(office.asBob("POST", "/api/v1/tokens", R"({"label":"more"})").status, 403); // by a token
        office.token = before;
        QCOMPARE(
            office.asBob("DELETE", "/api/v1/tokens/" + token.value(u"id"_s).toString().toLatin1()).status,
            204);
        QCOMPARE(office.listAsBob("/api/v1/tokens").size(), 0);
    }

    void effectivePermissionsNameTheRuleThatDecided()
    {
        Office office;
        const QByteArray query =
            "/api/v1/effective-permissions?object=vm/" + office.his.toString().toLatin1();
        const QJsonObject own = QJsonDocument::fromJson(office.asBob("GET", query).body).object();
        QCOMPARE(own.value(u"privileges"_s).toArray(), (QJsonArray{u"System.View"_s, u"System.Read"_s}));
        QCOMPARE(own.value(u"grounds"_s).toArray().first().toObject().value(u"object"_s).toString(),
                 toString(model::ObjectRef(office.folder.id)));
        QCOMPARE(office.asBob("GET", query + "&principal=local%5Cann").status, 403);
        const Reply seen =
            ask(office.served, request(office.served, "GET", query + "&principal=local%5Cbob"));
        QCOMPARE(seen.status, 200);
    }

    void theFeedIsCutToWhatHeSees()
    {
        Office office;
        RawClient reader(office.served.port);
        const QByteArray own = std::exchange(office.served.token, office.token);
        reader.send(request(office.served, "GET", "/api/v1/feed", {}, "Last-Event-ID: x.1\r\n"));
        office.served.token = own;
        QVERIFY(eventually([&] { return reader.received().contains("event: resync"); }));
        auto &inventory = office.served.core->inventory();
        model::Vm unseen = *office.served.now().find(office.other);
        unseen.notes = u"not for him"_s;
        inventory.put(unseen);
        model::Vm seen = *office.served.now().find(office.his);
        seen.notes = u"for him"_s;
        inventory.put(seen);
        QVERIFY(eventually([&] { return reader.received().contains("for him"); }));
        QVERIFY(!reader.received().contains("not for him"));
        QVERIFY(!reader.received().contains(office.other.toString().toLatin1()));
        seen.folder.reset(); // out of his sight
        inventory.put(seen);
        QVERIFY(eventually([&] { return reader.received().count("event: changes") == 2; }));
        QCOMPARE(reader.received().count("for him"), 1); // its removal, without what it is now
    }

    void aFeedEndsWithItsSession()
    {
        Office office;
        office.served.accounts.setSessionEnded([&](SessionId id) { office.served.feed.close(id); });
        RawClient reader(office.served.port);
        const QByteArray own = std::exchange(office.served.token, office.token);
        reader.send(request(office.served, "GET", "/api/v1/feed", {}, "Last-Event-ID: x.1\r\n"));
        office.served.token = own;
        QVERIFY(eventually([&] { return reader.received().contains("event: resync"); }));
        office.asBob("DELETE", "/api/v1/sessions/current");
        QVERIFY(eventually([&] { return reader.isClosed(); }));
    }

    void anotherPermissionMeansAnotherLook()
    {
        Office office;
        RawClient reader(office.served.port);
        const QByteArray own = std::exchange(office.served.token, office.token);
        reader.send(request(office.served, "GET", "/api/v1/feed", {}, "Last-Event-ID: x.1\r\n"));
        office.served.token = own;
        QVERIFY(eventually([&] { return reader.received().count("event: resync") == 1; }));
        office.served.core->inventory().put(model::Permission{.id = PermissionId::random(),
                                                              .principal = principalOf(office.bob),
                                                              .role = access::readOnlyRole()});
        QVERIFY(eventually([&] { return reader.received().count("event: resync") == 2; }));
    }
};

QTEST_GUILESS_MAIN(PermissionTest)
#include "permissiontest.moc"

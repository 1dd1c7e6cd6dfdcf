// SPDX-License-Identifier: GPL-3.0-or-later
// What every resource of /api/v1 has in common: the document that describes it, its ETags, its pages.
#include "core/api/schema/etag.h"
#include "core/api/schema/routes.h"
#include "core/api/schema/routetable.h"
#include "core/api/schema/taskquery.h"
#include "core/model/search.h"
#include "tests/core/api/serverfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace core;
using namespace core::api;
using namespace apitest;
using namespace Qt::StringLiterals;
using model::PowerState;

namespace {

const QByteArray noOne = "6c9a1e5e-0000-4000-8000-000000000000";

QJsonObject objectOf(const Reply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

QByteArray filledIn(const QString &path)
{
    QString filled = path;
    filled.replace(QRegularExpression(u"\\{\\w+\\}"_s), QString::fromLatin1(noOne));
    return "/api/v1" + filled.toLatin1();
}

} // namespace

class RestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_served = std::make_unique<Served>(); }
    void cleanupTestCase() { m_served.reset(); }

    void whatTheDocumentDescribesIsServed()
    {
        const QJsonObject paths = document().value(u"paths"_s).toObject();
        QVERIFY(paths.size() > 50);
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            // A WebSocket, an answer without an end, a store of tests that makes no copies: httptest, routestest,
            // feedtest, databasetest.
            if (path.key().startsWith(u"/consoles/") || path.key() == u"/feed"
                || path.key() == u"/database/backup")
                continue;
            const QByteArray target = filledIn(path.key());
            for (const QString &method : path.value().toObject().keys()) {
                const Reply reply = get(target, method.toUpper().toLatin1());
                const QByteArray what = method.toLatin1() + ' ' + target + ": " + reply.body;
                QVERIFY2(reply.status != 405 && reply.status < 500 && reply.status > 0, what.constData());
                QVERIFY2(!reply.body.contains("\"what\":\"/api"), what.constData()); // there is no such path
                const QJsonValue responses = path.value()[method][u"responses"_s];
                QVERIFY2(responses.toObject().contains(QString::number(reply.status)), what.constData());
            }
        }
    }

    void whatIsServedIsInTheDocument()
    {
        const QJsonObject paths = document().value(u"paths"_s).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            if (path.key().startsWith(u"/consoles/"))
                continue;
            for (const QByteArray method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
                if (path.value().toObject().contains(QString::fromLatin1(method).toLower()))
                    continue;
                const Reply reply = get(filledIn(path.key()), method);
                QVERIFY2(reply.status == 405, qPrintable(QString::fromLatin1(method) + path.key()));
            }
        }
        for (const operations::Operation &operation : operations::catalogue()) {
            const QString route = schema::routeOf(operation);
            const QJsonObject described = paths.value(route.section(u' ', 1)).toObject();
            QVERIFY2(described.contains(route.section(u' ', 0, 0).toLower()), qPrintable(route));
        }
    }

    void theRefusalsOfAnOperationAreInTheDocument()
    {
        const QJsonObject paths = document().value(u"paths"_s).toObject();
        const QJsonObject create = paths[u"/folders"_s][u"post"_s][u"responses"_s].toObject();
        for (const auto &status :
             {u"400"_s, u"401"_s, u"403"_s, u"404"_s, u"409"_s, u"422"_s, u"429"_s, u"503"_s, u"507"_s})
            QVERIFY2(create.contains(status), qPrintable(status));
        const QJsonObject change = paths[u"/folders/{id}"_s][u"patch"_s][u"responses"_s].toObject();
        QVERIFY(change.contains(u"412"_s) && change.contains(u"428"_s));
        const QJsonObject events = paths[u"/events"_s][u"get"_s].toObject();
        QVERIFY(events[u"responses"_s].toObject().contains(u"503"_s));
        const auto asked = [](const QJsonObject &route) {
            QStringList names;
            for (const QJsonValue &parameter : route[u"parameters"_s].toArray())
                names += parameter[u"name"_s].toString();
            return names;
        };
        QCOMPARE(asked(events),
                 (QStringList{u"object"_s, u"before"_s, u"since"_s, u"until"_s, u"code"_s, u"severity"_s,
                              u"actor"_s, u"text"_s, u"language"_s, u"limit"_s}));
        const QStringList page{u"limit"_s, u"cursor"_s, u"sort"_s, u"fields"_s};
        QCOMPARE(asked(paths[u"/tasks"_s][u"get"_s].toObject()), schema::taskQueryParameters() + page);
    }

    void secretsAreWrittenAndNeverRead()
    {
        const QJsonObject all = document();
        for (const operations::Operation &operation : operations::catalogue()) {
            for (const operations::Parameter &parameter : operation.parameters) {
                if (!parameter.isSecret)
                    continue;
                const QString route = schema::routeOf(operation);
                const QJsonValue described =
                    all[u"paths"_s][route.section(u' ', 1)][route.section(u' ', 0, 0).toLower()];
                const QJsonValue schema = described[u"requestBody"_s][u"content"_s][u"application/json"_s]
                                                   [u"schema"_s][u"properties"_s][parameter.name];
                QVERIFY2(schema[u"writeOnly"_s].toBool(), qPrintable(parameter.name));
            }
        }
    }

    void everyReferenceOfTheDocumentLeadsSomewhere()
    {
        const QJsonObject all = document();
        const QJsonObject schemas = all[u"components"_s][u"schemas"_s].toObject();
        const QString text = QString::fromUtf8(QJsonDocument(all).toJson());
        QVERIFY(text.contains(u"#/components/schemas/"));
        static const QRegularExpression reference(u"#/components/schemas/([\\w-]+)"_s);
        for (auto found = reference.globalMatch(text); found.hasNext();) {
            const QString name = found.next().captured(1);
            QVERIFY2(schemas.contains(name), qPrintable(name));
        }
    }

    void anEtagIsOfTheConfigurationAndNotOfTheState()
    {
        const VmId id = m_served->vmIn(PowerState::Running);
        const QByteArray etag = get(path(id)).header("ETag");
        QVERIFY(etag.startsWith('"') && etag.endsWith('"'));
        model::Vm vm = *m_served->now().find(id);
        QCOMPARE(schema::etagOf(std::make_shared<const model::Vm>(vm)),
                 etag); // a client makes the same of it
        vm.state = PowerState::Paused;
        vm.stale = true;
        vm.addresses = {u"192.0.2.7"_s};
        QCOMPARE(schema::etagOf(std::make_shared<const model::Vm>(vm)), etag);
        vm.notes += u"changed"_s;
        QVERIFY(schema::etagOf(std::make_shared<const model::Vm>(vm)) != etag);
    }

    void whatIsKnownIsNotSentAgain()
    {
        const QByteArray target = path(m_served->vmIn(PowerState::Running));
        const QByteArray etag = get(target).header("ETag");
        const Reply same = get(target, "GET", {}, "If-None-Match: " + etag + "\r\n");
        QCOMPARE(same.status, 304);
        QVERIFY(same.body.isEmpty());
        QCOMPARE(same.header("ETag"), etag);
        QCOMPARE(get(target, "GET", {}, "If-None-Match: \"other\", " + etag + "\r\n").status, 304);
        QCOMPARE(get(target, "GET", {}, "If-None-Match: \"other\"\r\n").status, 200);
        QCOMPARE(get(target, "GET", {}, "If-None-Match: W/" + etag + "\r\n").status, 200);
    }

    void aChangeSaysOfWhat()
    {
        const QByteArray made = m_served->folderBody(u"of many hands"_s);
        QCOMPARE(get("/api/v1/folders", "POST", made).status, 202);
        const auto isMade = [](const auto &folder) { return folder->name == u"of many hands"; };
        const auto folders = [&] { return m_served->now().all<model::Folder>(); };
        QVERIFY(eventually([&] { return std::ranges::any_of(folders(), isMade); }));
        const auto all = folders();
        const FolderId id = (*std::ranges::find_if(all, isMade))->id;
        const QByteArray target = "/api/v1/folders/" + id.toString().toLatin1();
        const QByteArray body = R"({"name":"renamed"})";

        const Reply without = get(target, "PATCH", body);
        QCOMPARE(without.status, 428);
        QCOMPARE(without.code(), u"api.condition-needed"_s);
        const Reply wrong = get(target, "PATCH", body, "If-Match: \"0123\"\r\n");
        QCOMPARE(wrong.status, 412);
        QCOMPARE(wrong.code(), u"api.changed"_s);
        const QByteArray etag = get(target).header("ETag");
        const QByteArray fields = "If-Match: " + etag + "\r\nIdempotency-Key: once\r\n";
        QCOMPARE(get(target, "PATCH", body, fields).status, 202);
        QVERIFY(eventually([&] { return m_served->now().find(id)->name == u"renamed"; }));
        QCOMPARE(get(target, "DELETE", {}, "If-Match: " + etag + "\r\n").status, 412); // of before
        QCOMPARE(get(target, "PATCH", body, fields).status, 202); // the same request, asked again
        QCOMPARE(get(target, "DELETE").status, 428);
        QCOMPARE(get(target, "DELETE", {}, "If-Match: *\r\n").status, 202);
        QVERIFY(eventually([&] { return m_served->now().find(id) == nullptr; }));
    }

    void pagesTogetherAreTheWholeList_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const QByteArray query :
             {"limit=3", "limit=7&sort=-name", "limit=4&sort=state", "limit=1&sort=-id",
              "limit=6&sort=memoryBytes", "limit=1000", "limit=5&sort=-template"})
            QTest::newRow(query.constData()) << query;
    }
    void pagesTogetherAreTheWholeList()
    {
        QFETCH(QByteArray, query);
        const qsizetype total = m_served->now().all<model::Vm>().size();
        QVERIFY(total >= 20);
        QStringList names;
        QString next;
        do {
            const QByteArray cursor = next.isEmpty() ? QByteArray() : "&cursor=" + next.toLatin1();
            const Reply reply = get("/api/v1/vms?" + query + cursor);
            QCOMPARE(reply.status, 200);
            for (const QJsonValue &item : objectOf(reply).value(u"items"_s).toArray())
                names += item[u"name"].toString();
            next = objectOf(reply).value(u"next"_s).toString();
            QVERIFY(names.size() <= total);
        } while (!next.isEmpty());
        QCOMPARE(names.size(), total);
        names.removeDuplicates();
        QCOMPARE(names.size(), total);
    }

    void aListIsSortedFilteredAndCut()
    {
        const QJsonArray two = items("/api/v1/vms?limit=2&sort=-name&fields=name,state");
        QCOMPARE(two.size(), 2);
        QVERIFY(model::naturalKey(two.at(0)[u"name"].toString())
                > model::naturalKey(two.at(1)[u"name"].toString()));
        QCOMPARE(two.at(0).toObject().keys(), (QStringList{u"id"_s, u"name"_s, u"state"_s}));
        const QJsonArray running = items("/api/v1/vms?filter=state:running");
        QVERIFY(!running.isEmpty());
        for (const QJsonValue &vm : running)
            QCOMPARE(vm[u"state"].toString(), u"running"_s);
        QCOMPARE(running.size() + items("/api/v1/vms?filter=-state:running").size(),
                 m_served->now().all<model::Vm>().size());
        QCOMPARE(items("/api/v1/hosts?fields=name").size(), 2);
    }

    void badListsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const QByteArray query : {"limit=-1",
                                       "limit=0",
                                       "limit=1000000000",
                                       "limit=99999999999999999999",
                                       "limit=1e2",
                                       "limit=x",
                                       "limit=",
                                       "limit=1&limit=2",
                                       "sort=name%3B%20DROP%20TABLE%20object",
                                       "sort=1",
                                       "sort=disks",
                                       "sort=password",
                                       "sort=--name",
                                       "fields=name,secret",
                                       "filter=%27%20OR%201=1--",
                                       "filter=%22unfinished",
                                       "filter=-",
                                       "filter=*",
                                       "filter=state:",
                                       "filter=bitcoins:9",
                                       "filter=a%20OR%20b",
                                       "filter=memory%3E5",
                                       "filter=%00",
                                       "cursor=nonsense",
                                       "cursor=.",
                                       "cursor=e30.e30",
                                       "offset=5"})
            QTest::newRow(query.constData()) << query;
    }
    void badListsAreRefused()
    {
        QFETCH(QByteArray, query);
        const Reply reply = get("/api/v1/vms?" + query);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), u"base.invalid-argument"_s);
    }

    void aCursorIsGoodForItsOwnListOnly()
    {
        const QByteArray next = objectOf(get("/api/v1/vms?limit=2")).value(u"next"_s).toString().toLatin1();
        QVERIFY(!next.isEmpty());
        QCOMPARE(get("/api/v1/vms?limit=9&cursor=" + next).status, 200);
        QCOMPARE(get("/api/v1/vms?sort=-name&cursor=" + next).status, 400);
        QCOMPARE(get("/api/v1/vms?filter=a&cursor=" + next).status, 400);
        QCOMPARE(get("/api/v1/hosts?cursor=" + next).status, 400);
        for (qsizetype i = 0; i < next.size(); i += 5) {
            QByteArray tampered = next;
            tampered[i] = tampered.at(i) == 'A' ? 'B' : 'A';
            QCOMPARE(get("/api/v1/vms?cursor=" + tampered).status, 400);
        }
    }

    void anAlarmIsDefinedSeenAndAcknowledged()
    {
        const QByteArray root = toString(model::ObjectRef()).toLatin1();
        QCOMPARE(get("/api/v1/alarm-definitions", "POST",
                     R"({"object":")" + root
                         + R"(","name":"Not empty","appliesTo":"datastore","trigger":"threshold",)"
                         + R"("measure":"datastore-usage-ratio","warning":0.0001})")
                     .status,
                 202);
        QByteArray target;
        const auto isSeen = [&] {
            for (const QJsonValue &alarm : items("/api/v1/alarms")) {
                if (alarm[u"code"].toString() == u"datastore.usage" && alarm[u"severity"] == u"warning"_s)
                    target = "/api/v1/alarms/" + alarm[u"id"].toString().toLatin1();
            }
            return !target.isEmpty();
        };
        QVERIFY(eventually(isSeen));
        QCOMPARE(get(target + "/acknowledge", "POST", R"({"comment":"seen"})").status, 202);
        const auto isAcknowledged = [&] {
            const QJsonArray all = items("/api/v1/alarms");
            return std::ranges::any_of(all, [](const QJsonValue &alarm) {
                return alarm[u"comment"] == u"seen"_s && alarm[u"acknowledged"].isString();
            });
        };
        QVERIFY(eventually(isAcknowledged));
        const QByteArray nowhere = "/api/v1/alarms/" + noOne + "/acknowledge";
        QCOMPARE(get(nowhere, "POST", "{}").status, 404);
        QCOMPARE(get(target + "/acknowledge", "POST", R"({"comment":7})").status, 400);
    }

    void tasksAreListedInPagesToo()
    {
        for (int i = 0; i < 3; ++i)
            QCOMPARE(get("/api/v1/folders", "POST", m_served->folderBody(u"page %1"_s.arg(i))).status, 202);
        const QJsonObject first = objectOf(get("/api/v1/tasks?limit=2"));
        QCOMPARE(first.value(u"items"_s).toArray().size(), 2);
        QVERIFY(first.contains(u"next"_s));
        QCOMPARE(get("/api/v1/tasks?filter=web").status, 400); // there is none for tasks
    }

    void tasksAreNarrowed()
    {
        const VmId vm = m_served->vmIn(model::PowerState::Running);
        QCOMPARE(get(path(vm) + "/suspend", "POST", "{}").status, 202);
        QCOMPARE(get("/api/v1/folders", "POST", m_served->folderBody(u"narrow"_s)).status, 202);
        const auto has = [&](const QByteArray &query, const QString &operation) {
            const QJsonArray all = items("/api/v1/tasks?limit=1000&" + query);
            return std::ranges::any_of(
                all, [&](const QJsonValue &task) { return task[u"operation"].toString() == operation; });
        };
        const auto kinds = [&](const QByteArray &query) {
            QStringList all;
            for (const QJsonValue &task : items("/api/v1/tasks?limit=1000&" + query))
                all += task[u"operation"].toString();
            all.removeDuplicates();
            return all;
        };
        const QByteArray ofVm = "object=" + toString(model::ObjectRef(vm)).toLatin1();
        const HostId host = m_served->now().find(vm)->host;
        const QByteArray ofHost = "object=" + toString(model::ObjectRef(host)).toLatin1();
        QCOMPARE(kinds(ofVm), QStringList{u"vm.suspend"_s});
        QVERIFY(has(ofHost, u"vm.suspend"_s));
        QVERIFY(!has(ofHost, u"folder.create"_s));
        const QByteArray ofDatacenter =
            "object=" + toString(model::ObjectRef(m_served->datacenter())).toLatin1();
        QVERIFY(has(ofDatacenter, u"vm.suspend"_s) && has(ofDatacenter, u"folder.create"_s));
        QCOMPARE(kinds("operation=folder.create"), QStringList{u"folder.create"_s});
        QVERIFY(kinds("operation=folder.create&operation=vm.suspend").size() == 2);
        QVERIFY(eventually([&] { return has(ofVm + "&state=succeeded", u"vm.suspend"_s); }));
        QVERIFY(!has(ofVm + "&state=queued&state=running", u"vm.suspend"_s));
        const QByteArray who =
            items("/api/v1/tasks?" + ofVm).first()[u"initiatedBy"].toString().toUtf8().toPercentEncoding();
        QVERIFY(has("user=" + who, u"vm.suspend"_s));
        QVERIFY(kinds("user=local%5Cnobody").isEmpty());
        QVERIFY(has("since=2020-01-01T00:00:00Z", u"vm.suspend"_s));
        QVERIFY(kinds("until=2020-01-01T00:00:00Z").isEmpty());
        QVERIFY(kinds("since=2100-01-01T00:00:00Z").isEmpty());
    }

    void pagesOfNarrowedTasksAreTheirOwn()
    {
        for (int i = 0; i < 3; ++i)
            QCOMPARE(get("/api/v1/folders", "POST", m_served->folderBody(u"turn %1"_s.arg(i))).status, 202);
        const qsizetype all = items("/api/v1/tasks?limit=1000&operation=folder.create").size();
        QVERIFY(all >= 3);
        QSet<QString> seen;
        QByteArray next;
        do {
            const QByteArray cursor = next.isEmpty() ? QByteArray() : "&cursor=" + next;
            const QJsonObject page = objectOf(get("/api/v1/tasks?limit=2&operation=folder.create" + cursor));
            for (const QJsonValue &task : page.value(u"items"_s).toArray())
                seen += task[u"id"].toString();
            next = page.value(u"next"_s).toString().toLatin1();
            if (!next.isEmpty())
                QCOMPARE(get("/api/v1/tasks?limit=2&cursor=" + next).status, 400);
        } while (!next.isEmpty());
        QCOMPARE(seen.size(), all);
    }

    void badQuestionsForTasksAreRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const QByteArray query :
             {"state=asleep", "state=", "state=%27%20OR%201=1--", "operation=vm.explode",
              "operation=", "object=vm", "object=", "object=vm/1&object=vm/2", "user=", "user=a&user=b",
              "since=yesterday", "since=", "until=1", "limit=0", "initiatedBy=ann", "cursor=nonsense"})
            QTest::newRow(query.constData()) << query;
        QTest::newRow("long user") << QByteArray("user=" + QByteArray(10'000, 'a'));
    }
    void badQuestionsForTasksAreRefused()
    {
        QFETCH(QByteArray, query);
        const Reply reply = get("/api/v1/tasks?" + query);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), u"base.invalid-argument"_s);
    }

private:
    Reply get(const QByteArray &target, const QByteArray &method = "GET", const QByteArray &body = {},
              const QByteArray &fields = {})
    {
        return ask(*m_served, request(*m_served, method, target, body, fields));
    }
    QJsonObject document() { return objectOf(get("/api/v1/openapi.json")); }
    QJsonArray items(const QByteArray &target) { return objectOf(get(target)).value(u"items"_s).toArray(); }
    static QByteArray path(VmId vm) { return "/api/v1/vms/" + vm.toString().toLatin1(); }

    std::unique_ptr<Served> m_served;
};

QTEST_GUILESS_MAIN(RestTest)
#include "resttest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What the database has to do with an answer: whether it can be written, what is asked of it.
#include "tests/core/api/serverfixture.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::api;
using namespace apitest;
using namespace Qt::StringLiterals;
using model::PowerState;

namespace {

QJsonObject objectOf(const Reply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

/// A database that notes where it was copied to.
class Copying : public tests::MemoryStore
{
public:
    QString copied;
    Task<> backup(QString path, Instant) override
    {
        copied = path;
        co_return {};
    }
};

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_served = std::make_unique<Served>(); }
    void cleanup() { m_served.reset(); }

    void aDatabaseThatCannotBeWrittenRefusesNewWorkAndIsReadOn()
    {
        const auto create = [&](const QString &name) {
            return ask(*m_served, request(*m_served, "POST", "/api/v1/folders", m_served->folderBody(name)));
        };
        m_served->store.full = true;
        const Reply first = create(u"a"_s);
        QCOMPARE(first.status, 507);
        QCOMPARE(first.code(), u"persistence.full"_s);
        const Reply second = create(u"b"_s);
        QCOMPARE(second.status, 503);
        QCOMPARE(second.code(), u"persistence.failing"_s);
        QVERIFY(m_served->store.kept.tasks.empty());
        for (const QByteArray path : {"/api/v1/vms", "/api/v1/inventory", "/api/v1/events"})
            QCOMPARE(ask(*m_served, request(*m_served, "GET", path)).status, 200);
        const auto isAlarming = [&] {
            const Reply alarms = ask(*m_served, request(*m_served, "GET", "/api/v1/alarms"));
            return alarms.body.contains("core.database-failing");
        };
        QVERIFY(isAlarming());
        m_served->store.full = false;
        QVERIFY(eventually([&] { return !isAlarming(); }));
        QCOMPARE(create(u"c"_s).status, 202);
    }

    void itIsCopiedWhereTheServerWants()
    {
        const QTemporaryDir directory;
        Copying store;
        Served served({}, &store);
        served.http.reset();
        served.api =
            std::make_unique<server::Api>(*served.core, served.feed, served.accounts,
                                          server::Api::Settings{.backups = directory.filePath(u"backups"_s)});
        served.http = std::make_unique<server::HttpServer>(*served.api);
        served.port = *served.http->listen(u"127.0.0.1"_s, 0);
        const Reply made = ask(served, request(served, "POST", "/api/v1/database/backup", "{}"));
        QCOMPARE(made.status, 201);
        const QString path = objectOf(made).value(u"path"_s).toString();
        QCOMPARE(path, store.copied);
        QCOMPARE(QFileInfo(path).path(), directory.filePath(u"backups"_s));
        QCOMPARE(QFile::permissions(QFileInfo(path).path())
                     & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther),
                 QFile::Permissions());
        const Reply info = ask(served, request(served, "GET", "/api/v1/database"));
        QCOMPARE(info.status, 200);
        QCOMPARE(objectOf(info).value(u"engine"_s).toString(), u"sqlite"_s);
        const Reply none = ask(*m_served, request(*m_served, "POST", "/api/v1/database/backup", "{}"));
        QCOMPARE(none.code(), u"base.unsupported"_s); // no directory for copies
    }

    void eventsAreAskedForByWhatTheySay()
    {
        const QByteArray target =
            "/api/v1/events?since=2026-11-23T00:00:00.000Z&until=2026-11-24T00:00:00.000Z"
            "&code=vm.powered-on&code=vm.powered-off&severity=warning&actor=local%5Cann"
            "&text=100%25%26more&limit=7";
        QCOMPARE(ask(*m_served, request(*m_served, "GET", target)).status, 200);
        const persistence::EventFilter &asked = m_served->store.eventsAsked;
        QCOMPARE(asked.since, fromRfc3339(u"2026-11-23T00:00:00.000Z"_s));
        QCOMPARE(asked.until, fromRfc3339(u"2026-11-24T00:00:00.000Z"_s));
        QCOMPARE(asked.codes, (std::vector{u"vm.powered-on"_s, u"vm.powered-off"_s}));
        QCOMPARE(asked.severities, std::vector{model::Severity::Warning});
        QCOMPARE(asked.actor, u"local\\ann"_s);
        QCOMPARE(asked.words.size(), 1U);
        QCOMPARE(asked.words.front().text, u"100%&more"_s);
        QVERIFY(asked.words.front().codes.isEmpty());
        QCOMPARE(asked.limit, 7);
    }

    void eventsAreFoundByWhatPeopleRead()
    {
        const auto words = [&](const QByteArray &query) {
            const Reply reply = ask(*m_served, request(*m_served, "GET", "/api/v1/events?" + query));
            return reply.status == 200 ? m_served->store.eventsAsked.words
                                       : std::vector<persistence::SoughtWord>();
        };
        const auto french = words("language=fr&text=%C2%ABweb%C2%BB%20%C3%A9t%C3%A9%20sous%20TENSION");
        QCOMPARE(french.size(), 4U);
        QCOMPARE(french.front().text, u"web"_s);
        QVERIFY(french.front().codes.isEmpty());
        QVERIFY(french.back().codes.contains(u"vm.powered-on"_s));
        QVERIFY(!french.back().codes.contains(u"host.added"_s));
        QVERIFY(words("text=tension").front().codes.isEmpty()); // nobody reads that in English
        const auto english = words("text=stopped%20responding.");
        QCOMPARE(english.size(), 2U);
        QCOMPARE(english.front().codes, QStringList{u"host.not-responding"_s});
        QCOMPARE(english.back().text, u"responding"_s);
        const auto failed = words("text=Power%20On");
        QCOMPARE(failed.back().codeOfParameters, u"task.failed"_s);
        QVERIFY(failed.back().parameters.contains(u"vm.power-on"_s));
        for (const QByteArray wrong : {"language=../fr", "language=French", "text=a+a"})
            QCOMPARE(ask(*m_served, request(*m_served, "GET", "/api/v1/events?" + wrong)).status,
                     wrong.startsWith("text") ? 200 : 400);
        const QByteArray many = QByteArray("a%20").repeated(60);
        QCOMPARE(ask(*m_served, request(*m_served, "GET", "/api/v1/events?text=" + many)).status, 400);
    }

    void loadOfMoreThanAnHourAgoComesFromTheHistory()
    {
        const model::ObjectRef vm(m_served->vmIn(PowerState::Running));
        const Instant since = m_served->clock.now() - std::chrono::hours(30);
        m_served->store.past = {{.object = vm,
                                 .counter = model::Counter::CpuUsageRatio,
                                 .start = since,
                                 .interval = std::chrono::minutes(30),
                                 .values = {0.25F}}};
        const QByteArray object = "/api/v1/performance?object=" + toString(vm).toLatin1();
        const QByteArray from = "&since=" + toRfc3339(since).toLatin1();
        const auto series = [&](const QByteArray &target) {
            return objectOf(ask(*m_served, request(*m_served, "GET", target))).value(u"series"_s).toArray();
        };
        const QJsonArray past = series(object + from + "&counter=cpu-usage-ratio");
        QCOMPARE(past.size(), 1);
        QCOMPARE(past.first()[u"intervalMs"_s].toInteger(), 1'800'000);
        QVERIFY(m_served->store.historyAsked.objects == std::vector{vm});
        QCOMPARE(m_served->store.historyAsked.counters, std::vector{model::Counter::CpuUsageRatio});
        QVERIFY(m_served->store.historyAsked.from >= since);
        // What a live chart asks for stays what it was.
        for (const QJsonValue &each : series(object + from + "&intervalMs=20000"))
            QCOMPARE(each[u"intervalMs"_s].toInteger(), 20'000);
    }

private:
    std::unique_ptr<Served> m_served;
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "databasetest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The wire format both ways, and what hostile or broken input does.
#include "core/api/client/feedreader.h"
#include "core/api/schema/messages.h"
#include "core/api/schema/queries.h"
#include "core/api/schema/routes.h"
#include "core/api/schema/taskquery.h"

#include <QTest>

using namespace core;
using namespace core::api;
using namespace Qt::StringLiterals;

class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSnapshotComesBackAsItWas()
    {
        schema::Snapshot snapshot{.revision = {u"abc"_s, 42}, .user = u"local\\ann"_s};
        const HostId host = HostId::random();
        snapshot.inventory.put(
            model::Host{.id = host, .name = u"h\u00e9\"\n1"_s, .problem = Error(errors::Timeout)});
        snapshot.inventory.put(
            model::Vm{.id = VmId::random(), .name = u"web"_s, .host = host, .disks = {{.target = u"vda"_s}}});
        snapshot.tasks = {
            model::Task{.id = TaskId::random(), .operation = u"vm.reset"_s, .progressRatio = 0.5}};
        snapshot.loads = {model::Load{.object = host, .cpuUsageRatio = 0.25}};
        const auto read = schema::readSnapshot(schema::write(snapshot));
        QVERIFY(read);
        QVERIFY(read->revision == snapshot.revision);
        QVERIFY(difference(read->inventory, snapshot.inventory).empty());
        QVERIFY(read->tasks == snapshot.tasks);
        QVERIFY(read->loads == snapshot.loads);
    }

    void everyFeedMessageComesBack()
    {
        const model::Vm vm{.id = VmId::random(), .name = u"web"_s};
        const schema::ChangesMessage changes{
            {{vm.id, model::Object(std::make_shared<const model::Vm>(vm))}, {VmId::random(), std::nullopt}}};
        const auto read = schema::readFeedMessage(schema::feedEventName(changes), schema::feedData(changes));
        QVERIFY(read);
        const auto &back = std::get<schema::ChangesMessage>(*read);
        QCOMPARE(back.changes.size(), 2U);
        QVERIFY(back.changes.at(0).object && !back.changes.at(1).object);
        QVERIFY(!schema::readFeedMessage("from-the-future", "{}"));
    }

    void aQuestionForTasksComesBackAsItWas()
    {
        const schema::TaskQuery query{.object = model::ObjectRef(VmId::random()),
                                      .states = {model::TaskState::Running, model::TaskState::Failed},
                                      .operations = {u"vm.migrate"_s, u"vm.power-on"_s},
                                      .user = u"local\\ann+b&c"_s,
                                      .since = Instant(std::chrono::milliseconds(1'800'000'000'123)),
                                      .until = Instant(std::chrono::milliseconds(1'800'000'001'000))};
        const QUrl url(u"/tasks?"_s + write(query).toString(QUrl::FullyEncoded), QUrl::StrictMode);
        const auto read = schema::readTaskQuery(QUrlQuery(url));
        QVERIFY(read);
        QVERIFY(read->object == query.object);
        QCOMPARE(read->states, query.states);
        QCOMPARE(read->operations, query.operations);
        QCOMPARE(read->user, query.user);
        QCOMPARE(read->since, query.since);
        QCOMPARE(read->until, query.until);
    }

    void aQuestionForEventsComesBackAsItWas()
    {
        const schema::EventQuery query{.object = model::ObjectRef(VmId::random()),
                                       .before = 9'000'000'000,
                                       .limit = 1000,
                                       .since = Instant(std::chrono::milliseconds(1'800'000'000'123)),
                                       .until = Instant(std::chrono::milliseconds(1'800'000'001'000)),
                                       .codes = {u"vm.powered-on"_s, u"vm.powered-off"_s},
                                       .severities = {model::Severity::Warning, model::Severity::Alert},
                                       .actor = u"local\\ann+b"_s,
                                       .text = u"100 % of \u00e9&=#%41"_s,
                                       .language = u"fr"_s};
        // As it is on the wire.
        const QUrl url(u"/events?"_s + write(query).toString(QUrl::FullyEncoded), QUrl::StrictMode);
        const auto read = schema::readEventQuery(QUrlQuery(url));
        QVERIFY(read);
        QVERIFY(read->object == query.object);
        QCOMPARE(read->before, query.before);
        QCOMPARE(read->limit, query.limit);
        QCOMPARE(read->since, query.since);
        QCOMPARE(read->until, query.until);
        QCOMPARE(read->codes, query.codes);
        QCOMPARE(read->severities, query.severities);
        QCOMPARE(read->actor, query.actor);
        QCOMPARE(read->text, query.text);
        QCOMPARE(read->language, query.language);
    }

    void aQuestionForLoadComesBackAsItWas()
    {
        const Instant since(std::chrono::milliseconds(1'800'000'000'123));
        for (const std::optional<Duration> interval :
             {std::optional(Duration(5'000)), std::optional<Duration>()}) {
            const schema::PerformanceQuery query{
                .objects = {model::ObjectRef(VmId::random()), model::ObjectRef(HostId::random())},
                .counters = {model::Counter::DiskRead},
                .interval = interval,
                .since = since,
                .until = interval ? std::optional<Instant>() : since + std::chrono::hours(2)};
            const auto read = schema::readPerformanceQuery(write(query));
            QVERIFY(read);
            QVERIFY(read->objects == query.objects);
            QCOMPARE(read->counters, query.counters);
            QCOMPARE(read->interval, query.interval);
            QCOMPARE(read->since, query.since);
            QCOMPARE(read->until, query.until);
        }
        const auto live =
            schema::readPerformanceQuery(QUrlQuery(u"object=vm/"_s + VmId::random().toString()));
        QVERIFY(live);
        QCOMPARE(live->interval, std::optional(Duration(20'000)));
    }

    void absentMeansUnknownAndNullIsNeverWritten()
    {
        const QJsonObject json = json::toObject(model::Vm{.id = VmId::random()});
        QVERIFY(!json.contains(u"pool"_s) && !json.contains(u"lastSeen"_s));
        for (const QJsonValue &value : json)
            QVERIFY(!value.isNull());
    }

    void wrongValuesAreNamed_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<QString>("name");
        QTest::newRow("text for a number") << QJsonObject{{u"cpuCount"_s, u"two"_s}} << u"cpuCount"_s;
        QTest::newRow("fraction") << QJsonObject{{u"cpuCount"_s, 1.5}} << u"cpuCount"_s;
        QTest::newRow("too large") << QJsonObject{{u"memoryBytes"_s, 1e300}} << u"memoryBytes"_s;
        QTest::newRow("no such state") << QJsonObject{{u"state"_s, u"dancing"_s}} << u"state"_s;
        QTest::newRow("no id") << QJsonObject{{u"id"_s, u"42"_s}} << u"id"_s;
        QTest::newRow("deep") << QJsonObject{{u"disks"_s,
                                              QJsonArray{QJsonObject{{u"capacityBytes"_s, true}}}}}
                              << u"disks.capacityBytes"_s;
    }
    void wrongValuesAreNamed()
    {
        QFETCH(QJsonObject, json);
        QFETCH(QString, name);
        const auto read = json::fromJson<model::Vm>(json);
        QVERIFY(!read);
        QCOMPARE(read.error().params.value(u"name"_s).toString(), name);
    }

    void everyOperationHasARouteThatLeadsBackToIt()
    {
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        for (const operations::Operation &operation : operations::catalogue()) {
            operations::OperationRequest request{operation.name, {}};
            for (const operations::Parameter &parameter : operation.parameters)
                request.parameters.insert(parameter.name, id);
            const auto back = schema::requestOf(schema::callOf(request));
            QVERIFY2(back, qPrintable(operation.name));
            QCOMPARE(back->operation, request.operation);
            QCOMPARE(back->parameters, request.parameters);
        }
    }

    void theFeedIsReadHoweverItIsSplit()
    {
        const QByteArray stream =
            ": here\n\nid: a.1\nevent: task\ndata: {\"x\":\ndata: 1}\r\n\r\nevent: resync\ndata: {}\n\n";
        for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
            client::FeedReader reader;
            auto frames = reader.take(stream.left(cut));
            for (auto &frame : reader.take(stream.mid(cut)))
                frames.push_back(std::move(frame));
            QCOMPARE(frames.size(), 2U);
            QCOMPARE(frames.at(0).id, QByteArray("a.1"));
            QCOMPARE(frames.at(0).data, QByteArray("{\"x\":\n1}"));
            QCOMPARE(frames.at(1).event, QByteArray("resync"));
        }
    }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "schematest.moc"

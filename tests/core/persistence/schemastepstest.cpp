// SPDX-License-Identifier: GPL-3.0-or-later
// Databases that are not as this program would make them: older, newer, damaged, another's, lost for a while.
#include "core/persistence/errors.h"
#include "core/persistence/sql/rows.h"
#include "core/persistence/sql/schema.h"
#include "core/persistence/sql/sqlstore.h"
#include "tests/core/persistence/postgrescluster.h"
#include "tests/support/waitfor.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::persistence;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using tests::waitFor;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class SchemaStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_whyNoPostgres = m_cluster.start(); }
    void init() { m_path = m_dir.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces)); }

    void everyOlderVersionIsBroughtUpToDate_data()
    {
        QTest::addColumn<bool>("postgres");
        QTest::addColumn<int>("version");
        for (const bool postgres : {false, true}) {
            for (int version = 0; version <= schemaVersion; ++version)
                QTest::addRow("%s %d", postgres ? "postgresql" : "sqlite", version) << postgres << version;
        }
    }

    void everyOlderVersionIsBroughtUpToDate()
    {
        QFETCH(bool, postgres);
        QFETCH(int, version);
        if (postgres && !m_whyNoPostgres.isEmpty())
            QSKIP(qPrintable(m_whyNoPostgres));
        const QString url = postgres ? m_cluster.newDatabase() : u"sqlite:"_s + m_path;
        const model::Task task{.id = TaskId::random(),
                               .operation = u"vm.power-off"_s,
                               .state = model::TaskState::Running,
                               .initiatedBy = u"ann"_s,
                               .requested = Instant(5s)};
        {
            Connection old(*parseLocation(url));
            QVERIFY(old.open());
            QVERIFY(migrate(old, version));
            QCOMPARE(*versionOf(old), version);
            if (version > 0) { // the columns of the first version, which later ones fill
                const QVariantList values{task.id.toString(), 5000, compact(json::toObject(task))};
                QVERIFY(old.query(u"INSERT INTO task (id, requested, json) VALUES (?, ?, ?)"_s, values));
                if (version >= 3)
                    QVERIFY(old.run(u"UPDATE task SET state = 'running'"_s));
            }
        }
        const auto store = *persistence::open(url);
        const auto stored = waitFor(store->open());
        QVERIFY2(stored, qPrintable(stored ? QString() : stored.error().detail));
        QCOMPARE(stored->tasks, version > 0 ? std::vector{task} : std::vector<model::Task>());
        QCOMPARE(waitFor(store->info())->schemaVersion, schemaVersion);
        QVERIFY(waitFor(store->write({.events = {{.id = 1, .code = u"a.b"_s}}})));
    }

    void aFileOfTheFirstVersionComesBackWhole()
    {
        QVERIFY(QFile::copy(QStringLiteral(FIXTURES "/version1.sqlite"), m_path));
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
        const auto store = *persistence::open(u"sqlite:"_s + m_path);
        const auto stored = waitFor(store->open());
        QVERIFY(stored);
        QCOMPARE(stored->inventory.size(), 2);
        QCOMPARE(stored->tasks.size(), 2U);
        QCOMPARE(stored->tasks.front().state, model::TaskState::Running);
        QCOMPARE(stored->lastEvent, 2);
        const auto found = [&](EventFilter filter) {
            return waitFor(store->events(std::move(filter)))->size();
        };
        QCOMPARE(found({.severities = {model::Severity::Alert}}), 1U);
        QCOMPARE(found({.actor = u"local\\ann"_s}), 1U);
        QCOMPARE(found({.words = {{.text = u"WEB"_s}}}), 1U);
        QCOMPARE(found({.since = Instant(1'790'000'000s)}), 1U);
    }

    void aNewerDatabaseIsRefusedAndUntouched()
    {
        QVERIFY(waitFor((*persistence::open(u"sqlite:"_s + m_path))->open()));
        {
            Connection connection(Location{.path = m_path, .shown = m_path});
            QVERIFY(connection.open());
            QVERIFY(connection.run(u"PRAGMA user_version = 999"_s));
        }
        const QByteArray before = contents(m_path);
        const auto opened = waitFor((*persistence::open(u"sqlite:"_s + m_path))->open());
        QVERIFY(opened.error().is(persistence::errors::Newer));
        QCOMPARE(opened.error().params.value(u"version"_s).toInt(), 999);
        QCOMPARE(contents(m_path), before);
    }

    void aNewerOrForeignPostgresDatabaseIsRefused()
    {
        if (!m_whyNoPostgres.isEmpty())
            QSKIP(qPrintable(m_whyNoPostgres));
        const QString newer = m_cluster.newDatabase();
        QVERIFY(waitFor((*persistence::open(newer))->open()));
        const QString foreign = m_cluster.newDatabase();
        {
            Connection connection(*parseLocation(newer));
            QVERIFY(connection.open() && connection.run(u"UPDATE vigie SET version = 999"_s));
            Connection other(*parseLocation(foreign));
            QVERIFY(other.open() && other.run(u"CREATE TABLE object (x INTEGER)"_s));
        }
        QVERIFY(waitFor((*persistence::open(newer))->open()).error().is(persistence::errors::Newer));
        QVERIFY(waitFor((*persistence::open(foreign))->open()).error().is(persistence::errors::Corrupt));
    }

    void aFileThatIsNoDatabaseIsRefusedAndUntouched()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'x'));
        file.close();
        const QByteArray before = contents(m_path);
        const auto opened = waitFor((*persistence::open(u"sqlite:"_s + m_path))->open());
        QVERIFY(opened.error().is(persistence::errors::Corrupt));
        QCOMPARE(contents(m_path), before);
    }

    void aDatabaseDamagedInACrashIsRefusedAndUntouched()
    {
        {
            const auto store = *persistence::open(u"sqlite:"_s + m_path);
            QVERIFY(waitFor(store->open()));
            Batch batch;
            for (int i = 1; i < 500; ++i)
                batch.events.push_back({.id = i, .code = u"a.b"_s, .objectName = QString(60, u'n')});
            QVERIFY(waitFor(store->write(std::move(batch))));
        }
        {
            Connection connection(Location{.path = m_path, .shown = m_path});
            QVERIFY(connection.open());
            QVERIFY(
                connection.run(u"UPDATE meta SET value = '0' WHERE name = 'clean'"_s)); // as after a crash
        }
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.size() > 100'000);
        file.seek(file.size() / 2 / 4096 * 4096);
        file.write(QByteArray(12'000, '\xee'));
        file.close();
        const QByteArray before = contents(m_path);
        const auto opened = waitFor((*persistence::open(u"sqlite:"_s + m_path))->open());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QString(persistence::errors::Corrupt.name));
        QCOMPARE(contents(m_path), before);
    }

    void aPlaceThatCannotHoldADatabaseIsSaid()
    {
        const auto opened = waitFor((*persistence::open(u"sqlite:/dev/full/no-such-place"_s))->open());
        QVERIFY(opened.error().is(persistence::errors::Failed));
        QVERIFY(!persistence::open(u"mysql://host/name"_s));
        QVERIFY(!persistence::open(u"postgresql://host/name?sslmode=disable"_s));
        QVERIFY(!parseLocation(u"postgresql://ann:secret@host/name"_s)->shown.contains(u"secret"_s));
    }

    void workGoesOnWhenALostServerIsBack()
    {
        if (!m_whyNoPostgres.isEmpty())
            QSKIP(qPrintable(m_whyNoPostgres));
        const auto store = *persistence::open(m_cluster.newDatabase());
        QVERIFY(waitFor(store->open()));
        QVERIFY(waitFor(store->saveSecret(u"a"_s, "1")));
        QVERIFY(m_cluster.stop());
        const auto refused = waitFor(store->saveSecret(u"b"_s, "2"));
        QVERIFY(!refused && refused.error().is(persistence::errors::Unreachable));
        QVERIFY(waitFor(store->events({})).error().is(persistence::errors::Unreachable));
        QVERIFY(m_cluster.startAgain());
        QVERIFY(waitFor(store->saveSecret(u"b"_s, "3")));
        QCOMPARE(*waitFor(store->secrets(QString())),
                 (QHash<QString, QByteArray>{{u"a"_s, "1"}, {u"b"_s, "3"}}));
    }

    void aCoreThatLostItsDatabaseToAnotherDoesNotWriteToIt()
    {
        if (!m_whyNoPostgres.isEmpty())
            QSKIP(qPrintable(m_whyNoPostgres));
        const QString url = m_cluster.newDatabase();
        const auto first = *persistence::open(url);
        QVERIFY(waitFor(first->open()));
        QVERIFY(m_cluster.stop() && m_cluster.startAgain());
        {
            const auto second = *persistence::open(url);
            QVERIFY(waitFor(second->open()));
            QVERIFY(waitFor(first->write({})).error().is(persistence::errors::Locked));
        }
        QVERIFY(waitFor(first->write({})).error().is(persistence::errors::Locked));
    }

private:
    QTemporaryDir m_dir;
    QString m_path;
    tests::PostgresCluster m_cluster;
    QString m_whyNoPostgres;
};

QTEST_GUILESS_MAIN(SchemaStepsTest)
#include "schemastepstest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The SQLite file: what comes back, and what is done with a file that is not as it should be.
#include "core/persistence/sql/sqlstore.h"
#include "core/persistence/errors.h"
#include "tests/support/waitfor.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::persistence;
using namespace Qt::StringLiterals;
using tests::waitFor;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

model::Change added(const model::Vm &vm)
{
    return {vm.id, model::Object(std::make_shared<const model::Vm>(vm))};
}

} // namespace

class SqlStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_path = m_dir.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces)); }

    void objectsTasksAndEventsComeBack()
    {
        const model::Vm vm{.id = VmId::random(),
                           .name = u"web'; DROP TABLE object; --"_s,
                           .state = model::PowerState::Running};
        const model::Task task{.id = TaskId::random(), .operation = u"vm.power-off"_s, .target = vm.id};
        {
            SqlStore store(m_path);
            QVERIFY(waitFor(store.open()));
            QVERIFY(waitFor(store.save(std::vector{added(vm)})));
            QVERIFY(waitFor(store.save(task, u"key"_s)));
            QVERIFY(
                waitFor(store.append({model::Event{.id = 7, .code = u"vm.powered-off"_s, .object = vm.id}})));
        }
        SqlStore store(m_path);
        const auto stored = waitFor(store.open());
        QVERIFY(stored);
        QCOMPARE(*stored->inventory.find(vm.id), vm);
        QCOMPARE(stored->tasks.size(), 1U);
        QCOMPARE(stored->lastEvent, 7);
        const auto byKey = waitFor(store.taskOf(u"key"_s));
        QVERIFY(byKey && *byKey);
        QCOMPARE((*byKey)->id, task.id);
        const auto events = waitFor(store.events({.objects = {vm.id}}));
        QVERIFY(events);
        QCOMPARE(events->size(), 1U);
    }

    void secretsComeBackByThePrefixOfTheirNames()
    {
        const QByteArray binary("\0\xff'--", 5);
        {
            SqlStore store(m_path);
            QVERIFY(waitFor(store.open()));
            QVERIFY(waitFor(store.saveSecret(u"password/ann"_s, "old")));
            QVERIFY(waitFor(store.saveSecret(u"password/ann"_s, binary)));
            QVERIFY(waitFor(store.saveSecret(u"password/eve"_s, "gone")));
            QVERIFY(waitFor(store.saveSecret(u"password/eve"_s, QByteArray())));
            QVERIFY(waitFor(store.saveSecret(u"token/1"_s, "t")));
        }
        SqlStore store(m_path);
        QVERIFY(waitFor(store.open()));
        const auto passwords = waitFor(store.secrets(u"password/"_s));
        QVERIFY(passwords);
        QCOMPARE(*passwords, (QHash<QString, QByteArray>{{u"password/ann"_s, binary}}));
        QCOMPARE(waitFor(store.secrets(QString()))->size(), 2);
    }

    void aRemovedObjectIsGone()
    {
        const model::Vm vm{.id = VmId::random(), .name = u"web"_s};
        SqlStore store(m_path);
        QVERIFY(waitFor(store.open()));
        QVERIFY(waitFor(store.save(std::vector{added(vm)})));
        QVERIFY(waitFor(store.save(std::vector{model::Change{vm.id, std::nullopt}})));
        SqlStore again(m_path);
        QCOMPARE(waitFor(again.open())->inventory.size(), 0);
    }

    void aFileThatIsNoDatabaseIsRefusedAndUntouched()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'x'));
        file.close();
        const QByteArray before = contents(m_path);
        SqlStore store(m_path);
        QVERIFY(waitFor(store.open()).error().is(persistence::errors::Corrupt));
        QCOMPARE(contents(m_path), before);
    }

    void aDamagedDatabaseIsRefusedAndUntouched()
    {
        {
            SqlStore store(m_path);
            QVERIFY(waitFor(store.open()));
            std::vector<model::Change> changes;
            for (int i = 0; i < 500; ++i)
                changes.push_back(added({.id = VmId::random(), .name = QString(60, u'n')}));
            QVERIFY(waitFor(store.save(std::move(changes))));
        }
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.size() > 20'000);
        file.seek(4096); // the second page and on
        file.write(QByteArray(12'000, '\xee'));
        file.close();
        const QByteArray before = contents(m_path);
        SqlStore store(m_path);
        QVERIFY(waitFor(store.open()).error().is(persistence::errors::Corrupt));
        QCOMPARE(contents(m_path), before);
    }

    void aNewerDatabaseIsRefusedAndUntouched()
    {
        {
            SqlStore store(m_path);
            QVERIFY(waitFor(store.open()));
        }
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
            db.setDatabaseName(m_path);
            QVERIFY(db.open());
            QSqlQuery query(db);
            QVERIFY(query.exec(u"PRAGMA user_version = 999"_s));
            db.close();
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
        const QByteArray before = contents(m_path);
        SqlStore store(m_path);
        const auto opened = waitFor(store.open());
        QVERIFY(opened.error().is(persistence::errors::Newer));
        QCOMPARE(opened.error().params.value(u"version"_s).toInt(), 999);
        QCOMPARE(contents(m_path), before);
    }

    void aPlaceThatCannotHoldADatabaseIsSaid()
    {
        SqlStore store(u"/dev/full/no-such-place"_s);
        QVERIFY(waitFor(store.open()).error().is(persistence::errors::Failed));
    }

private:
    QTemporaryDir m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(SqlStoreTest)
#include "sqlstoretest.moc"

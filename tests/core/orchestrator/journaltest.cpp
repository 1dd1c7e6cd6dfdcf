// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be kept is kept in its order, however long the database cannot be written.
#include "core/orchestrator/journal.h"
#include "tests/support/memorystore.h"
#include "tests/support/virtualtime.h"

#include <QTest>

using namespace core;
using namespace core::orchestrator;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

model::Change named(VmId id, const QString &name)
{
    return {id, model::Object(std::make_shared<const model::Vm>(model::Vm{.id = id, .name = name}))};
}

/// The result of a task that ends without waiting.
template <class T>
Result<T> resultOf(core::Task<T> task)
{
    Result<T> result = Error(errors::Timeout);
    const auto drive = [](core::Task<T> inner, Result<T> *out) -> core::Task<> {
        *out = co_await inner;
        co_return {};
    };
    Scope scope([](const Error &) {});
    scope.spawn(drive(std::move(task), &result));
    return result;
}

} // namespace

class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyChangesAreOneBatch()
    {
        const VmId vm = VmId::random();
        m_journal->add(named(vm, u"a"_s));
        m_journal->add(named(vm, u"b"_s));
        m_journal->add(model::Event{.id = 1});
        QCOMPARE(m_store->kept.inventory.size(), 0);
        m_clock->advance(1s);
        QCOMPARE(m_store->kept.inventory.find(vm)->name, u"b"_s);
        QCOMPARE(m_store->log.size(), 1U);
    }

    void whatCouldNotBeWrittenIsTriedAgainWithoutANewChange()
    {
        const VmId vm = VmId::random();
        const model::Task ended{.id = TaskId::random(), .state = model::TaskState::Succeeded};
        m_store->full = true;
        m_journal->add(named(vm, u"a"_s));
        m_journal->add(model::Event{.id = 1});
        m_journal->add(ended);
        m_clock->advance(1s);
        QVERIFY(m_journal->failure());
        m_journal->add(named(vm, u"newer"_s));
        m_journal->add(model::Event{.id = 2});
        m_clock->advance(600s);
        QVERIFY(m_journal->failure()->why.is(persistence::errors::Full));
        m_store->full = false;
        m_clock->advance(31s);
        QVERIFY(!m_journal->failure());
        QCOMPARE(m_store->kept.inventory.find(vm)->name, u"newer"_s);
        QCOMPARE(m_store->log.size(), 2U);
        QCOMPARE(m_store->log.front().id, 1);
        QCOMPARE(m_store->kept.tasks.size(), 1U);
    }

    void newWorkIsRefusedWhileNothingCanBeWritten()
    {
        std::vector<bool> told;
        m_journal->setListener([&](const auto &failure) { told.push_back(failure.has_value()); });
        const model::Task task{.id = TaskId::random()};
        m_store->full = true;
        QVERIFY(resultOf(m_journal->accept(task, {})).error().is(persistence::errors::Full));
        QVERIFY(resultOf(m_journal->accept(task, {})).error().is(persistence::errors::Failing));
        m_store->full = false;
        QVERIFY(resultOf(m_journal->accept(task, {})).error().is(persistence::errors::Failing));
        m_clock->advance(31s);
        QVERIFY(resultOf(m_journal->accept(task, {})));
        QCOMPARE(m_store->kept.tasks.size(), 1U);
        QCOMPARE(told, (std::vector{true, false}));
    }

    void aKeyThatIsTakenIsNoFailureOfTheDatabase()
    {
        const persistence::RequestKey key{.key = u"k"_s, .user = u"ann"_s};
        QVERIFY(resultOf(m_journal->accept(model::Task{.id = TaskId::random()}, key)));
        QVERIFY(resultOf(m_journal->accept(model::Task{.id = TaskId::random()}, key))
                    .error()
                    .is(core::errors::Conflict));
        QVERIFY(!m_journal->failure());
    }

    void theEndWritesWhatIsLeft()
    {
        m_journal->add(model::Event{.id = 1});
        QVERIFY(resultOf(m_journal->flush()));
        QCOMPARE(m_store->log.size(), 1U);
        m_store->full = true;
        m_journal->add(model::Event{.id = 2});
        QVERIFY(resultOf(m_journal->flush()).error().is(persistence::errors::Full));
    }

    void init()
    {
        m_store = std::make_unique<tests::MemoryStore>();
        m_clock = std::make_unique<simulation::SimulatedClock>();
        m_journal = std::make_unique<Journal>(*m_clock, *m_store);
    }
    void cleanup() { m_journal.reset(); }

private:
    std::unique_ptr<tests::MemoryStore> m_store;
    std::unique_ptr<simulation::SimulatedClock> m_clock;
    std::unique_ptr<Journal> m_journal;
};

QTEST_GUILESS_MAIN(JournalTest)
#include "journaltest.moc"

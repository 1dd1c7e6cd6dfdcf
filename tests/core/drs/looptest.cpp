// SPDX-License-Identifier: GPL-3.0-or-later
// When a cluster acts: whole days of noise, shifts and gaps, a look each minute.
#include "clusters.h"

#include "core/drs/loop.h"

#include <QTest>

#include <cmath>

using namespace drstest;

namespace {

constexpr double lookSeconds = 60;
constexpr int day = 24 * 60;

/// A balanced cluster whose machines' demands wander: factors of 1 that are remembered for a quarter of an hour.
class Life
{
public:
    Life(int hosts, int machines, double noise, std::uint32_t seed = 7)
        : m_chance(seed),
          m_noise(noise),
          m_instance(hostsOf(hosts, 10'000, 250'000))
    {
        for (int i = 0; i < machines; ++i) {
            const int size = 1 + static_cast<int>(m_chance() % 4);
            add(m_instance, i % hosts, size * 115, size * 3'300);
        }
        PlanOptions well{.work = 20'000'000, .seed = 1};
        m_instance.config.threshold = 5;
        for (const Move &move : plan(m_instance, well).moves)
            m_instance.machines[at(move.machine)].host = move.to;
        m_instance.config.threshold = 3;
        for (const Machine &machine : m_instance.machines)
            m_mean.push_back(static_cast<double>(machine.cpuDemand));
        m_drift.assign(m_mean.size(), 0);
        m_lastMove.assign(m_mean.size(), -100'000);
        m_from.assign(m_mean.size(), -1);
    }

    void scale(int machine, double factor) { m_mean[at(machine)] *= factor; }
    [[nodiscard]] std::vector<int> on(int host) const
    {
        std::vector<int> there;
        for (int i = 0; i < static_cast<int>(m_mean.size()); ++i) {
            if (m_instance.machines[at(i)].host == host)
                there.push_back(i);
        }
        return there;
    }

    /// A minute passes, and what is decided is done.
    void pass()
    {
        wander();
        Decision decision = m_loop.look(now(), lookSeconds);
        Instance planned = decision.instance;
        if (decision.trigger == Trigger::None)
            planned.config.threshold = 1;
        int done = 0;
        for (const Move &move : plan(planned, decision.options).moves) {
            if (!move.isAutomatic || done == 8)
                continue;
            ++done;
            apply(move);
        }
        if (done > 0)
            m_loop.acted();
        most = std::max(most, done);
        ++m_minute;
        count();
    }

    [[nodiscard]] double loadOf(int host) const
    {
        double used = 0;
        for (const Machine &machine : m_instance.machines)
            used += machine.host == host ? static_cast<double>(machine.cpuDemand) : 0;
        return used / static_cast<double>(m_instance.hosts[at(host)].cpu);
    }
    [[nodiscard]] bool isContended() const
    {
        for (int host = 0; host < static_cast<int>(m_instance.hosts.size()); ++host) {
            if (loadOf(host) > 1)
                return true;
        }
        return false;
    }
    Instance &instance() { return m_instance; }
    Loop &loop() { return m_loop; }

    int moves = 0;
    int bounces = 0; ///< back within two hours
    int repeats = 0; ///< again within one hour
    int most = 0; ///< in one minute
    int crowdedMinutes = 0; ///< hosts over 90 %, summed

private:
    void wander()
    {
        const double keep = std::exp(-lookSeconds / 900);
        std::normal_distribution<double> normal(0, m_noise * std::sqrt(1 - keep * keep));
        for (std::size_t i = 0; i < m_mean.size(); ++i) {
            m_drift[i] = m_drift[i] * keep + normal(m_chance);
            m_instance.machines[i].cpuDemand = std::llround(m_mean[i] * std::max(0.0, 1 + m_drift[i]));
        }
    }
    [[nodiscard]] Instance now() const
    {
        Instance seen = m_instance;
        for (std::size_t i = 0; i < m_mean.size(); ++i)
            seen.machines[i].sinceMove = std::min(99'999, (m_minute - m_lastMove[i]) * 60);
        return seen;
    }
    void apply(const Move &move)
    {
        const std::size_t index = at(move.machine);
        ++moves;
        bounces += m_from[index] == move.to && m_minute - m_lastMove[index] < 120 ? 1 : 0;
        repeats += m_minute - m_lastMove[index] < 60 ? 1 : 0;
        m_from[index] = move.from;
        m_lastMove[index] = m_minute;
        m_instance.machines[index].host = move.to;
    }
    void count()
    {
        for (int host = 0; host < static_cast<int>(m_instance.hosts.size()); ++host)
            crowdedMinutes += loadOf(host) > 0.9 ? 1 : 0;
    }

    std::mt19937 m_chance;
    double m_noise;
    Instance m_instance;
    Loop m_loop;
    std::vector<double> m_mean;
    std::vector<double> m_drift;
    std::vector<int> m_lastMove;
    std::vector<int> m_from;
    int m_minute = 0;
};

} // namespace

class DrsLoopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noiseMovesNobodyToAndFro();
    void aShiftIsFollowedAndThenThereIsQuiet();
    void aShortPeakMovesNobody();
    void whatIsNotMeasuredStaysAndCountsAsItWas();
    void aHostThatComesBackIsNotTakenForIdle();
    void aRequestIsNotMadeToWait();
};

void DrsLoopTest::noiseMovesNobodyToAndFro()
{
    Life life(32, 600, 0.3);
    for (int minute = 0; minute < day; ++minute)
        life.pass();
    qInfo("%d moves, %d bounces, %.2f %% of host minutes above 90 %%", life.moves, life.bounces,
          life.crowdedMinutes * 100.0 / (32.0 * day));
    QVERIFY2(life.moves <= 10, qPrintable(QString::number(life.moves)));
    QCOMPARE(life.bounces, 0);
    QCOMPARE(life.repeats, 0);
}

void DrsLoopTest::aShiftIsFollowedAndThenThereIsQuiet()
{
    Life life(32, 600, 0.3);
    for (int minute = 0; minute < 6 * 60; ++minute)
        life.pass();
    const int before = life.moves;
    for (const int machine : life.on(3))
        life.scale(machine, 3);
    int contended = 0;
    for (int minute = 0; minute < 10; ++minute) {
        life.pass();
        contended += life.isContended() ? 1 : 0;
    }
    QVERIFY2(contended <= 5, qPrintable(QString::number(contended)));
    QVERIFY(life.moves > before);
    QVERIFY(life.most <= 8);
    for (int minute = 0; minute < 60; ++minute)
        life.pass();
    const int after = life.moves;
    for (int minute = 0; minute < 60; ++minute)
        life.pass();
    QVERIFY2(life.moves - after <= 4, qPrintable(QString::number(life.moves - after)));
}

void DrsLoopTest::aShortPeakMovesNobody()
{
    Life life(8, 100, 0);
    for (int minute = 0; minute < 60; ++minute)
        life.pass();
    const int before = life.moves;
    const std::vector<int> machines = life.on(2);
    for (const int machine : machines)
        life.scale(machine, 3);
    life.pass();
    life.pass();
    for (const int machine : machines)
        life.scale(machine, 1.0 / 3);
    for (int minute = 0; minute < 60; ++minute)
        life.pass();
    QCOMPARE(life.moves, before);
}

void DrsLoopTest::whatIsNotMeasuredStaysAndCountsAsItWas()
{
    Instance instance = hostsOf(2);
    for (int i = 0; i < 8; ++i)
        add(instance, 0, 1'000, 10'000);
    Loop loop;
    for (int look = 0; look < 5; ++look)
        (void)loop.look(instance, lookSeconds);
    instance.machines[0].hasDemand = false;
    instance.machines[0].cpuDemand = 0;
    const Decision decision = loop.look(instance, lookSeconds);
    QVERIFY(!decision.instance.machines[0].hasDemand);
    QVERIFY(decision.instance.machines[0].cpuDemand >= 900); // its last known peak
    const Plan found = plan(decision.instance, {.work = 1'000'000});
    for (const Move &move : found.moves)
        QVERIFY(move.machine != 0);
}

void DrsLoopTest::aHostThatComesBackIsNotTakenForIdle()
{
    Instance instance = hostsOf(2);
    for (int i = 0; i < 6; ++i)
        add(instance, i % 2, 1'000, 10'000);
    Loop loop;
    for (int look = 0; look < 5; ++look)
        (void)loop.look(instance, lookSeconds);
    Instance gone = instance;
    gone.hosts[1].state = HostState::Disconnected;
    (void)loop.look(gone, lookSeconds);
    for (Machine &machine : instance.machines)
        machine.cpuDemand = machine.host == 1 ? 0 : machine.cpuDemand; // its counters begin anew
    for (int look = 0; look < 2; ++look) {
        const Decision decision = loop.look(instance, lookSeconds);
        for (const Machine &machine : decision.instance.machines)
            QCOMPARE(machine.hasDemand, machine.host == 0);
    }
    QVERIFY(loop.look(instance, lookSeconds).instance.machines[1].hasDemand);
}

void DrsLoopTest::aRequestIsNotMadeToWait()
{
    Instance instance = hostsOf(2);
    for (int i = 0; i < 8; ++i)
        add(instance, 0, 1'000, 10'000);
    Loop loop;
    const Decision waiting = loop.look(instance, lookSeconds);
    QVERIFY(waiting.trigger == Trigger::None && waiting.isWaiting && waiting.isCollecting);
    const Decision asked = loop.lookAtOnce(instance, lookSeconds);
    QVERIFY(asked.trigger == Trigger::Request);
    QVERIFY(!plan(asked.instance, asked.options).moves.empty());
}

QTEST_GUILESS_MAIN(DrsLoopTest)
#include "looptest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resources/pooltree.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace core::resources;

/// VMware's own figures, then what holds in every tree.
class PoolTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFixedPoolLendsNothing();
    void anExpandablePoolBorrowsOnce();
    void aLostHostAdmitsNothingNew();
    void aLimitEndsAdmission();
    void sharesDivideWhatIsScarce();
    void manyMachinesDiluteAPool();
    void scalableSharesCountEachMachine();
    void whatIsReservedAndUnusedIsDividedInside();
    void aReservationNobodyUsesIsLent();
    void reservationsShrinkAlikeWhenTooLarge();
    void everyTreeKeepsItsPromises();
    void moreSharesNeverGiveLess();
};

namespace {

Member machine(int pool, double reservation, double demand = 0, double size = 4, double shares = 1'000)
{
    return {.pool = pool, .reservation = reservation, .shares = shares, .demand = demand, .size = size};
}

double sum(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

bool isNear(double one, double other)
{
    return std::abs(one - other) < 1e-6;
}

PoolTree anyTree(std::mt19937 &chance)
{
    const auto below = [&](int most) {
        return static_cast<int>(chance() % static_cast<std::uint32_t>(most));
    };
    PoolTree tree{.capacity = 10.0 + below(200)};
    for (int i = 0; i < below(8); ++i)
        tree.pools.push_back({.parent = below(i + 1) - 1,
                              .reservation = static_cast<double>(below(3) == 0 ? below(20) : 0),
                              .limit = below(4) == 0 ? 20.0 + below(50) : unlimited,
                              .shares = 1'000.0 * (1 + below(8)),
                              .isExpandable = below(2) == 0,
                              .isScalable = below(3) == 0});
    for (int i = 0; i < 1 + below(30); ++i) {
        Member member =
            machine(below(static_cast<int>(tree.pools.size()) + 1) - 1, below(4) == 0 ? below(5) : 0,
                    below(12), 4.0 + below(12), 500.0 * (1 + below(6)));
        member.limit = below(6) == 0 ? member.reservation + below(4) : unlimited;
        tree.members.push_back(member);
    }
    return tree;
}

} // namespace

/// 12 GB, pools of 4, 4 and 3, none expandable: a third machine of 2 GB in the first one is refused.
void PoolTreeTest::aFixedPoolLendsNothing()
{
    PoolTree tree{.capacity = 12};
    for (const double reservation : {4.0, 4.0, 3.0})
        tree.pools.push_back({.reservation = reservation, .isExpandable = false});
    tree.members = {machine(0, 2)};
    QVERIFY(!shortfall(tree, 0, 2));
    tree.members.push_back(machine(0, 2));
    QCOMPARE(reservationsOf(tree).rootUsed, 11.0);
    QCOMPARE(shortfall(tree, 0, 2), (Shortfall{0, 2}));
    QVERIFY(!shortfall(tree, -1, 1));
    QCOMPARE(shortfall(tree, -1, 2), (Shortfall{-1, 1}));
}

/// 16 GB, pools of 4 (expandable), 5 (fixed) and 5 (expandable): the first borrows the 2 that are left, so that a
/// third machine of 2 GB in the last one finds 1 too little.
void PoolTreeTest::anExpandablePoolBorrowsOnce()
{
    PoolTree tree{.capacity = 16};
    tree.pools = {{.reservation = 4}, {.reservation = 5, .isExpandable = false}, {.reservation = 5}};
    tree.members = {machine(0, 2), machine(0, 2)};
    QVERIFY(!shortfall(tree, 0, 2));
    tree.members.push_back(machine(0, 2));
    QCOMPARE(reservationsOf(tree).used[0], 6.0);
    QCOMPARE(reservationsOf(tree).rootUsed, 16.0);
    tree.members.push_back(machine(2, 2));
    tree.members.push_back(machine(2, 2));
    QCOMPARE(shortfall(tree, 2, 2), (Shortfall{-1, 1}));
}

void PoolTreeTest::aLostHostAdmitsNothingNew()
{
    PoolTree tree{.capacity = 8};
    tree.pools = {{.reservation = 6}, {.reservation = 6}};
    QVERIFY(reservationsOf(tree).isOvercommitted(tree.capacity));
    QCOMPARE(shortfall(tree, -1, 1), (Shortfall{-1, 5}));
    QVERIFY(!shortfall(tree, 0, 1)); // what the pool had is still its own
}

void PoolTreeTest::aLimitEndsAdmission()
{
    PoolTree tree{.capacity = 100};
    tree.pools = {{.reservation = 2, .limit = 5}};
    tree.members = {machine(0, 4)};
    QVERIFY(!shortfall(tree, 0, 1));
    QCOMPARE(shortfall(tree, 0, 3), (Shortfall{0, 2}));
}

void PoolTreeTest::sharesDivideWhatIsScarce()
{
    PoolTree tree{.capacity = 12};
    tree.pools = {{.shares = 8'000}, {.shares = 4'000}};
    tree.members = {machine(0, 0, 20, 20), machine(1, 0, 20, 20)};
    const auto given = entitlements(tree);
    QVERIFY(isNear(given[0], 8));
    QVERIFY(isNear(given[1], 4));
}

void PoolTreeTest::manyMachinesDiluteAPool()
{
    PoolTree tree{.capacity = 12};
    tree.pools = {{.shares = 8'000}, {.shares = 4'000}};
    for (int i = 0; i < 24; ++i)
        tree.members.push_back(machine(0, 0, 20, 20));
    for (int i = 0; i < 4; ++i)
        tree.members.push_back(machine(1, 0, 20, 20));
    const auto given = entitlements(tree);
    QVERIFY(isNear(given.front(), 8.0 / 24));
    QVERIFY(isNear(given.back(), 1)); // three times as much, in the pool of half the shares
}

void PoolTreeTest::scalableSharesCountEachMachine()
{
    PoolTree tree{.capacity = 12};
    tree.pools = {{.shares = 8'000, .isScalable = true}, {.shares = 4'000, .isScalable = true}};
    for (int i = 0; i < 24; ++i)
        tree.members.push_back(machine(0, 0, 20, 20));
    for (int i = 0; i < 4; ++i)
        tree.members.push_back(machine(1, 0, 20, 20));
    const auto given = entitlements(tree);
    QVERIFY(isNear(given.front(), 2 * given.back()));
    QVERIFY(isNear(sum(given), 12));
}

/// A pool of 10 GB, four machines of 4 GB that use 1 GB each: 2.5 GB each, not 1.
void PoolTreeTest::whatIsReservedAndUnusedIsDividedInside()
{
    PoolTree tree{.capacity = 10};
    tree.pools = {{.reservation = 10}};
    for (int i = 0; i < 4; ++i)
        tree.members.push_back(machine(0, 0, 1, 4));
    for (const double given : entitlements(tree))
        QVERIFY(isNear(given, 2.5));
}

void PoolTreeTest::aReservationNobodyUsesIsLent()
{
    PoolTree tree{.capacity = 10};
    tree.pools = {{.reservation = 8}};
    tree.members = {machine(-1, 0, 9, 9)};
    QVERIFY(isNear(entitlements(tree)[0], 9)); // the pool is empty
}

void PoolTreeTest::reservationsShrinkAlikeWhenTooLarge()
{
    PoolTree tree{.capacity = 6};
    tree.members = {machine(-1, 4), machine(-1, 8, 0, 8)};
    const auto given = entitlements(tree);
    QVERIFY(isNear(given[0], 2));
    QVERIFY(isNear(given[1], 4));
}

void PoolTreeTest::everyTreeKeepsItsPromises()
{
    std::mt19937 chance(5);
    for (int round = 0; round < 2'000; ++round) {
        const PoolTree tree = anyTree(chance);
        const auto given = entitlements(tree);
        QVERIFY(sum(given) <= tree.capacity + 1e-6);
        double wanted = 0;
        for (std::size_t i = 0; i < given.size(); ++i) {
            const Member &member = tree.members[i];
            QVERIFY(given[i] >= -1e-9);
            QVERIFY(given[i] <= member.size + 1e-6);
            QVERIFY(member.limit < 0 || given[i] <= member.limit + 1e-6);
            wanted += member.limit < 0 ? member.size : std::min(member.limit, member.size);
        }
        const bool isLimited = std::any_of(tree.pools.begin(), tree.pools.end(),
                                           [](const Pool &pool) { return pool.limit >= 0; });
        if (!isLimited) // nothing lies idle while somebody could use it
            QVERIFY(isNear(sum(given), std::min(wanted, tree.capacity)));
        if (tree.pools.empty() && reservationsOf(tree).rootUsed <= tree.capacity) {
            for (std::size_t i = 0; i < given.size(); ++i) {
                const Member &member = tree.members[i];
                const double most = member.limit < 0 ? member.size : std::min(member.limit, member.size);
                QVERIFY(given[i] >= std::min(member.reservation, most) - 1e-6);
            }
        }
    }
}

void PoolTreeTest::moreSharesNeverGiveLess()
{
    std::mt19937 chance(9);
    for (int round = 0; round < 500; ++round) {
        PoolTree tree = anyTree(chance);
        const std::size_t chosen = chance() % tree.members.size();
        const double before = entitlements(tree)[chosen];
        tree.members[chosen].shares *= 2;
        QVERIFY(entitlements(tree)[chosen] >= before - 1e-6);
    }
}

QTEST_GUILESS_MAIN(PoolTreeTest)
#include "pooltreetest.moc"

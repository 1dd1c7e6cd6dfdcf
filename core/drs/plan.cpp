// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/plan.h"

#include "core/drs/search.h"

#include <algorithm>
#include <iterator>

namespace core::drs {

namespace {

constexpr std::int64_t leastRounds = 2'000;
constexpr std::int64_t mostRounds = 4'000'000;
constexpr int turns = 3; // of descending, polishing and taking back
constexpr double relievedLoad = 0.9; // far enough from contention not to be back at once
constexpr double fullHost = 0.8; // above, it is said why a host was not relieved
constexpr std::size_t mostFaults = 1'000;
constexpr std::size_t smallCluster = 2'000; // machines times hosts: a second search costs little
constexpr int advised = 2; // priority of what takes a host out of contention

std::vector<int> hostsOf(const Instance &instance)
{
    std::vector<int> hosts;
    for (const Machine &machine : instance.machines)
        hosts.push_back(machine.host);
    return hosts;
}

std::vector<int> placesOf(const Board &board)
{
    std::vector<int> places;
    for (const Unit &unit : board.units())
        places.push_back(unit.host);
    return places;
}

/// How many machines, not units, are away from home.
int machinesAway(const Board &board, const std::vector<int> &home)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < home.size(); ++i)
        count += board.units()[i].host == home[i] ? 0 : board.units()[i].machines.size();
    return static_cast<int>(count);
}

int unitsAway(const Board &board, const std::vector<int> &home)
{
    int count = 0;
    for (std::size_t i = 0; i < home.size(); ++i)
        count += board.units()[i].host == home[i] ? 0 : 1;
    return count;
}

Goal goalOf(const Instance &instance, const PlanOptions &options, std::size_t hosts)
{
    if (options.maxMoves >= 0) // so many may be used, whatever the threshold would leave alone
        return {.score = 0, .moves = options.maxMoves, .leastGain = 1e-9, .isCostAsked = false};
    const double least = 0.002 / static_cast<double>(std::max<std::size_t>(hosts, 1));
    return {.score = targetOf(instance.config.threshold, static_cast<int>(hosts)), .leastGain = least};
}

std::vector<int> unitOfMachine(const Board &board)
{
    std::vector<int> unitOf(board.instance().machines.size(), -1);
    for (int unit = 0; unit < static_cast<int>(board.units().size()); ++unit) {
        for (const int machine : board.unit(unit).machines)
            unitOf[at(machine)] = unit;
    }
    return unitOf;
}

/// Members of a group that could not be joined are not taken further apart; those that were joined stay.
void holdGroups(Board &board, const Constraints &constraints, const std::vector<Move> &moves)
{
    const std::vector<int> unitOf = unitOfMachine(board);
    for (const auto &group : constraints.together()) {
        if (unitOf[at(group[0])] == unitOf[at(group[1])])
            continue;
        for (const int machine : group)
            board.hold(unitOf[at(machine)], Obstacle::Rule);
    }
    for (const Move &move : moves)
        board.hold(unitOf[at(move.machine)], Obstacle::RecentMove);
}

/// Where the units should be in the end, as far as balance is concerned. `board` is there afterwards.
void balance(Board &board, const std::vector<int> &home, Goal goal, const PlanOptions &options, Work &work,
             std::vector<Fault> &faults)
{
    Random random(options.seed);
    const int budget = goal.moves;
    for (int turn = 0; turn < turns; ++turn) {
        const std::size_t known = faults.size();
        goal.moves = budget < 0 ? -1 : std::max(0, budget - machinesAway(board, home));
        const auto moved = descend(board, goal, work, faults);
        if (moved.empty() && turn > 0)
            break;
        const int away = unitsAway(board, home);
        const int most = budget < 0 ? away : std::min(budget, std::max(away, 1));
        const std::int64_t share = std::min(work.left() / (turns - turn), work.left() / 2);
        const auto rounds = std::min(share / workOfRound, mostRounds);
        if (away == 0 || rounds < leastRounds)
            break;
        polish(board, home, most, random, rounds, work);
        if (budget < 0 && board.score() <= goal.score)
            trim(board, home, goal.score, work);
        if (turn + 1 < turns)
            faults.resize(known); // what was too dear will be asked again
    }
}

/// What a search has brought: the board as it is after the steps that are written down.
struct Attempt {
    Board board;
    Recorder recorder;
    std::vector<Fault> faults;
};

/// Writes down how the board comes to be as the draft, as far as it can step by step.
void reach(Attempt &attempt, Board draft, Goal goal, const std::vector<int> &home, Work &work)
{
    if (goal.moves >= 0)
        goal.moves = std::max(0, goal.moves - machinesAway(draft, home));
    relieve(draft, goal, work);
    sequence(attempt.board, placesOf(draft), attempt.recorder, attempt.faults);
}

Attempt searched(Attempt from, Goal goal, const PlanOptions &options, Work &work)
{
    const std::vector<int> home = placesOf(from.board);
    Board draft = from.board;
    if (options.reliefOnly)
        goal.relievedLoad = relievedLoad;
    else
        balance(draft, home, goal, options, work, from.faults);
    reach(from, std::move(draft), goal, home, work);
    return from;
}

/// Of a small cluster: looks broadly at whole sequences of steps, each of which finds room.
Attempt swept(Attempt from, const Goal &goal, Work &work)
{
    const std::vector<int> home = placesOf(from.board);
    Board draft = from.board;
    sweep(draft, goal.moves, work);
    reach(from, std::move(draft), goal, home, work);
    return from;
}

/// Says of full hosts why nobody leaves them.
void explain(const Board &board, std::vector<Fault> &faults)
{
    for (const int host : board.active()) {
        const Place &place = board.place(host);
        if (place.load() <= fullHost || faults.size() >= mostFaults)
            continue;
        const double mean = std::max(board.meanCpu(), board.meanMemory());
        if (place.load() < mean + std::max(board.cpuDeviation(), board.memoryDeviation()))
            continue;
        faults.push_back({.obstacle = Obstacle::NoGain, .host = host});
        for (const int unit : place.units) {
            const Unit &each = board.unit(unit);
            if (each.held == Obstacle::RecentMove || faults.size() >= mostFaults)
                continue;
            Obstacle why = each.held;
            if (why == Obstacle::None && (each.hard >= 0 || !each.apart.empty()))
                why = commonObstacle(board, unit);
            if (why != Obstacle::None)
                faults.push_back({.obstacle = why, .machine = each.machines.front()});
        }
    }
    for (std::size_t host = 0; host < board.places().size() && faults.size() < mostFaults; ++host) {
        if (board.places()[host].takesPart && board.places()[host].isStale)
            faults.push_back({.obstacle = Obstacle::StatsStale, .host = static_cast<int>(host)});
    }
}

void decideWhoActs(const Instance &instance, std::vector<Move> &moves, const std::vector<Fault> &faults)
{
    const bool isBraked =
        std::ranges::any_of(faults, [](const Fault &fault) { return fault.obstacle == Obstacle::Brake; });
    std::vector<bool> byHand(moves.empty() ? 0 : at(moves.back().recommendation) + 1, isBraked);
    for (const Move &move : moves) {
        const auto automation = instance.automationOf(instance.machines[at(move.machine)]);
        if (automation != Automation::Full || move.priority > instance.config.threshold)
            byHand[at(move.recommendation)] = true;
    }
    for (Move &move : moves)
        move.isAutomatic = !byHand[at(move.recommendation)];
}

} // namespace

int priorityOf(double score, int hosts)
{
    const double steps = std::ceil(score / 0.1 * std::sqrt(static_cast<double>(std::max(hosts, 1))) - 1e-9);
    return static_cast<int>(std::clamp(6 - steps, 2.0, 5.0));
}

double targetOf(int threshold, int hosts)
{
    return std::max(0, 5 - threshold) * 0.1 / std::sqrt(static_cast<double>(std::max(hosts, 1)));
}

double score(const Instance &instance)
{
    Constraints constraints(instance);
    return Board(instance, constraints, unitsOf(instance.machines.size(), {}), hostsOf(instance)).score();
}

Plan plan(const Instance &instance, const PlanOptions &options)
{
    Plan result;
    Work work(options);
    Constraints constraints(instance);
    Recorder recorder(options.maxMoves);
    std::vector<int> hosts = hostsOf(instance);
    std::vector<std::vector<int>> groups;
    {
        Board singles(instance, constraints, unitsOf(instance.machines.size(), {}), hosts);
        result.scoreBefore = singles.score();
        groups = joinGroups(singles, constraints, recorder, result.faults, work);
        hosts = placesOf(singles);
    }
    const auto units = unitsOf(instance.machines.size(), groups);
    Board board(instance, constraints, units, hosts);
    holdGroups(board, constraints, recorder.moves());
    mend(board, constraints, recorder, result.faults, work);

    if (instance.config.threshold > 1 || options.maxMoves >= 0) {
        Goal goal = goalOf(instance, options, board.active().size());
        if (goal.moves >= 0)
            goal.moves = std::max(0, goal.moves - static_cast<int>(recorder.moves().size()));
        Attempt best = searched({board, recorder, result.faults}, goal, options, work);
        const bool isSmall = board.units().size() * board.active().size() <= smallCluster;
        if (goal.moves > 0 && isSmall && !options.reliefOnly) {
            // An end that no step leads to is worth nothing, so both are judged by what they really bring.
            Attempt other = swept({board, recorder, result.faults}, goal, work);
            if (other.board.score() < best.board.score())
                best = std::move(other);
        }
        board = std::move(best.board);
        recorder = std::move(best.recorder);
        result.faults = std::move(best.faults);
    }
    explain(board, result.faults);
    if (work.left() <= 0)
        result.faults.push_back({.obstacle = Obstacle::TimeLimit});
    result.scoreAfter = board.score();
    result.moves = std::move(recorder.moves());
    if (options.reliefOnly) {
        for (Move &move : result.moves)
            move.priority = std::min(move.priority, advised);
    }
    decideWhoActs(instance, result.moves, result.faults);
    return result;
}

Obstacle whyNot(const Instance &instance, int machine, int host)
{
    Constraints constraints(instance);
    std::vector<std::vector<int>> groups;
    std::ranges::copy_if(
        constraints.together(), std::back_inserter(groups), [&](const std::vector<int> &group) {
            const auto home = [&](int each) { return instance.machines[at(each)].host; };
            return std::ranges::all_of(group, [&](int each) { return home(each) == home(group.front()); });
        });
    const Board board(instance, constraints, unitsOf(instance.machines.size(), groups), hostsOf(instance));
    const int unit = unitOfMachine(board)[at(machine)];
    if (const Obstacle why = board.obstacle(unit, host, true); why != Obstacle::None)
        return why;
    if (board.unit(unit).held != Obstacle::None)
        return board.unit(unit).held;
    return board.scoreIfMoved(unit, host) < board.score() ? Obstacle::None : Obstacle::NoGain;
}

} // namespace core::drs

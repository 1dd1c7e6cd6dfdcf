// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/search.h"

#include <algorithm>
#include <array>

namespace core::drs {

namespace {

constexpr int mandatory = 1;
constexpr int soft = 2;
constexpr std::size_t hostsTriedForRoom = 12;
constexpr std::size_t unitsTriedForRoom = 24;
constexpr double brakeShare = 0.2; // of the machines; more at once are news to be doubted
constexpr double brakeLoad = 0.9; // of a host that would take them

Fault faultOf(const Board &board, int unit, Obstacle why)
{
    return {.obstacle = why, .machine = board.unit(unit).machines.front()};
}

bool isDisabled(const Board &board, int unit)
{
    return std::ranges::any_of(board.unit(unit).machines, [&](int machine) {
        return board.instance().automationOf(board.instance().machines[at(machine)]) == Automation::Disabled;
    });
}

/// A unit on `host` whose departure lets `unit` in, and where to; {-1, -1}: none.
std::pair<int, int> roomOn(Board &board, int unit, int host, Work &work)
{
    std::vector<int> there = board.place(host).units;
    std::ranges::sort(there, {}, [&](int each) { return board.unit(each).memory; });
    std::size_t tried = 0;
    for (const int each : there) {
        if (board.unit(each).held != Obstacle::None || board.violation(each) != Obstacle::None)
            continue;
        const double free = board.place(host).memory - board.place(host).usedMemory;
        if (free + board.unit(each).memory < board.unit(unit).memory || ++tried > unitsTriedForRoom)
            continue;
        const int away = bestPlace(board, each, true, work);
        if (away < 0)
            continue;
        board.move(each, away);
        const bool fits = board.fits(unit, host, false);
        board.move(each, host);
        if (fits)
            return {each, away};
    }
    return {-1, -1};
}

/// Another machine goes first so that this one can.
bool moveWithRoom(Board &board, int unit, Reason reason, Recorder &recorder, Work &work)
{
    if (recorder.isFull(board.unit(unit).machines.size() + 1))
        return false;
    std::vector<int> hosts;
    for (const int host : board.active()) {
        const Obstacle why = board.obstacle(unit, host, false);
        if (why == Obstacle::Memory || why == Obstacle::Cpu || why == Obstacle::MemoryReservation)
            hosts.push_back(host);
    }
    std::ranges::sort(hosts, std::greater<>(),
                      [&](int host) { return board.place(host).memory - board.place(host).usedMemory; });
    hosts.resize(std::min(hosts.size(), hostsTriedForRoom));
    for (const int host : hosts) {
        const auto [other, away] = roomOn(board, unit, host, work);
        if (other < 0)
            continue;
        recorder.open();
        const int first = recorder.record(board, other, away, Reason::MakeRoom, mandatory);
        recorder.record(board, unit, host, reason, mandatory, {first});
        recorder.close();
        board.hold(other, Obstacle::RecentMove);
        return true;
    }
    return false;
}

void mustMove(Board &board, int unit, Reason reason, Recorder &recorder, std::vector<Fault> &faults,
              Work &work)
{
    const auto refuse = [&](Obstacle why) {
        faults.push_back(faultOf(board, unit, why));
        board.hold(unit, why);
    };
    if (isDisabled(board, unit))
        return refuse(Obstacle::Disabled);
    if (recorder.isFull(board.unit(unit).machines.size()))
        return refuse(Obstacle::MoveLimit);
    int host = bestPlace(board, unit, true, work);
    if (host < 0)
        host = bestPlace(board, unit, false, work);
    if (host >= 0)
        recorder.record(board, unit, host, reason, mandatory);
    else if (!moveWithRoom(board, unit, reason, recorder, work))
        return refuse(commonObstacle(board, unit));
    board.hold(unit, Obstacle::RecentMove);
}

/// Large ones first: they are the hardest to place.
std::vector<int> bySize(const Board &board, std::vector<int> units)
{
    std::ranges::stable_sort(units, std::greater<>(), [&](int unit) { return board.unit(unit).memory; });
    return units;
}

void emptyHosts(Board &board, Recorder &recorder, std::vector<Fault> &faults, Work &work)
{
    const auto &hosts = board.instance().hosts;
    for (int host = 0; host < static_cast<int>(hosts.size()); ++host) {
        if (!hosts[at(host)].isBeingEmptied())
            continue;
        for (const int unit : bySize(board, board.place(host).units))
            mustMove(board, unit, Reason::HostMaint, recorder, faults, work);
    }
}

/// So many machines on hosts that cannot run them are rather wrong news than a wish.
bool isDoubtful(const Board &board, const std::vector<int> &incompatible)
{
    std::size_t machines = 0;
    for (const int unit : incompatible)
        machines += board.unit(unit).machines.size();
    return static_cast<double>(machines) > brakeShare * static_cast<double>(board.instance().machines.size());
}

void mendPlaces(Board &board, Recorder &recorder, std::vector<Fault> &faults, Work &work)
{
    std::vector<int> incompatible;
    std::vector<int> ruled;
    for (int unit = 0; unit < static_cast<int>(board.units().size()); ++unit) {
        if (!board.place(board.unit(unit).host).takesPart)
            continue;
        const Obstacle why = board.violation(unit);
        if (why == Obstacle::Incompatible)
            incompatible.push_back(unit);
        else if (why == Obstacle::Rule)
            ruled.push_back(unit);
    }
    const std::size_t before = recorder.moves().size();
    for (const int unit : bySize(board, incompatible))
        mustMove(board, unit, Reason::Incompatible, recorder, faults, work);
    bool crowded = isDoubtful(board, incompatible);
    for (std::size_t i = before; i < recorder.moves().size(); ++i)
        crowded = crowded || board.place(recorder.moves()[i].to).load() > brakeLoad;
    if (crowded && !incompatible.empty())
        faults.push_back({.obstacle = Obstacle::Brake});
    // The machines that cannot move stay, so the small and free ones leave the meeting first.
    ruled = bySize(board, ruled);
    std::ranges::reverse(ruled);
    std::ranges::stable_partition(ruled, [&](int unit) { return board.unit(unit).held == Obstacle::None; });
    for (const int unit : ruled) {
        if (board.violation(unit) == Obstacle::None)
            continue; // the others have left
        const bool meets = !board.unit(unit).apart.empty() && board.unit(unit).hard < 0;
        mustMove(board, unit, meets ? Reason::AntiAffin : Reason::VmHostHardAffinity, recorder, faults, work);
    }
}

/// Hosts that have promised more than they own.
void mendReservations(Board &board, Recorder &recorder, std::vector<Fault> &faults, Work &work)
{
    for (const int host : board.active()) {
        const auto isOver = [&] {
            const Place &place = board.place(host);
            return place.cpuReserved > place.cpu || place.memoryReserved > place.memory;
        };
        if (!isOver())
            continue;
        const Reason reason = board.place(host).cpuReserved > board.place(host).cpu ? Reason::ReservationCpu
                                                                                    : Reason::ReservationMem;
        std::vector<int> units = board.place(host).units;
        std::ranges::stable_sort(units, std::greater<>(), [&](int unit) {
            return reason == Reason::ReservationCpu ? board.unit(unit).cpuReserved
                                                    : board.unit(unit).memoryReserved;
        });
        for (const int unit : units) {
            if (!isOver())
                break;
            if (board.unit(unit).held == Obstacle::None && !recorder.isFull(board.unit(unit).machines.size())
                && bestPlace(board, unit, true, work) >= 0)
                mustMove(board, unit, reason, recorder, faults, work);
        }
        if (isOver())
            faults.push_back({.obstacle = reason == Reason::ReservationCpu ? Obstacle::CpuReservation
                                                                           : Obstacle::MemoryReservation,
                              .host = host});
    }
}

void mendSoftly(Board &board, Recorder &recorder, Work &work)
{
    if (board.instance().config.threshold < soft)
        return;
    for (int unit = 0; unit < static_cast<int>(board.units().size()); ++unit) {
        const Unit &each = board.unit(unit);
        if (each.soft < 0 || each.held != Obstacle::None || !board.place(each.host).takesPart
            || board.allowsSoftly(unit, each.host) || recorder.isFull(each.machines.size()))
            continue;
        const int host = bestPlace(board, unit, true, work);
        if (host < 0)
            continue;
        recorder.record(board, unit, host, Reason::VmHostSoftAffinity, soft);
        board.hold(unit, Obstacle::RecentMove);
    }
}

/// The members of a group on `host` if they all fit; otherwise the board is as before.
bool gather(Board &board, const std::vector<int> &units, int host)
{
    std::vector<std::pair<int, int>> done;
    for (const int unit : units) {
        const int from = board.unit(unit).host;
        const bool stays = from == host;
        if (stays && board.violation(unit) == Obstacle::None)
            continue;
        if (stays || !board.fits(unit, host, false) || isDisabled(board, unit)) {
            for (auto undo = done.rbegin(); undo != done.rend(); ++undo)
                board.move(undo->first, undo->second);
            return false;
        }
        done.emplace_back(unit, from);
        board.move(unit, host);
    }
    return true;
}

} // namespace

int bestPlace(const Board &board, int unit, bool soft, Work &work)
{
    work.spend(static_cast<std::int64_t>(board.active().size()) * 4);
    int best = -1;
    double least = 0;
    for (const int host : board.active()) {
        if (!board.fits(unit, host, soft))
            continue;
        const double score = board.scoreIfMoved(unit, host);
        if (best < 0 || score < least) {
            best = host;
            least = score;
        }
    }
    return best;
}

Obstacle commonObstacle(const Board &board, int unit)
{
    std::array<int, static_cast<std::size_t>(Obstacle::TimeLimit) + 1> counts{};
    for (const int host : board.active())
        ++counts[static_cast<std::size_t>(board.obstacle(unit, host, false))];
    counts[static_cast<std::size_t>(Obstacle::None)] = 0;
    counts[static_cast<std::size_t>(Obstacle::SameHost)] = 0;
    const auto most = std::ranges::max_element(counts);
    return *most == 0 ? Obstacle::HostUnavailable : static_cast<Obstacle>(most - counts.begin());
}

std::vector<std::vector<int>> joinGroups(Board &board, const Constraints &constraints, Recorder &recorder,
                                         std::vector<Fault> &faults, Work &work)
{
    std::vector<std::vector<int>> joined;
    for (const std::vector<int> &group :
         constraints.together()) { // of a board of singles a unit is its machine
        const int first = board.unit(group.front()).host;
        if (std::ranges::all_of(group, [&](int unit) { return board.unit(unit).host == first; })) {
            joined.push_back(group);
            continue;
        }
        int best = -1;
        std::pair<std::size_t, double> least;
        std::vector<int> homes;
        for (const int unit : group)
            homes.push_back(board.unit(unit).host);
        for (const int host : board.active()) {
            work.spend(static_cast<std::int64_t>(group.size()) * 4);
            const auto movers = group.size() - static_cast<std::size_t>(std::ranges::count(homes, host));
            if (recorder.isFull(movers) || !gather(board, group, host))
                continue;
            const std::pair cost{movers, board.score()};
            for (std::size_t i = 0; i < group.size(); ++i) {
                if (homes[i] != host)
                    board.move(group[i], homes[i]);
            }
            if (best < 0 || cost < least) {
                best = host;
                least = cost;
            }
        }
        if (best < 0) {
            faults.push_back(faultOf(board, group.front(), commonObstacle(board, group.front())));
            continue;
        }
        recorder.open();
        for (const int unit : group) {
            if (board.unit(unit).host != best)
                recorder.record(board, unit, best, Reason::JointAffin, mandatory);
        }
        recorder.close();
        joined.push_back(group);
    }
    return joined;
}

void mend(Board &board, const Constraints &constraints, Recorder &recorder, std::vector<Fault> &faults,
          Work &work)
{
    faults.insert(faults.end(), constraints.conflicts().begin(), constraints.conflicts().end());
    emptyHosts(board, recorder, faults, work);
    mendPlaces(board, recorder, faults, work);
    mendReservations(board, recorder, faults, work);
    mendSoftly(board, recorder, work);
}

} // namespace core::drs

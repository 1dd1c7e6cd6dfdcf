// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/search.h"

#include <algorithm>
#include <set>

namespace core::drs {

namespace {

constexpr std::int64_t mostLooks = 1'500'000; // placements, all lengths together

using Steps = std::vector<std::pair<int, int>>; // units and where they go

struct Path {
    Steps steps;
    double score = 0;
};

int machinesOf(const Board &board, const Steps &steps)
{
    int count = 0;
    for (const auto &[unit, host] : steps)
        count += static_cast<int>(board.unit(unit).machines.size());
    return count;
}

/// Everything that one more step can make of the path.
void extend(Board &board, const Path &path, int most, std::vector<Path> &next)
{
    const Steps back = [&] {
        Steps homes;
        for (const auto &[unit, host] : path.steps)
            homes.emplace_back(unit, board.unit(unit).host);
        return homes;
    }();
    for (const auto &[unit, host] : path.steps)
        board.move(unit, host);
    const int left = most - machinesOf(board, path.steps);
    for (int unit = 0; unit < static_cast<int>(board.units().size()); ++unit) {
        const bool isMoved =
            std::ranges::any_of(path.steps, [unit](const auto &step) { return step.first == unit; });
        if (isMoved || board.unit(unit).held != Obstacle::None
            || static_cast<int>(board.unit(unit).machines.size()) > left)
            continue;
        for (const int host : board.active()) {
            if (!board.fits(unit, host, true))
                continue;
            Path longer{.steps = path.steps, .score = board.scoreIfMoved(unit, host)};
            longer.steps.emplace_back(unit, host);
            next.push_back(std::move(longer));
        }
    }
    for (auto step = back.rbegin(); step != back.rend(); ++step)
        board.move(step->first, step->second);
}

/// The best of them, each placement once, however it was come by.
void choose(std::vector<Path> &paths, std::size_t width)
{
    std::ranges::stable_sort(paths, {}, &Path::score);
    std::set<Steps> seen;
    std::erase_if(paths, [&](const Path &path) {
        if (seen.size() >= width)
            return true;
        Steps sorted = path.steps;
        std::ranges::sort(sorted);
        return !seen.insert(std::move(sorted)).second;
    });
}

} // namespace

void sweep(Board &board, int most, Work &work)
{
    const auto choices = static_cast<std::int64_t>(board.units().size() * board.active().size());
    if (most <= 0 || choices == 0)
        return;
    const auto width = static_cast<std::size_t>(std::max<std::int64_t>(8, mostLooks / choices / most));
    Path best{.steps = {}, .score = board.score()};
    std::vector<Path> layer{best};
    for (int length = 0; length < most && !layer.empty(); ++length) {
        std::vector<Path> next;
        for (const Path &path : layer) {
            if (!work.spend(choices))
                break;
            extend(board, path, most, next);
        }
        choose(next, width);
        layer = std::move(next);
        if (!layer.empty() && layer.front().score < best.score - 1e-12)
            best = layer.front();
    }
    for (const auto &[unit, host] : best.steps)
        board.move(unit, host);
}

} // namespace core::drs

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drs/plan.h"

#include <QHash>

/// When a cluster should act. Demands rise and fall by themselves; what is decided here is what of it is worth a
/// migration. Pure: readings come in, at whatever pace, and a decision goes out.
namespace core::drs {

struct LoopSettings {
    double fastSeconds = 120; ///< readings are averaged over so long to see contention…
    double slowSeconds = 3'600; ///< …and over so long to see imbalance
    int contentionLooks = 3; ///< so many looks in a row must see it
    int imbalanceLooks = 5;
    double startFactor = 1.1; ///< begins when so many times the target is exceeded; ends at the target
    double coolDownSeconds = 300; ///< after balancing, for the averages to follow
    int movesPerLook = 8; ///< of what is done by itself
    int leastReadings = 3; ///< a machine that was read less often stays where it is
};

enum class Trigger {
    None,
    Contention, ///< a host is asked for more than it has
    Imbalance,
    Request, ///< somebody wants to know
};

/// What is to be planned, if anything.
struct Decision {
    Trigger trigger = Trigger::None; ///< None: only what must be
    bool isWaiting = false; ///< something is amiss, but it may pass
    bool isCollecting = false; ///< most machines were not read often enough yet
    Instance instance; ///< with the demands to plan with
    PlanOptions options; ///< what the trigger calls for
};

class Loop
{
public:
    explicit Loop(const LoopSettings &settings = {}) : m_settings(settings) {}

    /// `now`: the cluster with the demands as just read; of machines without one the last known peak is taken. `seconds`:
    /// since the last look.
    [[nodiscard]] Decision look(Instance now, double seconds);
    /// The same without waiting for anything, on request.
    [[nodiscard]] Decision lookAtOnce(Instance now, double seconds);
    /// Machines are being moved for balance: the averages need time to follow.
    void acted() { m_restSeconds = m_settings.coolDownSeconds; }

private:
    struct Track {
        double fast = 0;
        double slow = 0;
        double variance = 0; ///< of the readings around `slow`
        double peak = 0; ///< of `fast`, fading
        double seconds = 0; ///< since the first reading
        int readings = 0;
        int off = 0; ///< readings in a row that cannot be chance
        int generation = 0;
    };

    void take(const Instance &now, double seconds);
    void follow(Track &track, double reading, double seconds) const;
    /// `fast`: short averages; else long ones.
    void fill(Instance &instance, bool fast, int leastReadings) const;
    [[nodiscard]] bool seesContention(const Instance &fast);
    [[nodiscard]] bool seesImbalance(const Instance &slow);
    [[nodiscard]] double chanceOf(const Instance &slow) const;

    LoopSettings m_settings;
    QHash<QString, Track> m_tracks;
    QHash<QString, int> m_contended; ///< looks in a row, by host
    int m_imbalanced = 0;
    int m_generation = 0;
    double m_restSeconds = 0;
};

} // namespace core::drs

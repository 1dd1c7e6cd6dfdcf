// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/events.h"
#include "core/simulation/ha/scenario.h"

#include <QString>

/// For the reader of a result's file, in English; the console has sentences of its own.
namespace core::simulation {

[[nodiscard]] QString deedWord(Deed deed);
/// Why this was told.
[[nodiscard]] QString whyText(const ha::Event &event);
/// What a machine waits for.
[[nodiscard]] QString waitingText(const QString &code);
/// What the event says for or against the life of its host: `heartbeat-lost`; empty: nothing.
[[nodiscard]] QString evidenceWord(const ha::Event &event);

} // namespace core::simulation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

namespace ctl {

/// `completion bash`: the script that makes bash ask `vigiectl __complete WORDS…`. Returns the exit code.
[[nodiscard]] int runCompletion(const QStringList &words, Output output);

/// The words that could stand in place of the last of `words`, from the catalogue alone.
[[nodiscard]] QStringList completionsOf(const QStringList &words);

/// `__complete WORDS…`: prints completionsOf(), one a line; where an object's name is meant, those of the inventory, if
/// a core that runs (or a server, with a token file) tells it within a moment. Asks nothing and says no errors.
[[nodiscard]] int runComplete(const QStringList &words);

} // namespace ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/connection.h"

#include <QStringList>

#include <variant>

/// The command line of `vigie`.
namespace console {

struct Options {
    views::Connection connection;
    QString language; ///< "fr", "en"; empty: as the settings or the locale say
};

/// To be printed; the program ends with `exitCode` (0 done, 2 bad usage).
struct Message {
    QString text;
    int exitCode = 0;
};

/// `arguments` without the program's name. Sentences are in the language that is set.
[[nodiscard]] std::variant<Options, Message> parse(const QStringList &arguments);

/// `--lang` alone, found before anything else is said; empty: not given.
[[nodiscard]] QString languageIn(const QStringList &arguments);

} // namespace console

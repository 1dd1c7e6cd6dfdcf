// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace ctl {

enum class Output { Table, Json, Csv };

/// Where a core is to be found.
struct Place {
    QString core; ///< an embedded core's directory
    QString connect; ///< a libvirt URI: an embedded core that knows that one host
    QString server; ///< https://…

    // Of a server: who we are to it, and by what its certificate is judged.
    QString user;
    QString passwordFile;
    QString tokenFile; ///< of an API token, in place of user and password
    QString authorities; ///< a file
    QString fingerprint;
};

/// How to speak to the user: known even where the rest of the command line is wrong.
struct Manner {
    Output output = Output::Table;
    QString language; ///< empty: the locale's
};

/// What the command line says: global options, words, and the parameters of the operation that the words mean.
struct Arguments {
    Place place;
    Output output = Output::Table;
    QString language;
    QString filter; ///< what a list is narrowed to
    QHash<QString, QStringList> narrowing; ///< of `get tasks|events`: --state, --since…, by their names
    bool wait = true;
    bool watch = false;
    bool check = false; ///< say whether it could be done, do nothing
    bool help = false;
    bool version = false;
    QStringList
        words; ///< of `lab`, `drs` and `ha` all that is not global, options too: they read them themselves
    QHash<QString, QString> parameters; ///< by the catalogue's names; a flag is "true" or "false"
    QHash<QString, QString> secretFiles; ///< where those parameters are that nobody else is to read

    [[nodiscard]] bool isLab() const { return words.value(0) == QLatin1StringView("lab"); }
    [[nodiscard]] bool isHa() const { return words.value(0) == QLatin1StringView("ha"); }
    [[nodiscard]] bool isDrs() const { return words.value(0) == QLatin1StringView("drs"); }
    /// Reads its own options.
    [[nodiscard]] bool isOwnReader() const { return isLab() || isDrs() || isHa(); }
};

/// Looks for `-o` and `--lang` only; what is wrong with them is for parseArguments to say.
[[nodiscard]] Manner mannerOf(const QStringList &arguments);

/// The options, without their dashes, by which a list that the words ask for can be narrowed, besides --filter. What
/// user somebody signs in as is --user already: who asked for a task is --initiated-by.
[[nodiscard]] QStringList narrowingOf(const QStringList &words);

/// One of ctl/errors.h on bad usage. A flag takes a value by `=` only, so that the name after it stays a name; what
/// follows `--` is no option. An option behind the words of a command is that command's own where it has one of the
/// name (`user create ann --password-file F` is ann's), else the program's. VIGIE_CORE, VIGIE_SERVER and what belongs to
/// a server (VIGIE_USER, VIGIE_PASSWORD_FILE, …) stand in for a place that is not named.
[[nodiscard]] core::Result<Arguments> parseArguments(const QStringList &arguments);

} // namespace ctl

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
};

/// What the command line says, before it is known which command it is: global options, words, and
/// `--parameter value` for the operation.
struct Arguments {
    Place place;
    Output output = Output::Table;
    QString language;
    bool wait = true;
    bool watch = false;
    bool check = false; ///< say whether it could be done, do nothing
    bool help = false;
    bool version = false;
    QStringList words;
    QHash<QString, QString> parameters; ///< in camelCase, as the catalogue names them; a flag is "true"
};

/// `base.invalid-argument` on bad usage. VIGIE_CORE and VIGIE_SERVER stand in for a place that is not named.
[[nodiscard]] core::Result<Arguments> parseArguments(const QStringList &arguments);

} // namespace ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/arguments.h"
#include "core/api/client/session.h"

#include <QObject>

#include <functional>

namespace ctl {

/// Ends the program with this exit code.
using End = std::function<void(int)>;

/// `get KIND [NAME]`, `describe KIND NAME`; with --watch until it is interrupted.
void runGet(core::api::client::Session &session, const Arguments &arguments, const End &end);
void runDescribe(core::api::client::Session &session, const Arguments &arguments, const End &end);

/// An operation of the catalogue on one or several objects: `vm power-on NAME…`, `create folder NAME …`,
/// `set vm NAME --name NEW`, `delete cluster NAME`, `host add NAME --uri URI --cluster C`.
void runOperation(core::api::client::Session &session, const Arguments &arguments, const End &end);

/// The catalogue, without a core.
[[nodiscard]] int runOperations(Output output);

} // namespace ctl

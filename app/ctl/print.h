// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/arguments.h"

#include <QJsonObject>

#include <cstdio>

namespace ctl {

// The exit codes of all programs.
inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int badUsage = 2;
inline constexpr int notConnected = 3;
inline constexpr int notPermitted = 4;

void print(std::FILE *stream, const QString &text);
void printJson(std::FILE *stream, const QJsonObject &json);
/// `{"code","message","details"}`: the code and the details for programs, the message in the user's language.
[[nodiscard]] QJsonObject errorJson(const core::Error &error);
/// The error as a sentence, or with `-o json` as `{"error":{"code","message","details"}}`; both to stderr.
void printError(const core::Error &error, Output output);
[[nodiscard]] int exitCode(const core::Error &error);

/// Rows under their heads, for people or as CSV (RFC 4180; a cell that a spreadsheet would take for a formula begins
/// with an apostrophe). Control characters of hostile names are shown as `?`.
[[nodiscard]] QString table(const QStringList &heads, const std::vector<QStringList> &rows, Output output);

} // namespace ctl

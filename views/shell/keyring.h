// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <optional>

/// The user's keyring (Secret Service, KWallet), where what the console signs in with is kept if he wants. There may
/// be none, or it may stay locked: then nothing is found and nothing is kept. GUI thread; answers come from the event
/// loop, and are dropped when `context` is gone.
namespace views::keyring {

/// Absent: not found, or no keyring.
void read(const QString &key, QObject *context, std::function<void(std::optional<QString>)> answer);
/// `answer`: it was kept.
void write(const QString &key, const QString &secret, QObject *context, std::function<void(bool)> answer);
void remove(const QString &key);

} // namespace views::keyring

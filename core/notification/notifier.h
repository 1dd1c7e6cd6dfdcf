// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/model/activity.h"
#include "core/model/notification.h"

#include <vector>

/// The port to whoever is to be called when an alarm goes off. Adapters: system/ (SMTP, HTTPS, programs), and one for
/// tests that only remembers.
namespace core::notification {

/// What became of one alarm.
struct Notice {
    model::Alarm alarm; ///< as it was then; of one that has ended, as it last was
    QString name; ///< of its definition
    model::AlarmTransition transition = model::AlarmTransition::Alert;
    Instant time; ///< of the transition, or of the repetition
    int repetition = 0; ///< it is still red: so many times it was told before
    bool isTest = false; ///< somebody tries whether he would hear of one
    friend bool operator==(const Notice &, const Notice &) = default;
};

/// What is handed over at once. Never empty; a script is given one notice.
struct Delivery {
    model::AlarmAction action; ///< channel and target
    std::vector<Notice> notices; ///< oldest first
};

/// The settings with their secrets: for one delivery, never kept.
struct Access {
    model::NotificationSettings settings;
    QString password; ///< of the mail server's user
    QByteArray key; ///< to sign requests with; empty: they are not signed
};

/// One thread. Abandoning a call does not stop what it began. Each call ends within a minute.
class Notifier
{
public:
    virtual ~Notifier() = default;
    /// Ends when the other side has taken it. core/notification/errors.h, `base.unreachable`, `base.timeout`.
    virtual Task<> deliver(Delivery delivery, Access access) = 0;
    /// The names that a script's action may have, in order.
    [[nodiscard]] virtual std::vector<QString> scripts() const = 0;
};

} // namespace core::notification

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/lane.h"
#include "core/notification/notifier.h"
#include "core/notification/system/transfer.h"

#include <functional>

namespace core::notification::system {

/// What people read of a delivery, in the language of the settings.
struct Words {
    QString subject; ///< one line
    QString text; ///< of a message
    std::vector<QString> sentences; ///< one for each notice
};
/// Sentences are not made here: whoever joins the programs hands in who makes them.
using Compose = std::function<Words(const Delivery &delivery, const QString &language)>;

/// Mail by SMTP, JSON by HTTPS, programs of one directory; each on threads of its own, so that nothing waits.
class SystemNotifier : public Notifier
{
public:
    struct Settings {
        QString server; ///< as it calls itself to those that it tells
        QString scripts; ///< directory; empty: no scripts
        Rules rules;
        Compose compose;
    };

    SystemNotifier(const Clock &clock, Settings settings);

    Task<> deliver(Delivery delivery, Access access) override;
    [[nodiscard]] std::vector<QString> scripts() const override;

private:
    using Job = std::function<Result<void>()>;

    [[nodiscard]] Result<Job> jobOf(const Delivery &delivery, const Access &access) const;
    [[nodiscard]] Result<Job> mailJob(const Delivery &delivery, const Access &access,
                                      const Words &words) const;
    [[nodiscard]] Job postJob(const Delivery &delivery, const Access &access, const Words &words) const;
    [[nodiscard]] Job scriptJob(const Delivery &delivery, const Words &words) const;
    static Task<> run(SystemNotifier *self, Job job);
    static Task<> refused(Error why);

    const Clock &m_clock;
    Settings m_settings;
    Lane m_lane{4, Lane::AtEnd::Leave};
};

} // namespace core::notification::system

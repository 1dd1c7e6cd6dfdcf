// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/linkwords.h"

#include "core/api/client/caller.h"
#include "core/api/client/trust.h"
#include "core/text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace views {

using core::api::client::Link;
using core::api::client::Session;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(views::LinkWords)
};

core::Duration ageOf(const Session &session)
{
    const auto now = std::chrono::time_point_cast<core::Duration>(std::chrono::system_clock::now());
    return std::max(now - session.lastHeard().value_or(now), core::Duration(0));
}

LinkWords connecting(const std::optional<core::Error> &failure)
{
    if (failure)
        return {Words::tr("Not connected"), core::text::sentence(*failure), theme::Role::Alert, false};
    return {Words::tr("Connecting…"), Words::tr("Connecting to the core…"), theme::Role::Accent, false};
}

/// Trying again is of no use.
bool needsUser(const std::optional<core::Error> &error)
{
    return error && (core::api::client::isSignedOut(*error) || core::api::client::isDistrust(*error));
}

LinkWords lost(const Session &session, const std::optional<core::Error> &failure)
{
    const QString age = core::text::ago(ageOf(session));
    LinkWords words{
        Words::tr("Connection lost"),
        Words::tr("The connection to the core is lost. What you see is the data of %1; trying again…",
                  "%1: 12 s ago")
            .arg(age),
        theme::Role::Warning, false};
    // What came of trying to get in again is newer than why we were put out.
    const std::optional<core::Error> why = needsUser(failure) ? failure : session.linkError();
    if (needsUser(why)) {
        words.banner = Words::tr("%1 What you see is the data of %2.", "%1: a sentence, %2: 12 s ago")
                           .arg(core::text::sentence(*why), age);
        words.role = theme::Role::Alert;
    } else if (failure) {
        words.banner =
            Words::tr("%1 What you see is the data of %2; trying again…", "%1: a sentence, %2: 12 s ago")
                .arg(core::text::sentence(*failure), age);
        words.role = theme::Role::Alert;
    }
    return words;
}

} // namespace

LinkWords linkWords(const Session &session, const std::optional<core::Error> &failure, bool restarted)
{
    switch (session.link()) {
    case Link::Connecting: return connecting(failure);
    case Link::Lost: return lost(session, failure);
    case Link::Online: break;
    }
    LinkWords words{.status = Words::tr("Connected")};
    if (restarted) {
        words.banner = Words::tr("The core had stopped and was started again. Nothing of the inventory is "
                                 "lost; a task that was running then may have ended as failed.");
        words.closable = true;
    }
    return words;
}

} // namespace views

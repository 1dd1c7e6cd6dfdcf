// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QPointer>

namespace tests {

/// A Session without a core: this test program defines Session's members itself (fakesession.cpp), so the linker
/// leaves the real one in its library. What the views see is what the test puts here.
struct FakeCore {
    core::api::client::Link link = core::api::client::Link::Online;
    std::optional<core::Error> linkError;
    std::optional<core::Instant> lastHeard;
    core::model::Inventory inventory;
    QHash<core::model::ObjectRef, core::model::Load> loads;
    std::deque<core::model::Task> tasks;
    std::vector<core::model::Alarm> alarms;

    std::vector<core::api::client::PerformanceQuery> queries; ///< asked so far
    std::function<core::Result<std::vector<core::model::Series>>(const core::api::client::PerformanceQuery &)>
        performance;
    std::vector<core::api::client::EventQuery> eventQueries; ///< asked so far
    std::function<core::Result<std::vector<core::model::Event>>(const core::api::client::EventQuery &)>
        events;
    std::vector<core::VmId> screensAsked;
    core::Result<QUrl> screen = core::Error(core::errors::Unsupported);
    std::vector<core::operations::OperationRequest> started;
    std::vector<core::operations::OperationRequest> checked; ///< asked with check()
    /// What check() answers; absent: available.
    std::function<core::Result<core::operations::Availability>(const core::operations::OperationRequest &)>
        check;
    std::vector<core::model::Task> answered; ///< the tasks of those
    /// What GET below /api/v1 gives; absent: `base.not-found`, as a core that knows no such route.
    std::function<core::Result<QJsonObject>(const QString &path)> get;
    std::vector<QString> got; ///< the paths asked for so far
    /// What other requests below /api/v1 are answered with; absent: an empty object.
    std::function<core::Result<QJsonObject>(const QString &request)> send;
    std::vector<QString> sent; ///< "DELETE /sessions/…": other requests below /api/v1
    core::api::client::Endpoint endpoint;
    int starts = 0;
    std::vector<std::pair<QString, QString>> signIns; ///< user and password
    core::Result<void> signIn; ///< what the next one is answered with
};

/// The fake behind a session; lives as long as the session does.
[[nodiscard]] FakeCore &coreOf(core::api::client::Session &session);

} // namespace tests

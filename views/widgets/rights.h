// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QHash>
#include <QObject>

namespace views {

/// What this session's user may, as the core says, so that what he may not is grey and says why. Asked object by
/// object when somebody wants to know, and again after a change of users, roles or permissions. The core judges every
/// request itself: here only what is known to be missing counts. GUI thread.
class Rights : public QObject
{
    Q_OBJECT

public:
    /// The one of a session; lives as long as it.
    [[nodiscard]] static Rights &of(core::api::client::Session &session);

    /// What the user lacks for the request; absent: nothing, or not known (yet: `changed` tells).
    [[nodiscard]] std::optional<core::Error> lacking(const core::operations::OperationRequest &request);
    [[nodiscard]] std::optional<core::Error> lacking(core::model::Privilege privilege,
                                                     const core::model::ObjectRef &object);

Q_SIGNALS:
    void changed();

private:
    explicit Rights(core::api::client::Session &session);

    struct Known {
        std::optional<core::model::PrivilegeSet> privileges; ///< the last answer; absent: there was none
        bool current = false; ///< asked since the last change
    };
    void ask(const core::model::ObjectRef &object, Known &known);
    void take(const core::model::ObjectRef &object, const core::Result<QJsonObject> &answer);
    void forget();

    core::api::client::Session &m_session;
    QHash<core::model::ObjectRef, Known> m_known;
};

} // namespace views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/offline.h"

#include <QCoreApplication>

namespace views {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(views::Offline)
};

} // namespace

QString offlineReason(const core::api::client::Session &session)
{
    using core::api::client::Link;
    switch (session.link()) {
    case Link::Connecting: return Words::tr("The core does not answer yet.");
    case Link::Lost:
        return Words::tr("The connection to the core is lost: nothing can be asked of it until it is back.");
    case Link::Online: break;
    }
    return {};
}

} // namespace views

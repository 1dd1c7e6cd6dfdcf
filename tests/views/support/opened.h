// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/support/world.h"
#include "views/shell/mainwindow.h"
#include "views/shell/objecttabs.h"

#include <QTest>

namespace tests {

/// A window on a filled fake core.
struct Opened {
    core::api::client::Session session{core::api::client::Endpoint{}};
    FakeCore &core = coreOf(session);
    World world = fill(core);
    views::MainWindow window{
        session, views::Connection{.target = QStringLiteral("/srv/core"), .name = QStringLiteral("Test")}};

    Opened()
    {
        window.show();
        Q_EMIT session.inventoryReset();
        Q_EMIT session.linkChanged();
    }
    void select(const core::model::ObjectRef &ref)
    {
        window.showObject(ref);
        QVERIFY(QTest::qWaitFor([&] { return window.tabs().object() == ref; }));
    }
};

} // namespace tests

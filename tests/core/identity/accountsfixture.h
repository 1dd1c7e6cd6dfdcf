// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/accounts.h"
#include "core/identity/errors.h"
#include "core/simulation/simulatedclock.h"
#include "tests/support/memorystore.h"
#include "tests/support/waitfor.h"

namespace tests {

/// A core with the users ann (of the group ops) and bob (disabled), both with passwords, and cheap hashes.
struct Company {
    core::simulation::SimulatedClock clock;
    MemoryStore store;
    core::model::Inventory inventory;
    core::model::User ann{.id = core::UserId::random(), .name = QStringLiteral("ann")};
    core::model::User bob{.id = core::UserId::random(), .name = QStringLiteral("bob"), .disabled = true};
    core::model::Group ops{.id = core::GroupId::random(), .name = QStringLiteral("ops"), .members = {ann.id}};
    std::unique_ptr<core::identity::Accounts> accounts;

    static core::identity::HashCost cheap() { return {.passes = 1, .memoryBytes = 64 * 1024}; }
    static QString annsPassword() { return QStringLiteral("correct horse"); }
    static QString agent() { return QStringLiteral("vigie/0.1"); }

    Company()
    {
        inventory.put(ann);
        inventory.put(bob);
        inventory.put(ops);
        start();
        set(ann, annsPassword());
        set(bob, annsPassword());
    }

    /// Also again, over the same store.
    void start(core::identity::HashCost cost = cheap())
    {
        accounts.reset();
        accounts = std::make_unique<core::identity::Accounts>(clock, store,
                                                              core::identity::Settings{.hashCost = cost});
        accounts->setInventory([this] { return inventory; });
        if (!waitFor(accounts->load()))
            qFatal("load");
    }

    void set(const core::model::User &user, const QString &password)
    {
        if (!waitFor(accounts->setPassword(user, password)))
            qFatal("setPassword");
    }

    [[nodiscard]] core::Result<core::identity::SignedIn>
    signIn(const QString &user, const QString &password = annsPassword(),
           const QString &address = QStringLiteral("192.0.2.7")) const
    {
        const core::identity::Credentials credentials{
            .user = user, .password = password, .address = address, .agent = agent()};
        return waitFor(accounts->signIn(credentials));
    }

    /// Signed in; the test ends here when that fails.
    [[nodiscard]] core::identity::SignedIn in(const QString &user) const
    {
        auto signedIn = signIn(user);
        if (!signedIn)
            qFatal("%s", qPrintable(signedIn.error().code));
        return *std::move(signedIn);
    }

    [[nodiscard]] core::Result<core::identity::Caller> callerOf(const QByteArray &token) const
    {
        return accounts->callerOf(token, agent());
    }
};

} // namespace tests

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/directory.h"
#include "app/server/options.h"
#include "app/server/service.h"

#include <memory>

namespace server {

/// A management server: TLS, users of its own, as long as it runs.
class Standing
{
public:
    explicit Standing(Options options);
    Standing(const Standing &) = delete;
    Standing &operator=(const Standing &) = delete;
    ~Standing();

    /// Done when clients can come. `base.busy`: another server has the directory.
    core::Task<> start();
    /// Done when all that was said is on the disk.
    core::Task<> stop();

    /// For whoever started it: where it listens, the certificate's SHA-256, where the first password is.
    [[nodiscard]] const QString &greeting() const { return m_greeting; }

private:
    [[nodiscard]] QString database() const;
    core::Result<std::unique_ptr<core::persistence::Store>> openStore() const;
    core::Result<core::api::server::Certificate> certificate() const;
    core::Task<> firstAdministrator();
    core::Result<QString> firstPassword();
    core::Result<void> openDoor();

    Options m_options;
    Directory m_directory;
    QString m_greeting;
    std::unique_ptr<Service> m_service;
};

} // namespace server

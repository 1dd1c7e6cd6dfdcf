// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/server/httpserver.h"
#include "core/api/server/visitor.h"
#include "core/api/server/witness.h"
#include "core/persistence/store.h"

#include <memory>

namespace core::api::server {

/// GET /database and POST /database/backup, for those with Global.Settings. Copies are made in one directory of the
/// server, under a name with the time: a client chooses neither. One at a time.
class DatabaseRoutes
{
public:
    using Answer = std::function<void(Response)>;
    using VisitorPtr = std::shared_ptr<Visitor>;

    /// `directory`: of the copies; made when missing, for its owner only.
    DatabaseRoutes(Clock &clock, persistence::Store &store, Witness &witness, QString directory);

    [[nodiscard]] static bool has(const QStringList &path);
    /// The path is one of those that it has, the method one that belongs to it.
    void handle(const Request &request, const VisitorPtr &visitor, const Answer &answer);

private:
    static Task<> answerInfo(DatabaseRoutes *self, Answer answer);
    static Task<> answerBackup(DatabaseRoutes *self, model::AuditRecord record, Answer answer);
    [[nodiscard]] Result<QString> nextCopy() const;

    Clock &m_clock;
    persistence::Store &m_store;
    Witness &m_witness;
    QString m_directory;
    bool m_copying = false;
    Scope m_scope;
};

} // namespace core::api::server

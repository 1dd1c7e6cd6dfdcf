// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/server/httpserver.h"
#include "core/api/server/visitor.h"
#include "core/orchestrator/core.h"

#include <memory>

namespace core::api::server {

/// What a cluster thinks of the places of its VMs, for those who may read it: its report, history, a preview at another
/// threshold, and why a VM is not elsewhere; a host's evacuation; where a VM would start.
class DrsRoutes
{
public:
    using Answer = std::function<void(Response)>;
    using VisitorPtr = std::shared_ptr<Visitor>;

    explicit DrsRoutes(orchestrator::Core &core);

    [[nodiscard]] static bool has(const QByteArray &method, const QStringList &path);
    /// The path is one of those that it has.
    void handle(const Request &request, const QStringList &path, const VisitorPtr &visitor,
                const Answer &answer);

private:
    void ofCluster(const Request &request, ClusterId cluster, const QString &what, const Answer &answer);
    void whyNot(const Request &request, const Answer &answer);
    static Task<> preview(DrsRoutes *self, ClusterId cluster, std::optional<int> threshold, Answer answer);

    orchestrator::Core &m_core;
    Scope m_scope;
};

} // namespace core::api::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

/// Everything that can be asked of /api/v1, as data: the fixed routes, those of each kind of object, those of the
/// catalogue. The server asks it what there is, the OpenAPI document is written from it. Pure.
namespace core::api::schema {

struct QueryParameter {
    QString name;
    QString type; ///< JSON Schema's: string, integer, boolean
    QString summary;
    bool required = false;
};

struct Route {
    QByteArray method;
    QString path; ///< below /api/v1: "/vms/{id}"
    QString summary; ///< English, for the documentation
    std::vector<QueryParameter> query = {};
    int status = 200; ///< of success
    QString answer = {}; ///< name of the schema of its JSON; empty: none
    QString contentType = QStringLiteral("application/json");
    QString body = {}; ///< name of the schema of what is sent; empty: nothing, or the operation's parameters
    bool alsoAtRoot = false; ///< answered without /api/v1, too
    bool stranger = false; ///< answered to who is not signed in
    bool socket = false; ///< by a WebSocket only
    bool conditional = false; ///< needs If-Match
    bool tagged = false; ///< its answer has an ETag
    const operations::Operation *operation = nullptr; ///< that it asks for; null: it is a question
};

[[nodiscard]] const std::vector<Route> &routes();

/// What can be done with a path below /api/v1, each method once; empty: there is no such path.
[[nodiscard]] QByteArrayList methodsOf(const QString &path);

/// Is the path answered at the root, too?
[[nodiscard]] bool isAtRoot(const QString &path);

} // namespace core::api::schema

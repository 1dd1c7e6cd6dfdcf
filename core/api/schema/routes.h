// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

/// The REST routes of the operations, derived from the catalogue, for client and server alike:
/// create and add are `POST /{kind}s`, set is `PATCH /{kind}s/{id}`, delete is `DELETE /{kind}s/{id}`, all others
/// `POST /{kind}s/{id}/{verb}`; where there is no set, `PATCH` with a name renames.
namespace core::api::schema {

struct OperationCall {
    QByteArray method;
    QString path; ///< below /api/v1
    QJsonObject body;
};

/// How an operation is asked for. Its name must be in the catalogue.
[[nodiscard]] OperationCall callOf(const operations::OperationRequest &request);

/// Which operation is asked for; absent when the path is none of an operation. The parameters are those of the
/// body and the id of the path; whether they make sense is not looked at.
[[nodiscard]] std::optional<operations::OperationRequest> requestOf(const OperationCall &call);

/// "POST /vms/{id}/suspend": for the documentation.
[[nodiscard]] QString routeOf(const operations::Operation &operation);

} // namespace core::api::schema

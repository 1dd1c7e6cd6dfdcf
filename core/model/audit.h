// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

namespace core::model {

/// One thing that somebody did or was refused, as the audit log keeps it.
struct AuditRecord {
    Instant at;
    QString who; ///< `local\ann`; of a failed sign-in the name that was tried
    QString from; ///< address of the peer
    QString what; ///< an operation or `session.create`, `token.create`…
    QString object; ///< `vm/6c9a…`
    QString result; ///< `succeeded`, `accepted` (a task began) or the code of the error
    QString correlation; ///< the request's or task's id

    static constexpr auto fields = FieldList{field("at", &AuditRecord::at),
                                             field("who", &AuditRecord::who),
                                             field("from", &AuditRecord::from),
                                             field("what", &AuditRecord::what),
                                             field("object", &AuditRecord::object),
                                             field("result", &AuditRecord::result),
                                             field("correlation", &AuditRecord::correlation)};
    friend bool operator==(const AuditRecord &, const AuditRecord &) = default;
};

} // namespace core::model

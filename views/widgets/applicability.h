// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tree.h"
#include "core/operations/operation.h"

#include <QSet>

/// Which operation can be done to which objects: pure functions over an inventory, for any thread.
namespace views {

/// One object that an operation could be done to, and why not.
struct Candidate {
    core::model::ObjectRef object;
    QString name;
    QJsonObject parameters; ///< as far as they follow from the object
    std::optional<core::Error> reason; ///< absent: it can be done now
};

/// How many of the selected objects an operation fits now.
struct Applicable {
    int total = 0;
    int fitting = 0;
    std::optional<core::Error> reason; ///< of the first that it does not fit
};

/// Is this an operation for such an object at all, whatever its state? One that creates concerns the objects that
/// may be the parent.
[[nodiscard]] bool concerns(const core::operations::Operation &operation,
                            const core::model::ObjectRef &object, core::model::TreeView view,
                            const core::model::Inventory &inventory);

/// The parameters that the object stands for: target or parent, and what a new folder is to hold (what its parent
/// holds, else what the view shows).
[[nodiscard]] QJsonObject parametersFor(const core::operations::Operation &operation,
                                        const core::model::ObjectRef &object, core::model::TreeView view,
                                        const core::model::Inventory &inventory);
/// An object as the value of a parameter.
[[nodiscard]] QJsonValue objectValue(const core::operations::Parameter &parameter,
                                     const core::model::ObjectRef &object);

/// `preset`: further parameters.
[[nodiscard]] std::vector<Candidate> candidates(const core::operations::Operation &operation,
                                                const QJsonObject &preset,
                                                const std::vector<core::model::ObjectRef> &objects,
                                                core::model::TreeView view,
                                                const core::model::Inventory &inventory);
[[nodiscard]] Applicable applicable(const core::operations::Operation &operation, const QJsonObject &preset,
                                    const std::vector<core::model::ObjectRef> &objects,
                                    core::model::TreeView view, const core::model::Inventory &inventory);

/// A power operation on a VM folder is one on the VMs within; other objects stand for themselves.
[[nodiscard]] std::vector<core::model::ObjectRef> powered(const std::vector<core::model::ObjectRef> &objects,
                                                          const core::model::Inventory &inventory);

/// What a user must still be asked for: everything but the target, the parent, what the object implies, and the
/// answers to the core's own questions (trust, secret). Empty when nothing that is asked for is needed.
[[nodiscard]] std::vector<core::operations::Parameter> inputs(const core::operations::Operation &operation);

} // namespace views

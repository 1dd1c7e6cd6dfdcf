// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/access.h"
#include "core/model/inventory.h"
#include "core/model/migration.h"
#include "core/operations/errors.h"

#include <optional>

/// What can be asked of the core. One operation is one struct in a header of its own below this folder:
///
///     struct SuspendVm {                       // vm suspend · POST /vms/{id}/suspend · "Suspend" in the menus
///         static constexpr OperationInfo info{"vm.suspend", Privilege::VmInteractSuspend};
///         VmId vm;                             // the first field is the target
///         bool keepInMemory = false;
///         static constexpr auto fields = FieldList{field("vm", &SuspendVm::vm), …};
///     };
///     Availability availability(const SuspendVm &, const model::Inventory &); // pure; says why not
///
/// and one handler, `Task<> perform(SuspendVm, OperationContext)`, in core/orchestrator. Menus, bulk actions,
/// REST routes, command line, permissions and audit log are derived from the catalogue that CMake gathers.
namespace core::operations {

using model::Privilege;

struct OperationInfo {
    const char *name; ///< `<kind>.<verb>`; "create" and "delete" are POST and DELETE of the collection
    Privilege privilege;
};

/// Available, or the reason why not.
class Availability
{
public:
    Availability() = default;
    Availability(Error why) : m_why(std::move(why)) {} // NOLINT: `return Error(…)` is the point
    /// Available unless one of them is an error; the first is the reason.
    explicit Availability(std::vector<model::Finding> findings) : m_findings(std::move(findings))
    {
        if (const model::Finding *first = model::firstError(m_findings))
            m_why = first->problem;
    }

    [[nodiscard]] explicit operator bool() const { return !m_why; }
    [[nodiscard]] const Error &why() const { return *m_why; }
    /// All that was found, errors first, where the operation looks at more than one thing: also the warnings of one
    /// that is available.
    [[nodiscard]] const std::vector<model::Finding> &findings() const { return m_findings; }

private:
    std::optional<Error> m_why;
    std::vector<model::Finding> m_findings;
};

/// A text for one attempt: it is neither kept with the task nor shown again.
struct Secret {
    QString text;
    [[nodiscard]] bool isNull() const { return text.isEmpty(); }
    friend bool operator==(const Secret &, const Secret &) = default;
};

[[nodiscard]] inline std::optional<QString> textOf(const std::optional<Secret> &secret)
{
    return secret ? std::optional(secret->text) : std::nullopt;
}

/// What somebody must be allowed to before an operation is done for him.
struct Requirement {
    Privilege privilege = Privilege::SystemView;
    model::ObjectRef object;
    friend bool operator==(const Requirement &, const Requirement &) = default;
};
using Requirements = std::vector<Requirement>;

/// How a parameter is read on a command line and described in OpenAPI.
/// A Structure has members of its own.
enum class ParameterType { Text, Flag, Number, Object, Structure };

struct Parameter {
    QString name;
    ParameterType type = ParameterType::Text;
    std::optional<model::Kind> kind; ///< of an Object; absent: any
    bool required = false;
    bool isList = false; ///< of values of the type
    bool isSecret = false;
    QStringList choices = {}; ///< the only values there are; empty: any
    std::vector<Parameter> members = {}; ///< of a Structure
};

/// One entry of the catalogue: an operation without its type.
struct Operation {
    QString name; ///< "vm.suspend"
    QString verb; ///< "suspend"
    QString kindName; ///< "vm": of the REST collection and the command line
    Privilege privilege = Privilege::VmInteractPowerOn;
    std::vector<Parameter> parameters; ///< the first is the target
    /// The target of a request: the first parameter as a ref, the root when it has none.
    model::ObjectRef (*target)(const QJsonObject &parameters) = nullptr;
    /// What the user needs. Usually `privilege` on the target; an operation that reaches further says so with
    /// `Requirements requirements(const Op &, const model::Inventory &)`.
    Requirements (*requirements)(const QJsonObject &parameters, const model::Inventory &inventory) = nullptr;
    /// May it be done now? Wrong parameters are `base.invalid-argument`.
    Availability (*availability)(const QJsonObject &parameters, const model::Inventory &inventory) = nullptr;

    /// Acts on an object that exists (its first parameter).
    [[nodiscard]] bool hasTarget() const
    {
        return verb != QLatin1StringView("create") && verb != QLatin1StringView("add");
    }
};

/// All operations, in the order of their names.
[[nodiscard]] const std::vector<Operation> &catalogue();
/// Null when there is none of that name.
[[nodiscard]] const Operation *findOperation(QStringView name);

/// A request for an operation: its name and parameters, as on the wire.
struct OperationRequest {
    QString operation;
    QJsonObject parameters;
};

/// The parameters without what must not be kept.
[[nodiscard]] QJsonObject withoutSecrets(const Operation &operation, QJsonObject parameters);

template <class Op>
[[nodiscard]] OperationRequest request(const Op &operation)
{
    return {QString::fromLatin1(Op::info.name), json::toObject(operation)};
}

} // namespace core::operations

template <>
struct core::json::Codec<core::operations::Secret> {
    static QJsonValue write(const core::operations::Secret &secret) { return secret.text; }
    static core::Result<core::operations::Secret> read(const QJsonValue &json)
    {
        auto text = core::json::fromJson<QString>(json);
        if (!text)
            return text.error();
        return core::operations::Secret{*std::move(text)};
    }
};

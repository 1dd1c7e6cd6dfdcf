// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/catalogue.gen.h"

#include <algorithm>

namespace core::operations {

namespace {

template <class T>
struct Unwrapped {
    using Type = T;
};
template <class T>
struct Unwrapped<std::optional<T>> {
    using Type = T;
};

template <class T>
Parameter parameterOf(const char *name)
{
    using Value = typename Unwrapped<T>::Type;
    Parameter parameter{.name = QString::fromLatin1(name),
                        .required = !json::IsOptional<T>::value && !std::same_as<T, bool> && !WireEnum<T>};
    if constexpr (model::InventoryId<Value>) {
        parameter.type = ParameterType::Object;
        parameter.kind = model::KindOfId<Value>::value;
    } else if constexpr (std::same_as<Value, model::ObjectRef>) {
        parameter.type = ParameterType::Object;
    } else if constexpr (std::same_as<Value, bool>) {
        parameter.type = ParameterType::Flag;
    } else if constexpr (std::is_arithmetic_v<Value>) {
        parameter.type = ParameterType::Number;
    }
    return parameter;
}

template <class Op>
model::ObjectRef targetOf(const QJsonObject &parameters)
{
    const auto operation = json::fromJson<Op>(parameters);
    if (!operation)
        return {};
    const auto &first = (*operation).*(std::get<0>(Op::fields).member);
    if constexpr (std::constructible_from<model::ObjectRef, decltype(first)>)
        return model::ObjectRef(first);
    else
        return {};
}

template <class Op>
Availability availabilityOf(const QJsonObject &parameters, const model::Inventory &inventory)
{
    const auto operation = json::fromJson<Op>(parameters);
    if (!operation)
        return operation.error();
    return availability(*operation, inventory);
}

template <class Op>
Operation describe()
{
    Operation operation;
    operation.name = QString::fromLatin1(Op::info.name);
    operation.kindName = operation.name.section(u'.', 0, 0);
    operation.verb = operation.name.section(u'.', 1);
    operation.privilege = Op::info.privilege;
    forEachField<Op>([&](const auto &f) {
        using T = typename std::remove_cvref_t<decltype(f)>::Type;
        operation.parameters.push_back(parameterOf<T>(f.name));
    });
    operation.target = targetOf<Op>;
    operation.availability = availabilityOf<Op>;
    return operation;
}

template <class... Ops>
std::vector<Operation> describeAll(std::type_identity<std::tuple<Ops...>>)
{
    std::vector<Operation> all{describe<Ops>()...};
    std::ranges::sort(all, {}, &Operation::name);
    return all;
}

} // namespace

const std::vector<Operation> &catalogue()
{
    static const std::vector<Operation> all = describeAll(std::type_identity<AllOperations>{});
    return all;
}

const Operation *findOperation(QStringView name)
{
    const auto &all = catalogue();
    const auto it =
        std::ranges::lower_bound(all, name, {}, [](const Operation &op) { return QStringView(op.name); });
    return it != all.end() && it->name == name ? &*it : nullptr;
}

} // namespace core::operations

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
constexpr bool isQuantity = false;
template <class Tag>
constexpr bool isQuantity<Quantity<Tag>> = true;

template <class T>
Parameter parameterOf(const char *name);

template <class Value>
void describeValue(Parameter &parameter)
{
    if constexpr (model::InventoryId<Value>) {
        parameter.type = ParameterType::Object;
        parameter.kind = model::KindOfId<Value>::value;
    } else if constexpr (std::same_as<Value, model::ObjectRef>) {
        parameter.type = ParameterType::Object;
    } else if constexpr (std::same_as<Value, bool>) {
        parameter.type = ParameterType::Flag;
    } else if constexpr (std::is_arithmetic_v<Value> || std::same_as<Value, Duration> || isQuantity<Value>) {
        parameter.type = ParameterType::Number;
    } else if constexpr (WireEnum<Value>) {
        for (const auto &each : wireNames(Value{}))
            parameter.choices += QString::fromLatin1(each.name);
    } else if constexpr (HasFields<Value>) {
        parameter.type = ParameterType::Structure;
        forEachField<Value>([&](const auto &f) {
            using T = typename std::remove_cvref_t<decltype(f)>::Type;
            parameter.members.push_back(parameterOf<T>(f.name));
        });
    } else {
        parameter.isSecret = std::same_as<Value, Secret>;
    }
}

template <class T>
Parameter parameterOf(const char *name)
{
    using Value = typename Unwrapped<T>::Type;
    constexpr bool mayBeLeftOut = json::IsOptional<T>::value || json::IsVector<T>::value
        || std::same_as<T, bool> || WireEnum<T> || std::same_as<T, Duration>;
    Parameter parameter{
        .name = QString::fromLatin1(name), .required = !mayBeLeftOut, .isList = json::IsVector<Value>::value};
    if constexpr (json::IsVector<Value>::value)
        describeValue<typename Value::value_type>(parameter);
    else
        describeValue<Value>(parameter);
    return parameter;
}

template <class Op>
model::ObjectRef targetOf(const QJsonObject &parameters)
{
    const auto operation = json::fromJson<Op>(parameters);
    if (!operation)
        return {};
    const auto &first = (*operation).*(Op::fields.first().member);
    if constexpr (requires { operation->target(); }) // of what is no object itself, as an alarm
        return operation->target();
    else if constexpr (std::constructible_from<model::ObjectRef, decltype(first)>)
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
Requirements requirementsOf(const QJsonObject &parameters, const model::Inventory &inventory)
{
    if constexpr (requires(const Op &op) { requirements(op, inventory); }) {
        if (const auto operation = json::fromJson<Op>(parameters))
            return requirements(*operation, inventory);
    }
    return {{Op::info.privilege, targetOf<Op>(parameters)}};
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
    operation.requirements = requirementsOf<Op>;
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

QJsonObject withoutSecrets(const Operation &operation, QJsonObject parameters)
{
    for (const Parameter &parameter : operation.parameters) {
        if (parameter.isSecret)
            parameters.remove(parameter.name);
    }
    return parameters;
}

} // namespace core::operations

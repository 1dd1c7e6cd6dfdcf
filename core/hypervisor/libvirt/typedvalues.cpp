// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/typedvalues.h"

#include <limits>

namespace core::hypervisor::libvirt {

TypedValues::TypedValues(virTypedParameterPtr params, int count)
{
    m_values.reserve(count);
    for (int i = 0; i < count; ++i)
        m_values.insert(QByteArray(params[i].field), &params[i]);
}

std::optional<qint64> TypedValues::integer(const QByteArray &name) const
{
    const virTypedParameter *param = m_values.value(name);
    if (!param)
        return std::nullopt;
    switch (param->type) {
    case VIR_TYPED_PARAM_INT: return param->value.i;
    case VIR_TYPED_PARAM_UINT: return param->value.ui;
    case VIR_TYPED_PARAM_LLONG: return param->value.l;
    case VIR_TYPED_PARAM_ULLONG:
        if (param->value.ul > static_cast<unsigned long long>(std::numeric_limits<qint64>::max()))
            return std::nullopt;
        return static_cast<qint64>(param->value.ul);
    case VIR_TYPED_PARAM_BOOLEAN: return param->value.b;
    default: return std::nullopt;
    }
}

QString TypedValues::text(const QByteArray &name) const
{
    const virTypedParameter *param = m_values.value(name);
    return param && param->type == VIR_TYPED_PARAM_STRING ? QString::fromUtf8(param->value.s) : QString();
}

} // namespace core::hypervisor::libvirt

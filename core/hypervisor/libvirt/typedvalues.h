// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libvirt/libvirt.h>

#include <QHash>
#include <QString>

#include <optional>

namespace core::hypervisor::libvirt {

/// libvirt's typed parameters by name. Reads, does not own; a name that is absent or of another type has no value.
class TypedValues
{
public:
    TypedValues(virTypedParameterPtr params, int count);

    [[nodiscard]] std::optional<qint64> integer(const QByteArray &name) const;
    [[nodiscard]] QString text(const QByteArray &name) const;

private:
    QHash<QByteArray, const virTypedParameter *> m_values;
};

} // namespace core::hypervisor::libvirt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/fileerror.h"

#include "core/hypervisor/errors.h"

#include <libvirt/virterror.h>

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

/// libvirt names most of what a file system says by the system's words alone, and what qemu-img says by its output.
Error fileError(const Failure &failure, const QString &path, const QString &where)
{
    const auto says = [&](QLatin1StringView words) { return failure.message.contains(words); };
    if (failure.code == VIR_ERR_STORAGE_VOL_EXIST || says("File exists"_L1) || says("Directory not empty"_L1))
        return Error(core::errors::Conflict, failure.message);
    if (says("No space left on device"_L1) || says("Disk quota exceeded"_L1))
        return Error(errors::NoSpace, QJsonObject{{u"path"_s, path}}, failure.message);
    if (says("No such file or directory"_L1) || failure.code == VIR_ERR_NO_STORAGE_VOL
        || failure.code == VIR_ERR_NO_STORAGE_POOL)
        return Error(core::errors::NotFound, QJsonObject{{u"what"_s, path}}, failure.message);
    if (says("Permission denied"_L1) || says("Read-only file system"_L1))
        return Error(core::errors::Denied, failure.message);
    return toError(failure, where);
}

} // namespace core::hypervisor::libvirt

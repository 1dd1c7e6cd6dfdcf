// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/hypervisor.h"

namespace core::hypervisor {

namespace {

Task<ShellAnswer> unsupported()
{
    co_return Error(errors::Unsupported);
}

} // namespace

Task<ShellAnswer> Hypervisor::shell(QByteArray)
{
    return unsupported();
}

} // namespace core::hypervisor

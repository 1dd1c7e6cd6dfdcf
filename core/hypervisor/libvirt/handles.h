// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libvirt/libvirt.h>

#include <cstdlib>
#include <memory>
#include <vector>

/// libvirt's handles, owned. Freeing one drops a reference and never talks to the daemon, so it may happen on
/// any thread; a connection is the exception and has a class of its own (connection.h).
namespace core::hypervisor::libvirt {

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T *handle) const
    {
        Free(handle);
    }
};

using DomainPtr = std::unique_ptr<virDomain, Freer<virDomainFree>>;
using PoolPtr = std::unique_ptr<virStoragePool, Freer<virStoragePoolFree>>;
using VolumePtr = std::unique_ptr<virStorageVol, Freer<virStorageVolFree>>;
using NetworkPtr = std::unique_ptr<virNetwork, Freer<virNetworkFree>>;
using InterfacePtr = std::unique_ptr<virInterface, Freer<virInterfaceFree>>;
using StreamPtr = std::unique_ptr<virStream, Freer<virStreamFree>>;
using Text = std::unique_ptr<char, Freer<std::free>>; ///< a string that libvirt made for us

/// Takes over a list that libvirt allocated: the array and what it points to. A negative count is an empty list.
template <class Handle, class Raw>
[[nodiscard]] std::vector<Handle> adopt(Raw *list, int count)
{
    std::vector<Handle> handles;
    for (int i = 0; i < count; ++i)
        handles.emplace_back(list[i]);
    std::free(list);
    return handles;
}

} // namespace core::hypervisor::libvirt

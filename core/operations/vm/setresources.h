// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/resourcerules.h"

namespace core::operations {

/// Changes reservation, limit and shares of a VM; what is left out stays. Nothing is reserved for one that is off, so
/// there it is looked at when it starts.
struct SetResourcesOfVm {
    static constexpr OperationInfo info{"vm.set-resources", Privilege::VmConfigResource};
    VmId vm;
    std::optional<MegaHertz> cpuReservation;
    std::optional<MegaHertz> cpuLimit; ///< -1: none
    std::optional<QString> cpuShares; ///< low, normal, high, or a number
    std::optional<Bytes> memoryReservation;
    std::optional<Bytes> memoryLimit; ///< -1: none
    std::optional<QString> memoryShares;
    static constexpr auto fields =
        FieldList{field("vm", &SetResourcesOfVm::vm),
                  field("cpuReservationMhz", &SetResourcesOfVm::cpuReservation),
                  field("cpuLimitMhz", &SetResourcesOfVm::cpuLimit),
                  field("cpuShares", &SetResourcesOfVm::cpuShares),
                  field("memoryReservationBytes", &SetResourcesOfVm::memoryReservation),
                  field("memoryLimitBytes", &SetResourcesOfVm::memoryLimit),
                  field("memoryShares", &SetResourcesOfVm::memoryShares)};
};

[[nodiscard]] Result<model::VmResources> changed(model::VmResources resources, const SetResourcesOfVm &wish);
[[nodiscard]] Availability availability(const SetResourcesOfVm &operation, const model::Inventory &inventory);

} // namespace core::operations

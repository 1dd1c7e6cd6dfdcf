// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/io.h"

#include <functional>

namespace core::fencing {

/// The port to the hosts' power, past their operating systems.
class Fence
{
public:
    using Receiver = std::function<void(ha::Input)>;

    virtual ~Fence() = default;

    /// Answer: PowerAnswer, after 20 s at most; `Unknown` when the device did not answer. That an order was accepted
    /// proves nothing: whoever wants to know reads.
    virtual void order(ha::OrderPower order) = 0;
};

} // namespace core::fencing

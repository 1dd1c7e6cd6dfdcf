// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/eventloop.h"

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include <QLoggingCategory>

#include <thread>

namespace core::hypervisor::libvirt {

namespace {

Q_LOGGING_CATEGORY(lcEventLoop, "vigie.hypervisor.libvirt")

/// Without this libvirt prints every error on stderr; ours travel as values.
void silence(void * /*data*/, virErrorPtr /*error*/) {}

bool start()
{
    if (virEventRegisterDefaultImpl() < 0 || virInitialize() < 0) {
        qCCritical(lcEventLoop) << "libvirt does not start";
        return false;
    }
    virSetErrorFunc(nullptr, silence);
    std::thread([] {
        for (;;)
            virEventRunDefaultImpl();
    }).detach();
    return true;
}

} // namespace

void ensureEventLoop()
{
    static const bool running = start();
    Q_UNUSED(running)
}

} // namespace core::hypervisor::libvirt

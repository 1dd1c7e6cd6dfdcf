// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core::hypervisor::libvirt {

/// Starts libvirt's event loop on a thread of its own, once; it runs as long as the process (libvirt cannot
/// replace it and must not lose it). Call it before anything else of libvirt; cheap afterwards. Any thread.
/// SIGPIPE is ignored from then on: libvirt writes to an ssh that may have ended.
///
/// Not libvirt's default implementation: that serves GLib's main context, which is also that of Qt's main
/// thread, so libvirt's callbacks would run there, between our events.
void ensureEventLoop();

} // namespace core::hypervisor::libvirt

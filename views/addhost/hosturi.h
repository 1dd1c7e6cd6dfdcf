// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace views {

/// The parts of a libvirt URI that the connect dialog offers as fields. Only what people type: a URI with more in it
/// is left as it is.
struct HostUri {
    enum class Transport {
        Local, ///< the daemon of this machine; `socket` where it is not the usual one
        Ssh,
        Tls,
        Test, ///< libvirt's own make-believe host
    };

    Transport transport = Transport::Local;
    QString user;
    QString host;
    int port = 0; ///< 0: the usual one
    QString socket;

    friend bool operator==(const HostUri &, const HostUri &) = default;
};

[[nodiscard]] bool needsHost(HostUri::Transport transport);
/// "qemu+ssh://root@h1:2222/system". Empty while the host it needs is missing.
[[nodiscard]] QString toString(const HostUri &uri);
/// Absent when the text says more, or something else, than the fields can.
[[nodiscard]] std::optional<HostUri> hostUriFrom(const QString &text);

} // namespace views

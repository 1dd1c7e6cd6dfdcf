// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <memory>

namespace core::authority {

/// A certificate and its key; PEM.
struct Issued {
    QByteArray certificate;
    QByteArray key;
};

/// The core's own certificate authority: it says to hosts which other hosts they may trust. Its key is a file beside the
/// database (0600). Any thread; making a key takes a millisecond.
class Authority
{
public:
    /// The one in the directory; made, good for ten years, where there is none. `base.invalid-argument` names the file
    /// that cannot be read or written.
    [[nodiscard]] static Result<Authority> open(const QString &directory);

    Authority(Authority &&other) noexcept;
    Authority &operator=(Authority &&other) noexcept;
    ~Authority();

    [[nodiscard]] const QByteArray &certificate() const { return m_certificate; }
    /// For a host of these names and addresses, as server and as client, good for 825 days.
    [[nodiscard]] Result<Issued> issue(const QStringList &names) const;

private:
    struct Parts;
    Authority(QByteArray certificate, std::unique_ptr<Parts> parts);

    QByteArray m_certificate;
    std::unique_ptr<Parts> m_parts;
};

} // namespace core::authority

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>

namespace core::hypervisor::libvirt {

/// A digest of a file's content that is the same wherever its zeros are holes: of its blocks that are not zero, where each
/// is, and of its size. A hole costs nothing, however large.
class ContentDigest
{
public:
    void data(QByteArrayView bytes);
    void hole(qint64 length);
    [[nodiscard]] QByteArray result();

private:
    static constexpr qint64 blockSize = 64 * 1024;
    void endBlock();

    QCryptographicHash m_hash{QCryptographicHash::Blake2b_256};
    QByteArray m_block; ///< the present one, as far as it is known
    qint64 m_number = 0; ///< of the present block
};

} // namespace core::hypervisor::libvirt

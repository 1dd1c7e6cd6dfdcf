// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/contentdigest.h"

#include <algorithm>

namespace core::hypervisor::libvirt {

void ContentDigest::data(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qsizetype part = std::min(bytes.size(), blockSize - m_block.size());
        m_block.append(bytes.first(part));
        bytes = bytes.sliced(part);
        if (m_block.size() == blockSize)
            endBlock();
    }
}

void ContentDigest::hole(qint64 length)
{
    if (!m_block.isEmpty()) {
        const qint64 part = std::min(length, blockSize - m_block.size());
        m_block.append(part, '\0');
        length -= part;
        if (m_block.size() < blockSize)
            return;
        endBlock();
    }
    m_number += length / blockSize;
    m_block.append(length % blockSize, '\0');
}

void ContentDigest::endBlock()
{
    if (std::ranges::any_of(m_block, [](char byte) { return byte != 0; })) {
        m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&m_number), sizeof m_number));
        m_hash.addData(m_block);
    }
    ++m_number;
    m_block.resize(0);
}

QByteArray ContentDigest::result()
{
    const qint64 size = m_number * blockSize + m_block.size();
    if (!m_block.isEmpty())
        endBlock();
    m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&size), sizeof size));
    return m_hash.result();
}

} // namespace core::hypervisor::libvirt

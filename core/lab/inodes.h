// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/process.h"

#include <map>
#include <mutex>

#include <sys/stat.h>

namespace core::lab {

/// The files that the kernel knows of a pass-through file system, each held by a descriptor (O_PATH) of the file behind,
/// so that it stays the same file under any name. Any thread.
class Inodes
{
public:
    /// The kernel's number of a file: 1 is the root. A file has one as long as the kernel remembers it.
    using Number = quint64;
    static constexpr Number rootNumber = 1;

    explicit Inodes(int root) : m_root(root) {}

    /// Of a file that the kernel was told of.
    [[nodiscard]] int descriptor(Number number) const;
    /// Tells the kernel of a file once more. Takes over the descriptor.
    [[nodiscard]] Number remember(Fd file, const struct stat &about);
    /// The kernel drops `times` of what it was told.
    void forget(Number number, quint64 times);

private:
    using Identity = std::pair<dev_t, ino_t>;
    struct Known {
        Fd file;
        Identity identity;
        quint64 told = 0;
    };

    int m_root;
    mutable std::mutex m_mutex;
    std::map<Number, Known> m_known;
    std::map<Identity, Number> m_numbers;
    Number m_last = rootNumber;
};

} // namespace core::lab

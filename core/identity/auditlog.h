// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/lane.h"
#include "core/model/audit.h"

namespace core::identity {

/// What looking through an audit log found.
struct AuditCheck {
    qint64 lines = 0;
    std::optional<qint64> firstBroken; ///< from 1: changed, or lines before it are missing

    friend bool operator==(const AuditCheck &, const AuditCheck &) = default;
};

/// Blocks. Says of every line but the last whether it is as it was written: only a successor vouches for a line.
/// `identity.audit-failed`: the file cannot be read.
[[nodiscard]] Result<AuditCheck> verifyAuditLog(const QString &path);

/// One line of the log, without its end: JSON whose characters are all harmless to a terminal, an editor or a
/// program that reads lines. Longer texts than 1,000 characters are cut.
[[nodiscard]] QByteArray auditLine(const model::AuditRecord &record, qint64 number,
                                   const QByteArray &previous);

/// Who did what: JSON lines in a file of mode 0600 that only grows. Each holds the SHA-256 of the one before, so that
/// none can be changed or taken out unseen. One program writes it. Calls are answered in their order, on the core's
/// thread; the file has a thread of its own.
class AuditLog
{
public:
    explicit AuditLog(QString path);
    AuditLog(const AuditLog &) = delete;
    AuditLog &operator=(const AuditLog &) = delete;
    ~AuditLog();

    /// First of all. Cuts off a last line that a crash left unfinished, and writes that it did. `identity.audit-failed`:
    /// also when another program has it open.
    Task<> open();
    /// Ends when the record is on the disk. `identity.audit-full`, `identity.audit-failed`: it is not there, nor a
    /// part of it, and what it was to tell must not be done.
    Task<> append(model::AuditRecord record);
    /// The last `lines` records, oldest first.
    Task<std::vector<model::AuditRecord>> last(int lines);
    /// Of the last line, too: this knows what it wrote.
    Task<AuditCheck> verify();

private:
    class File;
    std::shared_ptr<File> m_file; ///< used on the lane only
    Lane m_lane{1};
};

} // namespace core::identity

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/lab.h"
#include "core/lab/process.h"

#include <QString>
#include <QTemporaryDir>

#include <functional>

namespace labtest {

/// A place for one lab, and what a machine looks like from outside: to prove that nothing of the lab is left.
class Place
{
public:
    Place();
    ~Place();

    [[nodiscard]] QString directory() const { return m_root.path() + QStringLiteral("/lab"); }
    [[nodiscard]] core::lab::UpOptions options(int hosts, int guests) const;
    [[nodiscard]] core::Result<core::lab::LabStatus> up(int hosts, int guests) const;
    /// What is still there of the lab, in words; empty when nothing is.
    [[nodiscard]] QStringList remains() const;

private:
    QTemporaryDir m_root;
    QStringList m_mountsBefore;
    QStringList m_linksBefore;
};

[[nodiscard]] bool eventually(int seconds, const std::function<bool()> &condition);
[[nodiscard]] core::lab::Fault ofHost(core::lab::FaultKind fault, const QString &host);
[[nodiscard]] core::lab::Fault ofGuest(core::lab::FaultKind fault, const QString &guest);
[[nodiscard]] qint64 logSize(const core::lab::LabGuest &guest);
/// Its serial log gets a new tick within the time.
[[nodiscard]] bool goesOnTicking(const core::lab::LabGuest &guest, int seconds);

} // namespace labtest

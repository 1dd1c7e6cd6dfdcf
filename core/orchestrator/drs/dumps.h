// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drs/instance.h"

#include <QString>

#include <memory>

namespace core::orchestrator {

/// Writes down what plans were made of, as `drs-instance/1`, so that each can be made again. Only the newest are kept.
class DrsDumps
{
public:
    /// Empty: nothing is written.
    explicit DrsDumps(QString directory);
    /// Returns at once: a thread writes. `name`: of the file, without its ending; later ones sort behind earlier ones.
    void write(drs::Instance instance, const QString &name);

private:
    QString m_directory;
};

} // namespace core::orchestrator

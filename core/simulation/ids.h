// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

namespace core::simulation {

/// Ids that the seed and the name fix: UUIDv5 of both, so a world made again is the same one to the database.
class Ids
{
public:
    explicit Ids(quint64 seed) : m_space(QUuid::createUuidV5(vigieSimulation, QString::number(seed))) {}

    template <class IdType>
    [[nodiscard]] IdType of(QStringView kind, const QString &name) const
    {
        return IdType(QUuid::createUuidV5(m_space, kind.toString() + QLatin1Char('/') + name));
    }

private:
    static constexpr QUuid vigieSimulation{0x6f0c2b1e, 0x7d54, 0x4a7b, 0x9e, 0x0a, 0x51,
                                           0x6d,       0x75,   0x6c,   0xe9, 0x01};

    QUuid m_space;
};

} // namespace core::simulation

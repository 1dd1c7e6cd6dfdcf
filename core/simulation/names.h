// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace core::simulation {

/// Numbers VM names: `web-paie` gives web-paie-01, web-paie-02, …; never one that is in `taken`.
class Numbering
{
public:
    [[nodiscard]] QString next(const QString &base, const QSet<QString> &taken)
    {
        int &number = m_last[base];
        QString name;
        do {
            name = QStringLiteral("%1-%2").arg(base).arg(++number, 2, 10, QLatin1Char('0'));
        } while (taken.contains(name));
        return name;
    }

private:
    QHash<QString, int> m_last;
};

} // namespace core::simulation

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/worldspec.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core::simulation {

Result<WorldSpec> worldSpecFromString(const QString &text)
{
    constexpr int mostHosts = 10'000;
    constexpr int mostVms = 1'000'000;
    static const QRegularExpression form(u"^(\\d{1,9})x(\\d{1,9})(?:@(\\d+))?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return errors::invalidArgument(u"simulated"_s, u"HOSTSxVMS or HOSTSxVMS@SEED expected"_s);
    WorldSpec spec{.hosts = match.captured(1).toInt(), .vms = match.captured(2).toInt()};
    if (spec.hosts < 1 || spec.hosts > mostHosts)
        return errors::invalidArgument(u"simulated"_s, u"1 to %1 hosts expected"_s.arg(mostHosts));
    if (spec.vms > mostVms)
        return errors::invalidArgument(u"simulated"_s, u"at most %1 VMs expected"_s.arg(mostVms));
    if (match.hasCaptured(3)) {
        bool whole = false;
        spec.seed = match.captured(3).toULongLong(&whole);
        if (!whole)
            return errors::invalidArgument(u"simulated"_s, u"the seed is out of range"_s);
    }
    return spec;
}

} // namespace core::simulation

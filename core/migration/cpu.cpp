// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/cpu.h"

using namespace Qt::StringLiterals;

namespace core::migration {

namespace {

void take(Features &from, const std::vector<QString> &names)
{
    for (const QString &name : names)
        from.remove(name);
}

} // namespace

Features featuresOf(const model::HostCpu &cpu)
{
    Features has = featuresOfModel(cpu.model);
    take(has, cpu.removed);
    has.unite({cpu.added.begin(), cpu.added.end()});
    Features usable;
    for (const QString &model : cpu.usableModels)
        usable.unite(featuresOfModel(model));
    for (const QString &model : cpu.withheldModels)
        has.subtract(featuresOfModel(model) - usable);
    return has.unite(usable);
}

Features neededBy(const model::VmCpu &cpu)
{
    if (cpu.mode != model::CpuMode::Custom)
        return {};
    Features needs = featuresOfModel(cpu.model);
    needs.unite({cpu.added.begin(), cpu.added.end()});
    take(needs, cpu.removed);
    needs.remove(u"hypervisor"_s); // every hypervisor says that it is one
    return needs;
}

QStringList sorted(const Features &features)
{
    QStringList names(features.begin(), features.end());
    names.sort();
    return names;
}

QJsonArray listOf(const Features &features)
{
    return QJsonArray::fromStringList(sorted(features));
}

} // namespace core::migration

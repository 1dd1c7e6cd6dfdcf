// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/drsroutes.h"

#include "core/api/server/answers.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace core::api::server {

namespace {

Q_LOGGING_CATEGORY(lcDrsRoutes, "vigie.api.drs")

QJsonArray placesJson(const std::vector<orchestrator::DrsBoard::Place> &places)
{
    QJsonArray items;
    for (const orchestrator::DrsBoard::Place &place : places) {
        QJsonObject item{{u"host"_s, place.host.toString()}};
        if (!place.obstacle.isEmpty())
            item.insert(u"obstacle"_s, place.obstacle);
        items.append(item);
    }
    return items;
}

model::ObjectRef objectOf(const QStringList &path)
{
    const QUuid id = QUuid::fromString(path.at(1));
    if (path.front() == u"clusters")
        return ClusterId(id);
    return path.front() == u"hosts" ? model::ObjectRef(HostId(id)) : model::ObjectRef(VmId(id));
}

} // namespace

DrsRoutes::DrsRoutes(orchestrator::Core &core)
    : m_core(core),
      m_scope([](const Error &error) { qCWarning(lcDrsRoutes) << error.code << error.detail; })
{}

bool DrsRoutes::has(const QByteArray &method, const QStringList &path)
{
    static const QStringList known{u"clusters/drs"_s,         u"clusters/drs-history"_s,
                                   u"clusters/drs-preview"_s, u"clusters/drs-why-not"_s,
                                   u"hosts/evacuation"_s,     u"vms/placement"_s};
    return method == "GET" && path.size() == 3 && known.contains(path.at(0) + u'/' + path.at(2));
}

void DrsRoutes::handle(const Request &request, const QStringList &path, const VisitorPtr &visitor,
                       const Answer &answer)
{
    const model::ObjectRef object = objectOf(path);
    if (!visitor->inventory().contains(object) || !visitor->sees(object))
        answer(notFound(path.at(1)));
    else if (!visitor->mayRead(object))
        answer(lacking(model::Privilege::SystemRead, visitor->inventory().nameOf(object)));
    else if (object.kind == model::Kind::Host)
        answer(json(json::toObject(m_core.drs().evacuation(object.as<HostId>()))));
    else if (object.kind == model::Kind::Vm)
        answer(json({{u"items"_s, placesJson(m_core.drs().placesFor(object.as<VmId>()))}}));
    else
        ofCluster(request, object.as<ClusterId>(), path.at(2), answer);
}

void DrsRoutes::ofCluster(const Request &request, ClusterId cluster, const QString &what,
                          const Answer &answer)
{
    if (what == u"drs-why-not") {
        whyNot(request, answer);
    } else if (what == u"drs-history") {
        answer(json({{u"items"_s, json::toJson(m_core.drs().history(cluster))}}));
    } else if (what == u"drs-preview") {
        const QString asked = request.query.queryItemValue(u"threshold"_s);
        bool isNumber = false;
        const int threshold = asked.toInt(&isNumber);
        if (!asked.isEmpty() && (!isNumber || threshold < 1 || threshold > 5))
            answer(problem(errors::invalidArgument(u"threshold"_s, u"1 to 5"_s), 400));
        else
            m_scope.spawn(
                preview(this, cluster, asked.isEmpty() ? std::nullopt : std::optional(threshold), answer));
    } else {
        answer(json(json::toObject(m_core.drs().report(cluster))));
    }
}

void DrsRoutes::whyNot(const Request &request, const Answer &answer)
{
    const VmId vm = VmId::fromString(request.query.queryItemValue(u"vm"_s));
    const HostId host = HostId::fromString(request.query.queryItemValue(u"host"_s));
    if (vm.isNull() || host.isNull()) {
        answer(
            problem(errors::invalidArgument(vm.isNull() ? u"vm"_s : u"host"_s, u"a UUID expected"_s), 400));
        return;
    }
    QJsonObject found;
    if (const QString obstacle = m_core.drs().whyNot(vm, host); !obstacle.isEmpty())
        found.insert(u"obstacle"_s, obstacle);
    answer(json(found));
}

Task<> DrsRoutes::preview(DrsRoutes *self, ClusterId cluster, std::optional<int> threshold, Answer answer)
{
    const auto report = co_await self->m_core.drs().preview(cluster, threshold);
    answer(report ? json(json::toObject(*report)) : problem(report.error()));
    co_return {};
}

} // namespace core::api::server

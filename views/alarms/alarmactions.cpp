// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alarms/alarmactions.h"

#include "core/operations/alarm/acknowledge.h"
#include "core/operations/alarm/reset.h"
#include "core/operations/alarmdefinition/delete.h"
#include "core/operations/alarmdefinition/set.h"
#include "core/operations/alarmrules.h"
#include "core/text/text.h"
#include "views/alarms/acknowledgedialog.h"
#include "views/alarms/definitiondialog.h"
#include "views/delegates/objecticons.h"
#include "views/inventory/bulkdialog.h"
#include "views/inventory/requestrunner.h"
#include "views/widgets/offline.h"
#include "views/widgets/rights.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::AlarmDefinitionId;
using core::api::client::Session;
using core::model::Alarm;
using core::model::AlarmDefinition;
using core::model::AlarmTrigger;
using core::model::ObjectRef;
using core::model::Privilege;
using core::operations::OperationRequest;

AlarmActions::AlarmActions(Session &session, QWidget *window)
    : QObject(window),
      m_session(session),
      m_window(window),
      m_runner(makeRunner(session, window))
{}

QString AlarmActions::lacking(Privilege privilege, const ObjectRef &object) const
{
    const auto missing = Rights::of(m_session).lacking(privilege, object);
    return missing ? core::text::sentence(*missing) : QString();
}

QString AlarmActions::obstacleToAcknowledge(const std::vector<Alarm> &alarms) const
{
    if (const QString offline = offlineReason(m_session); !offline.isEmpty())
        return offline;
    if (alarms.empty())
        return tr("No alarm is selected.");
    if (std::ranges::all_of(alarms, [](const Alarm &each) { return each.acknowledged.has_value(); }))
        return tr("It is acknowledged already.");
    return lacking(Privilege::AlarmAcknowledge, alarms.front().object);
}

QString AlarmActions::obstacleToReset(const std::vector<Alarm> &alarms) const
{
    if (const QString offline = offlineReason(m_session); !offline.isEmpty())
        return offline;
    if (alarms.empty())
        return tr("No alarm is selected.");
    const auto endsItself = std::ranges::find_if(alarms, [this](const Alarm &each) {
        const AlarmDefinition *definition = m_session.inventory().find(each.definition);
        return definition == nullptr || definition->trigger != AlarmTrigger::Event;
    });
    if (endsItself != alarms.end()) {
        const QJsonObject named{{u"name"_s, core::text::alarm(*endsItself)}};
        return core::text::sentence(core::Error(core::operations::errors::AlarmEndsItself, named));
    }
    return lacking(Privilege::AlarmAcknowledge, alarms.front().object);
}

QString AlarmActions::obstacleToDefine(const ObjectRef &object) const
{
    if (const QString offline = offlineReason(m_session); !offline.isEmpty())
        return offline;
    return lacking(Privilege::AlarmCreate, object);
}

QString AlarmActions::obstacleTo(const QString &operation,
                                 const std::vector<AlarmDefinitionId> &definitions) const
{
    if (const QString offline = offlineReason(m_session); !offline.isEmpty())
        return offline;
    if (definitions.empty())
        return tr("No definition is selected.");
    for (const AlarmDefinitionId id : definitions) {
        const OperationRequest request{operation, {{u"definition"_s, id.toString()}}};
        const auto may = core::operations::findOperation(operation)->availability(request.parameters,
                                                                                  m_session.inventory());
        if (!may)
            return core::text::sentence(may.why());
        if (const auto missing = Rights::of(m_session).lacking(request))
            return core::text::sentence(*missing);
    }
    return {};
}

void AlarmActions::run(std::vector<OperationRequest> requests)
{
    if (!requests.empty())
        m_runner->run(prepare(requests, m_session.inventory()));
}

void AlarmActions::acknowledge(const std::vector<Alarm> &alarms)
{
    auto *dialog = new AcknowledgeDialog(alarms, m_session.inventory(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { run(dialog->requests()); });
    dialog->open();
}

void AlarmActions::reset(const std::vector<Alarm> &alarms)
{
    std::vector<OperationRequest> requests;
    for (const Alarm &each : alarms)
        requests.push_back(
            core::operations::request(core::operations::ResetAlarm{.alarm = each.id, .object = {}}));
    run(std::move(requests));
}

void AlarmActions::define(const ObjectRef &object)
{
    auto *dialog = new DefinitionDialog(m_session, object, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { run({dialog->request()}); });
    dialog->open();
}

void AlarmActions::edit(AlarmDefinitionId definition)
{
    const AlarmDefinition *known = m_session.inventory().find(definition);
    if (known == nullptr)
        return;
    auto *dialog = new DefinitionDialog(m_session, *known, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { run({dialog->request()}); });
    dialog->open();
}

void AlarmActions::setEnabled(const std::vector<AlarmDefinitionId> &definitions, bool enabled)
{
    std::vector<OperationRequest> requests;
    for (const AlarmDefinitionId each : definitions)
        requests.push_back(
            {u"alarm-definition.set"_s, {{u"definition"_s, each.toString()}, {u"enabled"_s, enabled}}});
    run(std::move(requests));
}

void AlarmActions::remove(const std::vector<AlarmDefinitionId> &definitions)
{
    const Verb *verb = findVerb(u"alarm-definition.delete");
    std::vector<ObjectRef> objects(definitions.begin(), definitions.end());
    auto all = candidates(*verb->operation, {}, objects, core::model::TreeView::HostsAndClusters,
                          m_session.inventory());
    auto *dialog = new BulkDialog(*verb, std::move(all), m_session.inventory(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, definitions] {
        std::vector<OperationRequest> requests;
        for (const AlarmDefinitionId each : definitions)
            requests.push_back(
                core::operations::request(core::operations::DeleteAlarmDefinition{.definition = each}));
        run(std::move(requests));
    });
    dialog->open();
}

void AlarmActions::explain(QAction *action, const QString &obstacle)
{
    action->setEnabled(obstacle.isEmpty());
    action->setToolTip(obstacle.isEmpty() ? action->text().remove(u'&') : obstacle.toHtmlEscaped());
    action->setStatusTip(obstacle);
}

void AlarmActions::fill(QMenu *menu, const std::vector<Alarm> &alarms)
{
    menu->setToolTipsVisible(true);
    QAction *take = menu->addAction(tr("&Acknowledge…"));
    take->setObjectName(u"alarmAcknowledge"_s);
    explain(take, obstacleToAcknowledge(alarms));
    connect(take, &QAction::triggered, this, [this, alarms] { acknowledge(alarms); });
    QAction *end = menu->addAction(tr("&Reset to Green"));
    end->setObjectName(u"alarmReset"_s);
    explain(end, obstacleToReset(alarms));
    connect(end, &QAction::triggered, this, [this, alarms] { reset(alarms); });
}

void AlarmActions::addSubmenu(QMenu *menu, const std::vector<ObjectRef> &objects)
{
    auto *alarm = new QMenu(tr("A&larm"), menu);
    alarm->setObjectName(u"alarmMenu"_s);
    alarm->setIcon(icon(u"warning"_s));
    alarm->setToolTipsVisible(true);
    menu->addMenu(alarm);
    QAction *create = alarm->addAction(tr("&New Alarm Definition…"));
    create->setObjectName(u"alarmDefine"_s);
    QString obstacle =
        objects.size() == 1 ? obstacleToDefine(objects.front()) : tr("An alarm is defined on one object.");
    explain(create, obstacle);
    connect(create, &QAction::triggered, this, [this, objects] { define(objects.front()); });
    std::vector<Alarm> alarms;
    std::ranges::copy_if(m_session.alarms(), std::back_inserter(alarms), [&](const Alarm &each) {
        return std::ranges::find(objects, each.object) != objects.end();
    });
    fill(alarm, alarms);
    if (!alarms.empty())
        return;
    for (const QString &name : {u"alarmAcknowledge"_s, u"alarmReset"_s}) {
        if (offlineReason(m_session).isEmpty())
            explain(alarm->findChild<QAction *>(name), tr("No alarm is triggered here."));
    }
}

} // namespace views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/migration/readypage.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr size_t mostNames = 12; ///< of hundreds of VMs the first few say enough

}

ReadyPage::ReadyPage(MigrationPlan &plan, QWidget *parent) : MigrationPage(plan, parent)
{
    m_rows = new QFormLayout;
    m_commandTitle = new QLabel(this);
    m_commandTitle->setWordWrap(true);
    m_command = new QLineEdit(this);
    m_command->setObjectName(u"migrationCommand"_s);
    m_command->setReadOnly(true);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_commandTitle->setBuddy(m_command);
    auto *column = new QVBoxLayout(this);
    column->addLayout(m_rows);
    column->addStretch();
    column->addWidget(m_commandTitle);
    column->addWidget(m_command);
    setFinalPage(true);
    retranslate();
}

QString ReadyPage::kindText() const
{
    switch (m_plan.draft.kind) {
    case core::model::MigrationKind::Host: return tr("The host changes, the disks stay");
    case core::model::MigrationKind::Datastore: return tr("The disks move, the host stays");
    case core::model::MigrationKind::HostAndDatastore: return tr("Host and disks change");
    }
    Q_UNREACHABLE();
}

QString ReadyPage::priorityText() const
{
    switch (m_plan.draft.priority) {
    case core::model::MigrationPriority::High: return tr("High priority");
    case core::model::MigrationPriority::Normal: return tr("Normal priority");
    case core::model::MigrationPriority::Low: return tr("Low priority");
    }
    Q_UNREACHABLE();
}

QString ReadyPage::storesText() const
{
    const core::model::Inventory &inventory = m_plan.session.inventory();
    const MigrationDraft &draft = m_plan.draft;
    const auto inFormat = [](const QString &store, const QString &format) {
        return format.isEmpty() ? store : tr("%1, as %2", "datastore, format").arg(store, format);
    };
    if (!draft.eachDisk)
        return inFormat(inventory.nameOf(draft.datastore), draft.format);
    QStringList lines;
    for (const DiskChoice &choice : draft.disks) {
        const auto &place = choice.placement;
        if (place.datastore.isNull() && place.format.isEmpty())
            continue;
        const QString store =
            place.datastore.isNull() ? tr("where it is") : inventory.nameOf(place.datastore);
        lines +=
            tr("%1 of %2: %3").arg(place.disk, inventory.nameOf(choice.vm), inFormat(store, place.format));
    }
    return lines.join(u'\n');
}

QString ReadyPage::namesText() const
{
    QStringList names;
    for (const core::VmId vm : m_plan.possible())
        names += m_plan.session.inventory().nameOf(vm);
    const qsizetype more = names.size() - static_cast<qsizetype>(mostNames);
    if (more <= 0)
        return names.join(u'\n');
    names.resize(mostNames);
    return names.join(u'\n') + u'\n' + tr("and %n more", nullptr, static_cast<int>(more));
}

void ReadyPage::addRow(const QString &title, const QString &value)
{
    auto *label = new QLabel(value, this);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAccessibleName(title);
    m_rows->addRow(title, label);
}

void ReadyPage::retranslate()
{
    setTitle(tr("Ready to Complete"));
    setSubTitle(tr("Finish starts the migration. It goes on when this window is closed."));
    m_commandTitle->setText(tr("The same on the command line:"));
    m_command->setAccessibleName(tr("The same on the command line"));
    while (m_rows->rowCount() > 0)
        m_rows->removeRow(0);
    const std::vector<core::VmId> possible = m_plan.possible();
    if (possible.empty())
        return;
    addRow(tr("Type:"), kindText());
    addRow(tr("Virtual machines:"), namesText());
    if (m_plan.draft.changesHost() && m_plan.chosen)
        addRow(tr("Destination:"), m_plan.chosen->name);
    if (m_plan.draft.movesDisks())
        addRow(tr("Datastore:"), storesText());
    addRow(tr("Priority:"), priorityText());
    m_command->setText(m_plan.draft.command(possible, m_plan.session.inventory()));
    m_command->setCursorPosition(0);
}

} // namespace views

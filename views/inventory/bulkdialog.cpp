// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/bulkdialog.h"

#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/inventory/requestrunner.h"
#include "views/widgets/commandpanel.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int mostShown = 1'000; ///< of each group: nobody reads more, and items cost time
}

BulkDialog::BulkDialog(const Verb &verb, std::vector<Candidate> all, const core::model::Inventory &inventory,
                       QWidget *parent)
    : QDialog(parent),
      m_verb(verb),
      m_all(std::move(all))
{
    m_fitting =
        static_cast<int>(std::ranges::count_if(m_all, [](const Candidate &each) { return !each.reason; }));
    setObjectName(u"bulkDialog"_s);
    build();
    showCommand(inventory);
    retranslate();
    m_list->resizeColumnToContents(0);
    if (m_list->isHidden())
        resize(fontMetrics().averageCharWidth() * 72, sizeHint().height());
    else
        resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * (m_all.size() > 1 ? 22 : 12));
}

void BulkDialog::build()
{
    m_heading = new QLabel(this);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_warning = new QLabel(this);
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setWordWrap(true);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(u"bulkList"_s);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(2);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    auto *buttons = new QDialogButtonBox(this);
    m_go = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(u"bulkGo"_s);
    m_go->setIcon(operationIcon(m_verb.key));
    m_cancel = buttons->addButton(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"bulkCancel"_s);
    QPushButton *harmless = m_verb.destructive ? m_cancel : m_go;
    m_go->setAutoDefault(!m_verb.destructive);
    harmless->setDefault(true);
    harmless->setFocus();
    m_go->setEnabled(m_fitting > 0);
    if (m_verb.operation->name == u"vm.delete" && m_fitting > 0) {
        m_typeIt = new QLabel(this);
        m_typeIt->setTextFormat(Qt::PlainText);
        m_typed = new QLineEdit(this);
        m_typed->setObjectName(u"bulkTyped"_s);
        m_typeIt->setBuddy(m_typed);
        m_go->setEnabled(false);
        connect(m_typed, &QLineEdit::textChanged, this,
                [this](const QString &text) { m_go->setEnabled(text.trimmed() == wordToType()); });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_heading);
    layout->addWidget(m_warning);
    layout->addWidget(m_list, 1);
    if (m_typed != nullptr) {
        layout->addWidget(m_typeIt);
        layout->addWidget(m_typed);
    }
    layout->addStretch();
    m_command = new CommandPanel(CommandPanel::Fold::Foldable, this);
    layout->addWidget(m_command);
    layout->addWidget(buttons);
}

/// Where something is still asked for, the form that follows shows it.
void BulkDialog::showCommand(const core::model::Inventory &inventory)
{
    m_command->setVisible(inputs(*m_verb.operation).empty() && m_fitting > 0);
    std::vector<core::operations::OperationRequest> requests;
    for (const Candidate &each : m_all) {
        if (!each.reason)
            requests.push_back({m_verb.operation->name, each.parameters});
    }
    m_command->setRequests(std::move(requests), inventory);
}

QString BulkDialog::warning() const
{
    const QString &operation = m_verb.operation->name;
    if (operation == u"vm.power-off" || operation == u"vm.reset")
        return tr("The guest operating system is not asked: what it has not written to disk is lost.");
    if (operation == u"host.delete")
        return tr("Its virtual machines keep running, but are no longer shown here.");
    if (operation == u"vm.delete")
        return tr("The machines and their disks are deleted from the datastores. This cannot be undone.");
    if (operation == u"vm.unregister")
        return tr("The files stay on the datastores: the machines can be registered again.");
    if (operation.endsWith(u".delete"))
        return tr("This cannot be undone.");
    return {};
}

/// The name of the one machine, or how many they are.
QString BulkDialog::wordToType() const
{
    const auto fits = [](const Candidate &each) { return !each.reason; };
    return m_fitting == 1 ? std::ranges::find_if(m_all, fits)->name : QString::number(m_fitting);
}

void BulkDialog::fill(QTreeWidgetItem *group, bool fitting)
{
    int count = 0;
    for (const Candidate &each : m_all) {
        if (each.reason.has_value() == fitting)
            continue;
        if (++count > mostShown)
            continue;
        auto *item = new QTreeWidgetItem(group, {each.name});
        item->setIcon(0, iconFor(each.object.kind));
        if (!each.reason)
            continue;
        const QString reason = core::text::sentence(*each.reason);
        item->setText(1, reason);
        item->setToolTip(1, reason);
    }
    if (count > mostShown)
        new QTreeWidgetItem(group, {tr("and %n more", nullptr, count - mostShown)});
    group->setExpanded(true);
}

void BulkDialog::retranslate()
{
    const auto all = static_cast<int>(m_all.size());
    const QString label = VerbLabel::plain(m_verb);
    setWindowTitle(label);
    if (m_fitting == 1 && all == 1)
        m_heading->setText(tr("%1: %2", "operation, object").arg(label, m_all.front().name));
    else if (m_fitting == all)
        m_heading->setText(tr("%1: %n object(s)", nullptr, all).arg(label));
    else
        m_heading->setText(tr("%1 applies to %n of %2 objects", nullptr, m_fitting).arg(label).arg(all));
    QStringList words;
    if (m_verb.destructive)
        words += warning();
    if (m_fitting > RequestRunner::limit)
        words += tr("At most %n of them run at once.", nullptr, RequestRunner::limit);
    words.removeAll(QString());
    m_warning->setText(words.join(u' '));
    m_warning->setVisible(!words.isEmpty());
    m_list->setHidden(m_fitting == 1 && all == 1); // the heading names it
    m_list->setHeaderLabels({tr("Object"), tr("Reason")});
    m_list->setAccessibleName(tr("Objects"));
    m_list->clear();
    m_list->setColumnHidden(1, m_fitting == all);
    if (m_fitting > 0) {
        auto *group = new QTreeWidgetItem(m_list, {tr("Will be done (%n)", nullptr, m_fitting)});
        group->setFirstColumnSpanned(true);
        fill(group, true);
    }
    if (m_fitting < all) {
        auto *group = new QTreeWidgetItem(m_list, {tr("Left out (%n)", nullptr, all - m_fitting)});
        group->setFirstColumnSpanned(true);
        fill(group, false);
    }
    if (m_typed != nullptr) {
        m_typeIt->setText(m_fitting == 1
                              ? tr("To confirm, type the name of the machine: %1").arg(wordToType())
                              : tr("To confirm, type how many machines are deleted: %1").arg(wordToType()));
        m_typed->setAccessibleName(tr("Confirmation"));
    }
    m_go->setText(label);
    m_go->setAccessibleName(label);
    m_cancel->setAccessibleName(tr("Cancel"));
}

void BulkDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views

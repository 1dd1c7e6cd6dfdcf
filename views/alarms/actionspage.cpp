// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alarms/actionspage.h"

#include "core/text/activity.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace views {

using core::model::AlarmChannel;

namespace {
// The same in every language.
const auto exampleAddress = u"ops@example.org"_s;
const auto exampleUrl = u"https://chat.example.org/hooks/ops"_s;
const auto exampleScript = u"notify.sh"_s;
} // namespace

ActionsPage::ActionsPage(DefinitionDraft &draft, QWidget *parent)
    : QWidget(parent),
      m_draft(draft),
      m_list(new QTreeWidget(this)),
      m_channel(new QComboBox(this)),
      m_target(new QLineEdit(this)),
      m_channelTitle(new QLabel(this)),
      m_targetTitle(new QLabel(this)),
      m_hint(new QLabel(this)),
      m_add(new QPushButton(this)),
      m_remove(new QPushButton(this))
{
    build();
    retranslate();
}

void ActionsPage::build()
{
    m_list->setObjectName(u"alarmActions"_s);
    m_list->setRootIsDecorated(false);
    m_list->setColumnCount(3);
    m_list->setUniformRowHeights(true);
    m_channel->setObjectName(u"alarmChannel"_s);
    for (const auto &each : wireNames(AlarmChannel{}))
        m_channel->addItem(QString(), QString::fromLatin1(each.name));
    m_target->setObjectName(u"alarmTarget"_s);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_add->setObjectName(u"alarmAddAction"_s);
    m_remove->setObjectName(u"alarmRemoveAction"_s);
    m_add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    m_channelTitle->setBuddy(m_channel);
    m_targetTitle->setBuddy(m_target);
    auto *when = new QHBoxLayout;
    for (const QString &each : {u"warning"_s, u"alert"_s, u"ended"_s}) {
        auto *box = new QCheckBox(this);
        box->setObjectName(u"alarmOn_"_s + each);
        box->setChecked(true);
        when->addWidget(box);
        m_when.emplace_back(each, box);
        connect(box, &QCheckBox::toggled, this, &ActionsPage::showButtons);
    }
    when->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *form = new QFormLayout;
    form->addRow(m_channelTitle, m_channel);
    form->addRow(m_targetTitle, m_target);
    form->addRow(QString(), when);
    form->addRow(QString(), buttons);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addLayout(form);
    column->addWidget(m_hint);
    connect(m_channel, &QComboBox::currentIndexChanged, this, &ActionsPage::showButtons);
    connect(m_target, &QLineEdit::textChanged, this, &ActionsPage::showButtons);
    connect(m_target, &QLineEdit::returnPressed, this, &ActionsPage::add);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ActionsPage::showButtons);
    connect(m_add, &QPushButton::clicked, this, &ActionsPage::add);
    connect(m_remove, &QPushButton::clicked, this, &ActionsPage::remove);
}

QJsonArray ActionsPage::actions() const
{
    return m_draft.values.value(u"actions"_s).toArray();
}

QString ActionsPage::whenText(const QJsonObject &action) const
{
    const QJsonArray on = action.value(u"on"_s).toArray();
    QStringList words;
    for (const auto &[name, box] : m_when) {
        if (on.isEmpty() || on.contains(name))
            words += QString(box->text()).remove(u'&');
    }
    return words.join(u", "_s);
}

void ActionsPage::fill()
{
    m_list->clear();
    for (const QJsonValue &each : actions()) {
        const QJsonObject action = each.toObject();
        const QStringList cells{core::text::alarmChannel(action.value(u"channel"_s).toString()),
                                action.value(u"target"_s).toString(), whenText(action)};
        new QTreeWidgetItem(m_list, cells);
    }
    for (int column = 0; column < 2; ++column)
        m_list->resizeColumnToContents(column);
    showButtons();
}

void ActionsPage::add()
{
    if (!m_add->isEnabled())
        return;
    QJsonObject action{{u"channel"_s, m_channel->currentData().toString()},
                       {u"target"_s, m_target->text().trimmed()}};
    QJsonArray on;
    for (const auto &[name, box] : m_when) {
        if (box->isChecked())
            on.append(name);
    }
    if (static_cast<size_t>(on.size()) < m_when.size())
        action.insert(u"on"_s, on);
    QJsonArray all = actions();
    all.append(action);
    m_draft.set(u"actions"_s, all);
    m_target->clear();
    fill();
    Q_EMIT changed();
}

void ActionsPage::remove()
{
    const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
    QJsonArray all = actions();
    if (at < 0 || at >= all.size())
        return;
    all.removeAt(at);
    m_draft.set(u"actions"_s, all.isEmpty() ? QJsonValue() : QJsonValue(all));
    fill();
    Q_EMIT changed();
}

void ActionsPage::showButtons()
{
    const bool any = std::ranges::any_of(m_when, [](const auto &each) { return each.second->isChecked(); });
    m_add->setEnabled(any && !m_target->text().trimmed().isEmpty());
    m_remove->setEnabled(!m_list->selectedItems().isEmpty());
    const QString channel = m_channel->currentData().toString();
    if (channel == u"email") {
        m_target->setPlaceholderText(exampleAddress);
        m_hint->setText(tr("The mail server is set up by the administrator of the management server."));
    } else if (channel == u"webhook") {
        m_target->setPlaceholderText(exampleUrl);
        m_hint->setText(tr("The alarm is sent as JSON to this address."));
    } else {
        m_target->setPlaceholderText(exampleScript);
        m_hint->setText(
            tr("The name of a program in the directory “alarm-scripts” of the management server."));
    }
}

void ActionsPage::retranslate()
{
    m_list->setHeaderLabels({tr("Action"), tr("Target"), tr("When")});
    m_list->setAccessibleName(tr("Actions"));
    m_channelTitle->setText(tr("A&ction:"));
    m_channel->setAccessibleName(tr("Action"));
    for (int i = 0; i < m_channel->count(); ++i)
        m_channel->setItemText(i, core::text::alarmChannel(m_channel->itemData(i).toString()));
    m_targetTitle->setText(tr("Tar&get:"));
    m_target->setAccessibleName(tr("Target"));
    m_when[0].second->setText(tr("turns &yellow"));
    m_when[1].second->setText(tr("turns &red"));
    m_when[2].second->setText(tr("turns gree&n again"));
    for (const auto &[name, box] : m_when)
        box->setAccessibleName(QString(box->text()).remove(u'&'));
    m_add->setText(tr("&Add"));
    m_add->setAccessibleName(tr("Add this action"));
    m_remove->setText(tr("Re&move"));
    m_remove->setAccessibleName(tr("Remove the selected action"));
    fill();
}

} // namespace views

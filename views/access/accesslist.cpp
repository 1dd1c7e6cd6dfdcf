// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/accesslist.h"

#include "core/text/text.h"
#include "views/inventory/verbs.h"
#include "views/models/filteredlist.h"
#include "views/widgets/applicability.h"
#include "views/widgets/offline.h"
#include "views/widgets/rights.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::ObjectRef;

namespace {

QList<int> widthsOf(AccessKind kind)
{
    switch (kind) {
    case AccessKind::Users: return {24, 30, 30, 16};
    case AccessKind::Groups: return {24, 50, 40};
    case AccessKind::Roles: return {48, 14, 20, 24};
    case AccessKind::Permissions: return {30, 40, 46, 40};
    case AccessKind::Sessions: return {24, 22, 30, 20, 20};
    }
    Q_UNREACHABLE();
}

} // namespace

AccessList::AccessList(Session &session, AccessKind kind, const QString &name, const QStringList &operations,
                       QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_model(kind),
      m_list(new FilteredList(name, m_model, widthsOf(kind), this)),
      m_row(new QHBoxLayout),
      m_kind(kind)
{
    for (const QString &each : operations) {
        auto *button = new QPushButton(this);
        button->setObjectName(name + u'.' + each);
        button->setAutoDefault(false);
        m_buttons.push_back({core::operations::findOperation(each), button});
        connect(button, &QPushButton::clicked, this, [this, at = m_buttons.size() - 1] {
            Q_EMIT operationRequested(m_buttons[at].operation->name, objectsOf(m_buttons[at]));
        });
        m_row->addWidget(button);
    }
    m_row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(m_row);
    column->addWidget(m_list, 1);
    connect(m_list->view()->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showButtons();
        Q_EMIT selectionChanged();
    });
    connect(&session, &Session::linkChanged, this, &AccessList::showButtons);
    connect(&Rights::of(session), &Rights::changed, this, &AccessList::showButtons);
    retranslate();
}

void AccessList::setRows(std::vector<AccessRow> rows)
{
    m_model.setRows(std::move(rows));
    showButtons();
}

void AccessList::setSubject(const ObjectRef &subject)
{
    m_subject = subject;
}

void AccessList::addButton(QPushButton *button)
{
    button->setAutoDefault(false);
    m_row->insertWidget(m_row->count() - 1, button);
}

std::vector<AccessRow> AccessList::selected() const
{
    std::vector<AccessRow> rows;
    for (const int row : m_list->selectedRows())
        rows.push_back(m_model.row(row));
    return rows;
}

std::vector<ObjectRef> AccessList::objectsOf(const Button &button) const
{
    if (!button.operation->hasTarget())
        return {m_subject};
    std::vector<ObjectRef> objects;
    for (const AccessRow &row : selected())
        objects.push_back(row.ref);
    return objects;
}

/// Of the first row for which there is one; empty: it can be asked for.
QString AccessList::obstacle(const Button &button) const
{
    if (const QString offline = offlineReason(m_session); !offline.isEmpty())
        return offline;
    const auto objects = objectsOf(button);
    if (objects.empty())
        return tr("Nothing is selected.");
    const bool single = button.operation->verb.startsWith(u"set"); // each has values of its own
    if (single && objects.size() > 1)
        return tr("This is done to one at a time.");
    for (const ObjectRef &object : objects) {
        const QJsonObject parameters = parametersFor(
            *button.operation, object, core::model::TreeView::HostsAndClusters, m_session.inventory());
        if (const auto missing = Rights::of(m_session).lacking({button.operation->name, parameters}))
            return core::text::sentence(*missing);
        if (const auto may = button.operation->availability(parameters, m_session.inventory()); !may)
            return core::text::sentence(may.why());
    }
    return {};
}

void AccessList::showButtons()
{
    for (const Button &each : m_buttons) {
        const QString reason = obstacle(each);
        each.button->setEnabled(reason.isEmpty());
        each.button->setToolTip(reason.toHtmlEscaped());
        each.button->setAccessibleDescription(reason);
    }
}

void AccessList::retranslate()
{
    m_model.retranslate();
    m_list->setWords(AccessRows::titles(m_kind).front(), tr("Any column contains"));
    for (const Button &each : m_buttons) {
        const QString label = VerbLabel::menu(*findVerb(each.operation->name));
        each.button->setText(label);
        each.button->setAccessibleName(label);
    }
    showButtons();
}

void AccessList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views

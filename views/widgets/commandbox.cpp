// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/commandbox.h"

#include "core/text/text.h"
#include "views/widgets/applicability.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/offline.h"
#include "views/widgets/rights.h"

#include <QEvent>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;
using core::model::TreeView;

CommandBox::CommandBox(QWidget *parent, Heading heading)
    : QGroupBox(parent),
      m_heading(heading),
      m_layout(new QVBoxLayout(this))
{
    m_layout->setSpacing(2);
    m_layout->addStretch(1);
    retranslate();
}

void CommandBox::setOperations(const QStringList &operations)
{
    if (operations == m_operations)
        return;
    for (LinkButton *link : m_links)
        delete link;
    m_links.clear();
    m_operations.clear();
    for (const QString &name : operations) {
        if (core::operations::findOperation(name) == nullptr)
            continue;
        auto *link = new LinkButton(this);
        link->setObjectName(u"command."_s + name);
        connect(link, &LinkButton::clicked, this,
                [this, name] { Q_EMIT operationRequested(name, {m_object}); });
        m_layout->insertWidget(m_layout->count() - 1, link);
        m_links.push_back(link);
        m_operations.push_back(name);
    }
    retranslate();
}

void CommandBox::refresh(const core::model::ObjectRef &object, core::api::client::Session &session)
{
    m_object = object;
    const QString offline = offlineReason(session);
    for (size_t i = 0; i < m_links.size(); ++i) {
        const QString reason =
            offline.isEmpty() ? obstacle(m_operations[static_cast<qsizetype>(i)], session) : offline;
        m_links[i]->setEnabled(reason.isEmpty());
        m_links[i]->setToolTip(reason.toHtmlEscaped());
        m_links[i]->setAccessibleDescription(reason);
    }
}

/// As in the menus: what is still asked for (a name) is left open, so only the object and its surroundings decide.
QString CommandBox::obstacle(const QString &name, core::api::client::Session &session) const
{
    const auto *operation = core::operations::findOperation(name);
    const QJsonObject parameters =
        parametersFor(*operation, m_object, TreeView::VmsAndTemplates, session.inventory());
    const auto may = operation->availability(parameters, session.inventory());
    const auto missing = may ? Rights::of(session).lacking({name, parameters}) : std::optional(may.why());
    return missing ? core::text::sentence(*missing) : QString();
}

void CommandBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QGroupBox::changeEvent(event);
}

void CommandBox::retranslate()
{
    setTitle(m_heading == Heading::Commands ? tr("Commands") : tr("Common tasks"));
    for (size_t i = 0; i < m_links.size(); ++i) {
        const QString label = core::text::operationLabel(m_operations[static_cast<qsizetype>(i)]);
        m_links[i]->setText(label);
        m_links[i]->setAccessibleName(label);
        m_links[i]->updateGeometry();
    }
}

} // namespace views

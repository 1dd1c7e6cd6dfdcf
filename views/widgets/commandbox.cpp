// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/commandbox.h"

#include "core/text/text.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/offline.h"

#include <QEvent>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;
using core::operations::Availability;
using core::operations::ParameterType;

Availability availabilityFor(const core::operations::Operation &operation,
                             const core::model::ObjectRef &object, const core::model::Inventory &inventory)
{
    QJsonObject parameters;
    bool first = true;
    for (const auto &parameter : operation.parameters) {
        if (first && parameter.type == ParameterType::Object) {
            const QString id = object.id.toString(QUuid::WithoutBraces);
            parameters.insert(parameter.name, parameter.kind ? id : toString(object));
        } else if (parameter.required && parameter.type == ParameterType::Text) {
            parameters.insert(parameter.name, QString());
        }
        first = false;
    }
    // A folder takes folders of its own contents only.
    if (const auto *folder = inventory.find(object.as<core::FolderId>());
        folder != nullptr && operation.name == "folder.create"_L1)
        parameters.insert(u"contents"_s, QString::fromLatin1(core::wireName(folder->contents)));
    Availability answer = operation.availability(parameters, inventory);
    const bool onlyIncomplete = !answer
        && (answer.why().is(core::errors::InvalidArgument)
            || answer.why().is(core::operations::errors::NameInvalid));
    return onlyIncomplete ? Availability() : answer;
}

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

void CommandBox::refresh(const core::model::ObjectRef &object, const core::api::client::Session &session)
{
    m_object = object;
    const QString offline = offlineReason(session);
    for (size_t i = 0; i < m_links.size(); ++i) {
        const auto *operation = core::operations::findOperation(m_operations[static_cast<qsizetype>(i)]);
        const Availability answer = availabilityFor(*operation, object, session.inventory());
        QString reason = offline;
        if (reason.isEmpty() && !answer)
            reason = core::text::sentence(answer.why());
        m_links[i]->setEnabled(reason.isEmpty());
        m_links[i]->setToolTip(reason.toHtmlEscaped());
        m_links[i]->setAccessibleDescription(reason);
    }
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

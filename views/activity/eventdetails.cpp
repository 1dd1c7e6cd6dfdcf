// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/activity/eventdetails.h"

#include "core/text/text.h"
#include "views/activity/taskdetails.h"
#include "views/widgets/factbox.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;

EventDetails::EventDetails(Session &session, core::model::Event event, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_event(std::move(event)),
      m_sentence(new QLabel(this)),
      m_facts(new FactBox(this)),
      m_data(new QPlainTextEdit(this)),
      m_task(new QPushButton(this))
{
    setObjectName(u"eventDetails"_s);
    m_sentence->setObjectName(u"eventSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_data->setObjectName(u"eventData"_s);
    m_data->setReadOnly(true);
    m_data->setTabChangesFocus(true);
    m_data->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_data->setPlainText(
        QString::fromUtf8(QJsonDocument(core::json::toObject(m_event)).toJson(QJsonDocument::Indented)));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_task->setObjectName(u"eventTask"_s);
    m_task->setAutoDefault(false);
    buttons->addButton(m_task, QDialogButtonBox::ActionRole);
    m_close = buttons->button(QDialogButtonBox::Close);
    m_close->setObjectName(u"eventDetailsClose"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_task, &QPushButton::clicked, this, &EventDetails::showTask);
    connect(m_facts, &FactBox::linkActivated, this, [this](const core::model::ObjectRef &object) {
        Q_EMIT objectActivated(object);
        accept();
    });
    auto *column = new QVBoxLayout(this);
    for (QWidget *each : std::initializer_list<QWidget *>{m_sentence, m_facts, m_data, buttons})
        column->addWidget(each, each == m_data ? 1 : 0);
    retranslate();
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().lineSpacing() * 28);
}

const core::model::Task *EventDetails::task() const
{
    const auto &tasks = m_session.tasks();
    const auto it = std::ranges::find(tasks, m_event.task, &core::model::Task::id);
    return it == tasks.end() ? nullptr : &*it;
}

void EventDetails::showTask()
{
    const core::model::Task *known = task();
    if (known == nullptr)
        return;
    auto *dialog = new TaskDetails(m_session, *known, parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TaskDetails::objectActivated, this, &EventDetails::objectActivated);
    dialog->open();
}

void EventDetails::retranslate()
{
    setWindowTitle(tr("Event"));
    m_sentence->setText(core::text::event(m_event));
    std::optional<core::model::ObjectRef> link;
    if (m_event.object.isRoot() || m_session.inventory().contains(m_event.object))
        link = m_event.object;
    const QString object = m_event.object.isRoot() ? tr("the whole inventory") : m_event.objectName;
    const QString actor =
        m_event.actor.isEmpty() ? tr("nobody: it was seen to have happened") : m_event.actor;
    QString cause = tr("not the work of a task");
    if (!m_event.task.isNull()) {
        const core::model::Task *known = task();
        cause = known != nullptr ? core::text::operationLabel(known->operation)
                                 : tr("a task that is no longer listed (%1)").arg(m_event.task.toString());
    }
    m_facts->setTitle(tr("Circumstances"));
    m_facts->setFacts(
        {{.key = u"time"_s, .label = tr("Time"), .value = core::text::timeOfDay(m_event.time), .link = {}},
         {.key = u"severity"_s,
          .label = tr("Type"),
          .value = core::text::severity(m_event.severity),
          .link = {}},
         {.key = u"object"_s, .label = tr("Object"), .value = object, .link = link},
         {.key = u"actor"_s, .label = tr("User"), .value = actor, .link = {}},
         {.key = u"cause"_s, .label = tr("Cause"), .value = cause, .link = {}}});
    m_data->setAccessibleName(tr("The event as data"));
    m_task->setText(tr("Show the &Task…"));
    m_task->setAccessibleName(tr("Show the task that caused it"));
    m_task->setEnabled(task() != nullptr);
    m_task->setToolTip(task() != nullptr ? QString() : cause.toHtmlEscaped());
    m_close->setAccessibleName(tr("Close"));
}

void EventDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views

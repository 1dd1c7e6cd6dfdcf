// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/activity/eventexport.h"

#include "core/text/text.h"
#include "views/models/csv.h"
#include "views/widgets/errorcard.h"
#include "views/widgets/fileerror.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QJsonDocument>
#include <QProgressDialog>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

using core::api::client::EventQuery;
using core::api::client::Session;
using core::model::Event;

namespace {

constexpr int pageSize = 1000; // the most that the core gives at once

struct Words {
    Q_DECLARE_TR_FUNCTIONS(views::EventExport)
};

} // namespace

EventExport::EventExport(Session &session, EventQuery query, Format format, const QString &path,
                         QObject *parent)
    : QObject(parent),
      m_session(session),
      m_query(std::move(query)),
      m_format(format),
      m_file(path)
{
    m_query.limit = pageSize;
    m_query.before.reset();
}

void EventExport::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        finish(fileError(m_file));
        return;
    }
    if (m_format == Format::Csv)
        m_file.write(csvLine({Words::tr("Time"), Words::tr("Type"), Words::tr("Description"),
                              Words::tr("Object"), Words::tr("User"), Words::tr("Code"), Words::tr("Task")})
                         .toUtf8());
    else
        m_file.write("{\"items\":[");
    fetch();
}

void EventExport::fetch()
{
    m_session.events(m_query, this, [this](const core::Result<std::vector<Event>> &answer) {
        if (!answer) {
            finish(answer.error());
            return;
        }
        write(*answer);
        Q_EMIT progressed(m_count);
        if (answer->size() == static_cast<size_t>(pageSize)) {
            m_query.before = answer->back().id;
            fetch();
            return;
        }
        if (m_format == Format::Json)
            m_file.write("\n]}\n");
        finish(m_file.commit() ? core::Result<void>() : core::Result<void>(fileError(m_file)));
    });
}

void EventExport::write(const std::vector<Event> &events)
{
    for (const Event &event : events) {
        if (m_format == Format::Json) {
            m_file.write(m_count == 0 ? "\n" : ",\n");
            m_file.write(QJsonDocument(core::json::toObject(event)).toJson(QJsonDocument::Compact));
        } else {
            const QString task = event.task.isNull() ? QString() : event.task.toString();
            m_file.write(csvLine({core::toRfc3339(event.time), core::text::severity(event.severity),
                                  core::text::event(event), event.objectName, event.actor, event.code, task})
                             .toUtf8());
        }
        ++m_count;
    }
}

void EventExport::finish(const core::Result<void> &result)
{
    if (!result)
        m_file.cancelWriting();
    Q_EMIT finished(result);
    deleteLater();
}

void exportEvents(QWidget *parent, Session &session, const EventQuery &query, const QString &suggestedName)
{
    const QString title = Words::tr("Export Events");
    const QString csv = Words::tr("Comma-separated values (*.csv)");
    const QString json = Words::tr("JSON (*.json)");
    auto *dialog = new QFileDialog(parent, title, suggestedName + u".csv"_s, csv + u";;"_s + json);
    dialog->setObjectName(u"exportEventsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, json](const QString &filter) {
        dialog->setDefaultSuffix(filter == json ? u"json"_s : u"csv"_s);
    });
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent, [parent, title, query, &session](const QString &path) {
            const auto format = path.endsWith(u".json"_s, Qt::CaseInsensitive) ? EventExport::Format::Json
                                                                               : EventExport::Format::Csv;
            auto *progress = new QProgressDialog(title, Words::tr("Cancel"), 0, 0, parent);
            progress->setObjectName(u"exportEventsProgress"_s);
            progress->setAttribute(Qt::WA_DeleteOnClose);
            progress->setMinimumDuration(500);
            auto *out = new EventExport(session, query, format, path, progress);
            QObject::connect(progress, &QProgressDialog::canceled, progress, &QObject::deleteLater);
            QObject::connect(out, &EventExport::progressed, progress, [progress](int events) {
                progress->setLabelText(Words::tr("%n event(s) written", nullptr, events));
            });
            QObject::connect(out, &EventExport::finished, progress,
                             [parent, title, progress](const core::Result<void> &result) {
                                 if (!result)
                                     ErrorCard::show(parent, title, result.error());
                                 progress->deleteLater();
                             });
            out->start();
        });
    dialog->open();
}

} // namespace views

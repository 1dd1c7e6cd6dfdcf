// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QSaveFile>

class QWidget;

namespace views {

/// Fetches all events that a question gives, page by page, and writes them to a file: CSV in the user's words, or JSON
/// as the core has them. The file appears only when it is complete. Deletes itself after `finished`; is cancelled by
/// its parent's end.
class EventExport : public QObject
{
    Q_OBJECT

public:
    enum class Format { Csv, Json };

    EventExport(core::api::client::Session &session, core::api::client::EventQuery query, Format format,
                const QString &path, QObject *parent);

    void start();

Q_SIGNALS:
    void progressed(int events);
    void finished(const core::Result<void> &result);

private:
    void fetch();
    void write(const std::vector<core::model::Event> &events);
    void finish(const core::Result<void> &result);

    core::api::client::Session &m_session;
    core::api::client::EventQuery m_query;
    Format m_format;
    QSaveFile m_file;
    int m_count = 0;
};

/// Asks where, then writes; says how far it is and lets one cancel. CSV or JSON by the chosen name. Returns at once.
void exportEvents(QWidget *parent, core::api::client::Session &session,
                  const core::api::client::EventQuery &query, const QString &suggestedName);

} // namespace views

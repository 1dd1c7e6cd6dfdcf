// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QWidget>

namespace views {

/// One tab of the selected object. A page lives as long as its window and is shown other objects of its kinds;
/// it follows the session by its signals and does work only while visible. On QEvent::LanguageChange it writes
/// its words anew and keeps selection and input.
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(core::api::client::Session &session, QWidget *parent) : QWidget(parent), m_session(session) {}

    /// As on the tab, in the current language.
    [[nodiscard]] virtual QString title() const = 0;
    virtual void setObject(const core::model::ObjectRef &object) = 0;

Q_SIGNALS:
    /// The user followed a link to an object.
    void objectActivated(const core::model::ObjectRef &object);
    /// The user asked for an operation (a button of the page) on these objects.
    void operationRequested(const QString &operation, const std::vector<core::model::ObjectRef> &objects);

protected:
    [[nodiscard]] core::api::client::Session &session() const { return m_session; }

private:
    core::api::client::Session &m_session;
};

} // namespace views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/page.h"

#include <QTimer>

namespace views {

/// A page that shows the session's current values: writes itself anew when they change, at most once in
/// `interval`, and only while visible; and each second, so that ages count up by themselves.
class LivePage : public Page
{
    Q_OBJECT

public:
    LivePage(core::api::client::Session &session, QWidget *parent, std::chrono::milliseconds interval);

    void setObject(const core::model::ObjectRef &object) override;
    [[nodiscard]] const core::model::ObjectRef &object() const { return m_object; }

protected:
    /// Bring every value up to date. GUI thread, so cheap; unchanged widgets are left alone.
    virtual void refresh() = 0;
    /// Write the fixed words anew; refresh() follows.
    virtual void retranslate() = 0;
    /// Do these changes show here? Overridden where it saves work.
    [[nodiscard]] virtual bool concerns(const std::vector<core::model::Change> &changes) const;

    [[nodiscard]] const core::model::Inventory &inventory() const { return session().inventory(); }
    [[nodiscard]] std::optional<core::model::Load> load(const core::model::ObjectRef &object) const;

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void schedule();
    void nameAreas();

    core::model::ObjectRef m_object;
    QTimer m_soon;
    QTimer m_second;
};

} // namespace views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/livepage.h"

class QVBoxLayout;

namespace views {

class CommandBox;
class FactBox;
class NoticeBar;

/// What all Summary tabs share: a notice on top, facts at the left, commands and more at the right, all of it
/// scrolled when the window is small.
class SummaryPage : public LivePage
{
    Q_OBJECT

public:
    SummaryPage(core::api::client::Session &session, QWidget *parent, std::chrono::milliseconds interval);

    [[nodiscard]] QString title() const override;

protected:
    void addLeft(QWidget *widget);
    void addRight(QWidget *widget);
    /// A box whose links are followed.
    [[nodiscard]] FactBox *newFactBox(const QString &objectName);

    [[nodiscard]] CommandBox &commands() { return *m_commands; }
    [[nodiscard]] NoticeBar &notice() { return *m_notice; }
    /// Says in the notice what is wrong between us, the core and this host (null: only the core); clears it otherwise.
    void noticeHost(const core::model::Host *host);

private:
    NoticeBar *m_notice;
    CommandBox *m_commands;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
};

} // namespace views

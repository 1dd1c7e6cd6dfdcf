// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/addhost/wizardpage.h"

class QLabel;
class QPushButton;
class QTreeWidget;

namespace views {

/// What becomes of each host: connecting, waiting for an answer about its key or password, what it is and which VMs it
/// has, or why not. A host that failed can be tried again. The window asks about keys and secrets.
class AddingPage : public AddHostPage
{
    Q_OBJECT

public:
    AddingPage(AddHostPlan &plan, QWidget *parent);
    void retranslate() override;
    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;

private:
    enum class State { Waiting, Running, Question, Done, Failed };
    struct Row {
        HostWish wish;
        State state = State::Waiting;
        QString phase; ///< a code
        std::optional<core::Error> error;
    };
    void start(size_t at);
    void retryFailed();
    void follow(const core::model::Task &task);
    void settle(Row &row, const core::model::Task &task);
    void showRows();
    void showDetails();
    [[nodiscard]] QString stateText(const Row &row) const;
    [[nodiscard]] QString facts(const Row &row) const;

    std::vector<Row> m_rows;
    QTreeWidget *m_list;
    QLabel *m_details;
    QPushButton *m_retry;
};

} // namespace views

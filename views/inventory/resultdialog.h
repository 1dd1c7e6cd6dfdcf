// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inventory/requestrunner.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace views {

/// What became of each object of a bulk action, when some of it failed or was left out; the failed ones can be tried
/// again.
class ResultDialog : public QDialog
{
    Q_OBJECT

public:
    ResultDialog(std::vector<RequestOutcome> outcomes, QWidget *parent);

Q_SIGNALS:
    void retryRequested(const std::vector<views::RequestOutcome> &failed);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void retry();
    [[nodiscard]] int failed() const;
    [[nodiscard]] int leftOut() const;

    std::vector<RequestOutcome> m_outcomes;
    QLabel *m_summary = nullptr;
    QTreeWidget *m_list = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace views

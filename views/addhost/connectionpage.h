// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/addhost/wizardpage.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;
class QStackedWidget;

namespace views {

class UriFields;

/// How the host is reached; or a list of hosts.
class ConnectionPage : public AddHostPage
{
    Q_OBJECT

public:
    ConnectionPage(AddHostPlan &plan, QWidget *parent);
    void retranslate() override;
    [[nodiscard]] bool isComplete() const override;

private:
    QWidget *buildOne();
    QWidget *buildMany();
    void read();
    [[nodiscard]] QString problem() const;

    QRadioButton *m_one = nullptr;
    QRadioButton *m_many = nullptr;
    QStackedWidget *m_stack = nullptr;
    UriFields *m_uri = nullptr;
    QLabel *m_nameTitle = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_listTitle = nullptr;
    QPlainTextEdit *m_list = nullptr;
    QLabel *m_problem = nullptr;
    QStringList m_wrong; ///< lines of the list
};

} // namespace views

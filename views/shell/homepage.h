// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tree.h"

#include <QWidget>

#include <array>
#include <map>

class QLabel;
class QToolButton;

namespace views {

/// The home page: a large button for each place one can go to.
class HomePage : public QWidget
{
    Q_OBJECT

public:
    explicit HomePage(QWidget *parent);

Q_SIGNALS:
    void viewChosen(core::model::TreeView view);
    void administrationChosen(const QString &tab); ///< as in AdministrationPage::tabs()
    void searchChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &picture);
    QLabel *addTitle();
    void retranslate();

    QLabel *m_title;
    std::array<QToolButton *, 4> m_views{};
    QToolButton *m_search;
    QLabel *m_administrationTitle;
    std::map<QString, QToolButton *> m_administration; ///< by tab
};

} // namespace views

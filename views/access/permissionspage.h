// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/page.h"

class QPushButton;

namespace views {

class AccessList;
class RequestRunner;

/// Who has which role on the object: defined here, or inherited from above.
class PermissionsPage : public Page
{
    Q_OBJECT

public:
    PermissionsPage(core::api::client::Session &session, QWidget *parent);

    [[nodiscard]] QString title() const override;
    void setObject(const core::model::ObjectRef &object) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void perform(const QString &operation, const std::vector<core::model::ObjectRef> &objects);
    void add();
    void showEffective();
    void retranslate();

    core::model::ObjectRef m_object;
    AccessList *m_list;
    QPushButton *m_effective;
    RequestRunner *m_runner;
};

} // namespace views

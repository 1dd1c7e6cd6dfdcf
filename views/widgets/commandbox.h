// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "core/model/inventory.h"
#include "core/operations/operation.h"

#include <QGroupBox>

class QVBoxLayout;

namespace views {

class LinkButton;

/// The box "Commands": operations on one object as links, greyed with the reason as tooltip.
class CommandBox : public QGroupBox
{
    Q_OBJECT

public:
    enum class Heading { Commands, CommonTasks };

    explicit CommandBox(QWidget *parent = nullptr, Heading heading = Heading::Commands);

    /// Names of operations, in the order shown. Names that the catalogue lacks are left out.
    void setOperations(const QStringList &operations);
    /// What can be asked of the core about the object now. Nothing can while the link is not there.
    void refresh(const core::model::ObjectRef &object, core::api::client::Session &session);

Q_SIGNALS:
    void operationRequested(const QString &operation, const std::vector<core::model::ObjectRef> &objects);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString obstacle(const QString &name, core::api::client::Session &session) const;

    Heading m_heading;
    QVBoxLayout *m_layout;
    QStringList m_operations;
    std::vector<LinkButton *> m_links; ///< one for each of m_operations
    core::model::ObjectRef m_object;
};

} // namespace views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ref.h"

#include <QToolBar>

#include <optional>

namespace views {

class ObjectActions;

/// The actions that fit the kind of the selected object, as buttons.
class ObjectToolBar : public QToolBar
{
    Q_OBJECT

public:
    ObjectToolBar(ObjectActions &actions, QWidget *parent);

    void showFor(core::model::Kind kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    ObjectActions &m_actions;
    std::optional<core::model::Kind> m_kind;
};

} // namespace views

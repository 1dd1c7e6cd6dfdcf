// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/migration/wizardpage.h"

class QLabel;
class QRadioButton;

namespace views {

/// What moves: the machine to another host, its disks to another datastore, or both.
class TypePage : public MigrationPage
{
    Q_OBJECT

public:
    TypePage(MigrationPlan &plan, QWidget *parent);
    void retranslate() override;

private:
    struct Choice {
        core::model::MigrationKind kind;
        QRadioButton *button;
        QLabel *meaning;
    };
    void add(core::model::MigrationKind kind);
    [[nodiscard]] QString whyNot(core::model::MigrationKind kind) const;

    std::vector<Choice> m_choices;
};

} // namespace views

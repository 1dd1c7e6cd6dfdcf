// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/alarms/definitiondraft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace views {

/// Who is told when the alarm goes off and ends: e-mail, webhook, script.
class ActionsPage : public QWidget
{
    Q_OBJECT

public:
    ActionsPage(DefinitionDraft &draft, QWidget *parent);

    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void build();
    void fill();
    void add();
    void remove();
    void showButtons();
    [[nodiscard]] QJsonArray actions() const;
    [[nodiscard]] QString whenText(const QJsonObject &action) const;

    DefinitionDraft &m_draft;
    QTreeWidget *m_list;
    QComboBox *m_channel;
    QLineEdit *m_target;
    std::vector<std::pair<QString, QCheckBox *>> m_when; ///< by the wire's name of what happened
    QLabel *m_channelTitle;
    QLabel *m_targetTitle;
    QLabel *m_hint;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace views

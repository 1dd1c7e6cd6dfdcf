// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/alarms/definitiondraft.h"

#include <QWidget>

class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace views {

/// How long it must last, how far it must fall back before it ends, how often it is told again.
class ReportingPage : public QWidget
{
    Q_OBJECT

public:
    ReportingPage(DefinitionDraft &draft, QWidget *parent);

    /// Another trigger or measure: other units, other fields.
    void triggerChanged();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void read();

    DefinitionDraft &m_draft;
    QFormLayout *m_form;
    QSpinBox *m_holds; ///< seconds
    QDoubleSpinBox *m_hysteresis; ///< in the measure's unit
    QSpinBox *m_repeat; ///< minutes
    QLabel *m_explanation;
    bool m_filling = false;
};

} // namespace views

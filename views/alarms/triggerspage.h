// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/alarms/definitiondraft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;

namespace views {

/// When the alarm goes off: a state, a measured value beyond a bound, an event.
class TriggersPage : public QWidget
{
    Q_OBJECT

public:
    TriggersPage(DefinitionDraft &draft, QWidget *parent);

    /// The kind of objects has changed: other states, measures and events.
    void kindChanged();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    struct Bound {
        QCheckBox *on;
        QDoubleSpinBox *value;
        QString parameter;
    };
    Bound makeBound(const QString &parameter);
    void build();
    void fillTriggers();
    void fillCodes();
    void fillMeasures();
    void fillSeverities();
    void showUnits();
    void showRows();
    void read();
    void readBound(const Bound &bound);
    [[nodiscard]] bool isThreshold() const;

    DefinitionDraft &m_draft;
    QFormLayout *m_form;
    QComboBox *m_trigger;
    QComboBox *m_code; ///< of the state or event
    QComboBox *m_severity;
    QComboBox *m_measure;
    Bound m_warning;
    Bound m_alert;
    QLabel *m_fixed; ///< what cannot be changed any more, and why
    bool m_filling = false;
};

} // namespace views

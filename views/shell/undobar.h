// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace views {

class UndoLog;

/// Offers for some seconds to take back what was just done. Hidden otherwise; Edit ▸ Undo stays.
class UndoBar : public QFrame
{
    Q_OBJECT

public:
    UndoBar(UndoLog &log, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void offer();
    void retranslate();
    void paintBackground();

    UndoLog &m_log;
    QLabel *m_sentence;
    QPushButton *m_undo;
    QToolButton *m_close;
    QTimer m_gone;
};

} // namespace views

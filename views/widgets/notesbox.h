// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGroupBox>

class QLabel;

namespace views {

/// The box "Annotations": an object's notes, to read and to copy. Plain text.
class NotesBox : public QGroupBox
{
    Q_OBJECT

public:
    explicit NotesBox(QWidget *parent = nullptr);

    void setNotes(const QString &notes);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showText();

    QString m_notes;
    QLabel *m_label;
};

} // namespace views

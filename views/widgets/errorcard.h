// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace views {

/// What went wrong, as a dialog: what was asked, a plain sentence (what, where, why, what to do), the hypervisor's
/// own words under Details, and Copy for a report. Never blocks: the caller goes on.
class ErrorCard : public QDialog
{
    Q_OBJECT

public:
    /// `asked`: what the user wanted, "Power On – web01"; may be empty.
    ErrorCard(const QString &asked, core::Error error, QWidget *parent);

    /// Opens a card that deletes itself when closed.
    static void show(QWidget *parent, const QString &asked, const core::Error &error);

    /// All of it as text, as Copy puts on the clipboard.
    [[nodiscard]] QString report() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();

    QString m_asked;
    core::Error m_error;
    QLabel *m_heading = nullptr;
    QLabel *m_sentence = nullptr;
    QPlainTextEdit *m_details = nullptr;
    QPushButton *m_showDetails = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace views

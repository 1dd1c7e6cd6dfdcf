// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace views {

/// A strip that says what is wrong: a sign, a sentence, and why. Hidden while there is nothing to say.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Plain text. An empty sentence hides the strip; `reason` may be empty.
    void setNotice(const QString &sentence, const QString &reason = {});
    [[nodiscard]] QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintBackground();

    QLabel *m_sign;
    QLabel *m_sentence;
    QLabel *m_reason;
};

} // namespace views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/theme.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace views {

/// A line over the pages: a picture, a sentence, a close button where it may be dismissed.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// Words of the current language: the owner says them anew on LanguageChange.
    void say(theme::Role role, const QString &sentence, bool closable);
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintRole();
    void retranslate();

    theme::Role m_role = theme::Role::Accent;
    QLabel *m_picture;
    QLabel *m_sentence;
    QToolButton *m_close;
};

} // namespace views

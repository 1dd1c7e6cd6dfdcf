// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace views {

/// A link in a page: underlined text in the palette's link colour, pressed by mouse, Space or Enter. A real
/// button, so that the keyboard and a screen reader find it, and plain text, so that a hostile name stays one.
/// Shortens its text with an ellipsis when there is no room; the tooltip then holds all of it.
class LinkButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int iconSpace() const;
};

} // namespace views

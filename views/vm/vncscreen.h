// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/vm/keysyms.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>

namespace views {

class VncClient;

/// A guest's screen and keyboard. Clicking into it, or Enter on it, gives it the keyboard: every key then goes to
/// the guest, also those of the menus, until Ctrl+Alt are pressed and let go. Ctrl+Alt+Ins is Ctrl+Alt+Del,
/// Ctrl+Alt+Enter is full screen; both stay here.
class VncScreen : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit VncScreen(QWidget *parent = nullptr);
    ~VncScreen() override;

    /// Null: nobody; the last picture stays, greyed. Not owned; call again before it goes.
    void setClient(VncClient *client);
    /// Scaled to fit, keeping its proportions; else one to one with scroll bars.
    void setScaled(bool scaled);
    [[nodiscard]] bool isScaled() const { return m_scaled; }
    [[nodiscard]] bool hasKeyboard() const { return m_captured; }
    void releaseKeyboard();
    [[nodiscard]] const QImage &image() const { return m_image; }

    /// Is the platform's key code an X11 keysym? Tests say no.
    void setNativeKeys(bool native) { m_native = native; }

Q_SIGNALS:
    void keyboardChanged(bool captured);
    void fullScreenToggled();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void takeUpdate();
    void layOut();
    void captureKeyboard();
    void letAllKeysGo();
    void sendPointer(const QPointF &position, Qt::MouseButtons buttons, quint8 wheel = 0);
    [[nodiscard]] QRectF placeOfImage() const;

    VncClient *m_client = nullptr;
    QImage m_image;
    bool m_scaled = true;
    bool m_captured = false;
    bool m_native;
    bool m_onlyModifiers = false; ///< Ctrl and Alt are down and nothing else was since
    QHash<int, GuestKey> m_down; ///< by Qt's key and place: what was pressed is what is let go
    QPoint m_wheelRest; ///< less than a notch, of fine wheels
};

} // namespace views

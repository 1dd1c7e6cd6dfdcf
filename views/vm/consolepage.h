// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/backoff.h"
#include "views/widgets/page.h"

#include <QTimer>

#include <vector>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolBar;
class QToolButton;

namespace views {

class ScreenLink;
class VncClient;
class VncScreen;

/// The tab Console: the guest's screen with keyboard and mouse, here or in a window of its own, or the reason why
/// there is none. Connects when shown, lets go when hidden for a while, and comes back by itself when it was lost.
class ConsolePage : public Page
{
    Q_OBJECT

public:
    enum class State { NoVm, Off, NoScreen, Connecting, Connected, Lost, Elsewhere };

    ConsolePage(core::api::client::Session &session, QWidget *parent = nullptr);
    ~ConsolePage() override;

    [[nodiscard]] QString title() const override;
    void setObject(const core::model::ObjectRef &object) override;
    [[nodiscard]] State state() const { return m_state; }

    void openInWindow();
    void toggleFullScreen();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildActions();
    void buildViews();
    void retranslate();
    void fillKeyMenu();
    void paste();
    void saveScreenshot();

    [[nodiscard]] const core::model::Vm *vm() const;
    [[nodiscard]] ConsolePage *ownWindow() const; ///< that shows this virtual machine; null: none
    ConsolePage *newWindow();
    void follow(); ///< the inventory or visibility changed: what should be?
    void connectScreen();
    void startClient(int fd);
    void lost(const QString &detail, const std::optional<core::Error> &error);
    void disconnectScreen();
    void setState(State state);
    void showState();

    core::model::ObjectRef m_object;
    State m_state = State::NoVm;
    std::optional<core::Error> m_error; ///< why it was lost
    std::unique_ptr<ScreenLink> m_link;
    std::unique_ptr<VncClient> m_client;
    std::unique_ptr<QObject> m_asking; ///< context of the question under way
    core::Backoff m_backoff;
    QTimer m_retry;
    QTimer m_idle; ///< hidden since: then let go
    std::vector<ConsolePage *> m_windows; ///< of their own, a virtual machine each; our children
    bool m_isWindow = false;
    bool m_closeAfterFullScreen = false;

    QToolBar *m_bar;
    QAction *m_ctrlAltDel = nullptr;
    QAction *m_paste = nullptr;
    QAction *m_scale = nullptr;
    QAction *m_fullScreen = nullptr;
    QAction *m_detach = nullptr;
    QAction *m_screenshot = nullptr;
    QToolButton *m_sendKey;
    QMenu *m_keyMenu;
    QLabel *m_hint;
    QStackedWidget *m_stack;
    VncScreen *m_screen;
    QWidget *m_messagePane;
    QLabel *m_message;
    QPushButton *m_button; ///< power on, try again, or bring the window to the front
};

} // namespace views

// SPDX-License-Identifier: GPL-3.0-or-later
// The controls of the page: what is built once, and what the user does with them.
#include "views/vm/consolepage.h"
#include "views/vm/vncclient.h"
#include "views/vm/vncscreen.h"
#include "views/widgets/background.h"
#include "views/widgets/errorcard.h"
#include "views/widgets/fileerror.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestPaste = 4096; // keys take time in a guest: a novel would block it
}

void ConsolePage::buildActions()
{
    const auto add = [this](const QString &name) {
        auto *action = new QAction(this);
        action->setObjectName(name);
        return action;
    };
    m_ctrlAltDel = add(u"sendCtrlAltDel"_s);
    m_paste = add(u"paste"_s);
    m_scale = add(u"scale"_s);
    m_scale->setCheckable(true);
    m_scale->setChecked(true);
    m_fullScreen = add(u"fullScreen"_s);
    m_detach = add(u"detach"_s);
    m_screenshot = add(u"screenshot"_s);
    connect(m_ctrlAltDel, &QAction::triggered, this, [this] {
        m_client->sendKeys(chord({keysym::Control, keysym::Alt, keysym::Delete}));
    });
    connect(m_paste, &QAction::triggered, this, &ConsolePage::paste);
    connect(m_scale, &QAction::toggled, m_screen, &VncScreen::setScaled);
    connect(m_fullScreen, &QAction::triggered, this, &ConsolePage::toggleFullScreen);
    connect(m_screen, &VncScreen::fullScreenToggled, this, &ConsolePage::toggleFullScreen);
    connect(m_detach, &QAction::triggered, this, &ConsolePage::openInWindow);
    connect(m_screenshot, &QAction::triggered, this, &ConsolePage::saveScreenshot);
}

void ConsolePage::buildViews()
{
    m_bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_sendKey->setObjectName(u"sendKey"_s);
    m_sendKey->setPopupMode(QToolButton::InstantPopup);
    m_sendKey->setMenu(m_keyMenu);
    m_bar->addAction(m_ctrlAltDel);
    m_bar->addWidget(m_sendKey);
    m_bar->addAction(m_paste);
    m_bar->addSeparator();
    m_bar->addActions({m_scale, m_fullScreen, m_detach, m_screenshot});
    m_hint->setObjectName(u"keyboardHint"_s);
    m_hint->setMargin(4);
    m_hint->setWordWrap(true);
    m_message->setObjectName(u"message"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_button->setObjectName(u"action"_s);
    auto *pane = new QVBoxLayout(m_messagePane);
    pane->addStretch(1);
    pane->addWidget(m_message);
    pane->addWidget(m_button, 0, Qt::AlignCenter);
    pane->addStretch(1);
    m_stack->addWidget(m_messagePane);
    m_stack->addWidget(m_screen);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_hint);
    connect(m_screen, &VncScreen::keyboardChanged, this, &ConsolePage::retranslate);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_state == State::Off)
            Q_EMIT operationRequested(u"vm.power-on"_s, {m_object});
        else if (m_state == State::Lost)
            connectScreen();
        else if (ConsolePage *shown = ownWindow(); shown != nullptr)
            shown->activateWindow();
    });
}

void ConsolePage::retranslate()
{
    m_bar->setAccessibleName(tr("Console actions"));
    m_ctrlAltDel->setText(tr("Send Ctrl+Alt+Del"));
    m_sendKey->setText(tr("Send Key"));
    m_paste->setText(tr("Paste as Keystrokes"));
    m_paste->setToolTip(tr("Type the text of the clipboard in the guest"));
    m_scale->setText(tr("Scale to Fit"));
    m_fullScreen->setText(tr("Full Screen"));
    m_fullScreen->setToolTip(tr("Ctrl+Alt+Enter leaves full screen"));
    m_detach->setText(tr("Open in New Window"));
    m_screenshot->setText(tr("Save Screenshot…"));
    m_hint->setText(m_screen->hasKeyboard()
                        ? tr("The keyboard belongs to the guest. Press and release Ctrl+Alt to take it back; "
                             "Ctrl+Alt+Ins sends Ctrl+Alt+Del.")
                        : tr("Click into the screen, or press Enter on it, to type in the guest."));
    fillKeyMenu();
    showState();
}

void ConsolePage::fillKeyMenu()
{
    m_keyMenu->clear();
    const auto add = [this](const QString &text, const std::vector<quint32> &keys) {
        QAction *action = m_keyMenu->addAction(text);
        QStringList codes; // the same in every language
        for (const quint32 key : keys)
            codes += QString::number(key, 16);
        action->setObjectName(u"key."_s + codes.join(u'+'));
        connect(action, &QAction::triggered, this, [this, keys] {
            if (m_client != nullptr)
                m_client->sendKeys(chord(keys));
        });
    };
    for (quint32 i = 0; i < 12; ++i)
        add(tr("Ctrl+Alt+F%1").arg(i + 1), {keysym::Control, keysym::Alt, keysym::F1 + i});
    m_keyMenu->addSeparator();
    add(tr("Ctrl+Alt+Backspace"), {keysym::Control, keysym::Alt, keysym::BackSpace});
    add(tr("Alt+Tab"), {keysym::Alt, keysym::Tab});
    add(tr("Alt+F4"), {keysym::Alt, keysym::F1 + 3});
    add(tr("Print Screen"), {keysym::Print});
    add(tr("Super key"), {keysym::Super});
    add(tr("Escape"), {keysym::Escape});
}

void ConsolePage::paste()
{
    const QString text = QGuiApplication::clipboard()->text().left(longestPaste);
    if (m_client != nullptr && !text.isEmpty())
        m_client->sendKeys(typed(text));
}

void ConsolePage::saveScreenshot()
{
    const QImage picture = m_screen->image().copy(); // of now, not of when the dialog closes
    auto *dialog = new QFileDialog(this, tr("Save Screenshot"));
    dialog->setObjectName(u"screenshotDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->setNameFilter(u"*.png"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString &path) {
        auto write = [picture, path]() -> core::Result<void> { // encoding takes a while
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || !picture.save(&file, "PNG") || !file.commit())
                return fileError(file);
            return {};
        };
        inBackground(this, std::move(write), [this, path](const core::Result<void> &written) {
            if (written)
                m_hint->setText(tr("Written to %1.").arg(path));
            else
                ErrorCard::show(this, tr("Save Screenshot"), written.error());
        });
    });
    dialog->open();
}

} // namespace views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace views {

struct HostKey {
    QString host;
    QString algorithm; ///< "ssh-ed25519", "x509"
    QString fingerprint; ///< "SHA256:…"
    QString known; ///< the fingerprint that is remembered; empty: none
    QString file; ///< the core's known_hosts, where that one stands; empty: not known
    QString entry; ///< its name there
    bool isServer = false; ///< a management server's certificate, no host's key
};

/// Shows the key of a host. Seen for the first time: the user compares and accepts, or cancels (the default).
/// Changed: a warning that can only be closed.
class TrustDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Kind { FirstSeen, Changed };

    TrustDialog(Kind kind, HostKey key, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void addCommand(QVBoxLayout *column);
    QLabel *addRow(QFormLayout *form, const QString &value, QLabel *&title);
    void sayServer();
    void sayHost();
    void retranslate();

    Kind m_kind;
    HostKey m_key;
    QLabel *m_warning = nullptr;
    QLabel *m_hostTitle = nullptr;
    QLabel *m_algorithmTitle = nullptr;
    QLabel *m_fingerprintTitle = nullptr;
    QLabel *m_knownTitle = nullptr;
    QLabel *m_known = nullptr;
    QLabel *m_advice = nullptr;
    QLabel *m_commandTitle = nullptr; ///< null: nothing to forget
    QLineEdit *m_command = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace views

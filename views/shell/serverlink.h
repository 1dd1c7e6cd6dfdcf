// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/shell/connection.h"

#include <QTimer>

namespace views {

/// A session's way to a management server: which certificate is trusted there (the first that the user accepted), who
/// the user is, and signing in again when the server's session ended. Asks by signals; the answers come by trust(),
/// signIn() and giveUp().
class ServerLink : public QObject
{
    Q_OBJECT

public:
    /// `session` must outlive it.
    ServerLink(core::api::client::Session &session, const Connection &connection, QObject *parent = nullptr);
    /// Leaves.
    ~ServerLink() override;

    /// With the password of the keyring, if it is there.
    void open();
    void trust(const QString &fingerprint);
    void signIn(const QString &user, const QString &password, bool isToBeKept);
    /// Signs out, and holds the program until that is said (a few seconds at most): before its last window is gone.
    void leave();
    /// The user does not answer: `why` is said until open().
    void giveUp();

    [[nodiscard]] QString server() const { return m_url.authority(); }
    [[nodiscard]] QString user() const { return m_user; }

Q_SIGNALS:
    void passwordNeeded(const std::optional<core::Error> &why);
    void certificateSeen(const core::Error &error);
    void signedIn();
    /// What could not be reached is tried again by itself.
    void failed(const core::Error &error);

private:
    void attempt(const QString &user, const QString &password, bool isToBeKept);
    void refused(const core::Error &error);
    [[nodiscard]] QString keyringKey(const QString &user) const;

    core::api::client::Session &m_session;
    QUrl m_url;
    QString m_user;
    std::optional<core::Error> m_why; ///< of the question that is open
    QString m_password; ///< until it was accepted or refused
    QTimer m_retry;
    bool m_isToBeKept = false;
    bool m_isSignedIn = false;
    bool m_hasLeft = false;
};

/// The next certificate of the server is a first one again.
void forgetFingerprint(const QUrl &server);
/// The certificate that the user trusted at a server; empty: none yet.
[[nodiscard]] QString rememberedFingerprint(const QUrl &server);

} // namespace views

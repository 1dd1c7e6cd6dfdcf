// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace views {

/// A libvirt URI, as text and as the fields it is made of: each follows the other.
class UriFields : public QWidget
{
    Q_OBJECT

public:
    explicit UriFields(QWidget *parent);

    void setUri(const QString &uri);
    /// What is most often wanted: only the host is still missing.
    void expectSsh(const QString &user);
    [[nodiscard]] QString uri() const;
    /// Why it cannot be connected to as it stands; empty when it can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void uriChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fieldsEdited();
    void uriEdited();
    void showFields();
    void retranslate();

    QFormLayout *m_form;
    QComboBox *m_transport;
    QLineEdit *m_user;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_socket;
    QLineEdit *m_uri;
    QLabel *m_transportTitle;
    QLabel *m_userTitle;
    QLabel *m_hostTitle;
    QLabel *m_portTitle;
    QLabel *m_socketTitle;
    QLabel *m_uriTitle;
};

} // namespace views

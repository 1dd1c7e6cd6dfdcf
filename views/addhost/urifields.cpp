// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addhost/urifields.h"

#include "views/addhost/hosturi.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace views {

using Transport = HostUri::Transport;

UriFields::UriFields(QWidget *parent)
    : QWidget(parent),
      m_form(new QFormLayout(this)),
      m_transport(new QComboBox(this)),
      m_user(new QLineEdit(this)),
      m_host(new QLineEdit(this)),
      m_port(new QSpinBox(this)),
      m_socket(new QLineEdit(this)),
      m_uri(new QLineEdit(this)),
      m_transportTitle(new QLabel(this)),
      m_userTitle(new QLabel(this)),
      m_hostTitle(new QLabel(this)),
      m_portTitle(new QLabel(this)),
      m_socketTitle(new QLabel(this)),
      m_uriTitle(new QLabel(this))
{
    build();
    retranslate();
    fieldsEdited();
}

void UriFields::build()
{
    m_transport->setObjectName(u"uriTransport"_s);
    for (const Transport transport : {Transport::Local, Transport::Ssh, Transport::Tls, Transport::Test})
        m_transport->addItem({}, static_cast<int>(transport));
    m_user->setObjectName(u"uriUser"_s);
    m_host->setObjectName(u"uriHost"_s);
    m_port->setObjectName(u"uriPort"_s);
    m_port->setRange(0, 65'535);
    m_socket->setObjectName(u"uriSocket"_s);
    m_uri->setObjectName(u"uri"_s);
    m_form->setContentsMargins(0, 0, 0, 0);
    const auto addRow = [this](QLabel *title, QWidget *field) {
        title->setBuddy(field);
        m_form->addRow(title, field);
    };
    addRow(m_transportTitle, m_transport);
    addRow(m_userTitle, m_user);
    addRow(m_hostTitle, m_host);
    addRow(m_portTitle, m_port);
    addRow(m_socketTitle, m_socket);
    addRow(m_uriTitle, m_uri);
    connect(m_transport, &QComboBox::currentIndexChanged, this, &UriFields::fieldsEdited);
    for (QLineEdit *edit : {m_user, m_host, m_socket})
        connect(edit, &QLineEdit::textEdited, this, &UriFields::fieldsEdited);
    connect(m_port, &QSpinBox::valueChanged, this, &UriFields::fieldsEdited);
    connect(m_uri, &QLineEdit::textEdited, this, &UriFields::uriEdited);
}

void UriFields::fieldsEdited()
{
    showFields();
    m_uri->setText(toString(HostUri{.transport = static_cast<Transport>(m_transport->currentData().toInt()),
                                    .user = m_user->text().trimmed(),
                                    .host = m_host->text().trimmed(),
                                    .port = m_port->value(),
                                    .socket = m_socket->text().trimmed()}));
    Q_EMIT uriChanged();
}

/// A URI that the fields cannot say is taken as it is; they keep what they had.
void UriFields::uriEdited()
{
    if (const auto parts = hostUriFrom(m_uri->text())) {
        const QSignalBlocker quietTransport(m_transport);
        const QSignalBlocker quietPort(m_port);
        m_transport->setCurrentIndex(m_transport->findData(static_cast<int>(parts->transport)));
        m_user->setText(parts->user);
        m_host->setText(parts->host);
        m_port->setValue(parts->port);
        m_socket->setText(parts->socket);
        showFields();
    }
    Q_EMIT uriChanged();
}

void UriFields::showFields()
{
    const auto transport = static_cast<Transport>(m_transport->currentData().toInt());
    const auto enable = [](QWidget *title, QWidget *field, bool enabled) {
        title->setEnabled(enabled); // greyed, not hidden: the dialog does not jump
        field->setEnabled(enabled);
    };
    enable(m_userTitle, m_user, transport == Transport::Ssh);
    enable(m_hostTitle, m_host, needsHost(transport));
    enable(m_portTitle, m_port, needsHost(transport));
    enable(m_socketTitle, m_socket, transport == Transport::Local);
}

void UriFields::setUri(const QString &uri)
{
    m_uri->setText(uri);
    uriEdited();
}

void UriFields::expectSsh(const QString &user)
{
    m_user->setText(user);
    m_transport->setCurrentIndex(m_transport->findData(static_cast<int>(Transport::Ssh))); // tells
}

QString UriFields::uri() const
{
    return m_uri->text().trimmed();
}

QString UriFields::problem() const
{
    const auto transport = static_cast<Transport>(m_transport->currentData().toInt());
    if (uri().isEmpty())
        return needsHost(transport) ? tr("Enter the name or address of the host.")
                                    : tr("Enter a libvirt URI.");
    const QUrl url(uri(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme().isEmpty())
        return tr("This is no libvirt URI. It looks like qemu+ssh://root@host/system.");
    return {};
}

void UriFields::retranslate()
{
    m_transport->setItemText(0, tr("This computer (local socket)"));
    m_transport->setItemText(1, tr("Secure shell (SSH)"));
    m_transport->setItemText(2, tr("Certificates (TLS)"));
    m_transport->setItemText(3, tr("libvirt's test driver"));
    const auto name = [](QLabel *title, QWidget *field, const QString &words) {
        title->setText(words);
        field->setAccessibleName(QString(words).remove(u'&').remove(u':').trimmed());
    };
    name(m_transportTitle, m_transport, tr("&Transport:"));
    name(m_userTitle, m_user, tr("&User:"));
    name(m_hostTitle, m_host, tr("&Host:"));
    name(m_portTitle, m_port, tr("&Port:"));
    name(m_socketTitle, m_socket, tr("S&ocket:"));
    name(m_uriTitle, m_uri, tr("Libvirt U&RI:"));
    m_port->setSpecialValueText(tr("the usual one"));
    m_socket->setPlaceholderText(tr("the system's own"));
    m_user->setPlaceholderText(tr("your own name"));
}

void UriFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views

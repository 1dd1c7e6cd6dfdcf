// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/ldap/connection.h"

#include "core/identity/errors.h"

#include <QFile>

#include <ldap.h>

#include <array>

using namespace Qt::StringLiterals;

namespace core::identity::ldap {

namespace {

constexpr const char *accountControl = "userAccountControl";

timeval timevalOf(Duration time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    return {.tv_sec = seconds.count(), .tv_usec = std::chrono::microseconds(time - seconds).count()};
}

QByteArray firstValue(LDAP *handle, LDAPMessage *entry, const QByteArray &attribute)
{
    berval **values = ldap_get_values_len(handle, entry, attribute.constData());
    if (values == nullptr)
        return {};
    const QByteArray value = values[0] == nullptr
        ? QByteArray()
        : QByteArray(values[0]->bv_val, static_cast<qsizetype>(values[0]->bv_len));
    ldap_value_free_len(values);
    return value;
}

/// libldap has connected, and is about to begin with TLS.
int connected(LDAP * /*handle*/, Sockbuf *buffer, LDAPURLDesc * /*url*/, sockaddr * /*address*/,
              ldap_conncb *callbacks)
{
    int socket = -1;
    if (ber_sockbuf_ctrl(buffer, LBER_SB_OPT_GET_FD, static_cast<void *>(&socket)) != 1)
        return -1;
    return static_cast<Cord *>(callbacks->lc_arg)->add(socket) ? 0 : -1;
}

void disconnected(LDAP * /*handle*/, Sockbuf * /*buffer*/, ldap_conncb * /*callbacks*/) {}

} // namespace

Connection::Connection(std::shared_ptr<const Settings> settings, Cord *cord)
    : m_settings(std::move(settings)),
      m_callbacks(new ldap_conncb{.lc_add = connected, .lc_del = disconnected, .lc_arg = cord})
{}

void Connection::Delete::operator()(::ldap_conncb *callbacks) const
{
    delete callbacks;
}

void Connection::Unbind::operator()(::ldap *handle) const
{
    ldap_unbind_ext_s(handle, nullptr, nullptr);
}

Error Connection::failure(int code) const
{
    const QJsonObject params{{u"domain"_s, m_settings->domain}};
    QString detail = QString::fromUtf8(ldap_err2string(code));
    char *diagnostic = nullptr;
    ldap_get_option(m_handle.get(), LDAP_OPT_DIAGNOSTIC_MESSAGE, &diagnostic);
    if (diagnostic != nullptr && *diagnostic != '\0')
        detail += u": "_s + QString::fromUtf8(diagnostic);
    ldap_memfree(diagnostic);
    switch (code) {
    case LDAP_INVALID_CREDENTIALS: return Error(errors::BadCredentials, detail);
    case LDAP_SERVER_DOWN:
    case LDAP_CONNECT_ERROR:
    case LDAP_TIMEOUT:
    case LDAP_BUSY:
    case LDAP_UNAVAILABLE: return Error(errors::DirectoryUnreachable, params, detail);
    default: return Error(errors::DirectoryRefused, params, detail);
    }
}

Result<void> Connection::configure()
{
    const int version = LDAP_VERSION3;
    const int demand = LDAP_OPT_X_TLS_DEMAND;
    const int oldest = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2;
    const int isClient = 0;
    const timeval time = timevalOf(m_settings->timeout);
    const QByteArray ca = QFile::encodeName(m_settings->caFile);
    const struct {
        int option;
        const void *value;
    } options[] = {
        {LDAP_OPT_PROTOCOL_VERSION, &version},
        {LDAP_OPT_REFERRALS, LDAP_OPT_OFF}, // to whom else the password would go
        {LDAP_OPT_NETWORK_TIMEOUT, &time},
        {LDAP_OPT_TIMEOUT, &time},
        {LDAP_OPT_CONNECT_CB, m_callbacks.get()},
        {LDAP_OPT_X_TLS_REQUIRE_CERT, &demand},
        {LDAP_OPT_X_TLS_PROTOCOL_MIN, &oldest},
        {LDAP_OPT_X_TLS_CACERTFILE, ca.isEmpty() ? nullptr : ca.constData()},
        {LDAP_OPT_X_TLS_NEWCTX, &isClient}, // last: takes those above into account
    };
    for (const auto &each : options) {
        if (each.option == LDAP_OPT_X_TLS_CACERTFILE && each.value == nullptr)
            continue;
        const int set = ldap_set_option(m_handle.get(), each.option, each.value);
        if (set != LDAP_OPT_SUCCESS)
            return Error(errors::DirectoryUnreachable, QJsonObject{{u"domain"_s, m_settings->domain}},
                         u"option %1 is refused; is the CA file readable?"_s.arg(each.option, 0, 16));
    }
    return {};
}

Result<Connection> Connection::open(std::shared_ptr<const Settings> settings, Cord *cord)
{
    Connection connection(std::move(settings), cord);
    LDAP *handle = nullptr;
    const int made = ldap_initialize(&handle, connection.m_settings->url.toUtf8().constData());
    connection.m_handle.reset(handle);
    if (made != LDAP_SUCCESS)
        return connection.failure(made);
    if (const auto configured = connection.configure(); !configured)
        return configured.error();
    if (connection.m_settings->url.startsWith(u"ldaps://"))
        return connection; // encrypted before the first byte
    const int started = ldap_start_tls_s(handle, nullptr, nullptr);
    if (started != LDAP_SUCCESS) {
        const Error error = connection.failure(started);
        return Error(errors::DirectoryUnreachable, QJsonObject{{u"domain"_s, connection.m_settings->domain}},
                     error.detail);
    }
    return connection;
}

Result<void> Connection::bind(const QByteArray &dn, const QString &password)
{
    QByteArray bytes = password.toUtf8();
    if (dn.isEmpty() || bytes.isEmpty())
        return Error(errors::BadCredentials, u"an empty password would be an anonymous bind"_s);
    berval secret{.bv_len = static_cast<ber_len_t>(bytes.size()), .bv_val = bytes.data()};
    const int bound = ldap_sasl_bind_s(m_handle.get(), dn.constData(), LDAP_SASL_SIMPLE, &secret, nullptr,
                                       nullptr, nullptr);
    bytes.fill('\0');
    if (bound != LDAP_SUCCESS)
        return failure(bound);
    return {};
}

Result<std::vector<Entry>> Connection::search(const QString &base, const QByteArray &filter,
                                              const QString &attribute, const QString &second, int limit)
{
    QByteArray first = attribute.toUtf8();
    QByteArray next = second.toUtf8();
    QByteArray control = accountControl;
    std::array<char *, 4> attributes{first.data(), control.data(), next.isEmpty() ? nullptr : next.data(),
                                     nullptr};
    timeval time = timevalOf(m_settings->timeout);
    LDAPMessage *message = nullptr;
    const int searched =
        ldap_search_ext_s(m_handle.get(), base.toUtf8().constData(), LDAP_SCOPE_SUBTREE, filter.constData(),
                          attributes.data(), 0, nullptr, nullptr, &time, limit, &message);
    const std::unique_ptr<LDAPMessage, decltype(&ldap_msgfree)> answer(message, &ldap_msgfree);
    if (searched != LDAP_SUCCESS && searched != LDAP_SIZELIMIT_EXCEEDED)
        return failure(searched);
    std::vector<Entry> entries;
    for (LDAPMessage *each = ldap_first_entry(m_handle.get(), message); each != nullptr;
         each = ldap_next_entry(m_handle.get(), each)) {
        char *dn = ldap_get_dn(m_handle.get(), each);
        entries.push_back({.dn = dn,
                           .name = QString::fromUtf8(firstValue(m_handle.get(), each, first)),
                           .second = QString::fromUtf8(firstValue(m_handle.get(), each, next)),
                           .accountControl = firstValue(m_handle.get(), each, control)});
        ldap_memfree(dn);
    }
    return entries;
}

} // namespace core::identity::ldap

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notification/system/transfer.h"

#include "core/notification/errors.h"

#include <QUrl>

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <memory>

#include <netinet/in.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace core::notification::system {

namespace {

constexpr qsizetype answerKept = 2000;

struct EndEasy {
    void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
};
struct EndList {
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, EndList>;

List listOf(const QList<QByteArray> &lines)
{
    curl_slist *list = nullptr;
    for (const QByteArray &line : lines)
        list = curl_slist_append(list, line.constData());
    return List(list);
}

enum class Reach { Outside, ThisMachine, Nowhere };

/// Four bytes, the first the highest.
Reach reachOf4(const unsigned char *bytes)
{
    if (bytes[0] == 127 || bytes[0] == 0)
        return Reach::ThisMachine;
    const bool isLinkLocal = bytes[0] == 169 && bytes[1] == 254; // a cloud's metadata, for one
    return isLinkLocal || bytes[0] >= 224 ? Reach::Nowhere : Reach::Outside;
}

Reach reachOf6(const in6_addr &address)
{
    const unsigned char *bytes = address.s6_addr;
    if (IN6_IS_ADDR_LOOPBACK(&address) || IN6_IS_ADDR_UNSPECIFIED(&address))
        return Reach::ThisMachine;
    const bool isTranslated =
        bytes[0] == 0x00 && bytes[1] == 0x64 && bytes[2] == 0xff && bytes[3] == 0x9b; // NAT64
    if (IN6_IS_ADDR_V4MAPPED(&address) || IN6_IS_ADDR_V4COMPAT(&address) || isTranslated)
        return reachOf4(bytes + 12);
    return IN6_IS_ADDR_LINKLOCAL(&address) || IN6_IS_ADDR_MULTICAST(&address) ? Reach::Nowhere
                                                                              : Reach::Outside;
}

Reach reachOf(const sockaddr *address)
{
    if (address->sa_family == AF_INET) {
        const auto *ip4 = reinterpret_cast<const sockaddr_in *>(address);
        return reachOf4(reinterpret_cast<const unsigned char *>(&ip4->sin_addr));
    }
    if (address->sa_family == AF_INET6)
        return reachOf6(reinterpret_cast<const sockaddr_in6 *>(address)->sin6_addr);
    return Reach::Nowhere;
}

/// One exchange, and what was seen of it.
class Transfer
{
public:
    Transfer(const QByteArray &url, const Rules &rules)
        : m_where(QUrl::fromEncoded(url).authority()),
          m_rules(rules)
    {
        static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
        m_easy.reset(begun == CURLE_OK ? curl_easy_init() : nullptr);
        if (!m_easy)
            return;
        set(CURLOPT_URL, url.constData());
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(transferLimit.count()));
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        set(CURLOPT_ERRORBUFFER, m_words.data());
        set(CURLOPT_WRITEFUNCTION, &Transfer::take);
        set(CURLOPT_WRITEDATA, this);
        if (!rules.authorities.isEmpty()) // the machine's own are found by their directory
            set(CURLOPT_CAINFO, rules.authorities.toLocal8Bit().constData());
    }

    [[nodiscard]] bool isUsable() const { return m_easy != nullptr; }

    template <class Value>
    void set(CURLoption option, Value value)
    {
        curl_easy_setopt(m_easy.get(), option, value);
    }

    void send(const QByteArray &content)
    {
        m_unsent = content;
        set(CURLOPT_READFUNCTION, &Transfer::give);
        set(CURLOPT_READDATA, this);
        set(CURLOPT_UPLOAD, 1L);
    }
    void keepAnswers() // SMTP answers are lines of the header
    {
        set(CURLOPT_HEADERFUNCTION, &Transfer::take);
        set(CURLOPT_HEADERDATA, this);
    }
    void guardAddress()
    {
        set(CURLOPT_OPENSOCKETFUNCTION, &Transfer::open);
        set(CURLOPT_OPENSOCKETDATA, this);
    }

    Result<void> run()
    {
        const CURLcode code = curl_easy_perform(m_easy.get());
        long status = 0;
        curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
        if (code == CURLE_OK && status < 300)
            return {};
        return errorOf(code, status);
    }

private:
    [[nodiscard]] Error errorOf(CURLcode code, long status) const
    {
        const QJsonObject where{{u"where"_s, m_where}};
        QString detail = QString::fromLocal8Bit(m_words.data());
        if (!m_answer.isEmpty())
            detail += u'\n' + QString::fromUtf8(m_answer).trimmed();
        if (m_isForbidden)
            return Error(errors::AddressForbidden, where, detail);
        if (code == CURLE_SEND_ERROR
            && status >= 400) // so libcurl says that a mail server refused a recipient
            return refused(status, detail);
        switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
        case CURLE_COULDNT_CONNECT:
        case CURLE_GOT_NOTHING:
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
        case CURLE_SSL_CONNECT_ERROR: return Error(core::errors::Unreachable, where, detail);
        case CURLE_OPERATION_TIMEDOUT:
            return Error(core::errors::Timeout,
                         QJsonObject{{u"seconds"_s, qint64(transferLimit.count() / 1000)}}, detail);
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR: return Error(errors::Untrusted, where, detail);
        case CURLE_LOGIN_DENIED: return Error(errors::CredentialsRefused, where, detail);
        default: break; // libcurl's enum, not ours: whatever else there is, it was not taken
        }
        return refused(status, detail);
    }

    [[nodiscard]] Error refused(long status, const QString &detail) const
    {
        return Error(errors::Refused,
                     QJsonObject{{u"where"_s, m_where}, {u"status"_s, static_cast<qint64>(status)}}, detail);
    }

    static size_t give(char *buffer, size_t size, size_t count, void *data)
    {
        auto *self = static_cast<Transfer *>(data);
        const qsizetype length = std::min(static_cast<qsizetype>(size * count), self->m_unsent.size());
        std::copy_n(self->m_unsent.constData(), length, buffer);
        self->m_unsent.remove(0, length);
        return static_cast<size_t>(length);
    }

    static size_t take(char *buffer, size_t size, size_t count, void *data)
    {
        auto *self = static_cast<Transfer *>(data);
        self->m_answer =
            (self->m_answer + QByteArray(buffer, static_cast<qsizetype>(size * count))).right(answerKept);
        return size * count;
    }

    /// By the address itself: a name may lead anywhere.
    static curl_socket_t open(void *data, curlsocktype, curl_sockaddr *address)
    {
        auto *self = static_cast<Transfer *>(data);
        const Reach reach = reachOf(&address->addr);
        if (reach == Reach::Nowhere || (reach == Reach::ThisMachine && !self->m_rules.isLoopbackAllowed)) {
            self->m_isForbidden = true;
            return CURL_SOCKET_BAD;
        }
        return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    }

    QString m_where;
    Rules m_rules;
    std::unique_ptr<CURL, EndEasy> m_easy;
    std::array<char, CURL_ERROR_SIZE> m_words{};
    QByteArray m_unsent;
    QByteArray m_answer; ///< the end of it
    bool m_isForbidden = false;
};

Error unusable()
{
    return Error(core::errors::Internal, u"libcurl cannot be used"_s);
}

} // namespace

Result<void> sendMail(const MailOrder &order, const Rules &rules)
{
    Transfer transfer(order.url, rules);
    if (!transfer.isUsable())
        return unusable();
    const List recipients = listOf({'<' + order.to + '>'});
    transfer.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    transfer.set(
        CURLOPT_USE_SSL,
        static_cast<long>(order.security == model::SmtpSecurity::None ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (!order.user.isEmpty()) {
        transfer.set(CURLOPT_USERNAME, order.user.toUtf8().constData());
        transfer.set(CURLOPT_PASSWORD, order.password.toUtf8().constData());
    }
    const QByteArray from = '<' + order.from + '>';
    transfer.set(CURLOPT_MAIL_FROM, from.constData());
    transfer.set(CURLOPT_MAIL_RCPT, recipients.get());
    transfer.send(order.message);
    transfer.keepAnswers();
    return transfer.run();
}

Result<void> post(const PostOrder &order, const Rules &rules)
{
    Transfer transfer(order.url, rules);
    if (!transfer.isUsable())
        return unusable();
    const List headers = listOf(order.headers);
    transfer.set(CURLOPT_PROTOCOLS_STR, "https");
    transfer.set(CURLOPT_FOLLOWLOCATION, 0L);
    transfer.set(CURLOPT_POSTFIELDS, order.body.constData());
    transfer.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(order.body.size()));
    transfer.set(CURLOPT_HTTPHEADER, headers.get());
    transfer.guardAddress();
    return transfer.run();
}

} // namespace core::notification::system

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/opening.h"

#include "core/hypervisor/errors.h"
#include "core/hypervisor/libvirt/eventloop.h"
#include "core/hypervisor/libvirt/libvirterror.h"

#include <libvirt/virterror.h>

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

/// What libvirt's questions are answered with, and what became of them.
struct Answers {
    QString user;
    std::optional<QString> secret;
    bool secretGiven = false;
    std::optional<QString> needed; ///< the question that had no answer
};

/// libvirt frees the answer.
void answer(virConnectCredentialPtr question, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    question->result = strdup(bytes.constData());
    question->resultlen = static_cast<unsigned>(bytes.size());
}

int onQuestions(virConnectCredentialPtr questions, unsigned count, void *data)
{
    auto *answers = static_cast<Answers *>(data);
    for (unsigned i = 0; i < count; ++i) {
        const bool isName =
            questions[i].type == VIR_CRED_AUTHNAME || questions[i].type == VIR_CRED_ECHOPROMPT;
        if (isName && !answers->user.isEmpty()) {
            answer(&questions[i], answers->user);
        } else if (!isName && answers->secret) {
            answers->secretGiven = true;
            answer(&questions[i], *answers->secret);
        } else {
            answers->needed = QString::fromUtf8(questions[i].prompt);
            return -1;
        }
    }
    return 0;
}

Result<std::unique_ptr<Connection>> openOne(const Address &address, const Endpoint &endpoint)
{
    std::array<int, 4> types{VIR_CRED_AUTHNAME, VIR_CRED_ECHOPROMPT, VIR_CRED_PASSPHRASE,
                             VIR_CRED_NOECHOPROMPT};
    Answers answers{.user = address.user, .secret = endpoint.secret};
    virConnectAuth auth{types.data(), static_cast<unsigned>(types.size()), onQuestions, &answers};
    if (const virConnectPtr opened = virConnectOpenAuth(address.uri.toUtf8().constData(), &auth, 0))
        return std::make_unique<Connection>(opened);
    const Failure failure = lastFailure();
    if (answers.needed) {
        return Error(errors::CredentialsNeeded,
                     QJsonObject{{u"host"_s, address.where}, {u"prompt"_s, *answers.needed}},
                     failure.message);
    }
    if (answers.secretGiven && failure.code == VIR_ERR_AUTH_FAILED)
        return Error(errors::CredentialsRefused, QJsonObject{{u"host"_s, address.where}}, failure.message);
    return toConnectError(failure, endpoint.uri, address.where);
}

} // namespace

Result<std::shared_ptr<Link>> openLink(const Address &address, const Endpoint &endpoint)
{
    ensureEventLoop();
    auto link = std::make_shared<Link>();
    link->uri = endpoint.uri;
    link->where = address.where;
    link->capacity = endpoint.capacity;
    link->onThisMachine = address.transport == "unix"_L1;
    for (auto *connection : {&link->control, &link->jobs, &link->statistics, &link->machines, &link->endings,
                             &link->files, &link->copies, &link->migrations[0], &link->migrations[1]}) {
        auto opened = openOne(address, endpoint);
        if (!opened)
            return opened.error();
        *connection = *std::move(opened);
        (*connection)->watchLoss(link->mailbox, link->where);
    }
    link->control->watchEvents(link->mailbox);
    return link;
}

} // namespace core::hypervisor::libvirt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notification/system/systemnotifier.h"

#include "core/notification/errors.h"
#include "core/notification/system/mail.h"
#include "core/notification/system/script.h"
#include "core/notification/system/webhook.h"

#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace core::notification::system {

namespace {

/// The same for the same news: who is told twice can know it.
QString idOf(const Delivery &delivery)
{
    QString all = delivery.action.target;
    for (const Notice &notice : delivery.notices)
        all += notice.alarm.id.toString() + QLatin1StringView(wireName(notice.transition))
            + toRfc3339(notice.time);
    return QUuid::createUuidV5(QUuid(), all).toString(QUuid::WithoutBraces);
}

} // namespace

SystemNotifier::SystemNotifier(const Clock &clock, Settings settings)
    : m_clock(clock),
      m_settings(std::move(settings))
{}

std::vector<QString> SystemNotifier::scripts() const
{
    return scriptsIn(m_settings.scripts);
}

Task<> SystemNotifier::deliver(Delivery delivery, Access access)
{
    auto job = jobOf(delivery, access);
    return job ? run(this, *std::move(job)) : refused(job.error());
}

Task<> SystemNotifier::run(SystemNotifier *self, Job job)
{
    auto done = co_await self->m_lane.run(std::move(job));
    co_return done;
}

Task<> SystemNotifier::refused(Error why)
{
    co_return why;
}

Result<SystemNotifier::Job> SystemNotifier::jobOf(const Delivery &delivery, const Access &access) const
{
    const Words words = m_settings.compose(delivery, access.settings.language);
    switch (delivery.action.channel) {
    case model::AlarmChannel::Email: return mailJob(delivery, access, words);
    case model::AlarmChannel::Webhook: return postJob(delivery, access, words);
    case model::AlarmChannel::Script: return scriptJob(delivery, words);
    }
    Q_UNREACHABLE();
}

Result<SystemNotifier::Job> SystemNotifier::mailJob(const Delivery &delivery, const Access &access,
                                                    const Words &words) const
{
    const model::NotificationSettings &settings = access.settings;
    if (settings.host.isEmpty())
        return Error(errors::NoMailServer);
    const Mail mail{.from = settings.sender,
                    .to = delivery.action.target,
                    .subject = words.subject,
                    .text = words.text,
                    .id = idOf(delivery),
                    .date = m_clock.now()};
    const MailOrder order{.url = smtpUrl(settings),
                          .security = settings.security,
                          .user = settings.user,
                          .password = access.password,
                          .from = settings.sender.toLatin1(),
                          .to = delivery.action.target.toLatin1(),
                          .message = toMessage(mail)};
    return Job([order, rules = m_settings.rules] { return sendMail(order, rules); });
}

SystemNotifier::Job SystemNotifier::postJob(const Delivery &delivery, const Access &access,
                                            const Words &words) const
{
    const QString id = idOf(delivery);
    PostOrder order{.url = QUrl(delivery.action.target).toEncoded(),
                    .body =
                        toPayload(delivery.notices, words.sentences, m_settings.server, id, m_clock.now()),
                    .headers = {"Content-Type: application/json", "Accept: application/json",
                                "User-Agent: Vigie/" VIGIE_VERSION, "X-Vigie-Delivery: " + id.toLatin1()}};
    if (!access.key.isEmpty())
        order.headers += "X-Vigie-Signature: " + signatureOf(order.body, access.key);
    return [order, rules = m_settings.rules] { return post(order, rules); };
}

SystemNotifier::Job SystemNotifier::scriptJob(const Delivery &delivery, const Words &words) const
{
    const QStringList environment =
        environmentFor(delivery.notices.front(),
                       words.sentences.empty() ? QString() : words.sentences.front(), m_settings.server);
    return [directory = m_settings.scripts, name = delivery.action.target, environment] {
        return runScript(directory, name, environment);
    };
}

} // namespace core::notification::system

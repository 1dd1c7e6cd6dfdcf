// SPDX-License-Identifier: GPL-3.0-or-later
// E-mail, webhooks and scripts, against real servers of this machine.
#include "core/notification/system/systemnotifier.h"
#include "core/async/systemclock.h"
#include "core/notification/errors.h"
#include "core/notification/system/mail.h"
#include "core/notification/system/script.h"
#include "core/notification/system/webhook.h"
#include "tests/core/notification/sinks.h"
#include "tests/support/waitfor.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::AlarmChannel;
using model::SmtpSecurity;
using notification::Access;
using notification::Delivery;
using notification::Notice;
using tests::waitFor;
namespace system_ = notification::system;

namespace {

Notice notice()
{
    return {.alarm = {.id = AlarmId(QUuid::createUuidV5(QUuid(), u"a"_s)),
                      .definition = AlarmDefinitionId(QUuid::createUuidV5(QUuid(), u"d"_s)),
                      .code = u"host.not-responding"_s,
                      .severity = model::Severity::Alert,
                      .object = model::ObjectRef(HostId(QUuid::createUuidV5(QUuid(), u"h"_s))),
                      .objectName = u"hôte $(reboot); `id`"_s,
                      .since = Instant(1h)},
            .name = u"Silent"_s,
            .time = Instant(2h)};
}

system_::Words words(const Delivery &delivery, const QString &)
{
    return {
        .subject =
            u"Alarme : hôte muet, et une ligne qui est bien plus longue que ce qu'un en-tête peut contenir"_s,
        .text = u"Première ligne\n.\nFin\n"_s,
        .sentences = std::vector<QString>(delivery.notices.size(), u"L'hôte ne répond pas."_s)};
}

QByteArray bodyOf(const QString &message)
{
    return QByteArray::fromBase64(message.section(u"\r\n\r\n"_s, 1).toLatin1());
}

/// The notifier of a core, and the servers that it talks to.
struct Bench {
    tests::Sinks sinks;
    QTemporaryDir scripts;
    SystemClock clock;
    system_::SystemNotifier notifier{clock,
                                     {.server = u"vigie.example.org"_s,
                                      .scripts = scripts.path(),
                                      .rules = {.authorities = sinks.authority(), .isLoopbackAllowed = true},
                                      .compose = words}};
    Access access{.settings = {.host = u"localhost"_s,
                               .port = sinks.port(u"starttls"_s),
                               .user = u"vigie"_s,
                               .sender = u"vigie@example.org"_s},
                  .password = u"open sesame"_s,
                  .key = {}};

    Result<void> tell(AlarmChannel channel, const QString &target)
    {
        return waitFor(notifier.deliver(
            {.action = {.channel = channel, .target = target}, .notices = {notice()}}, access));
    }
    Result<void> post(const QString &path)
    {
        return tell(AlarmChannel::Webhook, u"https://localhost:%1%2"_s.arg(sinks.port(u"https"_s)).arg(path));
    }
    void script(const QString &name, const QByteArray &content, QFile::Permissions more = {}) const
    {
        QFile file(scripts.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | more));
    }
};

} // namespace

class SystemNotifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aMailGoesThroughStartTlsWithThePassword();
    void aMailGoesThroughTlsFromTheFirstByte();
    void aMailServerThatRefuses_data();
    void aMailServerThatRefuses();
    void aServerOfAnUnknownAuthorityIsNotTrusted();
    void whereNobodyListensIsUnreachable();
    void aWebhookIsPostedAndSigned();
    void aRedirectionIsNotFollowedAndAFailureIsTold();
    void aWebhookDoesNotReachTheServerItself_data();
    void aWebhookDoesNotReachTheServerItself();
    void aScriptIsToldByItsEnvironmentAlone();
    void aScriptThatFailsSaysWhy();
    void aScriptIsEndedWithAllThatItStarted();
    void onlySafeFilesOfTheDirectoryAreRun();
    void aHeaderIsOneLineWhateverItSays();

private:
    std::unique_ptr<Bench> m_bench;
};

void SystemNotifierTest::initTestCase()
{
    m_bench = std::make_unique<Bench>();
    if (!m_bench->sinks.isUp())
        QSKIP("needs python3 and openssl");
}

void SystemNotifierTest::aMailGoesThroughStartTlsWithThePassword()
{
    const auto sent = m_bench->tell(AlarmChannel::Email, u"ops@example.org"_s);
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
    const QJsonObject mail = m_bench->sinks.received(u"mail"_s).last();
    QCOMPARE(mail.value(u"secure"_s), QJsonValue(true));
    QCOMPARE(mail.value(u"user"_s).toString(), u"vigie"_s);
    QVERIFY(mail.value(u"from"_s).toString().startsWith(u"FROM:<vigie@example.org>"));
    QVERIFY(mail.value(u"to"_s).toString().startsWith(u"TO:<ops@example.org>"));
    const QString content = mail.value(u"content"_s).toString();
    QVERIFY(content.contains(u"\r\nAuto-Submitted: auto-generated\r\n"));
    QCOMPARE(QString::fromUtf8(bodyOf(content)), u"Première ligne\r\n.\r\nFin\r\n"_s);
}

void SystemNotifierTest::aMailGoesThroughTlsFromTheFirstByte()
{
    Access other = m_bench->access;
    other.settings.security = SmtpSecurity::Tls;
    other.settings.port = m_bench->sinks.port(u"smtps"_s);
    const auto before = m_bench->sinks.received(u"mail"_s).size();
    const Delivery delivery{.action = {.target = u"ops@example.org"_s}, .notices = {notice()}};
    QVERIFY(waitFor(m_bench->notifier.deliver(delivery, other)));
    QCOMPARE(m_bench->sinks.received(u"mail"_s).size(), before + 1);
}

void SystemNotifierTest::aMailServerThatRefuses_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("code");
    QTest::newRow("the recipient") << u"refuse@example.org"_s << u"open sesame"_s
                                   << u"notification.refused"_s;
    QTest::newRow("the password") << u"ops@example.org"_s << u"wrong"_s
                                  << u"notification.credentials-refused"_s;
}

void SystemNotifierTest::aMailServerThatRefuses()
{
    QFETCH(const QString, target);
    QFETCH(const QString, password);
    QFETCH(const QString, code);
    Access access = m_bench->access;
    access.password = password;
    const auto before = m_bench->sinks.received(u"mail"_s).size();
    const Delivery delivery{.action = {.target = target}, .notices = {notice()}};
    const auto sent = waitFor(m_bench->notifier.deliver(delivery, access));
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, code);
    QVERIFY(!sent.error().detail.contains(u"sesame"));
    QCOMPARE(m_bench->sinks.received(u"mail"_s).size(), before);
}

void SystemNotifierTest::aServerOfAnUnknownAuthorityIsNotTrusted()
{
    system_::SystemNotifier stranger(m_bench->clock,
                                     {.rules = {.isLoopbackAllowed = true}, .compose = words});
    const Delivery mail{.action = {.target = u"ops@example.org"_s}, .notices = {notice()}};
    const auto sent = waitFor(stranger.deliver(mail, m_bench->access));
    QVERIFY(!sent && sent.error().is(notification::errors::Untrusted));
    const Delivery hook{
        .action = {.channel = AlarmChannel::Webhook,
                   .target = u"https://localhost:%1/take"_s.arg(m_bench->sinks.port(u"https"_s))},
        .notices = {notice()}};
    const auto posted = waitFor(stranger.deliver(hook, m_bench->access));
    QVERIFY(!posted && posted.error().is(notification::errors::Untrusted));
}

void SystemNotifierTest::whereNobodyListensIsUnreachable()
{
    Access access = m_bench->access;
    access.settings.port = 1;
    const Delivery mail{.action = {.target = u"ops@example.org"_s}, .notices = {notice()}};
    const auto sent = waitFor(m_bench->notifier.deliver(mail, access));
    QVERIFY(!sent && sent.error().is(errors::Unreachable));
    QCOMPARE(sent.error().params.value(u"where"_s).toString(), u"localhost:1"_s);
    access.settings.host.clear();
    const auto nowhere = waitFor(m_bench->notifier.deliver(mail, access));
    QVERIFY(!nowhere && nowhere.error().is(notification::errors::NoMailServer));
}

void SystemNotifierTest::aWebhookIsPostedAndSigned()
{
    m_bench->access.key = "k";
    const auto posted = m_bench->post(u"/take?x=%20y"_s);
    m_bench->access.key.clear();
    QVERIFY2(posted, posted ? "" : qPrintable(posted.error().detail));
    const QJsonObject request = m_bench->sinks.received(u"post"_s).last();
    QCOMPARE(request.value(u"path"_s).toString(), u"/take?x=%20y"_s);
    const QByteArray body = request.value(u"body"_s).toString().toUtf8();
    const QJsonObject headers = request.value(u"headers"_s).toObject();
    QCOMPARE(headers.value(u"Content-Type"_s).toString(), u"application/json"_s);
    QCOMPARE(headers.value(u"X-Vigie-Signature"_s).toString().toLatin1(), system_::signatureOf(body, "k"));
    const QJsonObject payload = QJsonDocument::fromJson(body).object();
    QCOMPARE(payload.value(u"version"_s).toInt(), 1);
    QCOMPARE(payload.value(u"server"_s).toString(), u"vigie.example.org"_s);
    const QJsonObject alarm = payload.value(u"alarms"_s).toArray().at(0).toObject();
    const QStringList members{u"code"_s,   u"definition"_s, u"id"_s,         u"message"_s,    u"name"_s,
                              u"object"_s, u"objectName"_s, u"parameters"_s, u"repetition"_s, u"severity"_s,
                              u"since"_s,  u"test"_s,       u"time"_s,       u"transition"_s};
    QCOMPARE(alarm.keys(), members); // others rely on it
    QCOMPARE(alarm.value(u"transition"_s).toString(), u"alert"_s);
    QCOMPARE(alarm.value(u"message"_s).toString(), u"L'hôte ne répond pas."_s);
}

void SystemNotifierTest::aRedirectionIsNotFollowedAndAFailureIsTold()
{
    const auto before = m_bench->sinks.received(u"post"_s).size();
    const auto away = m_bench->post(u"/away"_s);
    QVERIFY(!away && away.error().is(notification::errors::Refused));
    QCOMPARE(away.error().params.value(u"status"_s).toInt(), 302);
    const auto refused = m_bench->post(u"/refuse"_s);
    QVERIFY(!refused && refused.error().params.value(u"status"_s).toInt() == 500);
    QCOMPARE(m_bench->sinks.received(u"post"_s).size(), before + 2);
}

void SystemNotifierTest::aWebhookDoesNotReachTheServerItself_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("by name") << u"localhost"_s;
    QTest::newRow("by address") << u"127.0.0.1"_s;
    QTest::newRow("by another address") << u"127.9.9.9"_s;
    QTest::newRow("by no address") << u"0.0.0.0"_s;
    QTest::newRow("IPv6") << u"[::1]"_s;
    QTest::newRow("IPv4 in IPv6") << u"[::ffff:127.0.0.1]"_s;
    QTest::newRow("link-local: a cloud's metadata") << u"169.254.169.254"_s;
}

void SystemNotifierTest::aWebhookDoesNotReachTheServerItself()
{
    QFETCH(const QString, host);
    system_::SystemNotifier strict(m_bench->clock,
                                   {.rules = {.authorities = m_bench->sinks.authority()}, .compose = words});
    const auto before = m_bench->sinks.received(u"post"_s).size();
    const Delivery hook{
        .action = {.channel = AlarmChannel::Webhook,
                   .target = u"https://%1:%2/take"_s.arg(host).arg(m_bench->sinks.port(u"https"_s))},
        .notices = {notice()}};
    const auto posted = waitFor(strict.deliver(hook, m_bench->access));
    QVERIFY(!posted);
    QCOMPARE(posted.error().code, u"notification.address-forbidden"_s);
    QCOMPARE(m_bench->sinks.received(u"post"_s).size(), before);
}

void SystemNotifierTest::aScriptIsToldByItsEnvironmentAlone()
{
    ::setenv("VIGIE_TEST_SECRET", "the core's own", 1);
    m_bench->script(u"tell.sh"_s, "#!/bin/sh\nenv > out\necho \"$#\" >> out\nls /proc/self/fd >> out\n");
    const auto run = m_bench->tell(AlarmChannel::Script, u"tell.sh"_s);
    QVERIFY2(run, run ? "" : qPrintable(run.error().code + run.error().detail));
    QFile out(m_bench->scripts.filePath(u"out"_s));
    QVERIFY(out.open(QIODevice::ReadOnly));
    const QString told = QString::fromUtf8(out.readAll());
    QVERIFY(told.contains(u"VIGIE_OBJECT_NAME=hôte $(reboot); `id`\n"));
    QVERIFY(told.contains(u"VIGIE_TRANSITION=alert\n"));
    QVERIFY(told.contains(u"VIGIE_SEVERITY=alert\n"));
    QVERIFY(told.contains(u"VIGIE_MESSAGE=L'hôte ne répond pas.\n"));
    QVERIFY(!told.contains(u"SECRET"));
    QVERIFY(told.contains(u"\n0\n0\n1\n2\n3\n")); // no arguments; then its own three files, and that of ls
    QVERIFY(!told.contains(u"\n4\n"));
}

void SystemNotifierTest::aScriptThatFailsSaysWhy()
{
    m_bench->script(u"fail.sh"_s, "#!/bin/sh\necho no modem >&2\nexit 7\n");
    const auto run = m_bench->tell(AlarmChannel::Script, u"fail.sh"_s);
    QVERIFY(!run && run.error().is(notification::errors::ScriptFailed));
    QCOMPARE(run.error().params.value(u"status"_s).toString(), u"7"_s);
    QCOMPARE(run.error().detail, u"no modem\n"_s);
}

void SystemNotifierTest::aScriptIsEndedWithAllThatItStarted()
{
    m_bench->script(u"hang.sh"_s, "#!/bin/sh\nsleep 600 &\necho $! > child\nsleep 600\n");
    QElapsedTimer timer;
    timer.start();
    const auto run =
        system_::runScript(m_bench->scripts.path(), u"hang.sh"_s, {u"PATH=/bin:/usr/bin"_s}, 500ms);
    QVERIFY(!run && run.error().is(errors::Timeout));
    QVERIFY(timer.elapsed() < 10'000);
    QFile child(m_bench->scripts.filePath(u"child"_s));
    QVERIFY(child.open(QIODevice::ReadOnly));
    const pid_t pid = child.readAll().trimmed().toInt();
    QVERIFY(pid > 1);
    QTRY_VERIFY(::kill(pid, 0) != 0 || QFile::exists(u"/proc/%1/stat"_s.arg(pid)) == false || [&] {
        QFile stat(u"/proc/%1/stat"_s.arg(pid)); // nobody may have asked for its end yet
        return stat.open(QIODevice::ReadOnly) && stat.readAll().contains(") Z ");
    }());
}

void SystemNotifierTest::onlySafeFilesOfTheDirectoryAreRun()
{
    m_bench->script(u"good.sh"_s, "#!/bin/sh\nexit 0\n");
    m_bench->script(u"loose.sh"_s, "#!/bin/sh\ntouch ran\n", QFile::WriteOther);
    m_bench->script(u"plain.txt"_s, "#!/bin/sh\ntouch ran\n");
    QVERIFY(QFile::setPermissions(m_bench->scripts.filePath(u"plain.txt"_s), QFile::ReadOwner));
    QVERIFY(QFile::link(u"/bin/true"_s, m_bench->scripts.filePath(u"link.sh"_s)));
    QVERIFY(m_bench->tell(AlarmChannel::Script, u"good.sh"_s));
    for (const QString &name : {u"loose.sh"_s, u"plain.txt"_s, u"link.sh"_s}) {
        const auto run = m_bench->tell(AlarmChannel::Script, name);
        QVERIFY2(!run && run.error().is(notification::errors::ScriptUnsafe), qPrintable(name));
    }
    for (const QString &name : {u"missing.sh"_s, u"../good.sh"_s, u"/bin/true"_s, u".."_s, u""_s}) {
        const auto run = m_bench->tell(AlarmChannel::Script, name);
        QVERIFY2(!run && run.error().is(notification::errors::ScriptMissing), qPrintable(name));
    }
    QVERIFY(!QFile::exists(m_bench->scripts.filePath(u"ran"_s)));
    const auto names = m_bench->notifier.scripts();
    QVERIFY(std::ranges::find(names, u"good.sh"_s) != names.end());
    QVERIFY(std::ranges::find(names, u"loose.sh"_s) == names.end());
    QVERIFY(std::ranges::find(names, u"link.sh"_s) == names.end());
    const QString relative = QDir::current().relativeFilePath(m_bench->scripts.path());
    QVERIFY(relative.startsWith(u"..") || !relative.startsWith(u'/'));
    QVERIFY(system_::runScript(relative, u"good.sh"_s, {})); // as the server may have been started
}

void SystemNotifierTest::aHeaderIsOneLineWhateverItSays()
{
    system_::Mail mail{
        .from = u"a@example.org"_s, .to = u"b@example.org"_s, .id = u"1"_s, .date = Instant(1h)};
    mail.subject = u"x\r\nBcc: c@example.org\r\n\r\nbody"_s;
    const QByteArray message = system_::toMessage(mail);
    QVERIFY(message.contains("\r\nSubject: x Bcc: c@example.org body\r\n"));
    mail.subject = QString(400, u'é');
    const QByteArray head = system_::toMessage(mail).split('\n').mid(3, 20).join('\n');
    QVERIFY(head.startsWith("Subject: =?UTF-8?B?"));
    QByteArray decoded;
    for (const QByteArray &line : system_::toMessage(mail).split('\n')) {
        QVERIFY(line.size() <= 100);
        const qsizetype begin = line.indexOf("=?UTF-8?B?");
        if (begin >= 0)
            decoded +=
                QByteArray::fromBase64(line.mid(begin + 10, line.indexOf("?=", begin + 10) - begin - 10));
    }
    QCOMPARE(QString::fromUtf8(decoded), mail.subject);
}

QTEST_GUILESS_MAIN(SystemNotifierTest)
#include "systemnotifiertest.moc"

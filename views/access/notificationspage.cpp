// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/notificationspage.h"

#include "core/text/parameters.h"
#include "core/text/text.h"
#include "views/inventory/operationform.h"
#include "views/inventory/requestrunner.h"
#include "views/widgets/factbox.h"
#include "views/widgets/noticebar.h"
#include "views/widgets/offline.h"
#include "views/widgets/rights.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::operations::Operation;
using core::operations::Parameter;

namespace {

const QString setOperation = u"notification.set"_s;
const QString testOperation = u"notification.test"_s;

/// The operation with some of its parameters only; without it, one that nobody can ask for.
Operation narrowed(const QString &name, bool (*wanted)(const Parameter &))
{
    const Operation *known = core::operations::findOperation(name);
    if (known == nullptr)
        return {};
    Operation part = *known;
    std::erase_if(part.parameters, [wanted](const Parameter &each) { return !wanted(each); });
    return part;
}

bool isOfMail(const Parameter &parameter)
{
    return parameter.name != u"key" && parameter.name != u"channel";
}

bool isOfWebhooks(const Parameter &parameter)
{
    return parameter.name == u"key";
}

} // namespace

NotificationsPage::NotificationsPage(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_mail(narrowed(setOperation, isOfMail)),
      m_webhooks(narrowed(setOperation, isOfWebhooks)),
      m_runner(makeRunner(session, this)),
      m_notice(new NoticeBar(this)),
      m_mailFacts(new FactBox(this)),
      m_otherFacts(new FactBox(this)),
      m_editMail(addButton(u"editMail"_s)),
      m_editKey(addButton(u"editWebhookKey"_s)),
      m_test(addButton(u"testNotification"_s))
{
    setObjectName(u"notificationsPage"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *each : {m_editMail, m_editKey, m_test})
        buttons->addWidget(each);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addLayout(buttons);
    for (QWidget *each : std::initializer_list<QWidget *>{m_notice, m_mailFacts, m_otherFacts})
        column->addWidget(each);
    column->addStretch();
    connect(m_editMail, &QPushButton::clicked, this, [this] { edit(m_mail, mailNow()); });
    connect(m_editKey, &QPushButton::clicked, this, [this] {
        edit(m_webhooks, {{u"channel"_s, u"webhook"_s}});
    });
    connect(m_test, &QPushButton::clicked, this,
            [this] { edit(*core::operations::findOperation(testOperation), {}); });
    connect(m_runner, &RequestRunner::finished, this, &NotificationsPage::refresh);
    connect(&session, &Session::linkChanged, this, &NotificationsPage::showButtons);
    connect(&Rights::of(session), &Rights::changed, this, &NotificationsPage::showButtons);
    retranslate();
}

bool NotificationsPage::isOffered()
{
    return core::operations::findOperation(setOperation) != nullptr;
}

QPushButton *NotificationsPage::addButton(const QString &name)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

void NotificationsPage::refresh()
{
    m_session.get(u"/notifications"_s, this,
                  [this](const core::Result<QJsonObject> &answer) { take(answer); });
}

void NotificationsPage::take(const core::Result<QJsonObject> &answer)
{
    m_error.reset();
    if (answer)
        m_settings = *answer;
    else
        m_error = answer.error();
    showSettings();
}

/// As the operation is told of it: what is left as it is shown stays.
QJsonObject NotificationsPage::mailNow() const
{
    QJsonObject parameters{{u"channel"_s, u"email"_s}, {u"server"_s, m_settings.value(u"host"_s).toString()}};
    for (const QString &same : {u"port"_s, u"security"_s, u"user"_s, u"sender"_s, u"language"_s}) {
        if (m_settings.contains(same))
            parameters.insert(same, m_settings.value(same));
    }
    return parameters;
}

void NotificationsPage::edit(const Operation &operation, const QJsonObject &parameters)
{
    auto *form = new OperationForm(
        operation, {Candidate{.object = {}, .name = {}, .parameters = parameters, .reason = {}}},
        [this] { return m_session.inventory(); }, this);
    form->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &QDialog::accepted, this,
            [this, form] { m_runner->run(prepare(form->requests(), m_session.inventory())); });
    form->open();
}

void NotificationsPage::showSettings()
{
    m_notice->setNotice(m_error ? core::text::sentence(*m_error) : QString());
    const auto fact = [](const QString &key, const QString &label, const QString &value) {
        return Fact{.key = key, .label = label, .value = value, .link = {}};
    };
    const auto yes = [this](const QString &member) {
        return m_settings.value(member).toBool() ? tr("set") : tr("not set");
    };
    const QString server = m_settings.value(u"host"_s).toString();
    const int port = m_settings.value(u"port"_s).toInt();
    std::vector<Fact> mail{
        fact(u"server"_s, tr("Mail server"), server.isEmpty() ? tr("none: no e-mail is sent") : server)};
    if (!server.isEmpty()) {
        mail.push_back(fact(u"port"_s, tr("Port"), port == 0 ? tr("the usual one") : QString::number(port)));
        mail.push_back(fact(u"security"_s, tr("Security"),
                            core::text::choiceName(m_settings.value(u"security"_s).toString())));
        const QString user = m_settings.value(u"user"_s).toString();
        mail.push_back(
            fact(u"user"_s, tr("User"), user.isEmpty() ? tr("nobody: it does not sign in") : user));
        mail.push_back(fact(u"password"_s, tr("Password"), yes(u"hasPassword"_s)));
        mail.push_back(fact(u"sender"_s, tr("Sender"), m_settings.value(u"sender"_s).toString()));
        mail.push_back(
            fact(u"language"_s, tr("Language of the messages"), m_settings.value(u"language"_s).toString()));
    }
    m_mailFacts->setFacts(mail);
    QStringList scripts;
    for (const QJsonValue &each : m_settings.value(u"scripts"_s).toArray())
        scripts += each.toString();
    m_otherFacts->setFacts({fact(u"key"_s, tr("Key that signs webhooks"), yes(u"hasWebhookSecret"_s)),
                            fact(u"scripts"_s, tr("Scripts of the server"),
                                 scripts.isEmpty() ? tr("none") : scripts.join(u", "_s))});
    showButtons();
}

void NotificationsPage::showButtons()
{
    QString reason = offlineReason(m_session);
    if (reason.isEmpty() && m_error)
        reason = core::text::sentence(*m_error);
    if (reason.isEmpty()) {
        if (const auto missing = Rights::of(m_session).lacking(core::model::Privilege::GlobalSettings, {}))
            reason = core::text::sentence(*missing);
    }
    for (QPushButton *each : {m_editMail, m_editKey, m_test}) {
        each->setEnabled(reason.isEmpty());
        each->setToolTip(reason.toHtmlEscaped());
        each->setAccessibleDescription(reason);
    }
}

void NotificationsPage::retranslate()
{
    m_mailFacts->setTitle(tr("E-mail"));
    m_otherFacts->setTitle(tr("Webhooks and scripts"));
    m_editMail->setText(tr("&Mail Server…"));
    m_editMail->setAccessibleName(tr("Change the mail server"));
    m_editKey->setText(tr("Webhook &Key…"));
    m_editKey->setAccessibleName(tr("Change the key that signs webhooks"));
    m_test->setText(tr("Send a &Test…"));
    m_test->setAccessibleName(tr("Send a test message"));
    showSettings();
}

void NotificationsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void NotificationsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views

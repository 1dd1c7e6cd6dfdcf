// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addhost/connectionpage.h"

#include "core/operations/errors.h"
#include "core/text/text.h"
#include "views/addhost/urifields.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace views {

namespace {
const auto exampleList =
    u"h1.example.org\nh2 qemu+ssh://admin@10.0.0.12/system\nqemu+tls://h3.example.org/system"_s;
}

ConnectionPage::ConnectionPage(AddHostPlan &plan, QWidget *parent)
    : AddHostPage(plan, parent),
      m_one(new QRadioButton(this)),
      m_many(new QRadioButton(this)),
      m_stack(new QStackedWidget(this)),
      m_problem(new QLabel(this))
{
    m_one->setObjectName(u"addOneHost"_s);
    m_many->setObjectName(u"addManyHosts"_s);
    m_one->setChecked(true);
    m_stack->addWidget(buildOne());
    m_stack->addWidget(buildMany());
    m_problem->setObjectName(u"addHostProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(fontMetrics().lineSpacing() * 2); // nothing jumps while one types
    auto *column = new QVBoxLayout(this);
    for (QWidget *each : std::initializer_list<QWidget *>{m_one, m_many, m_stack, m_problem})
        column->addWidget(each, each == m_stack ? 1 : 0);
    connect(m_many, &QRadioButton::toggled, this, [this](bool many) {
        m_stack->setCurrentIndex(many ? 1 : 0);
        read();
    });
    connect(m_uri, &UriFields::uriChanged, this, &ConnectionPage::read);
    connect(m_name, &QLineEdit::textChanged, this, &ConnectionPage::read);
    connect(m_list, &QPlainTextEdit::textChanged, this, &ConnectionPage::read);
    retranslate();
}

QWidget *ConnectionPage::buildOne()
{
    auto *page = new QWidget(this);
    m_uri = new UriFields(page);
    m_uri->expectSsh(u"root"_s);
    m_nameTitle = new QLabel(page);
    m_name = new QLineEdit(page);
    m_name->setObjectName(u"addHostName"_s);
    m_nameTitle->setBuddy(m_name);
    auto *form = new QFormLayout;
    form->addRow(m_nameTitle, m_name);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_uri);
    column->addLayout(form);
    column->addStretch();
    return page;
}

QWidget *ConnectionPage::buildMany()
{
    auto *page = new QWidget(this);
    m_listTitle = new QLabel(page);
    m_listTitle->setWordWrap(true);
    m_list = new QPlainTextEdit(page);
    m_list->setObjectName(u"addHostList"_s);
    m_list->setTabChangesFocus(true);
    m_list->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_list->setPlaceholderText(exampleList);
    m_listTitle->setBuddy(m_list);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_listTitle);
    column->addWidget(m_list, 1);
    return page;
}

QString ConnectionPage::problem() const
{
    if (m_one->isChecked() && !m_uri->problem().isEmpty())
        return m_uri->problem();
    if (!m_wrong.isEmpty())
        return tr("This line is no address of a host: %1").arg(m_wrong.front());
    if (m_plan.hosts.empty())
        return tr("Enter at least one host.");
    for (const HostWish &wish : m_plan.hosts) {
        for (const auto &host : m_plan.session.inventory().all<core::model::Host>()) {
            if (host->uri == wish.uri)
                return core::text::sentence(
                    core::Error(core::operations::errors::HostKnown, QJsonObject{{u"host"_s, host->name}}));
        }
    }
    return {};
}

void ConnectionPage::read()
{
    m_wrong.clear();
    if (m_one->isChecked()) {
        m_plan.hosts.clear();
        if (m_uri->problem().isEmpty())
            m_plan.hosts.push_back({.uri = m_uri->uri(), .name = m_name->text().trimmed()});
    } else {
        HostList list = readHosts(m_list->toPlainText());
        m_plan.hosts = std::move(list.hosts);
        m_wrong = std::move(list.wrong);
    }
    const QString wrong = problem();
    m_problem->setText(!wrong.isEmpty() || m_one->isChecked()
                           ? wrong
                           : tr("%n host(s)", nullptr, static_cast<int>(m_plan.hosts.size())));
    Q_EMIT completeChanged();
}

bool ConnectionPage::isComplete() const
{
    return problem().isEmpty();
}

void ConnectionPage::retranslate()
{
    setTitle(tr("Connection Settings"));
    setSubTitle(tr("How the management core reaches the libvirt daemon of the host."));
    m_one->setText(tr("&One host"));
    m_one->setAccessibleName(tr("One host"));
    m_many->setText(tr("&Several hosts, pasted as a list"));
    m_many->setAccessibleName(tr("Several hosts, pasted as a list"));
    m_nameTitle->setText(tr("&Name in the inventory:"));
    m_name->setAccessibleName(tr("Name in the inventory"));
    m_name->setPlaceholderText(tr("its own name"));
    m_listTitle->setText(
        tr("One a line: the name of a host, which is reached by SSH as root, or its address; a name "
           "for the inventory may stand before it."));
    m_list->setAccessibleName(tr("List of hosts"));
    read();
}

} // namespace views

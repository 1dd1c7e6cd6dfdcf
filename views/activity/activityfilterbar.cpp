// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/activity/activityfilterbar.h"

#include "core/text/text.h"
#include "views/models/severityicon.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

using core::model::Kind;
using core::model::Severity;
using core::model::TaskState;

namespace {

const std::vector<core::Duration> spans{0ms, 1h, std::chrono::days(1), std::chrono::days(7),
                                        std::chrono::days(30)};

} // namespace

ActivityFilterBar::ActivityFilterBar(Subject subject, core::api::client::Session &session, QWidget *parent)
    : QWidget(parent),
      m_subject(subject),
      m_session(session),
      m_kindTitle(new QLabel(this)),
      m_kind(new QComboBox(this)),
      m_gradeTitle(new QLabel(this)),
      m_grade(new QComboBox(this)),
      m_userTitle(new QLabel(this)),
      m_user(new QComboBox(this)),
      m_time(new TimeRangeBox(subject == Subject::Tasks ? u"taskTime"_s : u"eventTime"_s, spans, this)),
      m_text(new QLineEdit(this)),
      m_clear(new QPushButton(this))
{
    build();
    retranslate();
    m_pause.setSingleShot(true);
    m_pause.setInterval(300ms);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_told != filter()) {
            m_told = filter();
            Q_EMIT changed();
        }
    });
}

void ActivityFilterBar::build()
{
    const bool tasks = m_subject == Subject::Tasks;
    const QString name = tasks ? u"task"_s : u"event"_s;
    setObjectName(name + u"FilterBar"_s);
    m_kind->setObjectName(name + u"Kind"_s);
    m_kind->addItem(QString(), QString());
    for (const QString &each : tasks ? operationKinds() : eventKinds())
        m_kind->addItem(QString(), each);
    m_grade->setObjectName(name + (tasks ? u"State"_s : u"Severity"_s));
    m_grade->addItem(QString(), -1);
    if (tasks) {
        for (const auto &each : wireNames(TaskState{}))
            m_grade->addItem(QString(), static_cast<int>(each.value));
    } else {
        for (const Severity each : {Severity::Warning, Severity::Alert})
            m_grade->addItem(severityIcon(each), QString(), static_cast<int>(each));
    }
    m_user->setObjectName(name + u"User"_s);
    m_user->setEditable(true); // also who is of a directory, or there no more
    m_user->setInsertPolicy(QComboBox::NoInsert);
    m_user->lineEdit()->setObjectName(name + u"UserText"_s);
    m_text->setObjectName(name + u"Text"_s);
    m_text->setVisible(!tasks); // the list's own field does it
    m_clear->setObjectName(name + u"FilterReset"_s);
    m_clear->setAutoDefault(false);
    m_kindTitle->setBuddy(m_kind);
    m_gradeTitle->setBuddy(m_grade);
    m_userTitle->setBuddy(m_user);
    for (QComboBox *box : {m_kind, m_grade, m_user}) { // the tree beside it keeps its place
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    auto *what = new QHBoxLayout;
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_kindTitle, m_kind, m_gradeTitle, m_grade, m_userTitle, m_user})
        what->addWidget(each);
    what->addStretch();
    auto *rest = new QHBoxLayout;
    for (QWidget *each : std::initializer_list<QWidget *>{m_time, m_text, m_clear})
        rest->addWidget(each, each == m_text ? 1 : 0);
    if (tasks)
        rest->addStretch();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(what);
    rows->addLayout(rest);
    for (QComboBox *box : {m_kind, m_grade})
        connect(box, &QComboBox::currentIndexChanged, this, &ActivityFilterBar::later);
    connect(m_user, &QComboBox::currentTextChanged, this, &ActivityFilterBar::later);
    connect(m_time, &TimeRangeBox::changed, this, &ActivityFilterBar::later);
    connect(m_text, &QLineEdit::textChanged, this, &ActivityFilterBar::later);
    connect(m_clear, &QPushButton::clicked, this, &ActivityFilterBar::clear);
}

void ActivityFilterBar::later()
{
    m_clear->setEnabled(!filter().isEmpty());
    m_pause.start();
}

ActivityFilter ActivityFilterBar::filter() const
{
    using namespace std::chrono;
    const auto now = floor<milliseconds>(system_clock::now());
    ActivityFilter all{.kind = m_kind->currentData().toString(),
                       .atLeast = {},
                       .state = {},
                       .user = m_user->currentText().trimmed(),
                       .text = m_text->text().trimmed(),
                       // to the minute, so that the same choice is the same question for a while
                       .time = m_time->stretch(core::Instant(floor<minutes>(now.time_since_epoch())))};
    if (const int grade = m_grade->currentData().toInt(); grade >= 0) {
        if (m_subject == Subject::Tasks)
            all.state = static_cast<TaskState>(grade);
        else
            all.atLeast = static_cast<Severity>(grade);
    }
    return all;
}

void ActivityFilterBar::clear()
{
    m_kind->setCurrentIndex(0);
    m_grade->setCurrentIndex(0);
    m_user->setCurrentText(QString());
    m_time->setSpan(0ms);
    m_text->clear();
}

/// Those that the core knows; keeps what is typed.
void ActivityFilterBar::fillUsers()
{
    QStringList users;
    for (const auto &each : m_session.inventory().all<core::model::User>())
        users += principalOf(*each);
    if (!m_session.user().isEmpty() && !users.contains(m_session.user()))
        users += m_session.user();
    users.sort(Qt::CaseInsensitive);
    const QSignalBlocker quiet(m_user);
    const QString typed = m_user->currentText();
    m_user->clear();
    m_user->addItem(QString());
    m_user->addItems(users);
    m_user->setCurrentText(typed);
}

void ActivityFilterBar::showEvent(QShowEvent *event)
{
    fillUsers();
    QWidget::showEvent(event);
}

void ActivityFilterBar::retranslate()
{
    const bool tasks = m_subject == Subject::Tasks;
    m_kindTitle->setText(tr("&About:"));
    m_kind->setAccessibleName(tr("About"));
    m_kind->setItemText(0, tr("everything"));
    for (int i = 1; i < m_kind->count(); ++i) {
        const QString kind = m_kind->itemData(i).toString();
        const auto known = core::json::fromJson<Kind>(kind);
        QString name = kind;
        if (known)
            name = core::text::kindTitle(*known);
        else if (kind == u"task")
            name = tr("Tasks");
        else if (kind == u"alarm")
            name = tr("Triggered alarms");
        else if (kind == u"core")
            name = tr("The core itself");
        m_kind->setItemText(i, name);
    }
    m_gradeTitle->setText(tasks ? tr("&State:") : tr("&Severity:"));
    m_grade->setAccessibleName(tasks ? tr("State") : tr("Severity"));
    m_grade->setItemText(0, tr("any"));
    for (int i = 1; i < m_grade->count(); ++i) {
        const int grade = m_grade->itemData(i).toInt();
        if (tasks)
            m_grade->setItemText(i, core::text::state(static_cast<TaskState>(grade)));
        else
            m_grade->setItemText(i,
                                 grade == static_cast<int>(Severity::Warning) ? tr("warnings and alerts")
                                                                              : tr("alerts only"));
    }
    m_userTitle->setText(tr("&User:"));
    m_user->setAccessibleName(tr("User"));
    m_user->lineEdit()->setAccessibleName(tr("User"));
    m_user->lineEdit()->setPlaceholderText(tr("anybody"));
    m_time->setTitle(tr("&Time:"));
    m_text->setPlaceholderText(tr("Name, user or detail contains"));
    m_text->setAccessibleName(tr("Name, user or detail contains"));
    m_clear->setText(tr("No Filter"));
    m_clear->setAccessibleName(tr("Show everything again"));
    m_clear->setEnabled(!filter().isEmpty());
}

void ActivityFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views

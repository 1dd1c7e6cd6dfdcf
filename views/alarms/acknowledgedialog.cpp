// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alarms/acknowledgedialog.h"

#include "core/operations/alarm/acknowledge.h"
#include "core/text/text.h"
#include "views/widgets/commandpanel.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {
constexpr size_t mostShown = 5; ///< of hundreds the first few say which ones are meant
}

AcknowledgeDialog::AcknowledgeDialog(std::vector<core::model::Alarm> alarms, core::model::Inventory inventory,
                                     QWidget *parent)
    : QDialog(parent),
      m_alarms(std::move(alarms)),
      m_inventory(std::move(inventory)),
      m_what(new QLabel(this)),
      m_commentTitle(new QLabel(this)),
      m_comment(new QPlainTextEdit(this)),
      m_reason(new QLabel(this)),
      m_command(new CommandPanel(CommandPanel::Fold::Foldable, this))
{
    setObjectName(u"acknowledgeDialog"_s);
    for (QLabel *label : {m_what, m_reason}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_what->setObjectName(u"acknowledgeWhat"_s);
    m_reason->setObjectName(u"acknowledgeReason"_s);
    m_comment->setObjectName(u"acknowledgeComment"_s);
    m_comment->setTabChangesFocus(true);
    m_comment->setFixedHeight(fontMetrics().lineSpacing() * 5);
    m_commentTitle->setBuddy(m_comment);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(u"acknowledgeOk"_s);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"acknowledgeCancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_comment, &QPlainTextEdit::textChanged, this, &AcknowledgeDialog::check);
    auto *column = new QVBoxLayout(this);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_what, m_commentTitle, m_comment, m_reason, m_command, buttons})
        column->addWidget(each);
    retranslate();
    m_comment->setFocus();
    resize(fontMetrics().averageCharWidth() * 72, sizeHint().height());
}

std::vector<core::operations::OperationRequest> AcknowledgeDialog::requests() const
{
    const QString comment = m_comment->toPlainText().trimmed();
    std::vector<core::operations::OperationRequest> all;
    for (const core::model::Alarm &each : m_alarms) {
        if (each.acknowledged)
            continue; // by whom it was stays
        core::operations::AcknowledgeAlarm wanted{.alarm = each.id, .comment = {}, .object = {}};
        if (!comment.isEmpty())
            wanted.comment = comment;
        all.push_back(core::operations::request(wanted));
    }
    return all;
}

void AcknowledgeDialog::check()
{
    const auto wanted = requests();
    std::optional<core::Error> why;
    for (const auto &each : wanted) {
        const auto may =
            core::operations::findOperation(each.operation)->availability(each.parameters, m_inventory);
        if (!may)
            why = may.why();
    }
    m_reason->setText(why ? core::text::sentence(*why) : QString());
    m_reason->setVisible(why.has_value());
    m_ok->setEnabled(!why && !wanted.empty());
    m_command->setRequests(wanted, m_inventory);
}

void AcknowledgeDialog::retranslate()
{
    setWindowTitle(tr("Acknowledge %n Alarm(s)", nullptr, static_cast<int>(m_alarms.size())));
    QStringList lines;
    for (size_t i = 0; i < std::min(m_alarms.size(), mostShown); ++i)
        lines += core::text::alarm(m_alarms[i]);
    if (m_alarms.size() > mostShown)
        lines += tr("and %n more", nullptr, static_cast<int>(m_alarms.size() - mostShown));
    m_what->setText(lines.join(u'\n'));
    m_commentTitle->setText(tr("&Comment for the others (may be empty):"));
    m_comment->setAccessibleName(tr("Comment"));
    m_ok->setText(tr("Acknowledge"));
    m_ok->setAccessibleName(m_ok->text());
    m_cancel->setAccessibleName(tr("Cancel"));
    check();
}

void AcknowledgeDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/commandpanel.h"

#include "core/operations/commandline.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSettings>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

const QString settingsKey = u"dialogs/showCommand"_s;
constexpr int mostLines = 4; ///< more are scrolled

} // namespace

CommandPanel::CommandPanel(Fold fold, QWidget *parent)
    : QWidget(parent),
      m_title(new QToolButton(this)),
      m_copy(new QToolButton(this)),
      m_text(new QPlainTextEdit(this))
{
    setObjectName(u"commandPanel"_s);
    m_title->setObjectName(u"showCommand"_s);
    m_title->setAutoRaise(true);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setCheckable(fold == Fold::Foldable);
    m_title->setFocusPolicy(fold == Fold::Foldable ? Qt::TabFocus : Qt::NoFocus);
    m_copy->setObjectName(u"copyCommand"_s);
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::TabFocus);
    m_text->setObjectName(u"equivalentCommand"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_title);
    row->addStretch();
    row->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_text);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(command()); });
    connect(m_title, &QToolButton::toggled, this, [this](bool open) {
        QSettings().setValue(settingsKey, open);
        this->fold(open);
    });
    const bool open = fold == Fold::Open || QSettings().value(settingsKey, false).toBool();
    {
        const QSignalBlocker quiet(m_title);
        m_title->setChecked(open && m_title->isCheckable());
    }
    this->fold(open);
    fit();
    retranslate();
}

void CommandPanel::fold(bool open)
{
    m_open = open;
    m_text->setVisible(open);
    m_copy->setVisible(open);
    if (m_title->isCheckable())
        m_title->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    if (open)
        write();
}

void CommandPanel::fit()
{
    const int lines = std::clamp(static_cast<int>(command().count(u'\n')) + 1, 2, mostLines);
    const QFontMetrics metrics(m_text->font());
    m_text->setFixedHeight(metrics.lineSpacing() * lines + metrics.lineSpacing());
}

void CommandPanel::setRequests(std::vector<core::operations::OperationRequest> requests,
                               const core::model::Inventory &inventory)
{
    m_requests = std::move(requests);
    m_inventory = inventory;
    if (m_open) // nobody waits for what nobody sees
        write();
}

void CommandPanel::write()
{
    const QString text = core::operations::commandLine(m_requests, m_inventory);
    m_copy->setEnabled(!text.isEmpty());
    if (text == command())
        return; // what is selected stays
    m_text->setPlainText(text);
    fit();
}

QString CommandPanel::command() const
{
    return m_text->toPlainText();
}

void CommandPanel::retranslate()
{
    m_title->setText(tr("The same on the command line"));
    m_title->setAccessibleName(m_title->isCheckable() ? tr("Show or hide the command that does the same")
                                                      : m_title->text());
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the command"));
    m_text->setAccessibleName(tr("The same on the command line"));
    m_text->setPlaceholderText(tr("It appears here as soon as the entries are complete."));
}

void CommandPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views

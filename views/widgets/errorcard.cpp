// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/errorcard.h"

#include "core/text/text.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {

QString technical(const core::Error &error)
{
    QStringList lines{error.code};
    if (!error.params.isEmpty())
        lines << QString::fromUtf8(QJsonDocument(error.params).toJson(QJsonDocument::Compact));
    if (!error.detail.isEmpty())
        lines << error.detail;
    return lines.join(u'\n');
}

} // namespace

ErrorCard::ErrorCard(const QString &asked, core::Error error, QWidget *parent)
    : QDialog(parent),
      m_asked(asked),
      m_error(std::move(error))
{
    setObjectName(u"errorCard"_s);
    build();
    retranslate();
}

void ErrorCard::show(QWidget *parent, const QString &asked, const core::Error &error)
{
    auto *card = new ErrorCard(asked, error, parent);
    card->setAttribute(Qt::WA_DeleteOnClose);
    card->open();
}

QString ErrorCard::report() const
{
    QStringList lines;
    if (!m_asked.isEmpty())
        lines << m_asked;
    lines << core::text::sentence(m_error) << technical(m_error);
    return lines.join(u'\n');
}

void ErrorCard::build()
{
    auto *picture = new QLabel(this);
    const int size = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    picture->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxCritical).pixmap(size));
    picture->setAlignment(Qt::AlignTop);

    m_heading = new QLabel(m_asked, this);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_heading->setVisible(!m_asked.isEmpty());
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(u"errorSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setMinimumWidth(fontMetrics().averageCharWidth() * 60);

    m_details = new QPlainTextEdit(technical(m_error), this);
    m_details->setObjectName(u"errorDetails"_s);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setVisible(false);
    m_showDetails = new QPushButton(this);
    m_showDetails->setObjectName(u"errorShowDetails"_s);
    m_showDetails->setCheckable(true);
    m_showDetails->setAutoDefault(false);
    connect(m_showDetails, &QPushButton::toggled, this, [this](bool shown) {
        m_details->setVisible(shown);
        adjustSize();
    });
    m_copy = new QPushButton(this);
    m_copy->setObjectName(u"errorCopy"_s);
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(report()); });
    m_close = new QPushButton(this);
    m_close->setObjectName(u"errorClose"_s);
    m_close->setDefault(true);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);

    auto *words = new QVBoxLayout;
    words->addWidget(m_heading);
    words->addWidget(m_sentence, 1);
    auto *top = new QHBoxLayout;
    top->addWidget(picture);
    top->addLayout(words, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_showDetails);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *all = new QVBoxLayout(this);
    all->addLayout(top);
    all->addWidget(m_details, 1);
    all->addLayout(buttons);
}

void ErrorCard::retranslate()
{
    setWindowTitle(tr("Error"));
    m_sentence->setText(core::text::sentence(m_error));
    m_showDetails->setText(tr("&Details"));
    m_showDetails->setAccessibleName(tr("Show the technical details"));
    m_copy->setText(tr("&Copy"));
    m_copy->setAccessibleName(tr("Copy the error to the clipboard"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_details->setAccessibleName(tr("Technical details"));
}

void ErrorCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/resultdialog.h"

#include "core/text/text.h"
#include "views/delegates/objecticons.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

ResultDialog::ResultDialog(std::vector<RequestOutcome> outcomes, QWidget *parent)
    : QDialog(parent),
      m_outcomes(std::move(outcomes))
{
    setObjectName(u"resultDialog"_s);
    // Failures first: they are what the dialog is for; then what was left out.
    std::ranges::stable_sort(m_outcomes, {}, [](const RequestOutcome &each) {
        return each.leftOut ? 1 : each.error.has_value() ? 0 : 2;
    });
    m_summary = new QLabel(this);
    m_summary->setWordWrap(true);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(u"resultList"_s);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(2);
    for (const RequestOutcome &each : m_outcomes) {
        auto *item = new QTreeWidgetItem(m_list, {each.name});
        item->setIcon(0, iconFor(each.target.kind));
    }
    auto *buttons = new QDialogButtonBox(this);
    m_retry = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_retry->setObjectName(u"retryFailed"_s);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setObjectName(u"closeResults"_s);
    connect(m_retry, &QPushButton::clicked, this, &ResultDialog::retry);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    retranslate();
    m_list->resizeColumnToContents(0);
    const int width = fontMetrics().averageCharWidth();
    resize(width * 90, fontMetrics().height() * 20);
}

int ResultDialog::failed() const
{
    return static_cast<int>(std::ranges::count_if(
        m_outcomes, [](const RequestOutcome &each) { return each.error.has_value() && !each.leftOut; }));
}

int ResultDialog::leftOut() const
{
    return static_cast<int>(std::ranges::count_if(m_outcomes, &RequestOutcome::leftOut));
}

void ResultDialog::retranslate()
{
    const auto all = static_cast<int>(m_outcomes.size());
    setWindowTitle(core::text::operationLabel(m_outcomes.front().request.operation));
    QStringList words;
    if (failed() > 0)
        words += tr("%n of %1 objects could not be done.", nullptr, failed()).arg(all);
    else
        words += tr("Done to %n object(s).", nullptr, all - leftOut());
    if (leftOut() > 0)
        words += tr("%n of %1 were left out.", nullptr, leftOut()).arg(all);
    m_summary->setText(words.join(u' '));
    m_list->setHeaderLabels({tr("Object"), tr("Result")});
    m_list->setAccessibleName(tr("Results"));
    for (int i = 0; i < all; ++i) {
        const RequestOutcome &each = m_outcomes[static_cast<size_t>(i)];
        QString text = tr("Completed");
        if (each.error)
            text = each.leftOut ? tr("Left out: %1").arg(core::text::sentence(*each.error))
                                : core::text::sentence(*each.error);
        auto *item = m_list->topLevelItem(i);
        item->setText(1, text);
        item->setToolTip(1, text.toHtmlEscaped());
        item->setIcon(1, icon(each.leftOut ? u"info"_s : each.error ? u"failed"_s : u"done"_s));
    }
    m_retry->setText(tr("&Retry failed"));
    m_retry->setAccessibleName(tr("Retry failed"));
    m_retry->setVisible(failed() > 0);
    m_close->setAccessibleName(tr("Close"));
}

void ResultDialog::retry()
{
    std::vector<RequestOutcome> failed;
    for (RequestOutcome each : m_outcomes) {
        if (!each.error || each.leftOut)
            continue;
        each.error.reset();
        failed.push_back(std::move(each));
    }
    accept();
    Q_EMIT retryRequested(failed);
}

void ResultDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/shortcutsdialog.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

ShortcutsDialog::ShortcutsDialog(QWidget &window)
    : QDialog(&window),
      m_window(window),
      m_table(new QTreeWidget(this)),
      m_close(new QPushButton(this))
{
    setObjectName(u"shortcutsDialog"_s);
    m_table->setObjectName(u"shortcutsTable"_s);
    m_table->setRootIsDecorated(false);
    m_table->setAlternatingRowColors(true);
    m_table->setColumnCount(2);
    m_close->setObjectName(u"shortcutsClose"_s);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_table);
    column->addWidget(m_close, 0, Qt::AlignRight);
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 28);
    fill();
}

void ShortcutsDialog::fill()
{
    setWindowTitle(tr("Keyboard Shortcuts"));
    m_table->setHeaderLabels({tr("Action"), tr("Keys")});
    m_table->setAccessibleName(tr("Keyboard Shortcuts"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_table->clear();
    for (const QAction *action : m_window.findChildren<QAction *>()) {
        if (action->shortcut().isEmpty() || action->text().isEmpty())
            continue;
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts())
            keys << sequence.toString(QKeySequence::NativeText);
        new QTreeWidgetItem(m_table, {action->text().remove(u'&'), keys.join(u", "_s)});
    }
    m_table->sortItems(0, Qt::AscendingOrder);
    m_table->resizeColumnToContents(0);
}

void ShortcutsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QDialog::changeEvent(event);
}

} // namespace views

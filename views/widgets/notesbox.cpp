// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/notesbox.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;

NotesBox::NotesBox(QWidget *parent) : QGroupBox(parent), m_label(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_label);
    m_label->setObjectName(u"notes"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    showText();
}

void NotesBox::setNotes(const QString &notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    showText();
}

void NotesBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showText();
    QGroupBox::changeEvent(event);
}

void NotesBox::showText()
{
    setTitle(tr("Annotations"));
    m_label->setAccessibleName(tr("Notes"));
    m_label->setText(m_notes.isEmpty() ? tr("No notes.") : m_notes);
    m_label->setEnabled(!m_notes.isEmpty());
}

} // namespace views

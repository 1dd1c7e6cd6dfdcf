// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/searchfield.h"

#include "views/delegates/objecticons.h"
#include "views/widgets/background.h"
#include "views/widgets/clearbutton.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

namespace {
constexpr size_t shownAtMost = 50;
}

SearchField::SearchField(core::api::client::Session &session, QWidget *parent)
    : QLineEdit(parent),
      m_session(session),
      m_completer(new QCompleter(&m_results, this))
{
    setObjectName(u"search"_s);
    setClearButtonEnabled(true);
    m_lens = addAction(icon(u"search"_s), LeadingPosition);
    m_lens->setObjectName(u"searchLens"_s);
    connect(m_lens, &QAction::triggered, this, [this] { setFocus(); });
    setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    setMaximumWidth(fontMetrics().averageCharWidth() * 48);
    // Only the list of QCompleter is wanted, not its completing: so it is not given to QLineEdit.
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(16);
    m_completer->popup()->setObjectName(u"searchResults"_s);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &SearchField::choose);
    m_pause.setSingleShot(true);
    m_pause.setInterval(30ms); // shorter than a keystroke: only pasting and auto-repeat are gathered
    connect(&m_pause, &QTimer::timeout, this, &SearchField::ask);
    connect(this, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
    retranslate();
}

void SearchField::ask()
{
    m_pause.stop();
    const int generation = ++m_generation;
    const core::model::Query query = core::model::Query::parse(text());
    if (query.isEmpty()) {
        m_goWhenAnswered = false;
        m_answered = generation;
        m_completer->popup()->hide();
        return;
    }
    auto work = [query, inventory = m_session.inventory()] { return search(query, inventory, shownAtMost); };
    inBackground(this, std::move(work), [this, generation](SearchAnswer answer) {
        if (generation != m_generation)
            return;
        m_answered = generation;
        if (std::exchange(m_goWhenAnswered, false)) {
            m_results.setAnswer(std::move(answer));
            goToBest();
        } else {
            show(std::move(answer));
        }
    });
}

void SearchField::show(SearchAnswer answer)
{
    if (!hasFocus() && !m_completer->popup()->isVisible())
        return; // the user went elsewhere meanwhile
    QRect under = rect();
    if (!answer.best.empty()) // names and paths need room
        under.setWidth(std::max(width(), fontMetrics().averageCharWidth() * 90));
    under.moveRight(rect().right());
    m_results.setAnswer(std::move(answer));
    m_completer->complete(under);
}

/// The completer speaks of its own model.
void SearchField::choose(const QModelIndex &index)
{
    if (const auto ref = m_results.refAt(m_results.index(index.row()))) {
        clear();
        Q_EMIT objectChosen(*ref);
    }
}

/// What is chosen in the list, else the best.
void SearchField::goToBest()
{
    const QAbstractItemView *popup = m_completer->popup();
    const bool chosen = popup->isVisible() && popup->currentIndex().isValid();
    const int row = chosen ? popup->currentIndex().row() : 0;
    m_completer->popup()->hide();
    if (!core::model::Query::parse(text()).isEmpty())
        choose(m_results.index(row));
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !text().isEmpty()) {
        if (m_pause.isActive())
            ask();
        if (m_answered == m_generation)
            goToBest();
        else
            m_goWhenAnswered = true; // what is listed still answers an older question
        return;
    }
    m_goWhenAnswered = false;
    if (event->key() == Qt::Key_Down && !text().isEmpty())
        ask();
    QLineEdit::keyPressEvent(event);
}

void SearchField::retranslate()
{
    setPlaceholderText(tr("Search the inventory"));
    setAccessibleName(tr("Search the inventory"));
    m_lens->setText(tr("Search"));
    nameClearButton(*this, tr("Clear the search"));
    setToolTip(tr("Words and field:value terms, all of which must fit: state:running host:h2 web"));
    m_completer->popup()->setAccessibleName(tr("Search results"));
}

void SearchField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/shell/searchresults.h"

#include <QLineEdit>
#include <QTimer>

class QCompleter;

namespace views {

/// Searches the whole inventory while the user types, on another thread, and lists what fits beneath the field.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    SearchField(core::api::client::Session &session, QWidget *parent);

Q_SIGNALS:
    void objectChosen(const core::model::ObjectRef &object);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void ask();
    void show(SearchAnswer answer);
    void choose(const QModelIndex &index);
    void goToBest();

    core::api::client::Session &m_session;
    SearchResultsModel m_results;
    QAction *m_lens = nullptr;
    QCompleter *m_completer;
    QTimer m_pause;
    int m_generation = 0; ///< of the question: an answer to an older one is dropped
    int m_answered = 0; ///< the question that the list answers
    bool m_goWhenAnswered = false; ///< Enter was pressed before the answer
};

} // namespace views

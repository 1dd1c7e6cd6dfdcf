// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "core/model/databaseinfo.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace views {

class FactBox;
class NoticeBar;

/// The core's database: engine, size, health, what it holds; a copy of it now, the age of the last one, and how to go
/// back to one. The core does not tell by itself: asked when shown, and by Refresh.
class DatabasePage : public QWidget
{
    Q_OBJECT

public:
    DatabasePage(core::api::client::Session &session, QWidget *parent);

    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void take(const core::Result<QJsonObject> &answer);
    void backUp();
    void copied(const core::Result<QJsonObject> &answer);
    void showInfo();
    void showHealth();
    void showCopies();
    void showButtons();
    void retranslate();
    [[nodiscard]] static QString tableName(const QString &table);

    core::api::client::Session &m_session;
    std::optional<core::model::DatabaseInfo> m_info;
    std::optional<core::Error> m_error; ///< why nothing is known
    QString m_path; ///< of the copy made here
    bool m_copying = false;
    NoticeBar *m_notice;
    FactBox *m_facts;
    QTreeWidget *m_tables;
    QLabel *m_copies;
    QLabel *m_restoreTitle;
    QPlainTextEdit *m_restore;
    QPushButton *m_backUp;
    QPushButton *m_refresh;
};

} // namespace views

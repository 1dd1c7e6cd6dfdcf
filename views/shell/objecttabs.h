// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QTabWidget>

#include <map>
#include <vector>

namespace views {

class Page;

/// The pages of the selected object. Which pages a kind has is listed in objecttabs.cpp. A page is made when it is
/// first shown, and told of another object only when it is looked at. The last tab of each kind is remembered.
class ObjectTabs : public QTabWidget
{
    Q_OBJECT

public:
    ObjectTabs(core::api::client::Session &session, QWidget *parent);

    void setObject(const core::model::ObjectRef &object);
    [[nodiscard]] const core::model::ObjectRef &object() const { return m_object; }

    /// "performance"; nothing happens when the object has no such page.
    void showPage(const QString &id);
    [[nodiscard]] QString currentPage() const;
    /// To the tab so far to the right, round the end.
    void step(int by);
    void setGettingStartedShown(bool shown);

Q_SIGNALS:
    void objectActivated(const core::model::ObjectRef &object);
    void operationRequested(const QString &operation, const std::vector<core::model::ObjectRef> &objects);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] std::vector<size_t> fitting() const;
    void arrange(const std::vector<size_t> &entries);
    void fill();
    void tabChosen();
    QWidget *holderOf(size_t entry);
    Page *pageOf(size_t entry);
    [[nodiscard]] QString titleOf(size_t entry) const;
    [[nodiscard]] QString settingsKey() const;

    core::api::client::Session &m_session;
    core::model::ObjectRef m_object;
    std::map<size_t, QWidget *> m_holders; ///< by the page's number in the list
    std::map<size_t, Page *> m_pages; ///< likewise
    std::map<Page *, core::model::ObjectRef> m_shown;
    std::vector<size_t> m_tabs;
    bool m_arranged = false;
    bool m_gettingStarted = true;
};

} // namespace views

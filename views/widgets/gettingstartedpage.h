// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/livepage.h"

class QLabel;
class QVBoxLayout;

namespace views {

class ArchitectureView;
class CommandBox;
class LinkButton;

/// The tab Getting Started: what this kind of object is, how it fits with the others, and what one does with it
/// first. For the root a drawing of how Vigie is put together.
class GettingStartedPage : public LivePage
{
    Q_OBJECT

public:
    GettingStartedPage(core::api::client::Session &session, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void setObject(const core::model::ObjectRef &object) override;

    /// For a person who learns. Every kind has both.
    [[nodiscard]] static QString whatItIs(core::model::Kind kind);
    [[nodiscard]] static QString heading(core::model::Kind kind);
    [[nodiscard]] static QString howItFits(core::model::Kind kind);

protected:
    void refresh() override;
    void retranslate() override;

private:
    void explain(const QString &text);
    void showArchitecture();
    void showNeighbours();
    void showFirstStep();

    QLabel *m_what;
    QLabel *m_fitsHeading;
    QLabel *m_fits;
    QLabel *m_heading;
    LinkButton *m_parent; ///< what this object belongs to
    LinkButton *m_firstStep; ///< of a core without hosts: add one
    CommandBox *m_tasks;
    ArchitectureView *m_drawing;
    QLabel *m_explanation;
    std::optional<core::model::ObjectRef> m_parentRef;
    std::optional<core::model::ObjectRef> m_firstPlace; ///< where the first host would go
};

} // namespace views

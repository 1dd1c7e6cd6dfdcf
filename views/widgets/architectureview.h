// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ref.h"

#include <QWidget>

namespace views {

/// How Vigie is put together, as a drawing: client, core, its database, hosts and their machines. The parts are
/// buttons: the keyboard walks through them, a screen reader names them, a press leads to the live object.
class ArchitectureView : public QWidget
{
    Q_OBJECT

public:
    enum class Part { Client, Core, Database, Host, Vm };

    /// What a part shows beneath its name, and where it leads; without an object it explains only.
    struct Live {
        QString caption;
        std::optional<core::model::ObjectRef> object;
        friend bool operator==(const Live &, const Live &) = default;
    };

    explicit ArchitectureView(QWidget *parent = nullptr);

    void setLive(Part part, const Live &live);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void objectActivated(const core::model::ObjectRef &object);
    /// The part has the focus or the pointer: a sentence about it.
    void explained(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Node;
    void retranslate();
    void place();
    [[nodiscard]] Node *node(Part part) const;
    [[nodiscard]] static QString name(Part part);
    [[nodiscard]] static QString sentence(Part part);

    std::vector<Node *> m_nodes; ///< children, in the order of Part
};

} // namespace views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/memorysegments.h"

#include <QWidget>

namespace views {

/// A host's memory as one bar: a segment for each running VM, the host's own system, what is free. Each segment
/// is a button of its own with name and size (tooltip, screen reader); arrow keys go from one to the next, a click,
/// Space or Enter on a VM goes to it. Told apart by gaps, names and hatching, not by colour alone.
class MemoryBar : public QWidget
{
    Q_OBJECT

public:
    explicit MemoryBar(QWidget *parent = nullptr);

    /// Keeps the keyboard's place when the segment is still there.
    void setSegments(std::vector<MemorySegment> segments);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void vmActivated(const core::model::ObjectRef &vm);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Segment;
    void arrange();
    void place();

    std::vector<MemorySegment> m_segments;
    std::vector<Segment *> m_buttons; ///< children; as many as are shown
};

/// "web01: 512 MiB", "Free: 3.0 GiB": what the tooltip and the screen reader say.
[[nodiscard]] QString describe(const MemorySegment &segment);

} // namespace views

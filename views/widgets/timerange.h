// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QDateTimeEdit;
class QLabel;

namespace views {

/// A stretch of time; an open end is absent.
struct TimeStretch {
    std::optional<core::Instant> since;
    std::optional<core::Instant> until;
    friend bool operator==(const TimeStretch &, const TimeStretch &) = default;
};

/// Chooses a stretch of time: one of several that end now, or any by two dates.
class TimeRangeBox : public QWidget
{
    Q_OBJECT

public:
    /// `spans`: how long back, zero for all there is; the first is chosen. `name`: of the objects.
    TimeRangeBox(const QString &name, std::vector<core::Duration> spans, QWidget *parent);

    /// Seen from now; both ends where two dates were chosen.
    [[nodiscard]] TimeStretch stretch(core::Instant now) const;
    /// How long back; absent: two dates.
    [[nodiscard]] std::optional<core::Duration> span() const;
    void setSpan(core::Duration span);
    void setDates(core::Instant from, core::Instant to);
    void setTitle(const QString &title);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showDates();
    void retranslate();
    [[nodiscard]] static QString spanName(core::Duration span);

    std::vector<core::Duration> m_spans;
    QLabel *m_title;
    QComboBox *m_choice;
    QLabel *m_fromTitle;
    QDateTimeEdit *m_from;
    QLabel *m_toTitle;
    QDateTimeEdit *m_to;
};

} // namespace views

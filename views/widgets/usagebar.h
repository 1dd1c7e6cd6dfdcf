// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;

namespace views {

/// A caption, a bar and the figures in words: "CPU  [####    ]  1.2 GHz of 4.8 GHz". Unknown is an empty bar that
/// says so, never zero.
class UsageBar : public QWidget
{
    Q_OBJECT

public:
    explicit UsageBar(QWidget *parent = nullptr);

    void setCaption(const QString &caption);
    /// `ratio` 0–1 (more is shown full); absent: not known. `detail`: the figures, plain text.
    void setUsage(std::optional<double> ratio, const QString &detail);

    [[nodiscard]] std::optional<double> ratio() const { return m_ratio; }
    [[nodiscard]] QString detail() const;

private:
    void describe();

    QLabel *m_caption;
    QProgressBar *m_bar;
    QLabel *m_detail;
    std::optional<double> m_ratio;
};

} // namespace views

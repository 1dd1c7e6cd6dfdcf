// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ref.h"

#include <QGroupBox>

class QFormLayout;
class QLabel;

namespace views {

class LinkButton;

/// One line of a box: what it is and its value. `key` never changes and names the widget.
struct Fact {
    QString key;
    QString label; ///< without the colon
    QString value; ///< plain text, whatever it holds
    std::optional<core::model::ObjectRef> link; ///< the value leads there
    friend bool operator==(const Fact &, const Fact &) = default;
};

/// A titled box of facts. setFacts() touches only what differs, so that text being selected or read aloud
/// is not taken away each second.
class FactBox : public QGroupBox
{
    Q_OBJECT

public:
    explicit FactBox(QWidget *parent = nullptr);
    ~FactBox() override;

    void setFacts(const std::vector<Fact> &facts);
    [[nodiscard]] const std::vector<Fact> &facts() const { return m_facts; }

Q_SIGNALS:
    void linkActivated(const core::model::ObjectRef &object);

private:
    struct Row {
        QLabel *label = nullptr;
        QLabel *value = nullptr; ///< exactly one of
        LinkButton *link = nullptr; ///< these two
    };
    [[nodiscard]] Row makeRow(const Fact &fact);
    void fillRow(const Row &row, const Fact &fact);

    QFormLayout *m_form;
    std::vector<Fact> m_facts;
    std::vector<Row> m_rows;
};

} // namespace views

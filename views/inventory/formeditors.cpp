// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/formeditors.h"

#include "core/text/parameters.h"
#include "views/delegates/objecticons.h"
#include "views/widgets/applicability.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace views {

using core::operations::ParameterType;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(views::FormEditors)
};

constexpr int ValueRole = Qt::UserRole;

QString nameOf(const FormField &field)
{
    return u"form_"_s + field.parameter.name;
}

FormEditor makeLine(const FormField &field)
{
    auto *line = new QLineEdit(field.parent);
    line->setObjectName(nameOf(field));
    line->setText(field.initial.toString());
    line->selectAll();
    QObject::connect(line, &QLineEdit::textChanged, line, field.changed);
    auto value = [line, clears = field.clears]() -> QJsonValue {
        const QString text = line->text().trimmed(); // no name begins or ends with a space
        return text.isEmpty() && !clears ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
    };
    return {.parameter = field.parameter, .widget = line, .field = line, .value = value};
}

FormEditor makeNumber(const FormField &field)
{
    auto *line = new QLineEdit(field.parent);
    line->setObjectName(nameOf(field));
    static const QRegularExpression number(u"-?[0-9]{1,15}([.,][0-9]{1,6})?"_s);
    line->setValidator(new QRegularExpressionValidator(number, line));
    if (field.initial.isDouble())
        line->setText(QString::number(field.initial.toDouble(), 'g', 15));
    QObject::connect(line, &QLineEdit::textChanged, line, field.changed);
    auto value = [line]() -> QJsonValue {
        const QString text = line->text().replace(u',', u'.');
        return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text.toDouble());
    };
    return {.parameter = field.parameter, .widget = line, .field = line, .value = value};
}

/// A size in the unit that suits it; the wire knows bytes only.
FormEditor makeSize(const FormField &field)
{
    auto *box = new QWidget(field.parent);
    auto *number = new QDoubleSpinBox(box);
    auto *unit = new QComboBox(box);
    number->setObjectName(nameOf(field));
    number->setDecimals(2);
    number->setMaximum(1e6);
    unit->setObjectName(nameOf(field) + u"_unit"_s);
    for (const int power : {20, 30, 40})
        unit->addItem(QString(), power);
    const double bytes = field.initial.toDouble();
    unit->setCurrentIndex(bytes >= std::pow(2.0, 40) ? 2 : bytes > 0 && bytes < std::pow(2.0, 30) ? 0 : 1);
    number->setValue(bytes / std::pow(2.0, unit->currentData().toInt()));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(number, 1);
    row->addWidget(unit);
    QObject::connect(number, &QDoubleSpinBox::valueChanged, number, field.changed);
    QObject::connect(unit, &QComboBox::currentIndexChanged, unit, field.changed);
    FormEditor editor{.parameter = field.parameter, .widget = box, .field = number};
    // What nobody touched stays as it is, to the byte.
    const auto shown = std::pair(number->value(), unit->currentIndex());
    editor.value = [number, unit, shown, initial = field.initial]() -> QJsonValue {
        if (initial.isDouble() && shown == std::pair(number->value(), unit->currentIndex()))
            return initial;
        if (number->value() <= 0)
            return QJsonValue::Undefined;
        return std::floor(number->value() * std::pow(2.0, unit->currentData().toInt()));
    };
    editor.retranslate = [number, unit, parameter = field.parameter] {
        const QString usual = core::text::parameterHint(parameter); // what it is when nothing is said
        number->setSpecialValueText(usual.isEmpty() ? u" "_s : usual);
        unit->setItemText(0, Words::tr("MiB"));
        unit->setItemText(1, Words::tr("GiB"));
        unit->setItemText(2, Words::tr("TiB"));
        unit->setAccessibleName(Words::tr("Unit"));
    };
    return editor;
}

/// Typed twice: nobody sees what was typed, and a mistake would lock somebody out.
FormEditor makeSecret(const FormField &field)
{
    auto *box = new QWidget(field.parent);
    auto *line = new QLineEdit(box);
    auto *again = new QLineEdit(box);
    line->setObjectName(nameOf(field));
    again->setObjectName(nameOf(field) + u"_again"_s);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    for (QLineEdit *each : {line, again}) {
        each->setEchoMode(QLineEdit::Password);
        each->setAttribute(Qt::WA_InputMethodEnabled, false);
        QObject::connect(each, &QLineEdit::textChanged, each, field.changed);
        column->addWidget(each);
    }
    FormEditor editor{.parameter = field.parameter, .widget = box, .field = line};
    editor.value = [line]() -> QJsonValue {
        return line->text().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(line->text());
    };
    editor.problem = [line, again] {
        return line->text() == again->text() ? QString() : Words::tr("The two entries are not the same.");
    };
    editor.retranslate = [again] {
        again->setPlaceholderText(Words::tr("once more"));
        again->setAccessibleName(Words::tr("Once more"));
    };
    return editor;
}

FormEditor makeFlag(const FormField &field)
{
    auto *box = new QCheckBox(field.parent);
    box->setObjectName(nameOf(field));
    box->setChecked(field.initial.toBool());
    QObject::connect(box, &QCheckBox::toggled, box, field.changed);
    return {.parameter = field.parameter, .widget = box, .field = box, .value = [box]() -> QJsonValue {
                return box->isChecked();
            }};
}

void nameNothing(QComboBox *box)
{
    box->setItemText(0, Words::tr("(none)"));
}

FormEditor makeCombo(const FormField &field)
{
    auto *box = new QComboBox(field.parent);
    box->setObjectName(nameOf(field));
    FormEditor editor{.parameter = field.parameter, .widget = box, .field = box};
    editor.value = [box]() -> QJsonValue {
        const QString chosen = box->currentData().toString();
        return chosen.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(chosen);
    };
    if (!field.parameter.required) {
        box->addItem(QString(), QString());
        editor.retranslate = [box] { nameNothing(box); };
    }
    return editor;
}

FormEditor makeChoice(const FormField &field)
{
    FormEditor editor = makeCombo(field);
    auto *box = static_cast<QComboBox *>(editor.widget);
    for (const QString &choice : field.parameter.choices)
        box->addItem(QString(), choice);
    box->setCurrentIndex(std::max(0, box->findData(field.initial.toString())));
    const bool optional = !field.parameter.required;
    editor.retranslate = [box, optional] {
        for (int i = optional ? 1 : 0; i < box->count(); ++i)
            box->setItemText(i, core::text::choiceName(box->itemData(i).toString()));
        if (optional)
            nameNothing(box);
    };
    QObject::connect(box, &QComboBox::currentIndexChanged, box, field.changed);
    return editor;
}

/// Leaves of a tree that can be ticked; each has its value in ValueRole.
QTreeWidget *makeCheckTree(const FormField &field)
{
    auto *tree = new QTreeWidget(field.parent);
    tree->setObjectName(nameOf(field));
    tree->setHeaderHidden(true);
    tree->setUniformRowHeights(true);
    tree->setMinimumHeight(tree->fontMetrics().height() * 9);
    QObject::connect(tree, &QTreeWidget::itemChanged, tree, field.changed);
    return tree;
}

void collectTicked(const QTreeWidgetItem *item, QJsonArray &ticked)
{
    const QString value = item->data(0, ValueRole).toString();
    if (!value.isEmpty() && item->checkState(0) == Qt::Checked)
        ticked.append(value);
    for (int i = 0; i < item->childCount(); ++i)
        collectTicked(item->child(i), ticked);
}

FormEditor treeEditor(const FormField &field, QTreeWidget *tree)
{
    auto value = [tree]() -> QJsonValue {
        QJsonArray ticked;
        collectTicked(tree->invisibleRootItem(), ticked);
        return ticked;
    };
    return {.parameter = field.parameter, .widget = tree, .field = tree, .value = value};
}

void addLeaf(QTreeWidgetItem *parent, const FormField &field, const QString &text, const QString &value)
{
    auto *item = new QTreeWidgetItem(parent, {text});
    item->setData(0, ValueRole, value);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(0, field.initial.toArray().contains(value) ? Qt::Checked : Qt::Unchecked);
}

/// Choices like "Folder.Create" stand under a heading for "Folder", which ticks them all.
FormEditor makeChoices(const FormField &field)
{
    QTreeWidget *tree = makeCheckTree(field);
    std::map<QString, QTreeWidgetItem *> groups;
    for (const QString &choice : field.parameter.choices) {
        const QString prefix = choice.section(u'.', 0, 0);
        QTreeWidgetItem *&group = groups[prefix];
        if (group == nullptr) {
            group = new QTreeWidgetItem(tree);
            group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                            | Qt::ItemIsAutoTristate);
        }
        addLeaf(group, field, choice, choice);
    }
    tree->expandAll();
    FormEditor editor = treeEditor(field, tree);
    editor.retranslate = [tree] {
        const QSignalBlocker quiet(tree); // words are no answer
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            QTreeWidgetItem *group = tree->topLevelItem(i);
            for (int j = 0; j < group->childCount(); ++j) {
                const QString choice = group->child(j)->data(0, ValueRole).toString();
                group->child(j)->setText(0, core::text::choiceName(choice));
                group->setText(0, core::text::choiceGroup(choice));
            }
        }
    };
    return editor;
}

} // namespace

FormEditor makeEditor(const FormField &field)
{
    const auto &parameter = field.parameter;
    if (!parameter.choices.isEmpty())
        return parameter.isList ? makeChoices(field) : makeChoice(field);
    if (parameter.isSecret)
        return makeSecret(field);
    switch (parameter.type) {
    case ParameterType::Flag: return makeFlag(field);
    case ParameterType::Number:
        return parameter.name.endsWith(u"Bytes") ? makeSize(field) : makeNumber(field);
    case ParameterType::Text:
    case ParameterType::Object:
    case ParameterType::Structure: break;
    }
    return makeLine(field);
}

FormEditor makeObjectEditor(const FormField &field, const std::vector<FormObject> &objects)
{
    if (field.parameter.isList) {
        QTreeWidget *tree = makeCheckTree(field);
        tree->setRootIsDecorated(false);
        for (const FormObject &each : objects)
            addLeaf(tree->invisibleRootItem(), field, each.name,
                    objectValue(field.parameter, each.ref).toString());
        return treeEditor(field, tree);
    }
    FormEditor editor = makeCombo(field);
    auto *box = static_cast<QComboBox *>(editor.widget);
    for (const FormObject &each : objects)
        box->addItem(iconFor(each.ref.kind), each.name, objectValue(field.parameter, each.ref).toString());
    box->setCurrentIndex(std::max(0, box->findData(field.initial.toString())));
    QObject::connect(box, &QComboBox::currentIndexChanged, box, field.changed);
    return editor;
}

} // namespace views

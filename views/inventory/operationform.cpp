// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/operationform.h"

#include "core/model/search.h"
#include "core/text/text.h"
#include "views/delegates/objecticons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace views {

using core::model::Inventory;
using core::model::Object;
using core::model::ObjectRef;
using core::operations::Operation;
using core::operations::OperationRequest;
using core::operations::Parameter;
using core::operations::ParameterType;

namespace {

constexpr size_t mostChecked = 500; ///< checks that are made between two keystrokes

QString labelOf(const Parameter &parameter)
{
    if (parameter.name == u"name")
        return OperationForm::tr("Name");
    if (parameter.name == u"uri")
        return OperationForm::tr("Address (URI)");
    if (parameter.name == u"folder")
        return OperationForm::tr("Folder");
    if (parameter.name == u"keepInMemory")
        return OperationForm::tr("Keep in memory");
    return parameter.kind ? core::text::kindName(*parameter.kind) : parameter.name;
}

QString placeholderOf(const Parameter &parameter)
{
    if (parameter.name == u"uri")
        return u"qemu+ssh://root@host/system"_s; // the same in every language
    if (parameter.name == u"name" && !parameter.required)
        return OperationForm::tr("its own name");
    return {};
}

} // namespace

OperationForm::OperationForm(const Operation &operation, std::vector<Candidate> targets,
                             InventorySource inventory, QWidget *parent)
    : QDialog(parent),
      m_operation(operation),
      m_targets(std::move(targets)),
      m_inventory(std::move(inventory))
{
    setObjectName(u"operationForm"_s);
    m_intro = new QLabel(this);
    m_intro->setTextFormat(Qt::PlainText);
    m_intro->setWordWrap(true);
    m_reason = new QLabel(this);
    m_reason->setObjectName(u"formReason"_s);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setMinimumHeight(fontMetrics().lineSpacing() * 2); // the form does not jump while one types
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(u"formOk"_s);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"formCancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout;
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_intro);
    layout->addLayout(form);
    layout->addWidget(m_reason);
    layout->addStretch();
    layout->addWidget(buttons);
    for (const Parameter &parameter : inputs(operation)) {
        Editor editor = makeEditor(parameter);
        editor.widget->setObjectName(u"form_%1"_s.arg(parameter.name));
        editor.label = new QLabel(this);
        editor.label->setBuddy(editor.widget);
        form->addRow(editor.label, editor.widget);
        m_editors.push_back(std::move(editor));
    }
    if (!m_editors.empty())
        m_editors.front().widget->setFocus();
    retranslate();
    resize(std::max(sizeHint().width(), fontMetrics().averageCharWidth() * 60), sizeHint().height());
}

OperationForm::Editor OperationForm::makeEditor(const Parameter &parameter)
{
    switch (parameter.type) {
    case ParameterType::Object: return makeChooser(parameter);
    case ParameterType::Flag: {
        auto *box = new QCheckBox(this);
        connect(box, &QCheckBox::toggled, this, &OperationForm::check);
        return {parameter, box, nullptr, [box]() -> QJsonValue { return box->isChecked(); }};
    }
    case ParameterType::Text:
    case ParameterType::Number: break;
    }
    auto *line = new QLineEdit(this);
    connect(line, &QLineEdit::textChanged, this, &OperationForm::check);
    if (parameter.type == ParameterType::Number) {
        static const QRegularExpression number(u"-?[0-9]{1,15}([.,][0-9]{1,6})?"_s);
        line->setValidator(new QRegularExpressionValidator(number, line));
        return {parameter, line, nullptr, [line]() -> QJsonValue {
                    const QString text = line->text().replace(u',', u'.');
                    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text.toDouble());
                }};
    }
    if (parameter.name == u"name" && m_operation.verb == u"rename" && !m_targets.empty()) {
        line->setText(m_targets.front().name);
        line->selectAll();
    }
    return {parameter, line, nullptr, [line]() -> QJsonValue {
                const QString text = line->text().trimmed(); // no name begins or ends with a space
                return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
            }};
}

bool OperationForm::couldBe(const Parameter &parameter, const ObjectRef &object,
                            const Inventory &inventory) const
{
    if (m_targets.empty())
        return true;
    QJsonObject parameters = m_targets.front().parameters;
    parameters.insert(parameter.name, objectValue(parameter, object));
    return static_cast<bool>(m_operation.availability(parameters, inventory));
}

OperationForm::Editor OperationForm::makeChooser(const Parameter &parameter)
{
    struct Choice {
        QString key;
        QString name;
        ObjectRef ref;
    };
    std::vector<Choice> choices;
    const Inventory inventory = m_inventory();
    inventory.forEach([&](const Object &object) {
        if (!parameter.kind || refOf(object).kind == *parameter.kind)
            choices.push_back({core::model::naturalKey(nameOf(object)), nameOf(object), refOf(object)});
    });
    if (choices.size() <= mostChecked)
        std::erase_if(choices, [&](const Choice &each) { return !couldBe(parameter, each.ref, inventory); });
    std::ranges::sort(choices, [](const Choice &a, const Choice &b) {
        return std::tie(a.key, a.ref) < std::tie(b.key, b.ref);
    });
    auto *box = new QComboBox(this);
    if (!parameter.required)
        box->addItem(QString(), QString()); // named by retranslate()
    for (const Choice &each : choices)
        box->addItem(iconFor(each.ref.kind), each.name, objectValue(parameter, each.ref).toString());
    connect(box, &QComboBox::currentIndexChanged, this, &OperationForm::check);
    return {parameter, box, nullptr, [box]() -> QJsonValue {
                const QString chosen = box->currentData().toString();
                return chosen.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(chosen);
            }};
}

QJsonObject OperationForm::entered(const Candidate &target) const
{
    QJsonObject parameters = target.parameters;
    for (const Editor &editor : m_editors) {
        if (const QJsonValue value = editor.value(); !value.isUndefined())
            parameters.insert(editor.parameter.name, value);
    }
    return parameters;
}

std::vector<OperationRequest> OperationForm::requests() const
{
    std::vector<OperationRequest> requests;
    const Inventory inventory = m_inventory();
    for (const Candidate &target : m_targets) {
        QJsonObject parameters = entered(target);
        if (m_operation.availability(parameters, inventory))
            requests.push_back({m_operation.name, std::move(parameters)});
    }
    return requests;
}

QString OperationForm::mistake() const
{
    for (const Editor &editor : m_editors) {
        const QString text = editor.value().toString();
        if (editor.parameter.name != u"uri" || text.isEmpty())
            continue;
        const QUrl url(text, QUrl::StrictMode);
        if (!url.isValid() || url.scheme().isEmpty() || (!text.contains(u":///"_s) && url.host().isEmpty()))
            return tr("“%1” is no libvirt URI. It looks like qemu+ssh://root@host/system.").arg(text);
    }
    return {};
}

QString OperationForm::hint() const
{
    const bool address =
        std::ranges::any_of(m_editors, [](const Editor &each) { return each.parameter.name == u"uri"; });
    return address ? tr("This computer: qemu:///system. Another one, by SSH: qemu+ssh://root@host/system.")
                   : QString();
}

void OperationForm::check()
{
    const bool complete = std::ranges::all_of(m_editors, [](const Editor &each) {
        return !each.parameter.required || !each.value().isUndefined();
    });
    const Inventory inventory = m_inventory();
    bool any = false;
    std::optional<core::Error> reason;
    for (const Candidate &target : m_targets | std::views::take(mostChecked)) {
        const auto may = m_operation.availability(entered(target), inventory);
        any = any || may;
        if (!may && !reason)
            reason = may.why();
    }
    const QString wrong = mistake();
    if (!wrong.isEmpty())
        m_reason->setText(wrong);
    else
        m_reason->setText(reason ? core::text::sentence(*reason) : hint());
    m_ok->setEnabled(complete && any && wrong.isEmpty());
}

void OperationForm::retranslate()
{
    const QString label = core::text::operationLabel(m_operation.name);
    setWindowTitle(label);
    if (m_targets.size() == 1 && !m_targets.front().name.isEmpty())
        m_intro->setText(tr("%1: %2").arg(label, m_targets.front().name));
    else
        m_intro->setText(tr("%1: %n object(s)", nullptr, static_cast<int>(m_targets.size())).arg(label));
    for (const Editor &editor : m_editors) {
        const QString name = labelOf(editor.parameter);
        editor.label->setText(tr("%1:").arg(name));
        editor.widget->setAccessibleName(name);
        if (auto *line = qobject_cast<QLineEdit *>(editor.widget))
            line->setPlaceholderText(placeholderOf(editor.parameter));
        if (auto *box = qobject_cast<QComboBox *>(editor.widget);
            box != nullptr && !editor.parameter.required)
            box->setItemText(0, tr("(none: directly under the datacenter)"));
    }
    m_ok->setText(label);
    m_ok->setAccessibleName(label);
    m_cancel->setAccessibleName(tr("Cancel"));
    check();
}

void OperationForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views

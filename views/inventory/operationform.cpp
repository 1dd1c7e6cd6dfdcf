// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/operationform.h"

#include "core/model/search.h"
#include "core/text/parameters.h"
#include "core/text/text.h"
#include "views/inventory/objectlabel.h"
#include "views/widgets/commandpanel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
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
    m_command = new CommandPanel(CommandPanel::Fold::Foldable, this);
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
    layout->addWidget(m_command);
    layout->addWidget(buttons);
    for (const Parameter &parameter : inputs(operation))
        addEditor(parameter, form);
    if (!m_editors.empty())
        m_editors.front().field->setFocus();
    retranslate();
    resize(std::max(sizeHint().width(), fontMetrics().averageCharWidth() * 76), sizeHint().height());
}

void OperationForm::addEditor(const Parameter &parameter, QFormLayout *form)
{
    const bool changes = m_operation.verb == u"set";
    const FormField field{.parameter = parameter,
                          .initial = initialOf(parameter),
                          .clears = changes && !parameter.required,
                          .changed = [this] { check(); },
                          .parent = this};
    FormEditor editor = parameter.type == ParameterType::Object ? makeChooser(field) : makeEditor(field);
    editor.label = new QLabel(this);
    editor.label->setBuddy(editor.field);
    form->addRow(editor.label, editor.widget);
    m_editors.push_back(std::move(editor));
}

QJsonValue OperationForm::initialOf(const Parameter &parameter) const
{
    if (m_targets.empty())
        return QJsonValue::Undefined;
    const Candidate &first = m_targets.front();
    const bool changes = m_operation.verb == u"set" || m_operation.verb == u"rename";
    const auto object = changes ? m_inventory().find(first.object) : std::nullopt;
    if (!object)
        return first.parameters.value(parameter.name);
    const auto all = [](const auto &value) { return core::json::toObject(*value); };
    return std::visit(all, *object).value(parameter.name);
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

FormEditor OperationForm::makeChooser(const FormField &field)
{
    struct Choice {
        QString key;
        FormObject object;
    };
    const Parameter &parameter = field.parameter;
    std::vector<Choice> choices;
    const Inventory inventory = m_inventory();
    inventory.forEach([&](const Object &object) {
        if (!parameter.kind || refOf(object).kind == *parameter.kind)
            choices.push_back(
                {core::model::naturalKey(nameOf(object)), {refOf(object), ObjectLabel::name(object)}});
    });
    if (choices.size() <= mostChecked && !parameter.isList)
        std::erase_if(choices,
                      [&](const Choice &each) { return !couldBe(parameter, each.object.ref, inventory); });
    std::ranges::sort(choices, [](const Choice &a, const Choice &b) {
        return std::tie(a.key, a.object.ref) < std::tie(b.key, b.object.ref);
    });
    std::vector<FormObject> objects;
    for (Choice &each : choices)
        objects.push_back(std::move(each.object));
    return makeObjectEditor(field, objects);
}

QJsonObject OperationForm::entered(const Candidate &target) const
{
    QJsonObject parameters = target.parameters;
    for (const FormEditor &editor : m_editors) {
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
    for (const FormEditor &editor : m_editors) {
        if (const QString problem = editor.problem ? editor.problem() : QString(); !problem.isEmpty())
            return problem;
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
        std::ranges::any_of(m_editors, [](const FormEditor &each) { return each.parameter.name == u"uri"; });
    return address ? tr("This computer: qemu:///system. Another one, by SSH: qemu+ssh://root@host/system.")
                   : QString();
}

void OperationForm::check()
{
    const bool complete = std::ranges::all_of(m_editors, [](const FormEditor &each) {
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
    const bool ready = complete && any && wrong.isEmpty();
    m_ok->setEnabled(ready);
    m_command->setRequests(ready ? requests() : std::vector<OperationRequest>(), inventory);
}

void OperationForm::retranslate()
{
    const QString label = core::text::operationLabel(m_operation.name);
    setWindowTitle(label);
    const bool named = m_targets.size() != 1 || !m_targets.front().name.isEmpty();
    m_intro->setVisible(named); // what is made for the whole inventory: the title says it all
    if (m_targets.size() == 1)
        m_intro->setText(tr("%1: %2").arg(label, m_targets.front().name));
    else
        m_intro->setText(tr("%1: %n object(s)", nullptr, static_cast<int>(m_targets.size())).arg(label));
    for (const FormEditor &editor : m_editors) {
        const QString name = core::text::parameterName(m_operation, editor.parameter);
        editor.label->setText(tr("%1:").arg(name));
        editor.field->setAccessibleName(name);
        if (auto *line = qobject_cast<QLineEdit *>(editor.field))
            line->setPlaceholderText(core::text::parameterHint(editor.parameter));
        if (editor.retranslate)
            editor.retranslate();
        if (auto *box = qobject_cast<QComboBox *>(editor.field); box != nullptr && !editor.parameter.required
            && editor.parameter.kind == core::model::Kind::Folder)
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/search.h"

#include "core/base/overloaded.h"
#include "core/model/tree.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core::model {

namespace {

struct FieldName {
    QStringView name;
    Query::Field field;
};
constexpr std::array fieldNames{
    FieldName{u"name", Query::Field::Name},       FieldName{u"host", Query::Field::Host},
    FieldName{u"cluster", Query::Field::Cluster}, FieldName{u"datacenter", Query::Field::Datacenter},
    FieldName{u"folder", Query::Field::Folder},   FieldName{u"datastore", Query::Field::Datastore},
    FieldName{u"network", Query::Field::Network}, FieldName{u"state", Query::Field::State},
    FieldName{u"kind", Query::Field::Kind},       FieldName{u"ip", Query::Field::Address},
    FieldName{u"os", Query::Field::Os},           FieldName{u"note", Query::Field::Note},
};

std::vector<QString> split(const QString &text)
{
    std::vector<QString> words;
    QString word;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            if (!word.isEmpty())
                words.push_back(std::exchange(word, {}));
        } else {
            word += c;
        }
    }
    if (!word.isEmpty())
        words.push_back(word);
    return words;
}

Query::Term termOf(QString word)
{
    Query::Term term;
    if (word.size() > 1 && word.startsWith(u'-')) {
        term.negated = true;
        word.remove(0, 1);
    }
    if (const qsizetype colon = word.indexOf(u':'); colon > 0) {
        const QString name = folded(word.left(colon));
        const auto *known = std::ranges::find(fieldNames, QStringView(name), &FieldName::name);
        if (known != fieldNames.end()) {
            term.field = known->field;
            word.remove(0, colon + 1);
        }
    }
    if (word.endsWith(u'*')) {
        term.anchoredStart = true;
        word.chop(1);
    }
    if (word.startsWith(u'*')) {
        term.anchoredEnd = true;
        term.anchoredStart = false;
        word.remove(0, 1);
    }
    term.value = folded(word);
    return term;
}

QString stateOf(const Object &object)
{
    return std::visit(
        Overloaded{
            [](const std::shared_ptr<const Vm> &vm) { return QString::fromLatin1(wireName(vm->state)); },
            [](const std::shared_ptr<const Host> &host) {
                return QString::fromLatin1(wireName(host->state));
            },
            [](const auto &) { return QString(); },
        },
        object);
}

QStringList textsOfVm(Query::Field field, const Vm &vm, const Inventory &inventory)
{
    QStringList texts;
    switch (field) {
    case Query::Field::Address:
        for (const QString &address : vm.addresses)
            texts += address;
        break;
    case Query::Field::Os: texts += vm.guestOs; break;
    case Query::Field::Note: texts += vm.notes; break;
    case Query::Field::Folder:
        if (vm.folder)
            texts += inventory.nameOf(*vm.folder);
        break;
    case Query::Field::Datastore:
        for (const VmDisk &disk : vm.disks)
            texts += inventory.nameOf(disk.datastore);
        break;
    case Query::Field::Network:
        for (const VmNic &nic : vm.nics)
            texts += inventory.nameOf(nic.network);
        break;
    default: break;
    }
    return texts;
}

QStringList textsOf(Query::Field field, const Object &object, const Inventory &inventory)
{
    const ObjectRef ref = refOf(object);
    switch (field) {
    case Query::Field::Any: {
        QStringList texts{nameOf(object)};
        if (const auto *vm = std::get_if<std::shared_ptr<const Vm>>(&object))
            texts << (*vm)->notes << textsOfVm(Query::Field::Address, **vm, inventory);
        return texts;
    }
    case Query::Field::Name: return {nameOf(object)};
    case Query::Field::Kind: return {QString::fromLatin1(wireName(ref.kind))};
    case Query::Field::State: return {stateOf(object)};
    case Query::Field::Datacenter: return {inventory.nameOf(datacenterOf(ref, inventory))};
    case Query::Field::Cluster: return {inventory.nameOf(clusterOf(ref, inventory))};
    case Query::Field::Host: {
        QStringList names;
        for (const HostId host : hostsUnder(ref, inventory))
            names += inventory.nameOf(host);
        return names;
    }
    case Query::Field::Folder:
    case Query::Field::Datastore:
    case Query::Field::Network:
    case Query::Field::Address:
    case Query::Field::Os:
    case Query::Field::Note: break;
    }
    if (const auto *vm = std::get_if<std::shared_ptr<const Vm>>(&object))
        return textsOfVm(field, **vm, inventory);
    return {};
}

bool fits(const Query::Term &term, const QString &text)
{
    const QString candidate = folded(text);
    if (term.anchoredStart)
        return candidate.startsWith(term.value);
    if (term.anchoredEnd)
        return candidate.endsWith(term.value);
    if (term.field == Query::Field::State || term.field == Query::Field::Kind)
        return candidate == term.value; // "state:off" is not "state:offline"
    return candidate.contains(term.value);
}

} // namespace

QString folded(const QString &text)
{
    const bool plain = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
    if (plain)
        return text.toLower();
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing)
            result += c.toLower();
    }
    return result;
}

Query Query::parse(const QString &text)
{
    Query query;
    for (QString &word : split(text)) {
        Term term = termOf(std::move(word));
        if (!term.value.isEmpty())
            query.m_terms.push_back(std::move(term));
    }
    return query;
}

bool Query::matches(const Object &object, const Inventory &inventory) const
{
    return std::ranges::all_of(m_terms, [&](const Term &term) {
        const QStringList texts = textsOf(term.field, object, inventory);
        const bool found = std::ranges::any_of(texts, [&](const QString &text) { return fits(term, text); });
        return found != term.negated;
    });
}

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

QString naturalKey(const QString &text)
{
    const QString plain = folded(text);
    QString key;
    key.reserve(plain.size() + 4);
    for (qsizetype i = 0; i < plain.size();) {
        if (!isDigit(plain[i])) {
            key += plain[i++];
            continue;
        }
        while (i + 1 < plain.size() && plain[i] == u'0' && isDigit(plain[i + 1]))
            ++i; // 007 is 7
        const qsizetype start = i;
        while (i < plain.size() && isDigit(plain[i]))
            ++i;
        key += u'0'; // digits keep their place among the other characters…
        key += QChar(static_cast<char16_t>(i - start)); // …a longer number is a greater one…
        key += QStringView(plain).mid(start, i - start); // …and equally long ones compare as text
    }
    return key;
}

} // namespace core::model

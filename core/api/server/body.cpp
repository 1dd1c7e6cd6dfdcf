// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/body.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace core::api::server {

namespace {

constexpr size_t deepest = 64;

/// Walks over JSON that is well formed, and looks for what its grammar allows but we do not.
class Examiner
{
public:
    explicit Examiner(const QByteArray &json) : m_json(json) {}

    /// What is wrong; empty when nothing is.
    QString verdict()
    {
        while (m_wrong.isEmpty() && m_at < m_json.size()) {
            switch (m_json.at(m_at)) {
            case '{':
            case '[': m_names.emplace_back(); break;
            case '}':
            case ']': m_names.pop_back(); break;
            case '"': text(); continue;
            default: break;
            }
            if (m_names.size() > deepest)
                m_wrong = u"nested too deeply"_s;
            ++m_at;
        }
        return m_wrong;
    }

private:
    void text()
    {
        const qsizetype from = m_at++;
        while (m_json.at(m_at) != '"')
            m_at += m_json.at(m_at) == '\\' ? 2 : 1;
        ++m_at;
        const QByteArray token = m_json.mid(from, m_at - from);
        const QString decoded = QJsonDocument::fromJson('[' + token + ']').array().at(0).toString();
        const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
        if (std::ranges::any_of(token, isControl) || decoded.contains(QChar::Null))
            m_wrong = u"a control character in a text"_s;
        else if (!decoded.isValidUtf16())
            m_wrong = u"half a surrogate pair in a text"_s;
        else if (isName() && !isNew(decoded))
            m_wrong = u"two members of one name"_s;
    }

    [[nodiscard]] bool isName() const
    {
        const auto rest = m_json.cbegin() + m_at;
        const auto next = std::find_if_not(rest, m_json.cend(), [](char c) { return c <= ' '; });
        return next != m_json.cend() && *next == ':';
    }

    bool isNew(const QString &name)
    {
        QSet<QString> &names = m_names.back();
        const qsizetype before = names.size();
        names.insert(name);
        return names.size() > before;
    }

    const QByteArray &m_json;
    qsizetype m_at = 0;
    std::vector<QSet<QString>> m_names; ///< of each object or array that is open
    QString m_wrong;
};

} // namespace

Result<QJsonObject> readBody(const QByteArray &body)
{
    if (body.isEmpty())
        return QJsonObject();
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(body, &wrong);
    if (wrong.error != QJsonParseError::NoError)
        return errors::invalidArgument(u"body"_s, wrong.errorString());
    if (!document.isObject())
        return errors::invalidArgument(u"body"_s, u"a JSON object expected"_s);
    if (const QString verdict = Examiner(body).verdict(); !verdict.isEmpty())
        return errors::invalidArgument(u"body"_s, verdict);
    return document.object();
}

} // namespace core::api::server

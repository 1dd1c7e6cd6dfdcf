// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/naturalkey.h"

#include "core/model/search.h"

namespace views {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

QString naturalKey(const QString &text)
{
    const QString plain = core::model::folded(text);
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

} // namespace views

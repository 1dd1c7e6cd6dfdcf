// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/ldap/escape.h"

namespace core::identity::ldap {

namespace {

bool isHarmless(char each)
{
    return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9')
        || each == '-' || each == '_' || each == '.' || each == '@';
}

} // namespace

QByteArray escaped(const QString &value)
{
    QByteArray text;
    for (const char each : value.toUtf8())
        text += isHarmless(each) ? QByteArray(1, each) : '\\' + QByteArray(1, each).toHex();
    return text;
}

} // namespace core::identity::ldap

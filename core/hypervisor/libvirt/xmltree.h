// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace core::hypervisor::libvirt {

/// An XML element with all beneath it. libvirt's descriptions are a few KB: a tree of values reads better than a
/// stream of tokens.
struct Element {
    QString name; ///< without its namespace prefix
    QString text; ///< its own characters, not its children's
    QHash<QString, QString> attributes;
    std::vector<Element> children;

    /// The first element at `path` ("os/type"), or null.
    [[nodiscard]] const Element *at(QStringView path) const;
    /// The children called `childName`.
    [[nodiscard]] std::vector<const Element *> all(QStringView childName) const;
    /// The text at `path`, trimmed; empty when there is no such element.
    [[nodiscard]] QString textAt(QStringView path) const;
    /// The attribute of the element at `path`; empty when there is none.
    [[nodiscard]] QString attributeAt(QStringView path, const QString &attribute) const;
};

/// The root element. Refuses what libvirt never sends and an attacker might: a DTD, and nesting over 64.
[[nodiscard]] Result<Element> parseXml(const QByteArray &xml);

/// `<memory unit='KiB'>…`: a size with libvirt's units (KiB when unnamed); zero when it is none.
[[nodiscard]] qint64 sizeInBytes(const Element *element, const QString &defaultUnit = QStringLiteral("KiB"));

} // namespace core::hypervisor::libvirt

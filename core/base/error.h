// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QLatin1StringView>
#include <QString>

namespace core {

/// A stable, public name of a way to fail: `<module>.<kebab-words>`. Declared in that module's `errors.h`
/// together with the names of its parameters; core/text holds its sentence in both languages.
struct ErrorCode {
    QLatin1StringView name;
    QLatin1StringView params = {}; ///< space-separated names of the parameters, for the reader and the tests
};

/// Why an operation failed, as data: the code is for programs, the parameters for the sentence that
/// core/text makes of it, the detail (English, often libvirt's own words) for the log and "Details".
struct Error {
    QString code;
    QJsonObject params;
    QString detail;

    Error() = default;
    Error(const ErrorCode &errorCode, QString errorDetail = {})
        : code(errorCode.name),
          detail(std::move(errorDetail))
    {}
    Error(const ErrorCode &errorCode, QJsonObject errorParams, QString errorDetail = {})
        : code(errorCode.name),
          params(std::move(errorParams)),
          detail(std::move(errorDetail))
    {}

    [[nodiscard]] bool is(const ErrorCode &errorCode) const { return code == errorCode.name; }

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace core

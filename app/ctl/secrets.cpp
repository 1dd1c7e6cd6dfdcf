// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/secrets.h"

#include "app/ctl/errors.h"

#include <QFile>

#include <cstdio>
#include <memory>

#include <termios.h>

using namespace Qt::StringLiterals;

namespace ctl {

using core::Error;
using core::Result;

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(errors::FileUnreadable, QJsonObject{{u"file"_s, path}}, file.errorString());
    return file.readAll();
}

Result<QString> readSecret(const QString &path)
{
    const auto content = readFile(path);
    if (!content)
        return content.error();
    return QString::fromUtf8(*content).section(u'\n', 0, 0).remove(u'\r');
}

std::optional<QString> askSecret(const QString &question)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> terminal(std::fopen("/dev/tty", "r+"),
                                                                    &std::fclose);
    if (!terminal)
        return std::nullopt;
    const int fd = ::fileno(terminal.get());
    termios before = {};
    if (::tcgetattr(fd, &before) != 0)
        return std::nullopt;
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(fd, TCSAFLUSH, &silent);
    std::fputs(question.toLocal8Bit().constData(), terminal.get());
    std::fflush(terminal.get());
    QByteArray line(4096, '\0');
    const bool isRead = std::fgets(line.data(), static_cast<int>(line.size()), terminal.get()) != nullptr;
    ::tcsetattr(fd, TCSAFLUSH, &before);
    std::fputs("\n", terminal.get());
    const QString typed = QString::fromLocal8Bit(line.constData()).section(u'\n', 0, 0);
    return isRead && !typed.isEmpty() ? std::optional(typed) : std::nullopt;
}

std::optional<QString> askNewSecret(const QString &question, const QString &again)
{
    constexpr int attempts = 3;
    for (int i = 0; i < attempts; ++i) {
        const auto first = askSecret(question);
        if (!first)
            return std::nullopt;
        if (askSecret(again) == first)
            return first;
    }
    return std::nullopt;
}

} // namespace ctl

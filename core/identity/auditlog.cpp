// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/auditlog.h"

#include "core/identity/errors.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::identity {

namespace {

constexpr qsizetype longestText = 1000;
constexpr qint64 longestLine = 64 * 1024; ///< seven texts, every character of them escaped
constexpr qint64 mostShown = 4 << 20; ///< bytes that are read to show the last records

Error failure(const QString &path, int number)
{
    const bool isFull = number == ENOSPC || number == EDQUOT || number == EFBIG;
    return Error(isFull ? errors::AuditFull : errors::AuditFailed, QJsonObject{{u"path"_s, path}},
                 QString::fromLocal8Bit(std::strerror(number)));
}

QByteArray hashOf(const QByteArray &line)
{
    return QCryptographicHash::hash(line, QCryptographicHash::Sha256).toHex();
}

QByteArray beforeTheFirst()
{
    return QByteArray(64, '0');
}

/// What moves a cursor, ends a line, turns the direction of reading or cannot be seen.
bool isHarmful(QChar each)
{
    switch (each.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return each.isSurrogate(); // all beyond the first plane: tags hide there
    }
}

QString cut(const QString &text)
{
    return text.size() <= longestText ? text : text.left(longestText) + u'…';
}

qint64 numberOf(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object().value(u"number"_s).toInteger();
}

} // namespace

QByteArray auditLine(const model::AuditRecord &record, qint64 number, const QByteArray &previous)
{
    model::AuditRecord kept = record;
    for (QString *text : {&kept.who, &kept.from, &kept.what, &kept.object, &kept.result, &kept.correlation})
        *text = cut(*text);
    QJsonObject object = json::toObject(kept);
    object.insert(u"number"_s, number);
    object.insert(u"previous"_s, QString::fromLatin1(previous));
    const QString plain = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    QString line;
    for (const QChar each : plain) { // in compact JSON these stand inside strings only
        if (isHarmful(each))
            line += u"\\u%1"_s.arg(static_cast<uint>(each.unicode()), 4, 16, QChar(u'0'));
        else
            line += each;
    }
    return line.toUtf8();
}

/// Every call blocks.
class AuditLog::File
{
public:
    explicit File(QString path) : m_path(std::move(path)) {}
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    ~File()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }

    Result<void> open();
    Result<void> append(const model::AuditRecord &record);
    Result<AuditCheck> verify() const;
    Result<std::vector<model::AuditRecord>> last(int lines) const;

private:
    Result<void> openFile();
    Result<QByteArray> tail(qint64 most = 2 * longestLine) const;
    Result<void> write(const QByteArray &bytes);

    QString m_path;
    int m_fd = -1;
    qint64 m_size = 0;
    qint64 m_lines = 0;
    QByteArray m_previous = beforeTheFirst();
};

Result<void> AuditLog::File::openFile()
{
    m_fd = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW,
                  0600);
    struct stat status {};
    if (m_fd < 0 || ::fstat(m_fd, &status) != 0)
        return failure(m_path, errno);
    if (!S_ISREG(status.st_mode))
        return Error(errors::AuditFailed, QJsonObject{{u"path"_s, m_path}}, u"not a file"_s);
    if (::flock(m_fd, LOCK_EX | LOCK_NB) != 0 || ::fchmod(m_fd, 0600) != 0)
        return failure(m_path, errno);
    m_size = status.st_size;
    return {};
}

/// The end of the file, with the last line whole.
Result<QByteArray> AuditLog::File::tail(qint64 most) const
{
    QByteArray bytes(std::min<qint64>(m_size, most), Qt::Uninitialized);
    qint64 got = 0;
    while (got < bytes.size()) {
        const auto now = ::pread(m_fd, bytes.data() + got, static_cast<size_t>(bytes.size() - got),
                                 m_size - bytes.size() + got);
        if (now <= 0)
            return failure(m_path, now == 0 ? EIO : errno);
        got += now;
    }
    return bytes;
}

Result<void> AuditLog::File::open()
{
    if (const auto opened = openFile(); !opened) {
        if (m_fd >= 0)
            ::close(std::exchange(m_fd, -1));
        return opened;
    }
    const auto end = tail();
    if (!end)
        return end.error();
    const qsizetype whole = end->lastIndexOf('\n') + 1;
    const qint64 torn = end->size() - whole;
    if (torn > 0 && ::ftruncate(m_fd, m_size - torn) != 0)
        return failure(m_path, errno);
    m_size -= torn;
    if (whole > 0) {
        const qsizetype start = end->lastIndexOf('\n', whole - 2) + 1;
        const QByteArray last = end->mid(start, whole - 1 - start);
        m_lines = numberOf(last);
        m_previous = hashOf(last);
    }
    if (torn == 0)
        return {};
    const Instant now = std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
    return append({.at = now,
                   .what = u"audit.recover"_s,
                   .result = u"unfinished line of %1 bytes removed"_s.arg(torn)});
}

Result<void> AuditLog::File::append(const model::AuditRecord &record)
{
    const QByteArray line = auditLine(record, m_lines + 1, m_previous);
    if (auto written = write(line + '\n'); !written)
        return written;
    ++m_lines;
    m_previous = hashOf(line);
    return {};
}

/// All of it or nothing.
Result<void> AuditLog::File::write(const QByteArray &bytes)
{
    if (m_fd < 0)
        return Error(errors::AuditFailed, QJsonObject{{u"path"_s, m_path}}, u"not open"_s);
    qint64 done = 0;
    while (done < bytes.size()) {
        const auto now = ::write(m_fd, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (now < 0 && errno == EINTR)
            continue;
        if (now < 0)
            break;
        done += now;
    }
    if (done == bytes.size() && ::fdatasync(m_fd) == 0) {
        m_size += done;
        return {};
    }
    const Error error = failure(m_path, errno);
    if (::ftruncate(m_fd, m_size) != 0) { // a torn line would be the next one's beginning
        const Error worse = failure(m_path, errno);
        ::close(std::exchange(m_fd, -1));
        return worse;
    }
    return error;
}

Result<AuditCheck> AuditLog::File::verify() const
{
    auto found = verifyAuditLog(m_path);
    if (!found || found->firstBroken)
        return found;
    const qint64 size = QFile(m_path).size();
    if (found->lines != m_lines || size != m_size) {
        found->firstBroken = std::max<qint64>(1, std::min(found->lines, m_lines));
        return found;
    }
    const auto end = tail();
    if (!end)
        return end.error();
    const QByteArray last = end->mid(end->lastIndexOf('\n', -2) + 1);
    if (m_lines > 0 && hashOf(last.chopped(1)) != m_previous)
        found->firstBroken = m_lines;
    return found;
}

Result<std::vector<model::AuditRecord>> AuditLog::File::last(int lines) const
{
    const auto end = tail(mostShown);
    if (!end)
        return end.error();
    auto written = end->split('\n');
    written.removeLast(); // behind the last line feed is nothing
    if (end->size() < m_size)
        written.removeFirst(); // not whole
    std::vector<model::AuditRecord> records;
    for (const QByteArray &line : written.mid(std::max<qsizetype>(0, written.size() - lines))) {
        const auto record = json::fromJson<model::AuditRecord>(QJsonDocument::fromJson(line).object());
        if (!record)
            return Error(errors::AuditFailed, QJsonObject{{u"path"_s, m_path}}, record.error().detail);
        records.push_back(*record);
    }
    return records;
}

Result<AuditCheck> verifyAuditLog(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(errors::AuditFailed, QJsonObject{{u"path"_s, path}}, file.errorString());
    AuditCheck check;
    QByteArray expected = beforeTheFirst();
    while (!file.atEnd()) {
        QByteArray line = file.readLine(longestLine);
        const bool isWhole = line.endsWith('\n');
        line.chop(isWhole ? 1 : 0);
        ++check.lines;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const bool isNext = isWhole && object.value(u"number"_s).toInteger() == check.lines;
        const bool fits = object.value(u"previous"_s).toString().toLatin1() == expected;
        if (!check.firstBroken && !isNext)
            check.firstBroken = check.lines;
        else if (!check.firstBroken && !fits) // this line knows the one before it as another
            check.firstBroken = std::max<qint64>(1, check.lines - 1);
        expected = hashOf(line);
    }
    if (file.error() != QFileDevice::NoError)
        return Error(errors::AuditFailed, QJsonObject{{u"path"_s, path}}, file.errorString());
    return check;
}

AuditLog::AuditLog(QString path) : m_file(std::make_shared<File>(std::move(path))) {}

AuditLog::~AuditLog() = default;

Task<> AuditLog::open()
{
    auto job = [file = m_file] { return file->open(); };
    const auto opened = co_await m_lane.run(std::move(job));
    co_return opened;
}

Task<> AuditLog::append(model::AuditRecord record)
{
    auto job = [file = m_file, record = std::move(record)] { return file->append(record); };
    const auto appended = co_await m_lane.run(std::move(job));
    co_return appended;
}

Task<std::vector<model::AuditRecord>> AuditLog::last(int lines)
{
    auto job = [file = m_file, lines] { return file->last(lines); };
    const auto found = co_await m_lane.run(std::move(job));
    co_return found;
}

Task<AuditCheck> AuditLog::verify()
{
    auto job = [file = m_file] { return file->verify(); };
    const auto verified = co_await m_lane.run(std::move(job));
    co_return verified;
}

} // namespace core::identity

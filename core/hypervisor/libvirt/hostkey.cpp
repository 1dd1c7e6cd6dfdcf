// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/hostkey.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

/// "ecdsa-sha2-nistp256" is "ECDSA" to people and in ssh's messages.
QString algorithmName(const QByteArray &type)
{
    if (type.startsWith("ecdsa-"))
        return u"ECDSA"_s;
    return QString::fromLatin1(type.startsWith("ssh-") ? type.mid(4) : type).toUpper();
}

} // namespace

std::optional<HostKey> parseKnownHost(const QByteArray &line)
{
    const QByteArray text = line.trimmed();
    const QList<QByteArray> words = text.simplified().split(' ');
    if (words.size() < 3 || text.startsWith('#') || text.startsWith('@'))
        return std::nullopt;
    const auto blob = QByteArray::fromBase64Encoding(words[2], QByteArray::AbortOnBase64DecodingErrors);
    if (!blob || blob.decoded.isEmpty())
        return std::nullopt;
    const QByteArray digest = QCryptographicHash::hash(blob.decoded, QCryptographicHash::Sha256);
    return HostKey{.algorithm = algorithmName(words[1]),
                   .fingerprint =
                       u"SHA256:"_s + QString::fromLatin1(digest.toBase64(QByteArray::OmitTrailingEquals)),
                   .line = text};
}

std::optional<HostKey> firstKey(const QByteArray &knownHosts)
{
    for (const QByteArray &line : knownHosts.split('\n')) {
        if (auto key = parseKnownHost(line))
            return key;
    }
    return std::nullopt;
}

SshFailure diagnose(const QString &said)
{
    SshFailure failure{.text = said.trimmed()};
    static const QRegularExpression changed(
        u"The fingerprint for the (\\S+) key sent by the remote host is\\s+(SHA256:\\S+?)\\.?\\s"_s);
    static const QRegularExpression offending(u"Offending \\S+ key in .*:(\\d+)"_s);
    if (said.contains("REMOTE HOST IDENTIFICATION HAS CHANGED"_L1)) {
        failure.problem = SshProblem::KeyChanged;
        const auto sent = changed.match(said);
        failure.algorithm = sent.captured(1);
        failure.fingerprint = sent.captured(2);
        failure.knownLine = offending.match(said).captured(1).toInt();
    } else if (said.contains("host key is known for"_L1)
               || said.contains("Host key verification failed"_L1)) {
        failure.problem = SshProblem::KeyUnknown;
    } else if (said.contains("Permission denied ("_L1)
               || said.contains("Too many authentication failures"_L1)) {
        failure.problem = SshProblem::AuthenticationFailed;
    }
    return failure;
}

} // namespace core::hypervisor::libvirt

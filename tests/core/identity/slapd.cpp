// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/identity/slapd.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tests {

namespace {

const QString installed = u"/usr/sbin/slapd"_s;

constexpr const char *configuration = R"(include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
TLSCertificateFile @/server.pem
TLSCertificateKeyFile @/server.key
database mdb
suffix "dc=example,dc=org"
directory @/db
maxsize 10485760
access to attrs=userPassword by anonymous auth by * none
access to * by users read by * none
)";

/// ann is in ops, which is in all, which is in ops; John Doe's DN needs escapes, and so does weird's name.
constexpr const char *entries = R"(dn: dc=example,dc=org
objectClass: dcObject
objectClass: organization
o: Example
dc: example

dn: ou=people,dc=example,dc=org
objectClass: organizationalUnit
ou: people

dn: ou=groups,dc=example,dc=org
objectClass: organizationalUnit
ou: groups

dn: cn=vigie,dc=example,dc=org
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: vigie
userPassword: search secret

dn: uid=ann,ou=people,dc=example,dc=org
objectClass: inetOrgPerson
uid: ann
cn: Ann Example
sn: Example
userPassword: secret of ann

dn: cn=Doe\, John \28x\29,ou=people,dc=example,dc=org
objectClass: inetOrgPerson
uid: jdoe
cn: Doe, John (x)
sn: Doe
userPassword: secret of john

dn: cn=weird,ou=people,dc=example,dc=org
objectClass: inetOrgPerson
uid: w*(e)\,#"ird
cn: weird
sn: weird
userPassword: secret of weird

dn: cn=twin1,ou=people,dc=example,dc=org
objectClass: inetOrgPerson
uid: twin
cn: twin1
sn: twin
userPassword: secret of twin

dn: cn=twin2,ou=people,dc=example,dc=org
objectClass: inetOrgPerson
uid: twin
cn: twin2
sn: twin
userPassword: secret of twin

dn: cn=ops,ou=groups,dc=example,dc=org
objectClass: groupOfNames
cn: ops
member: uid=ann,ou=people,dc=example,dc=org
member: cn=all,ou=groups,dc=example,dc=org

dn: cn=all,ou=groups,dc=example,dc=org
objectClass: groupOfNames
cn: all
member: cn=ops,ou=groups,dc=example,dc=org
member: cn=Doe\, John \28x\29,ou=people,dc=example,dc=org

dn: cn=others,ou=groups,dc=example,dc=org
objectClass: groupOfNames
cn: others
member: cn=weird,ou=people,dc=example,dc=org
)";

/// Free at this moment.
quint16 freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{.sin_family = AF_INET, .sin_port = 0, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof address;
    ::bind(socket, reinterpret_cast<sockaddr *>(&address), size); // NOLINT: the socket calls' own way
    ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size); // NOLINT
    ::close(socket);
    return ntohs(address.sin_port);
}

bool answers(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address{
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    const bool connected =
        ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0; // NOLINT
    ::close(socket);
    return connected;
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

Slapd::~Slapd()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

QString Slapd::missing()
{
    if (!QFileInfo::exists(installed))
        return u"slapd is not installed"_s;
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        return u"openssl is not installed"_s;
    return {};
}

QString Slapd::plainUrl() const
{
    return u"ldap://127.0.0.1:%1"_s.arg(m_plainPort);
}

QString Slapd::tlsUrl() const
{
    return u"ldaps://127.0.0.1:%1"_s.arg(m_tlsPort);
}

QString Slapd::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (process.waitForFinished() && process.exitCode() == 0)
        return {};
    return program + u": "_s + QString::fromLocal8Bit(process.readAll()) + process.errorString();
}

/// Two authorities, so that one can be the wrong one; the server's certificate is for its address, not for a name.
QString Slapd::makeCertificates() const
{
    const QString key = u"-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"_s;
    const auto words = [&key](const QString &rest) { return (key + u' ' + rest).split(u' '); };
    for (const QString &name : {u"ca"_s, u"other"_s}) {
        const QString made = run(u"openssl"_s,
                                 QStringList{u"req"_s, u"-x509"_s}
                                     + words(u"-days 2 -subj /CN=%1 -keyout %1.key -out %1.pem"_s.arg(name)));
        if (!made.isEmpty())
            return made;
    }
    return run(
        u"openssl"_s,
        QStringList{u"req"_s, u"-x509"_s}
            + words(u"-days 2 -subj /CN=directory -addext subjectAltName=IP:127.0.0.1 -addext "
                    "basicConstraints=critical,CA:FALSE -CA ca.pem -CAkey ca.key -keyout server.key -out "
                    "server.pem"_s));
}

QString Slapd::fill() const
{
    const QByteArray text = QByteArray(configuration).replace("@", m_dir.path().toLocal8Bit());
    const bool isWritten = QDir(m_dir.path()).mkdir(u"db"_s) && write(path(u"slapd.conf"_s), text)
        && write(path(u"entries.ldif"_s), entries)
        && QFile::copy(installed,
                       path(u"slapd"_s)); // a profile of the system's slapd would keep it from here
    if (!isWritten)
        return u"cannot write "_s + m_dir.path();
    return run(path(u"slapd"_s), {u"-T"_s, u"add"_s, u"-f"_s, u"slapd.conf"_s, u"-l"_s, u"entries.ldif"_s});
}

QString Slapd::start()
{
    if (const QString made = makeCertificates(); !made.isEmpty())
        return made;
    if (const QString filled = fill(); !filled.isEmpty())
        return filled;
    m_plainPort = freePort();
    m_tlsPort = freePort();
    m_process.setWorkingDirectory(m_dir.path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(path(u"slapd"_s),
                    {u"-d"_s, u"0"_s, u"-f"_s, u"slapd.conf"_s, u"-h"_s, plainUrl() + u' ' + tlsUrl()});
    const bool isUp = QTest::qWaitFor(
        [this] {
            return m_process.state() == QProcess::Running && answers(m_plainPort) && answers(m_tlsPort);
        },
        20'000);
    return isUp ? QString() : u"slapd: "_s + QString::fromLocal8Bit(m_process.readAll());
}

} // namespace tests

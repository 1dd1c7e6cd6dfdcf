// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preparation/scripts.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace core::preparation {

namespace {

constexpr const char *examination = R"sh(
LC_ALL=C; export LC_ALL
PATH=$PATH:/usr/sbin:/sbin
say() { printf '%s=%s\n' "$1" "$2"; }
file() { if test -r "$ROOT$2"; then say "$1" "$(base64 -w 0 < "$ROOT$2")"; fi; }
if test "$(id -u)" = 0 || sudo -n true 2>/dev/null; then say root yes; else say root no; fi
say time "$(date +%s)"
say name "$(hostname -f 2>/dev/null || hostname)"
say addresses "$(hostname -I 2>/dev/null)"
if test -c /dev/kvm; then say kvm yes; else say kvm no; fi
file ca /etc/pki/CA/cacert.pem
file server /etc/pki/libvirt/servercert.pem
file qemu /etc/pki/qemu/server-cert.pem
if command -v ss >/dev/null 2>&1; then say listening "$(ss -Hltn | awk '{print $4}' | tr '\n' ' ')"; fi
for other in $OTHERS; do say "host:$other" "$(getent ahosts "$other" | awk '{print $1; exit}')"; done
exit 0
)sh";

constexpr const char *installation = R"sh(
set -eu
LC_ALL=C; export LC_ALL
umask 077
put() {
    install -d -m "$3" "$(dirname "$ROOT$1")"
    if test -e "$ROOT$1" && ! test -e "$ROOT$1.before-vigie"; then cp -p "$ROOT$1" "$ROOT$1.before-vigie"; fi
    printf '%s' "$4" | base64 -d > "$ROOT$1.new"
    chmod "$2" "$ROOT$1.new"
    mv -f "$ROOT$1.new" "$ROOT$1"
}
trust() {
    ours=$(printf '%s' "$CA" | base64 -d)
    if test -s "$ROOT$1" && ! grep -qF "$(printf '%s\n' "$ours" | sed -n 2p)" "$ROOT$1"; then
        put "$1" 644 755 "$( { cat "$ROOT$1"; echo; printf '%s\n' "$ours"; } | base64 -w 0)"
    elif ! test -s "$ROOT$1"; then
        put "$1" 644 755 "$CA"
    fi
}
trust /etc/pki/CA/cacert.pem
put /etc/pki/libvirt/private/serverkey.pem 600 750 "$KEY"
put /etc/pki/libvirt/private/clientkey.pem 600 750 "$KEY"
put /etc/pki/libvirt/servercert.pem 644 755 "$CERTIFICATE"
put /etc/pki/libvirt/clientcert.pem 644 755 "$CERTIFICATE"
trust /etc/pki/qemu/ca-cert.pem
for side in server client; do
    put "/etc/pki/qemu/$side-cert.pem" 644 755 "$CERTIFICATE"
    put "/etc/pki/qemu/$side-key.pem" 640 755 "$KEY"
    for group in kvm qemu; do
        if getent group "$group" >/dev/null; then chgrp "$group" "$ROOT/etc/pki/qemu/$side-key.pem"; break; fi
    done
done
if test -z "$ROOT" && test -d /run/systemd/system; then
    for daemon in virtproxyd libvirtd; do
        if systemctl cat "$daemon-tls.socket" >/dev/null 2>&1; then
            if ! systemctl is-active -q "$daemon-tls.socket"; then
                systemctl stop "$daemon.service"
                systemctl enable --now "$daemon-tls.socket"
            fi
            systemctl restart "$daemon.service"
            break
        fi
    done
fi
echo prepared
)sh";

QByteArray variable(const char *name, const QByteArray &value)
{
    return QByteArray(name) + '=' + value + '\n';
}

/// Each a word of its own, so that the loop needs no quotes: names that are not plain are left out.
QByteArray plainNames(const QStringList &names)
{
    QByteArrayList plain;
    for (const QString &name : names) {
        const bool isPlain =
            !name.isEmpty() && !name.startsWith(u'-') && std::ranges::all_of(name, [](QChar each) {
                return (each.isLetterOrNumber() && each.unicode() < 0x80) || each == u'.' || each == u'-';
            });
        if (isPlain)
            plain += name.toLatin1();
    }
    return plain.join(' ');
}

} // namespace

QByteArray quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u"'"_s, u"'\\''"_s);
    return "'" + escaped.toUtf8() + "'";
}

QByteArray examinationScript(const QStringList &others, const QString &root)
{
    return variable("ROOT", quoted(root)) + variable("OTHERS", "'" + plainNames(others) + "'") + examination;
}

QByteArray installationScript(const Credentials &credentials, const QString &root)
{
    return variable("ROOT", quoted(root)) + variable("CA", credentials.authority.toBase64())
        + variable("CERTIFICATE", credentials.certificate.toBase64())
        + variable("KEY", credentials.key.toBase64()) + installation;
}

} // namespace core::preparation

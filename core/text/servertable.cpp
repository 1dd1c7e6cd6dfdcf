// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"

#include <QCoreApplication>

#include <array>

/// What a management server says of its dealings with other machines: notifications, sealed secrets.
namespace core::text {

namespace {

constexpr std::array table{
    Sentence{"notification.no-mail-server", "",
             QT_TRANSLATE_NOOP("Text",
                               "No e-mail can be sent: no mail server is set. Name one in the notification "
                               "settings.")},
    Sentence{"notification.untrusted", "where",
             QT_TRANSLATE_NOOP("Text",
                               "The certificate of %1 is not trusted. Check its name and its dates, and that "
                               "this machine knows the authority that issued it.")},
    Sentence{"notification.credentials-refused", "where",
             QT_TRANSLATE_NOOP("Text",
                               "%1 does not accept the user name or the password. Correct them in the "
                               "notification settings.")},
    Sentence{
        "notification.refused", "where status",
        QT_TRANSLATE_NOOP("Text", "%1 did not take the message (answer %2). What it said is under Details.")},
    Sentence{"notification.refused", "where",
             QT_TRANSLATE_NOOP("Text", "%1 did not take the message. What it said is under Details.")},
    Sentence{"notification.address-forbidden", "where",
             QT_TRANSLATE_NOOP("Text",
                               "Nothing is sent to %1: it is the server itself, or an address that leads "
                               "nowhere outside. Name another machine.")},
    Sentence{"notification.script-missing", "script",
             QT_TRANSLATE_NOOP("Text",
                               "There is no script “%1”. Put it into the directory alarm-scripts of the "
                               "server.")},
    Sentence{"notification.script-unsafe", "script",
             QT_TRANSLATE_NOOP("Text",
                               "The script “%1” is not run: it must be an executable file that belongs to "
                               "the server's user and that nobody else can change.")},
    Sentence{"notification.script-failed", "script status",
             QT_TRANSLATE_NOOP("Text",
                               "The script “%1” failed with the code %2. What it wrote is under Details.")},
    Sentence{"operation.ruled-here", "name",
             QT_TRANSLATE_NOOP("Text", "The cluster “%1” is already managed by this server.")},
    Sentence{"preparation.libvirt-old", "host version needed",
             QT_TRANSLATE_NOOP(
                 "Text", "The libvirt of “%1” is version %2. Vigie needs %3 or later: update the host.")},
    Sentence{"preparation.qemu-old", "host version needed",
             QT_TRANSLATE_NOOP("Text",
                               "The QEMU of “%1” is version %2. Vigie needs %3 or later: update the host.")},
    Sentence{"preparation.no-kvm", "host",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” runs virtual machines without KVM, many times slower. Enable "
                               "virtualization in its firmware, and load the kernel module kvm.")},
    Sentence{"preparation.no-certificates", "host",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” has no TLS certificates: its migrations go through this server and end "
                               "with it. Prepare the host.")},
    Sentence{"preparation.foreign-certificates", "host",
             QT_TRANSLATE_NOOP("Text",
                               "The TLS certificates of “%1” are of another authority, which hosts that this "
                               "server has prepared do not trust. Prepare the host.")},
    Sentence{"preparation.certificate-name", "host",
             QT_TRANSLATE_NOOP("Text",
                               "The TLS certificate of “%1” is not for the name by which it is reached. "
                               "Prepare the host again.")},
    Sentence{
        "preparation.certificate-expiring", "host days",
        QT_TRANSLATE_NOOP("Text", "The TLS certificate of “%1” expires in %2 days. Prepare the host again.")},
    Sentence{"preparation.tls-closed", "host port",
             QT_TRANSLATE_NOOP("Text",
                               "The libvirt of “%1” does not listen for TLS (port %2). Start its TLS socket "
                               "(systemctl enable --now libvirtd-tls.socket) and open the port.")},
    Sentence{"preparation.clock-skew", "host seconds",
             QT_TRANSLATE_NOOP("Text",
                               "The clock of “%1” differs from this server's by %2 seconds. Have both keep "
                               "time by NTP.")},
    Sentence{"preparation.name-unresolved", "host other",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” does not know the name “%2”, so it cannot migrate to it. Add it to the "
                               "DNS or to /etc/hosts.")},
    Sentence{"preparation.no-datastore", "host",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” has no datastore that can be reached. Define and start a storage pool "
                               "on it.")},
    Sentence{"preparation.nothing-shared", "host other",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” shares no datastore with “%2”: virtual machines cannot migrate between "
                               "them without copying their disks. Mount the same storage on both.")},
    Sentence{"preparation.other-cpu", "host other",
             QT_TRANSLATE_NOOP("Text",
                               "The processors of “%1” and of “%2” are of different makers: no running "
                               "virtual machine can migrate between them.")},
    Sentence{
        "preparation.not-examined", "host",
        QT_TRANSLATE_NOOP("Text",
                          "There is no shell on “%1”: its clock, names, ports and certificates could not "
                          "be looked at. Connect to it by ssh (qemu+ssh://).")},
    Sentence{"preparation.not-root", "host",
             QT_TRANSLATE_NOOP("Text",
                               "The user that this server signs in as on “%1” may not install certificates. "
                               "Connect as root, or allow that user sudo without a password.")},
    Sentence{"preparation.failed", "host",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” could not be prepared. What it said is under Details; correct that and "
                               "prepare it again.")},
    Sentence{"vault.not-ours", "",
             QT_TRANSLATE_NOOP("Text",
                               "A stored password cannot be read: it was stored with another key. Enter it "
                               "again.")},
    Sentence{"vault.key-unusable", "path",
             QT_TRANSLATE_NOOP("Text",
                               "The key file %1 cannot be used. It must belong to the server's user, and "
                               "nobody else may be able to read it; the reason is under Details.")},
};

} // namespace

std::span<const Sentence> serverErrorSentences()
{
    return table;
}

} // namespace core::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"

#include <QCoreApplication>

#include <array>

/// What, where, why, and what to do: one or two sentences each. Codes of modules that this one may not include are
/// here by name; tests/core/text compares them with every errors.h.
namespace core::text {

namespace {

constexpr std::array table{
    Sentence{"base.cancelled", "", QT_TRANSLATE_NOOP("Text", "The operation was cancelled.")},
    Sentence{"base.timeout", "seconds",
             QT_TRANSLATE_NOOP("Text",
                               "No answer came within %1 seconds. Check that the host is not overloaded, "
                               "then try again.")},
    Sentence{"base.timeout", "",
             QT_TRANSLATE_NOOP("Text",
                               "No answer came in time. Check that the host is not overloaded, then try "
                               "again.")},
    Sentence{"base.internal", "",
             QT_TRANSLATE_NOOP("Text",
                               "Vigie itself made a mistake. Please report it with what is under Details.")},
    Sentence{"base.unreachable", "where",
             QT_TRANSLATE_NOOP("Text",
                               "%1 cannot be reached. Check that it is running and that the network leads "
                               "to it.")},
    Sentence{"base.unreachable", "",
             QT_TRANSLATE_NOOP("Text",
                               "The other side cannot be reached. Check that it is running and that the "
                               "network leads to it.")},
    Sentence{"base.invalid-argument", "name",
             QT_TRANSLATE_NOOP("Text",
                               "The value given for “%1” is not valid. The reason is under Details; correct "
                               "it and try again.")},
    Sentence{"base.invalid-argument", "",
             QT_TRANSLATE_NOOP("Text",
                               "A value in the request is not valid. The reason is under Details; correct "
                               "it and try again.")},
    Sentence{"base.not-found/vm", "",
             QT_TRANSLATE_NOOP("Text",
                               "This virtual machine is no longer in the inventory. It was removed in the "
                               "meantime.")},
    Sentence{"base.not-found/host", "",
             QT_TRANSLATE_NOOP("Text",
                               "This host is no longer in the inventory. It was removed in the meantime.")},
    Sentence{"base.not-found/folder", "",
             QT_TRANSLATE_NOOP("Text",
                               "This folder is no longer in the inventory. It was removed in the meantime.")},
    Sentence{"base.not-found/cluster", "",
             QT_TRANSLATE_NOOP("Text",
                               "This cluster is no longer in the inventory. It was removed in the "
                               "meantime.")},
    Sentence{"base.not-found/datacenter", "",
             QT_TRANSLATE_NOOP("Text",
                               "This datacenter is no longer in the inventory. It was removed in the "
                               "meantime.")},
    Sentence{"base.not-found/datastore", "",
             QT_TRANSLATE_NOOP("Text",
                               "This datastore is no longer in the inventory. It was removed in the "
                               "meantime.")},
    Sentence{"base.not-found/network", "",
             QT_TRANSLATE_NOOP("Text",
                               "This network is no longer in the inventory. It was removed in the "
                               "meantime.")},
    Sentence{"base.not-found/pool", "",
             QT_TRANSLATE_NOOP("Text",
                               "This resource pool is no longer in the inventory. It was removed in the "
                               "meantime.")},
    Sentence{"base.not-found", "what",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” was not found. Check its name; it may have been removed in the "
                               "meantime.")},
    Sentence{"base.not-found", "",
             QT_TRANSLATE_NOOP("Text",
                               "What was asked for does not exist. It may have been removed in the "
                               "meantime.")},
    Sentence{"base.conflict", "",
             QT_TRANSLATE_NOOP("Text",
                               "The object is not in a state that allows this: something changed in the "
                               "meantime. Look at its present state, then try again.")},
    Sentence{"base.denied", "",
             QT_TRANSLATE_NOOP("Text",
                               "You are not permitted to do this. Ask the administrator for the "
                               "privilege.")},
    Sentence{"base.busy", "",
             QT_TRANSLATE_NOOP("Text",
                               "Another operation is at work on this object. Wait for it to end, then try "
                               "again.")},
    Sentence{
        "api.changed", "name",
        QT_TRANSLATE_NOOP("Text",
                          "“%1” was changed by somebody else in the meantime. Look at what it is now, then "
                          "try again.")},
    Sentence{
        "api.changed", "",
        QT_TRANSLATE_NOOP("Text",
                          "The object was changed by somebody else in the meantime. Look at what it is now, "
                          "then try again.")},
    Sentence{"api.condition-needed", "",
             QT_TRANSLATE_NOOP(
                 "Text", "The request does not say which state of the object it is to change (If-Match).")},
    Sentence{"api.too-many-requests", "seconds",
             QT_TRANSLATE_NOOP("Text", "Too many requests at once. Try again in %1 s.")},
    Sentence{"api.too-many-requests", "",
             QT_TRANSLATE_NOOP("Text", "Too many requests at once. Try again in a moment.")},
    Sentence{"base.unsupported", "",
             QT_TRANSLATE_NOOP("Text", "The host's hypervisor cannot do this. The reason is under Details.")},

    Sentence{"operation.wrong-state/running", "name", QT_TRANSLATE_NOOP("Text", "“%1” is powered on.")},
    Sentence{"operation.wrong-state/paused", "name", QT_TRANSLATE_NOOP("Text", "“%1” is paused.")},
    Sentence{"operation.wrong-state/suspended", "name", QT_TRANSLATE_NOOP("Text", "“%1” is suspended.")},
    Sentence{"operation.wrong-state/off", "name", QT_TRANSLATE_NOOP("Text", "“%1” is powered off.")},
    Sentence{"operation.wrong-state/crashed", "name", QT_TRANSLATE_NOOP("Text", "“%1” has crashed.")},
    Sentence{"operation.wrong-state/unknown", "name",
             QT_TRANSLATE_NOOP("Text", "The state of “%1” is not known at the moment.")},
    Sentence{"operation.wrong-state", "name",
             QT_TRANSLATE_NOOP("Text", "“%1” is in a state that does not allow this.")},
    Sentence{"operation.wrong-state", "",
             QT_TRANSLATE_NOOP("Text", "The object is in a state that does not allow this.")},
    Sentence{"operation.is-template", "name",
             QT_TRANSLATE_NOOP("Text", "“%1” is a template. Convert it to a virtual machine first.")},
    Sentence{"operation.host-not-responding", "host",
             QT_TRANSLATE_NOOP("Text", "The host “%1” is not responding. Vigie keeps trying to reach it.")},
    Sentence{"operation.host-disconnected", "host",
             QT_TRANSLATE_NOOP("Text", "The host “%1” is disconnected. Reconnect it first.")},
    Sentence{
        "operation.host-connecting", "host",
        QT_TRANSLATE_NOOP("Text", "The connection to the host “%1” is still being made. Wait a moment.")},
    Sentence{"operation.host-connected", "host", QT_TRANSLATE_NOOP("Text", "The host “%1” is connected.")},
    Sentence{"operation.not-empty", "name",
             QT_TRANSLATE_NOOP("Text", "“%1” is not empty. Move or remove what it contains first.")},
    Sentence{
        "access.no-privilege", "privilege name",
        QT_TRANSLATE_NOOP(
            "Text", "You do not have the privilege “%1” on “%2”. Ask an administrator for a permission.")},
    Sentence{"access.no-privilege", "privilege",
             QT_TRANSLATE_NOOP("Text",
                               "You do not have the privilege “%1” on the whole inventory. Ask an "
                               "administrator for a permission.")},
    Sentence{"access.last-administrator", "",
             QT_TRANSLATE_NOOP("Text",
                               "Nobody would be left who may administer everything. Make another user "
                               "Administrator of the inventory first.")},
    Sentence{"access.built-in-role", "name",
             QT_TRANSLATE_NOOP("Text",
                               "The role “%1” is built in and cannot be changed. Make a role of your own.")},
    Sentence{"access.role-in-use", "name",
             QT_TRANSLATE_NOOP("Text",
                               "Somebody has the role “%1”. Take it from everybody before you delete it.")},
    Sentence{"access.unknown-principal", "name",
             QT_TRANSLATE_NOOP("Text",
                               "There is no user or group “%1”. Local ones are written local\\name, those "
                               "of a directory domain\\name.")},
    Sentence{"access.already-given", "name",
             QT_TRANSLATE_NOOP("Text", "“%1” has a permission on this object already. Change that one.")},
    Sentence{"operation.name-taken", "name",
             QT_TRANSLATE_NOOP("Text", "The name “%1” is already used here. Choose another one.")},
    Sentence{"operation.name-invalid", "name",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” cannot be a name. A name has 1 to 80 characters, without “/” and "
                               "without spaces at its ends.")},
    Sentence{"operation.alarm-built-in", "name",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” is one of Vigie’s own alarms. Switch it off instead of deleting it.")},
    Sentence{"operation.alarm-ends-itself", "name",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” ends by itself when its cause does. Acknowledge it, or change when it "
                               "goes off.")},
    Sentence{"operation.wrong-place", "name",
             QT_TRANSLATE_NOOP("Text", "“%1” cannot contain this kind of object. Choose another place.")},
    Sentence{
        "operation.other-datacenter", "name",
        QT_TRANSLATE_NOOP("Text", "“%1” belongs to another datacenter. Choose a place in the same one.")},
    Sentence{"operation.host-known", "host",
             QT_TRANSLATE_NOOP("Text", "This host is already in the inventory, under the name “%1”.")},
    Sentence{"operation.other-host", "host uri",
             QT_TRANSLATE_NOOP(
                 "Text",
                 "Another host answers at the address of “%1” (%2). Correct the address, or remove the "
                 "host from the inventory and add the other one.")},
    Sentence{"operation.single-host", "",
             QT_TRANSLATE_NOOP("Text",
                               "Vigie is connected to one host only. Connect to an embedded core or a "
                               "management server to do this.")},
    Sentence{"operation.guest-did-not-follow", "name seconds",
             QT_TRANSLATE_NOOP("Text",
                               "The guest operating system of “%1” did not follow the request within "
                               "%2 seconds. It may ignore it; powering off or resetting does not ask it.")},
    Sentence{"operation.interrupted", "",
             QT_TRANSLATE_NOOP("Text",
                               "The core ended while the task was at work. Look at the present state of the "
                               "object, then try again.")},

    Sentence{"trust.unknown", "host fingerprint",
             QT_TRANSLATE_NOOP("Text",
                               "The key of %1 is not known yet. Compare its fingerprint %2 with the one its "
                               "administrator gives, then accept it.")},
    Sentence{"trust.changed", "host fingerprint known",
             QT_TRANSLATE_NOOP("Text",
                               "The key of %1 has changed: it is %2, but %3 is remembered. Somebody may be "
                               "posing as this host, so the connection was refused. If the host was "
                               "reinstalled, forget the old key first.")},
    Sentence{"trust.certificate-unknown", "where fingerprint",
             QT_TRANSLATE_NOOP(
                 "Text",
                 "Nobody you trust vouches for the certificate of %1. Its SHA-256 is %2. Compare it "
                 "with the one that the server's administrator gives you; if it is the same, trust it "
                 "(vigiectl: --fingerprint), or name the authority that signed it (vigiectl: --ca).")},
    Sentence{"trust.certificate-changed", "where fingerprint known",
             QT_TRANSLATE_NOOP(
                 "Text",
                 "The certificate of %1 has changed: its SHA-256 is %2, but %3 is trusted. Somebody "
                 "may be posing as this server, so the connection was refused. Ask its administrator "
                 "before you trust the new one.")},
    Sentence{"credentials.needed", "host",
             QT_TRANSLATE_NOOP("Text", "%1 asks for a password or a passphrase.")},
    Sentence{
        "credentials.refused", "host",
        QT_TRANSLATE_NOOP("Text", "%1 refused the user name or the password. Check both, then try again.")},
    Sentence{"hypervisor.connection-failed/name-unknown", "where",
             QT_TRANSLATE_NOOP("Text",
                               "Cannot connect to %1: no host of that name is known. Check the spelling.")},
    Sentence{"hypervisor.connection-failed/refused", "where",
             QT_TRANSLATE_NOOP("Text",
                               "Cannot connect to %1: nothing listens there. Start the libvirt service on "
                               "that host, or check the port.")},
    Sentence{"hypervisor.connection-failed/socket-missing", "where",
             QT_TRANSLATE_NOOP("Text",
                               "Cannot connect to %1: its socket does not exist. Install libvirt there and "
                               "start its service.")},
    Sentence{"hypervisor.connection-failed/no-route", "where",
             QT_TRANSLATE_NOOP("Text",
                               "Cannot connect to %1: no network leads there. Check the address and the "
                               "cabling, and that the host is on.")},
    Sentence{"hypervisor.connection-failed/timed-out", "where",
             QT_TRANSLATE_NOOP("Text",
                               "Cannot connect to %1: it did not answer in time. Check the address, and "
                               "that no firewall stands between.")},
    Sentence{"hypervisor.connection-failed", "where",
             QT_TRANSLATE_NOOP("Text", "Cannot connect to %1. What it said is under Details.")},
    Sentence{"hypervisor.no-permission", "where",
             QT_TRANSLATE_NOOP("Text",
                               "The libvirt service of %1 is there, but this user may not use it. Add the "
                               "user to the libvirt group on that host, then log in again.")},
    Sentence{"hypervisor.uri-invalid/no-driver", "uri",
             QT_TRANSLATE_NOOP("Text",
                               "No libvirt driver understands the address “%1”. One that works reads "
                               "qemu+ssh://root@host/system.")},
    Sentence{"hypervisor.uri-invalid", "uri",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” is not an address of a host. One reads "
                               "qemu+ssh://root@host/system.")},
    Sentence{
        "hypervisor.refused", "",
        QT_TRANSLATE_NOOP("Text", "The hypervisor refused the operation. Its own words are under Details.")},
    Sentence{"hypervisor.no-screen", "vm",
             QT_TRANSLATE_NOOP("Text", "“%1” has no screen that can be shown. Add a VNC display to it.")},
    Sentence{
        "persistence.corrupt", "path",
        QT_TRANSLATE_NOOP("Text",
                          "The database %1 is damaged and was not touched. Restore a copy of it, or move "
                          "it away to start with an empty one.")},
    Sentence{"persistence.newer", "path version",
             QT_TRANSLATE_NOOP("Text",
                               "The database %1 was written by a later version of Vigie (schema %2) and was "
                               "not touched. Install that version, or choose another directory.")},
    Sentence{"persistence.newer", "path",
             QT_TRANSLATE_NOOP("Text",
                               "The database %1 was written by a later version of Vigie and was not touched. "
                               "Install that version, or choose another directory.")},
    Sentence{"persistence.locked", "path",
             QT_TRANSLATE_NOOP("Text", "The database %1 is in use by another program. End that one first.")},
    Sentence{
        "persistence.full", "path",
        QT_TRANSLATE_NOOP("Text", "The database %1 cannot grow: its file system is full. Free some space.")},
    Sentence{"persistence.failed", "path",
             QT_TRANSLATE_NOOP("Text",
                               "The database %1 cannot be read or written. Check the permissions; the reason "
                               "is under Details.")},

    Sentence{"persistence.unreachable", "path",
             QT_TRANSLATE_NOOP("Text",
                               "The database %1 cannot be reached. Check that its server is running and that "
                               "the network leads to it.")},
    Sentence{
        "persistence.failing", "since",
        QT_TRANSLATE_NOOP("Text",
                          "The database cannot be written since %1, so no new operation is accepted. Check "
                          "its disk and its server, then try again.")},
    Sentence{
        "persistence.key-reused", "",
        QT_TRANSLATE_NOOP("Text",
                          "Another request was already sent with the same idempotency key. Send this one "
                          "with a new key.")},

    Sentence{"identity.bad-credentials", "",
             QT_TRANSLATE_NOOP("Text",
                               "The user name or the password is wrong, or the account is disabled. Check "
                               "them and try again.")},
    Sentence{"identity.locked", "seconds",
             QT_TRANSLATE_NOOP("Text",
                               "Too many attempts to sign in under this name have failed. Try again in %1 "
                               "seconds.")},
    Sentence{"identity.not-signed-in", "",
             QT_TRANSLATE_NOOP("Text", "Your session has ended. Sign in again.")},
    Sentence{"identity.weak-password/too-short", "",
             QT_TRANSLATE_NOOP("Text", "The password is too short. Choose one of at least 8 characters.")},
    Sentence{"identity.weak-password/too-long", "",
             QT_TRANSLATE_NOOP("Text", "The password is too long. Choose one of at most 1024 bytes.")},
    Sentence{"identity.weak-password/user-name", "",
             QT_TRANSLATE_NOOP("Text", "The password is the user's own name. Choose another one.")},
    Sentence{"identity.weak-password", "",
             QT_TRANSLATE_NOOP("Text", "The password is too easy to guess. Choose another one.")},
    Sentence{"identity.too-many-tokens", "limit",
             QT_TRANSLATE_NOOP("Text",
                               "This user already has %1 API tokens. Revoke one that is no longer used, then "
                               "try again.")},
    Sentence{"identity.session-needed", "",
             QT_TRANSLATE_NOOP("Text",
                               "An API token cannot do this. Sign in with a user name and a password, then "
                               "try again.")},
    Sentence{"identity.directory-unreachable", "domain",
             QT_TRANSLATE_NOOP("Text",
                               "The directory “%1” does not answer. Check that its server is running and "
                               "that its certificate is trusted; the reason is under Details.")},
    Sentence{"identity.directory-refused", "domain",
             QT_TRANSLATE_NOOP("Text",
                               "The directory “%1” refused a request. Check how it is set up in Vigie; the "
                               "reason is under Details.")},
    Sentence{"identity.audit-full", "path",
             QT_TRANSLATE_NOOP("Text",
                               "The audit log %1 cannot grow: its file system is full. Free some space, then "
                               "try again.")},
    Sentence{"identity.audit-failed", "path",
             QT_TRANSLATE_NOOP("Text",
                               "The audit log %1 cannot be read or written. Check the permissions; the "
                               "reason is under Details.")},

    Sentence{"lab.fault-unavailable", "fault",
             QT_TRANSLATE_NOOP("Text", "This machine cannot stage the fault “%1” in the lab.")},
    Sentence{"lab.not-a-lab", "directory",
             QT_TRANSLATE_NOOP("Text", "%1 holds no lab. Start one there first.")},
    Sentence{"lab.not-running", "directory",
             QT_TRANSLATE_NOOP("Text", "The lab in %1 is not running. Start it first.")},
    Sentence{"lab.directory-not-empty", "directory",
             QT_TRANSLATE_NOOP("Text",
                               "%1 is not empty and holds no lab. Choose a directory that is empty or does "
                               "not exist.")},
    Sentence{"lab.option-unavailable", "option",
             QT_TRANSLATE_NOOP("Text", "The lab does not offer the option %1.")},
    Sentence{"lab.program-missing", "program",
             QT_TRANSLATE_NOOP("Text",
                               "The program %1 is missing, without which the lab cannot start. "
                               "installer/setup installs it.")},
    Sentence{"lab.namespaces-forbidden", "",
             QT_TRANSLATE_NOOP("Text",
                               "This machine forbids user namespaces, which the lab needs for its hosts. "
                               "Start it as root, or allow them.")},
    Sentence{"lab.supervisor-failed", "log",
             QT_TRANSLATE_NOOP("Text",
                               "The process that keeps the lab's hosts did not start. The reason is in %1.")},
    Sentence{"lab.host-failed", "host",
             QT_TRANSLATE_NOOP("Text", "The lab host “%1” did not start. The reason is under Details.")},
    Sentence{"lab.core-failed", "log",
             QT_TRANSLATE_NOOP("Text", "The lab's embedded core did not start. The reason is in %1.")},
    Sentence{"lab.guest-failed", "guest",
             QT_TRANSLATE_NOOP("Text",
                               "The lab's virtual machine “%1” did not start. The reason is under "
                               "Details.")},
    Sentence{"lab.command-failed", "command",
             QT_TRANSLATE_NOOP("Text", "The command %1 failed in the lab. What it said is under Details.")},
    Sentence{"views.file-not-written", "path",
             QT_TRANSLATE_NOOP("Text",
                               "The file %1 cannot be written. Choose a folder that you may write to and "
                               "that has room.")},
    Sentence{"lab.file-failed", "path",
             QT_TRANSLATE_NOOP("Text",
                               "The lab's file %1 cannot be read or written. Check the permissions and the "
                               "free space.")},
    Sentence{
        "lab.system-call-failed", "call",
        QT_TRANSLATE_NOOP("Text", "The system refused the lab a call (%1). The reason is under Details.")},
    Sentence{"lab.still-alive", "pid",
             QT_TRANSLATE_NOOP("Text",
                               "The lab's process %1 does not end. End it by hand, then take the lab down "
                               "again.")},

    Sentence{"ctl.command-unknown", "command",
             QT_TRANSLATE_NOOP("Text", "There is no command “%1”. “vigiectl --help” lists them.")},
    Sentence{
        "ctl.kind-unknown", "kind",
        QT_TRANSLATE_NOOP("Text", "There is no kind of object called “%1”. “vigiectl --help” lists them.")},
    Sentence{"ctl.option-unknown", "option",
             QT_TRANSLATE_NOOP("Text", "There is no option %1 here. “vigiectl --help” lists them.")},
    Sentence{
        "ctl.parameter-unknown", "command option",
        QT_TRANSLATE_NOOP("Text", "“%1” has no parameter %2. “vigiectl operations” lists those it has.")},
    Sentence{"ctl.value-missing", "option", QT_TRANSLATE_NOOP("Text", "A value is missing after %1.")},
    Sentence{"ctl.value-not-listed", "value option values",
             QT_TRANSLATE_NOOP("Text", "“%1” is no value of %2. Possible are: %3.")},
    Sentence{"ctl.value-not-number", "value option",
             QT_TRANSLATE_NOOP("Text", "%2 takes a number; “%1” is none.")},
    Sentence{"ctl.name-missing", "command",
             QT_TRANSLATE_NOOP("Text", "“%1” needs the name of an object after it.")},
    Sentence{"ctl.name-surplus", "name",
             QT_TRANSLATE_NOOP("Text", "Only one name is expected here: “%1” is too many.")},
    Sentence{"ctl.name-ambiguous", "name candidates",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” may be any of these: %2. Give the path or the id of the one you mean.")},
    Sentence{
        "ctl.credentials-missing", "server",
        QT_TRANSLATE_NOOP("Text",
                          "%1 wants to know who you are. Give --user and --password-file, or --token-file; "
                          "on a terminal, vigiectl asks for the password.")},
    Sentence{"ctl.place-surplus", "option other",
             QT_TRANSLATE_NOOP("Text", "%1 and %2 cannot be given together. Leave one of them out.")},
    Sentence{
        "ctl.secret-missing", "option",
        QT_TRANSLATE_NOOP("Text",
                          "A secret is missing. Give %1 with the file that holds it; on a terminal, vigiectl "
                          "asks for it.")},
    Sentence{
        "ctl.secret-on-command-line", "option",
        QT_TRANSLATE_NOOP("Text",
                          "A secret is not given on the command line, where others can read it. Use %1 with "
                          "the file that holds it.")},
    Sentence{"drs.bad-instance", "where",
             QT_TRANSLATE_NOOP("Text",
                               "The file describes no cluster that can be planned: there is a mistake at "
                               "%1. What is wrong is under Details.")},
    Sentence{"ha.bad-scenario", "where",
             QT_TRANSLATE_NOOP("Text", "The scenario has a mistake at %1. What is wrong is under Details.")},
    Sentence{"ctl.file-unreadable", "file",
             QT_TRANSLATE_NOOP("Text",
                               "The file %1 cannot be read. Check the path and the permissions; the reason "
                               "is under Details.")},
};

} // namespace

std::span<const Sentence> generalErrorSentences()
{
    return table;
}

} // namespace core::text

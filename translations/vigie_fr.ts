<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Text</name>
    <message>
        <source>The operation failed (%1). What the other side said is under Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operation was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came within %1 seconds. Check that the host is not overloaded, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came in time. Check that the host is not overloaded, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vigie itself made a mistake. Please report it with what is under Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check that it is running and that the network leads to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side cannot be reached. Check that it is running and that the network leads to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value given for “%1” is not valid. The reason is under Details; correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value in the request is not valid. The reason is under Details; correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This virtual machine is no longer in the inventory. It was removed in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host is no longer in the inventory. It was removed in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is no longer in the inventory. It was removed in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cluster is no longer in the inventory. It was removed in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This datacenter is no longer in the inventory. It was removed in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This datastore is no longer in the inventory. It was removed in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network is no longer in the inventory. It was removed in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This resource pool is no longer in the inventory. It was removed in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was not found. Check its name; it may have been removed in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked for does not exist. It may have been removed in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object is not in a state that allows this: something changed in the meantime. Look at its present state, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not permitted to do this. Ask the administrator for the privilege.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another operation is at work on this object. Wait for it to end, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host&apos;s hypervisor cannot do this. The reason is under Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is powered on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is suspended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is powered off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of “%1” is not known at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is in a state that does not allow this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object is in a state that does not allow this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a template. Convert it to a virtual machine first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host “%1” is not responding. Vigie keeps trying to reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host “%1” is disconnected. Reconnect it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the host “%1” is still being made. Wait a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host “%1” is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not empty. Move or remove what it contains first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” is already used here. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be a name. A name has 1 to 80 characters, without “/” and without spaces at its ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot contain this kind of object. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” belongs to another datacenter. Choose a place in the same one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host is already in the inventory, under the name “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vigie is connected to one host only. Connect to an embedded core or a management server to do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest operating system of “%1” did not follow the request within %2 seconds. It may ignore it; powering off or resetting does not ask it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The core ended while the task was at work. Look at the present state of the object, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of %1 is not known yet. Compare its fingerprint %2 with the one its administrator gives, then accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of %1 has changed: it is %2, but %3 is remembered. Somebody may be posing as this host, so the connection was refused. If the host was reinstalled, forget the old key first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for a password or a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the user name or the password. Check both, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot connect to %1: no host of that name is known. Check the spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot connect to %1: nothing listens there. Start the libvirt service on that host, or check the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot connect to %1: its socket does not exist. Install libvirt there and start its service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot connect to %1: no network leads there. Check the address and the cabling, and that the host is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot connect to %1: it did not answer in time. Check the address, and that no firewall stands between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot connect to %1. What it said is under Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The libvirt service of %1 is there, but this user may not use it. Add the user to the libvirt group on that host, then log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No libvirt driver understands the address “%1”. One that works reads qemu+ssh://root@host/system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an address of a host. One reads qemu+ssh://root@host/system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hypervisor refused the operation. Its own words are under Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no screen that can be shown. Add a VNC display to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine cannot stage the fault “%1” in the lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no lab. Start one there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab in %1 is not running. Start it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not empty and holds no lab. Choose a directory that is empty or does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab does not offer the option %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program %1 is missing, without which the lab cannot start. installer/setup installs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine forbids user namespaces, which the lab needs for its hosts. Start it as root, or allow them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that keeps the lab&apos;s hosts did not start. The reason is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab host “%1” did not start. The reason is under Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab&apos;s virtual machine “%1” did not start. The reason is under Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command %1 failed in the lab. What it said is under Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab&apos;s file %1 cannot be read or written. Check the permissions and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system refused the lab a call (%1). The reason is under Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab&apos;s process %1 does not end. End it by hand, then take the lab down again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was powered on on host “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was powered on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was powered off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was suspended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” appeared on host “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” appeared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” was removed from host “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” was renamed to “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was migrated from host “%2” to host “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was moved to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host “%1” was added to the inventory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host “%1” was removed from the inventory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host “%1” stopped responding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host “%1” was disconnected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task “%1” failed on “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A task failed on “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The core started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The core had ended unexpectedly and was started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “%1” was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “%1” was renamed to “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder was renamed to “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “%1” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The datacenter “%1” was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The datacenter “%1” was renamed to “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A datacenter was renamed to “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The datacenter “%1” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster “%1” was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster “%1” was renamed to “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cluster was renamed to “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster “%1” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host “%1” is not responding. What is shown of it and of its virtual machines is the last known state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The datastore “%1” is %2 full. Free some space, or the virtual machines on it will stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The datastore “%1” is nearly full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has crashed. Look at its console, then power it on or reset it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>datacenter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resource pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>virtual machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>datastore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datacenters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource Pools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual Machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datastores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>powered on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>powered off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not responding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guest agent not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guest agent running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guest agent not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type 1 hypervisor (bare metal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type 2 hypervisor (hosted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emulation without hardware help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown kind of hypervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU usage in MHz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU ready time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory taken by the balloon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk read rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk write rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network receive rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network send rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Datacenter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from Inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart Guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut Down Guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading its inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked of the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the guest operating system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KiB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 TiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 PiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MHz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GHz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <extracomment>The order of year, month and day, as QDate::toString() reads it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>views::CommandBox</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>views::ErrorCard</name>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the error to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>views::FactBox</name>
    <message>
        <source>%1:</source>
        <comment>the name of a fact, before its value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the name of a fact, its value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

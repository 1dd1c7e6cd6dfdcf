<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlarmMail</name>
    <message numerus="yes">
        <source>Told before: %n time(s)</source>
        <translation>
            <numerusform>Told before: %n time</numerusform>
            <numerusform>Told before: %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Vigie: %n alarm message(s)</source>
        <translation>
            <numerusform>Vigie: %n alarm message</numerusform>
            <numerusform>Vigie: %n alarm messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrsText</name>
    <message numerus="yes">
        <source>%n migration(s), score %1 → %2</source>
        <translation>
            <numerusform>%n migration, score %1 → %2</numerusform>
            <numerusform>%n migrations, score %1 → %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s): what could not be helped, and why, is in the plan (-o json).</source>
        <translation>
            <numerusform>%n fault: what could not be helped, and why, is in the plan (-o json).</numerusform>
            <numerusform>%n faults: what could not be helped, and why, is in the plan (-o json).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HaText</name>
    <message numerus="yes">
        <source>%n violation(s) of an invariant</source>
        <translation>
            <numerusform>%n violation of an invariant</numerusform>
            <numerusform>%n violations of an invariant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seeds, 0 violations</source>
        <translation>
            <numerusform>%n seed, 0 violations</numerusform>
            <numerusform>%n seeds, 0 violations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::AccessRows</name>
    <message numerus="yes">
        <source>%n privilege(s)</source>
        <translation>
            <numerusform>%n privilege</numerusform>
            <numerusform>%n privileges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n permission(s)</source>
        <translation>
            <numerusform>in %n permission</numerusform>
            <numerusform>in %n permissions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::AcknowledgeDialog</name>
    <message numerus="yes">
        <source>Acknowledge %n Alarm(s)</source>
        <translation>
            <numerusform>Acknowledge %n Alarm</numerusform>
            <numerusform>Acknowledge %n Alarms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::AddingPage</name>
    <message numerus="yes">
        <source>%n logical CPU(s), %1, %2</source>
        <translation>
            <numerusform>%n logical CPU, %1, %2</numerusform>
            <numerusform>%n logical CPUs, %1, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) found</source>
        <translation>
            <numerusform>%n virtual machine found</numerusform>
            <numerusform>%n virtual machines found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::AlarmsPage</name>
    <message numerus="yes">
        <source>%n alarm(s) triggered on this object or beneath it</source>
        <translation>
            <numerusform>%n alarm triggered on this object or beneath it</numerusform>
            <numerusform>%n alarms triggered on this object or beneath it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::BulkDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n object(s)</source>
        <translation>
            <numerusform>%1: %n object</numerusform>
            <numerusform>%1: %n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Will be done (%n)</source>
        <translation>
            <numerusform>Will be done (%n)</numerusform>
            <numerusform>Will be done (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out (%n)</source>
        <translation>
            <numerusform>Left out (%n)</numerusform>
            <numerusform>Left out (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 applies to %n of %2 objects</source>
        <translation>
            <numerusform>%1 applies to %n of %2 objects</numerusform>
            <numerusform>%1 applies to %n of %2 objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n of them run at once.</source>
        <translation>
            <numerusform>At most %n of them runs at once.</numerusform>
            <numerusform>At most %n of them run at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::ConnectionPage</name>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::ContainerSummaryPage</name>
    <message numerus="yes">
        <source>%1, %n connected</source>
        <translation>
            <numerusform>%1, %n connected</numerusform>
            <numerusform>%1, %n connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, %n running</numerusform>
            <numerusform>%1, %n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>yes, by %n host(s)</source>
        <translation>
            <numerusform>yes, by %n host</numerusform>
            <numerusform>yes, by %n hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::DatastorePage</name>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) stay where they are:</source>
        <translation>
            <numerusform>%n virtual machine stays where it is:</numerusform>
            <numerusform>%n virtual machines stay where they are:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::DestinationPage</name>
    <message numerus="yes">
        <source>%n virtual machine(s) stay where they are:</source>
        <translation>
            <numerusform>%n virtual machine stays where it is:</numerusform>
            <numerusform>%n virtual machines stay where they are:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::EvcDialog</name>
    <message numerus="yes">
        <source>%n obstacle(s)</source>
        <translation>
            <numerusform>%n obstacle</numerusform>
            <numerusform>%n obstacles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::EventExport</name>
    <message numerus="yes">
        <source>%n event(s) written</source>
        <translation>
            <numerusform>%n event written</numerusform>
            <numerusform>%n events written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::GettingStartedPage</name>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::HostSummaryPage</name>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, %n running</numerusform>
            <numerusform>%1, %n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::MainWindow</name>
    <message numerus="yes">
        <source>Alarms (%n)</source>
        <translation>
            <numerusform>Alarms (%n)</numerusform>
            <numerusform>Alarms (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show or hide the alarms, %n triggered</source>
        <translation>
            <numerusform>Show or hide the alarms, %n triggered</numerusform>
            <numerusform>Show or hide the alarms, %n triggered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are still running. The core goes on with them after the window is closed.</source>
        <translation>
            <numerusform>%n task is still running. The core goes on with it after the window is closed.</numerusform>
            <numerusform>%n tasks are still running. The core goes on with them after the window is closed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::MaintenanceDialog</name>
    <message numerus="yes">
        <source>%n virtual machine(s) will be migrated while running.</source>
        <translation>
            <numerusform>%n virtual machine will be migrated while running.</numerusform>
            <numerusform>%n virtual machines will be migrated while running.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) cannot leave. Until they are powered off or moved, the host stays “entering maintenance mode”.</source>
        <translation>
            <numerusform>%n virtual machine cannot leave. Until it is powered off or moved, the host stays “entering maintenance mode”.</numerusform>
            <numerusform>%n virtual machines cannot leave. Until they are powered off or moved, the host stays “entering maintenance mode”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::MemoryBar</name>
    <message numerus="yes">
        <source>%n smaller virtual machine(s): %1</source>
        <translation>
            <numerusform>%n smaller virtual machine: %1</numerusform>
            <numerusform>%n smaller virtual machines: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The host&apos;s own system and %n virtual machine(s) not measured yet: %1</source>
        <translation>
            <numerusform>The host&apos;s own system and %n virtual machine not measured yet: %1</numerusform>
            <numerusform>The host&apos;s own system and %n virtual machines not measured yet: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::MigrateWizard</name>
    <message numerus="yes">
        <source>Migrate – %n virtual machine(s)</source>
        <translation>
            <numerusform>Migrate – %n virtual machine</numerusform>
            <numerusform>Migrate – %n virtual machines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::ObjectActions</name>
    <message numerus="yes">
        <source>%1 applies to %n of %2 objects</source>
        <translation>
            <numerusform>%1 applies to %n of %2 objects</numerusform>
            <numerusform>%1 applies to %n of %2 objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::ObjectChooser</name>
    <message numerus="yes">
        <source>%n chosen: too many to tell apart, at most %1 fit.</source>
        <translation>
            <numerusform>%n chosen: too many to tell apart, at most %1 fit.</numerusform>
            <numerusform>%n chosen: too many to tell apart, at most %1 fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::ObjectTablePage</name>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::OperationForm</name>
    <message numerus="yes">
        <source>%1: %n object(s)</source>
        <translation>
            <numerusform>%1: %n object</numerusform>
            <numerusform>%1: %n objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::PerformanceChartView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::PreparePage</name>
    <message numerus="yes">
        <source>%n thing(s) to mend</source>
        <translation>
            <numerusform>%n thing to mend</numerusform>
            <numerusform>%n things to mend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready, with %n remark(s)</source>
        <translation>
            <numerusform>Ready, with %n remark</numerusform>
            <numerusform>Ready, with %n remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::ReadyPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::ResultDialog</name>
    <message numerus="yes">
        <source>%n of %1 objects could not be done.</source>
        <translation>
            <numerusform>%n of %1 objects could not be done.</numerusform>
            <numerusform>%n of %1 objects could not be done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done to %n object(s).</source>
        <translation>
            <numerusform>Done to %n object.</numerusform>
            <numerusform>Done to %n objects.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 were left out.</source>
        <translation>
            <numerusform>%n of %1 was left out.</numerusform>
            <numerusform>%n of %1 were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::SearchResultsModel</name>
    <message numerus="yes">
        <source>%n more object(s) fit: type more to narrow the search.</source>
        <translation>
            <numerusform>%n more object fits: type more to narrow the search.</numerusform>
            <numerusform>%n more objects fit: type more to narrow the search.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::TaskList</name>
    <message numerus="yes">
        <source>&amp;Cancel %n Task(s)</source>
        <translation>
            <numerusform>&amp;Cancel %n Task</numerusform>
            <numerusform>&amp;Cancel %n Tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Retry %n Task(s)</source>
        <translation>
            <numerusform>&amp;Retry %n Task</numerusform>
            <numerusform>&amp;Retry %n Tasks</numerusform>
        </translation>
    </message>
</context>
</TS>

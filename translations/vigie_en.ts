<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>views::ContainerSummaryPage</name>
    <message numerus="yes">
        <source>%1, %n connected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>yes, by %n host(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::HostSummaryPage</name>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
    <name>views::ResultDialog</name>
    <message numerus="yes">
        <source>%1 of %n object(s) could not be done.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::SearchResultsModel</name>
    <message numerus="yes">
        <source>%n more object(s) fit: type more to narrow the search.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::TaskList</name>
    <message numerus="yes">
        <source>&amp;Cancel %n Task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>

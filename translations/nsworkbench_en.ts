<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>… and %n more, the same on both sides</source>
        <translation>
            <numerusform>… and %n more, the same on both sides</numerusform>
            <numerusform>… and %n more, the same on both sides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, outside only</source>
        <translation>
            <numerusform>… and %n more, outside only</numerusform>
            <numerusform>… and %n more, outside only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n semaphore(s)</source>
        <translation>
            <numerusform>%n semaphore</numerusform>
            <numerusform>%n semaphores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) attached</source>
        <translation>
            <numerusform>%n process attached</numerusform>
            <numerusform>%n processes attached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Makes a set of %n semaphore(s) with the key %1.</source>
        <translation>
            <numerusform>Makes a set of %n semaphore with the key %1.</numerusform>
            <numerusform>Makes a set of %n semaphores with the key %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nsw::Expectations</name>
    <message numerus="yes">
        <source>Not as expected on this machine, in %n point(s):</source>
        <translation>
            <numerusform>Not as expected on this machine, in %n point:</numerusform>
            <numerusform>Not as expected on this machine, in %n points:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nsw::FacetCard</name>
    <message numerus="yes">
        <source>%Ln more…</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln more…</numerusform>
            <numerusform>%Ln more…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nsw::TableProxy</name>
    <message numerus="yes">
        <source>%1, unfolded, %n below</source>
        <translation>
            <numerusform>%1, unfolded, %n below</numerusform>
            <numerusform>%1, unfolded, %n below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, folded, %n below</source>
        <translation>
            <numerusform>%1, folded, %n below</numerusform>
            <numerusform>%1, folded, %n below</numerusform>
        </translation>
    </message>
</context>
</TS>

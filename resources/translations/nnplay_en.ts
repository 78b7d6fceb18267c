<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>DataSummary</name>
    <message numerus="yes">
        <source>%n file(s) could not be read and were left out</source>
        <translation>
            <numerusform>%n file could not be read and were left out</numerusform>
            <numerusform>%n files could not be read and were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n categories</source>
        <translation>
            <numerusform>%n categories</numerusform>
            <numerusform>%n categories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossPanel</name>
    <message numerus="yes">
        <source>Smooth over %n point(s)</source>
        <translation>
            <numerusform>Smooth over %n point</numerusform>
            <numerusform>Smooth over %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message numerus="yes">
        <source>Train %n epoch(s)</source>
        <translation>
            <numerusform>Train %n epoch</numerusform>
            <numerusform>Train %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Train %n step(s)</source>
        <translation>
            <numerusform>Train %n step</numerusform>
            <numerusform>Train %n steps</numerusform>
        </translation>
    </message>
</context>
</TS>

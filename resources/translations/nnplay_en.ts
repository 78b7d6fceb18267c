<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Session</name>
    <message numerus="yes">
        <source>Train %n epoch(s)</source>
        <translation>
            <numerusform>Train %n epoch</numerusform>
            <numerusform>Train %n epochs</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CardItem</name>
    <message numerus="yes">
        <source>%Ln param(s)</source>
        <translation>
            <numerusform>%Ln param</numerusform>
            <numerusform>%Ln params</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassCard</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnForm</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n columns</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnModel</name>
    <message numerus="yes">
        <source>{numbers}, %Ln word(s)</source>
        <translation>
            <numerusform>{numbers}, %Ln word</numerusform>
            <numerusform>{numbers}, %Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different</source>
        <translation>
            <numerusform>%Ln different</numerusform>
            <numerusform>%Ln different</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataSummary</name>
    <message numerus="yes">
        <source>Careful: %n of the test rows are also training rows</source>
        <translation>
            <numerusform>Careful: %n of the test rows are also training rows</numerusform>
            <numerusform>Careful: %n of the test rows are also training rows</numerusform>
        </translation>
    </message>
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
    <name>EarlierExperiments</name>
    <message numerus="yes">
        <source>{number}: {axes} (%Ln network(s))</source>
        <translation>
            <numerusform>{number}: {axes} (%Ln network)</numerusform>
            <numerusform>{number}: {axes} (%Ln networks)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeadView</name>
    <message numerus="yes">
        <source>%Ln empty cell(s)</source>
        <translation>
            <numerusform>%Ln empty cell</numerusform>
            <numerusform>%Ln empty cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LandscapePanel</name>
    <message numerus="yes">
        <source>Measured on %Ln training example(s)</source>
        <translation>
            <numerusform>Measured on %Ln training example</numerusform>
            <numerusform>Measured on %Ln training examples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerText</name>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n filter</numerusform>
            <numerusform>%n filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>News</name>
    <message numerus="yes">
        <source>%n earlier run(s) had to make room. Starred runs are kept longest.</source>
        <translation>
            <numerusform>%n earlier run had to make room. Starred runs are kept longest.</numerusform>
            <numerusform>%n earlier runs had to make room. Starred runs are kept longest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) of this experiment are kept only with their scores: together they are too large.</source>
        <translation>
            <numerusform>%n network of this experiment are kept only with their scores: together they are too large.</numerusform>
            <numerusform>%n networks of this experiment are kept only with their scores: together they are too large.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier experiment(s) had to make room for the new one.</source>
        <translation>
            <numerusform>%n earlier experiment had to make room for the new one.</numerusform>
            <numerusform>%n earlier experiments had to make room for the new one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlotReadout</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message numerus="yes">
        <source>{answered:,} of %Ln row(s) answered</source>
        <translation>
            <numerusform>{answered:,} of %Ln row answered</numerusform>
            <numerusform>{answered:,} of %Ln rows answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message numerus="yes">
        <source>%Ln network(s)</source>
        <translation>
            <numerusform>%Ln network</numerusform>
            <numerusform>%Ln networks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeachingView</name>
    <message numerus="yes">
        <source>%n drawing(s) of mine, kept only on this computer</source>
        <translation>
            <numerusform>%n drawing of mine, kept only on this computer</numerusform>
            <numerusform>%n drawings of mine, kept only on this computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordOffers</name>
    <message numerus="yes">
        <source>&amp;Treat these %Ln cell(s) as empty</source>
        <translation>
            <numerusform>&amp;Treat these %Ln cell as empty</numerusform>
            <numerusform>&amp;Treat these %Ln cells as empty</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message numerus="yes">
        <source>Train %Ln epoch(s)</source>
        <translation>
            <numerusform>Train %Ln epoch</numerusform>
            <numerusform>Train %Ln epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Train %Ln step(s)</source>
        <translation>
            <numerusform>Train %Ln step</numerusform>
            <numerusform>Train %Ln steps</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DataPart</name>
    <message numerus="yes">
        <source>Candidates are kept for %n months after they were last active.</source>
        <translation>
            <numerusform>Candidates are kept for %n month after they were last active.</numerusform>
            <numerusform>Candidates are kept for %n months after they were last active.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportTab</name>
    <message numerus="yes">
        <source>Published: {} rows that were new or changed, {} removed.</source>
        <translation>
            <numerusform>Published: {} row that was new or changed, {} removed.</numerusform>
            <numerusform>Published: {} rows that were new or changed, {} removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing {}: {} of {} rows</source>
        <translation>
            <numerusform>Writing {}: {} of {} row</numerusform>
            <numerusform>Writing {}: {} of {} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written: {} rows in {}.</source>
        <translation>
            <numerusform>Written: {} row in {}.</numerusform>
            <numerusform>Written: {} rows in {}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} rows, {}</source>
        <translation>
            <numerusform>{} row, {}</numerusform>
            <numerusform>{} rows, {}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message numerus="yes">
        <source>{} pages</source>
        <translation>
            <numerusform>{} page</numerusform>
            <numerusform>{} pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message numerus="yes">
        <source>Asking Kombo for {} that are not here…</source>
        <translation>
            <numerusform>Asking Kombo for {} that is not here…</numerusform>
            <numerusform>Asking Kombo for {} that are not here…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message numerus="yes">
        <source>%n candidates</source>
        <translation>
            <numerusform>%n candidate</numerusform>
            <numerusform>%n candidates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n candidates were erased.</source>
        <translation>
            <numerusform>%n candidate was erased.</numerusform>
            <numerusform>%n candidates were erased.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message numerus="yes">
        <source>{} changed</source>
        <translation>
            <numerusform>{} changed</numerusform>
            <numerusform>{} changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} gone</source>
        <translation>
            <numerusform>{} gone</numerusform>
            <numerusform>{} gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} new</source>
        <translation>
            <numerusform>{} new</numerusform>
            <numerusform>{} new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} withheld</source>
        <translation>
            <numerusform>{} withheld</numerusform>
            <numerusform>{} withheld</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncStrip</name>
    <message numerus="yes">
        <source>{} rows received</source>
        <translation>
            <numerusform>{} row received</numerusform>
            <numerusform>{} rows received</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message numerus="yes">
        <source>in {} days</source>
        <translation>
            <numerusform>in {} day</numerusform>
            <numerusform>in {} days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} d</source>
        <translation>
            <numerusform>{} d</numerusform>
            <numerusform>{} d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} days ago</source>
        <translation>
            <numerusform>{} day ago</numerusform>
            <numerusform>{} days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} h</source>
        <translation>
            <numerusform>{} h</numerusform>
            <numerusform>{} h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} min</source>
        <translation>
            <numerusform>{} min</numerusform>
            <numerusform>{} min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} min ago</source>
        <translation>
            <numerusform>{} min ago</numerusform>
            <numerusform>{} min ago</numerusform>
        </translation>
    </message>
</context>
</TS>

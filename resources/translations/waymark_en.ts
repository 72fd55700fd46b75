<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CourseVerbs</name>
    <message numerus="yes">
        <source>%n fault(s).</source>
        <translation>
            <numerusform>%n fault.</numerusform>
            <numerusform>%n faults.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Installed %1, version %2, with %n skill(s).</source>
        <translation>
            <numerusform>Installed %1, version %2, with %n skill.</numerusform>
            <numerusform>Installed %1, version %2, with %n skills.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) of code, %1 known to be good from an earlier check; run %2.</source>
        <translation>
            <numerusform>%n block of code, %1 known to be good from an earlier check; run %2.</numerusform>
            <numerusform>%n blocks of code, %1 known to be good from an earlier check; run %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) left out: they need a firewall in a network of their own, which this machine refuses.</source>
        <translation>
            <numerusform>%n block left out: it needs a firewall in a network of its own, which this machine refuses.</numerusform>
            <numerusform>%n blocks left out: they need a firewall in a network of their own, which this machine refuses.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>Would install %1, version %2, with %n skill(s).</source>
        <translation>
            <numerusform>Would install %1, version %2, with %n skill.</numerusform>
            <numerusform>Would install %1, version %2, with %n skills.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Installed %1, version %2, with %n skill(s).</source>
        <translation>
            <numerusform>Installed %1, version %2, with %n skill.</numerusform>
            <numerusform>Installed %1, version %2, with %n skills.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would change.</source>
        <translation>
            <numerusform>%n record would change.</numerusform>
            <numerusform>%n records would change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %n record(s) (edit %1).</source>
        <translation>
            <numerusform>Imported %n record (edit %1).</numerusform>
            <numerusform>Imported %n records (edit %1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonScript</name>
    <message numerus="yes">
        <source>%n act(s) prove this skill. They stand at the side, where you tick them.</source>
        <translation>
            <numerusform>%n act prove this skill. They stand at the side, where you tick them.</numerusform>
            <numerusform>%n acts prove this skill. They stand at the side, where you tick them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) prove that it is done. They stand at the side, where you tick them.</source>
        <translation>
            <numerusform>%n act proves that it is done. It stands at the side, where you tick it.</numerusform>
            <numerusform>%n acts prove that it is done. They stand at the side, where you tick them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonWriter</name>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>… and %n more line</numerusform>
            <numerusform>… and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanChecklists</name>
    <message numerus="yes">
        <source>%n more line(s) in the library</source>
        <translation>
            <numerusform>%n more line in the library</numerusform>
            <numerusform>%n more lines in the library</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message numerus="yes">
        <source>  %n card(s) to recall, about %1: waymark recall</source>
        <translation>
            <numerusform>  %n card to recall, about %1: waymark recall</numerusform>
            <numerusform>  %n cards to recall, about %1: waymark recall</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecallTalk</name>
    <message numerus="yes">
        <source>%1 · %n card(s) left</source>
        <comment>skill</comment>
        <translation>
            <numerusform>%1 · %n card left</numerusform>
            <numerusform>%1 · %n cards left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) recalled, %1 of them forgotten.</source>
        <translation>
            <numerusform>%n card recalled, %1 of them forgotten.</numerusform>
            <numerusform>%n cards recalled, %1 of them forgotten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) still wait.</source>
        <translation>
            <numerusform>%n card still waits.</numerusform>
            <numerusform>%n cards still wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>It opens %n more skill(s) on the way at once.</source>
        <translation>
            <numerusform>It opens %n more skill on the way at once.</numerusform>
            <numerusform>It opens %n more skills on the way at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The shortest way in is %n skill(s), %1, beginning with &quot;%2&quot;.</source>
        <translation>
            <numerusform>The shortest way in is %n skill, %1, beginning with &quot;%2&quot;.</numerusform>
            <numerusform>The shortest way in is %n skills, %1, beginning with &quot;%2&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more first try(s)</source>
        <translation>
            <numerusform>%n more first try</numerusform>
            <numerusform>%n more first tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right one(s) in a row</source>
        <translation>
            <numerusform>%n right one in a row</numerusform>
            <numerusform>%n right ones in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>evidence for %n item(s) of the checklist</source>
        <translation>
            <numerusform>evidence for %n item of the checklist</numerusform>
            <numerusform>evidence for %n items of the checklist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tries on %n more day(s)</source>
        <translation>
            <numerusform>tries on %n more day</numerusform>
            <numerusform>tries on %n more days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::FileCommands</name>
    <message numerus="yes">
        <source>%1, version %2, with %n skill(s). What you have recorded stays.</source>
        <translation>
            <numerusform>%1, version %2, with %n skill. What you have recorded stays.</numerusform>
            <numerusform>%1, version %2, with %n skills. What you have recorded stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would change; one step of undo takes them back.</source>
        <translation>
            <numerusform>%n record would change; one step of undo takes them back.</numerusform>
            <numerusform>%n records would change; one step of undo takes them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They belong to %n skill(s).</source>
        <translation>
            <numerusform>They belong to %n skill.</numerusform>
            <numerusform>They belong to %n skills.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::FilterChips</name>
    <message numerus="yes">
        <source>%n skill(s)</source>
        <translation>
            <numerusform>%n skill</numerusform>
            <numerusform>%n skills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::GoalDialog</name>
    <message numerus="yes">
        <source>&quot;%1&quot; takes %2 of study: about %n week(s) at this pace, if the estimates hold.</source>
        <translation>
            <numerusform>&quot;%1&quot; takes %2 of study: about %n week at this pace, if the estimates hold.</numerusform>
            <numerusform>&quot;%1&quot; takes %2 of study: about %n weeks at this pace, if the estimates hold.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::Inspector</name>
    <message numerus="yes">
        <source>The shortest way in: %n skill(s), %1</source>
        <translation>
            <numerusform>The shortest way in: %n skill, %1</numerusform>
            <numerusform>The shortest way in: %n skills, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::RecallCard</name>
    <message numerus="yes">
        <source>%n card(s) to recall</source>
        <translation>
            <numerusform>%n card to recall</numerusform>
            <numerusform>%n cards to recall</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more card(s) due, for another day.</source>
        <translation>
            <numerusform>%n more card due, for another day.</numerusform>
            <numerusform>%n more cards due, for another day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::RecallPage</name>
    <message numerus="yes">
        <source>%n card(s) left, %1 more for another day</source>
        <translation>
            <numerusform>%n card left, %1 more for another day</numerusform>
            <numerusform>%n cards left, %1 more for another day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) left</source>
        <translation>
            <numerusform>%n card left</numerusform>
            <numerusform>%n cards left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have forgotten this card %n time(s). Read its lesson again, or write it in your own words.</source>
        <translation>
            <numerusform>You have forgotten this card %n time. Read its lesson again, or write it in your own words.</numerusform>
            <numerusform>You have forgotten this card %n times. Read its lesson again, or write it in your own words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) recalled. Nothing more is due.</source>
        <translation>
            <numerusform>%n card recalled. Nothing more is due.</numerusform>
            <numerusform>%n cards recalled. Nothing more is due.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) wait for the days to come.</source>
        <translation>
            <numerusform>%n card waits for the days to come.</numerusform>
            <numerusform>%n cards wait for the days to come.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::TimePanel</name>
    <message numerus="yes">
        <source>Add %n minute(s)</source>
        <translation>
            <numerusform>Add %n minute</numerusform>
            <numerusform>Add %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n entries</source>
        <translation>
            <numerusform>Show all %n entries</numerusform>
            <numerusform>Show all %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::TodayPage</name>
    <message numerus="yes">
        <source>%n thing(s) to do next</source>
        <translation>
            <numerusform>%n thing to do next</numerusform>
            <numerusform>%n things to do next</numerusform>
        </translation>
    </message>
</context>
</TS>

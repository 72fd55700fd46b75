<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Answering</name>
    <message numerus="yes">
        <source>%1  %2, %3: %n open</source>
        <comment>id, reviewer, date</comment>
        <translation>
            <numerusform>%1  %2, %3: %n open</numerusform>
            <numerusform>%1  %2, %3: %n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupVerbs</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <translation>
            <numerusform>%n edit</numerusform>
            <numerusform>%n edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  and %n more</source>
        <translation>
            <numerusform>  and %n more</numerusform>
            <numerusform>  and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) would differ:</source>
        <translation>
            <numerusform>%n skill would differ:</numerusform>
            <numerusform>%n skills would differ:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) would be lost:</source>
        <translation>
            <numerusform>%n edit would be lost:</numerusform>
            <numerusform>%n edits would be lost:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) would come back:</source>
        <translation>
            <numerusform>%n edit would come back:</numerusform>
            <numerusform>%n edits would come back:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <translation>
            <numerusform>%n edit</numerusform>
            <numerusform>%n edits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardTalk</name>
    <message numerus="yes">
        <source>and %n more; &quot;waymark plan&quot; names them in their order</source>
        <translation>
            <numerusform>and %n more; &quot;waymark plan&quot; names them in their order</numerusform>
            <numerusform>and %n more; &quot;waymark plan&quot; names them in their order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CareVerbs</name>
    <message numerus="yes">
        <source>Rebuilt %n record(s) from the recalls (edit %1).</source>
        <translation>
            <numerusform>Rebuilt %n record from the recalls (edit %1).</numerusform>
            <numerusform>Rebuilt %n records from the recalls (edit %1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClockWords</name>
    <message numerus="yes">
        <source>The clock of this computer says %1, %n day(s) after the newest entry here. If that is wrong, set it right before you study.</source>
        <translation>
            <numerusform>The clock of this computer says %1, %n day after the newest entry here. If that is wrong, set it right before you study.</numerusform>
            <numerusform>The clock of this computer says %1, %n days after the newest entry here. If that is wrong, set it right before you study.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unticked</source>
        <translation>
            <numerusform>%n unticked</numerusform>
            <numerusform>%n unticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n gone</numerusform>
            <numerusform>%n gone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictWords</name>
    <message numerus="yes">
        <source>You accepted it %1; signature: %2; it saw %n piece(s) of evidence.</source>
        <comment>moment, a word</comment>
        <translation>
            <numerusform>You accepted it %1; signature: %2; it saw %n piece of evidence.</numerusform>
            <numerusform>You accepted it %1; signature: %2; it saw %n pieces of evidence.</numerusform>
        </translation>
    </message>
</context>
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
    <name>CourseWords</name>
    <message numerus="yes">
        <source>%n skill(s) move, and what you have recorded goes along: %1.</source>
        <translation>
            <numerusform>%n skill moves, and what you have recorded goes along: %1.</numerusform>
            <numerusform>%n skills move, and what you have recorded goes along: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) are no longer part of it, and what you have recorded on them is kept: %1.</source>
        <translation>
            <numerusform>%n skill is no longer part of it, and what you have recorded on it is kept: %1.</numerusform>
            <numerusform>%n skills are no longer part of it, and what you have recorded on them is kept: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) are new.</source>
        <translation>
            <numerusform>%n skill is new.</numerusform>
            <numerusform>%n skills are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>skills</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaysView</name>
    <message numerus="yes">
        <source>%1 of study on %n day(s) of the last twelve months.</source>
        <translation>
            <numerusform>%1 of study on %n day of the last twelve months.</numerusform>
            <numerusform>%1 of study on %n days of the last twelve months.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceWords</name>
    <message numerus="yes">
        <source>%1; and %Ln more</source>
        <translation>
            <numerusform>%1; and %Ln more</numerusform>
            <numerusform>%1; and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EstimatesView</name>
    <message numerus="yes">
        <source>%n finished skill(s) with logged time took %1 instead of %2: %3 times the estimate.</source>
        <translation>
            <numerusform>%n finished skill with logged time took %1 instead of %2: %3 times the estimate.</numerusform>
            <numerusform>%n finished skills with logged time took %1 instead of %2: %3 times the estimate.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchange</name>
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
    <message numerus="yes">
        <source>A review by %1: %n decision(s).</source>
        <translation>
            <numerusform>A review by %1: %n decision.</numerusform>
            <numerusform>A review by %1: %n decisions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s).</source>
        <translation>
            <numerusform>%n comment.</numerusform>
            <numerusform>%n comments.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message numerus="yes">
        <source>Doing holds %n skill(s) at once.</source>
        <translation>
            <numerusform>Doing holds %n skill at once.</numerusform>
            <numerusform>Doing holds %n skills at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Installing</name>
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
</context>
<context>
    <name>Keys</name>
    <message numerus="yes">
        <source>&quot;%1&quot; is too short for a key: give all its words, or at least %n digits of its fingerprint</source>
        <translation>
            <numerusform>&quot;%1&quot; is too short for a key: give all its words, or at least %n digit of its fingerprint</numerusform>
            <numerusform>&quot;%1&quot; is too short for a key: give all its words, or at least %n digits of its fingerprint</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonScript</name>
    <message numerus="yes">
        <source>%n act(s) prove this skill. They stand at the side, where you tick them.</source>
        <translation>
            <numerusform>%n act proves this skill. It stands at the side, where you tick it.</numerusform>
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
    <name>MeetingPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeWords</name>
    <message numerus="yes">
        <source>%n difference(s) between copies wait for your answer; nothing of either is lost until then.</source>
        <translation>
            <numerusform>%n difference between copies waits for your answer; nothing of either is lost until then.</numerusform>
            <numerusform>%n differences between copies wait for your answer; nothing of either is lost until then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of the copy are not here yet.</source>
        <translation>
            <numerusform>%n step of the copy is not here yet.</numerusform>
            <numerusform>%n steps of the copy are not here yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skills: %1, and %n more.</source>
        <translation>
            <numerusform>Skills: %1, and %n more.</numerusform>
            <numerusform>Skills: %1, and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) removed in one copy and changed in the other: kept.</source>
        <translation>
            <numerusform>%n entry removed in one copy and changed in the other: kept.</numerusform>
            <numerusform>%n entries removed in one copy and changed in the other: kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message numerus="yes">
        <source>  and %n more</source>
        <translation>
            <numerusform>  and %n more</numerusform>
            <numerusform>  and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacementTalk</name>
    <message numerus="yes">
        <source>At most %n question(s). ? is &quot;I do not know&quot;, q stops and shows the result.</source>
        <translation>
            <numerusform>At most %n question. ? is &quot;I do not know&quot;, q stops and shows the result.</numerusform>
            <numerusform>At most %n questions. ? is &quot;I do not know&quot;, q stops and shows the result.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You seem to know %n skill(s) already: %1 of study spared.</source>
        <translation>
            <numerusform>You seem to know %n skill already: %1 of study spared.</numerusform>
            <numerusform>You seem to know %n skills already: %1 of study spared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) are assumed; &quot;waymark undo&quot; takes it back (edit %1).</source>
        <translation>
            <numerusform>%n skill is assumed; &quot;waymark undo&quot; takes it back (edit %1).</numerusform>
            <numerusform>%n skills are assumed; &quot;waymark undo&quot; takes it back (edit %1).</numerusform>
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
    <name>PlanPage</name>
    <message numerus="yes">
        <source>At the planned pace, the hours that are left take about %n week(s).</source>
        <translation>
            <numerusform>At the planned pace, the hours that are left take about %n week.</numerusform>
            <numerusform>At the planned pace, the hours that are left take about %n weeks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) for your decision</source>
        <translation>
            <numerusform>%n skill for your decision</numerusform>
            <numerusform>%n skills for your decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more skill(s)</source>
        <translation>
            <numerusform>%n more skill</numerusform>
            <numerusform>%n more skills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to you</source>
        <translation>
            <numerusform>%n question to you</numerusform>
            <numerusform>%n questions to you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier day(s)</source>
        <translation>
            <numerusform>%n earlier day</numerusform>
            <numerusform>%n earlier days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s)</source>
        <translation>
            <numerusform>%n skill</numerusform>
            <numerusform>%n skills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more entry(s) of earlier reviews are in this file; Waymark shows them.</source>
        <translation>
            <numerusform>%n more entry of earlier reviews are in this file; Waymark shows them.</numerusform>
            <numerusform>%n more entries of earlier reviews are in this file; Waymark shows them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message numerus="yes">
        <source>From %n week(s) of your log. No finished skill has logged time yet, so the speed is that of the estimates.</source>
        <translation>
            <numerusform>From %n week of your log. No finished skill has logged time yet, so the speed is that of the estimates.</numerusform>
            <numerusform>From %n weeks of your log. No finished skill has logged time yet, so the speed is that of the estimates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %n finished skill(s) with logged time: a skill takes you %1 times its estimate.</source>
        <translation>
            <numerusform>From %n finished skill with logged time: a skill takes you %1 times its estimate.</numerusform>
            <numerusform>From %n finished skills with logged time: a skill takes you %1 times its estimate.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) later</source>
        <translation>
            <numerusform>%n skill later</numerusform>
            <numerusform>%n skills later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) earlier</source>
        <translation>
            <numerusform>%n skill earlier</numerusform>
            <numerusform>%n skills earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) new on the way</source>
        <translation>
            <numerusform>%n skill new on the way</numerusform>
            <numerusform>%n skills new on the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) reached or off the way</source>
        <translation>
            <numerusform>%n skill reached or off the way</numerusform>
            <numerusform>%n skills reached or off the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the end %n day(s) later</source>
        <translation>
            <numerusform>the end %n day later</numerusform>
            <numerusform>the end %n days later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the end %n day(s) earlier</source>
        <translation>
            <numerusform>the end %n day earlier</numerusform>
            <numerusform>the end %n days earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>%n day later</numerusform>
            <numerusform>%n days later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>%n day earlier</numerusform>
            <numerusform>%n days earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message numerus="yes">
        <source>The way to &quot;%1&quot;: %n skill(s), %2 left by the estimates.</source>
        <translation>
            <numerusform>The way to &quot;%1&quot;: %n skill, %2 left by the estimates.</numerusform>
            <numerusform>The way to &quot;%1&quot;: %n skills, %2 left by the estimates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) end later. &quot;waymark plan --weeks N&quot; shows more weeks.</source>
        <translation>
            <numerusform>%n skill ends later. &quot;waymark plan --weeks N&quot; shows more weeks.</numerusform>
            <numerusform>%n skills end later. &quot;waymark plan --weeks N&quot; shows more weeks.</numerusform>
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
    <name>RecallView</name>
    <message numerus="yes">
        <source>%1 of %n card(s) asked again after a day or more were remembered; the target is %2.</source>
        <translation>
            <numerusform>%1 of %n card asked again after a day or more was remembered; the target is %2.</numerusform>
            <numerusform>%1 of %n cards asked again after a day or more were remembered; the target is %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Week of %1: %2 of %n card(s) remembered, %3.</source>
        <translation>
            <numerusform>Week of %1: %2 of %n card remembered, %3.</numerusform>
            <numerusform>Week of %1: %2 of %n cards remembered, %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordCheck</name>
    <message numerus="yes">
        <source>%Ln recall(s)</source>
        <translation>
            <numerusform>%Ln recall</numerusform>
            <numerusform>%Ln recalls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln recall(s) with other weights left out</source>
        <translation>
            <numerusform>%1; %Ln recall with other weights left out</numerusform>
            <numerusform>%1; %Ln recalls with other weights left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln card(s) or question(s) that a course made of two left out</source>
        <translation>
            <numerusform>%1; %Ln card or question that a course made of two left out</numerusform>
            <numerusform>%1; %Ln cards or questions that a course made of two left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edit(s) give the records as they are stored</source>
        <translation>
            <numerusform>%Ln edit gives the records as they are stored</numerusform>
            <numerusform>%Ln edits give the records as they are stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln of them over a record that was changed by other means</source>
        <translation>
            <numerusform>%1, %Ln of them over a record that was changed by other means</numerusform>
            <numerusform>%1, %Ln of them over a record that was changed by other means</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edit(s) of the journal give other records: %1</source>
        <translation>
            <numerusform>%Ln edit of the journal gives other records: %1</numerusform>
            <numerusform>%Ln edits of the journal give other records: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryWords</name>
    <message numerus="yes">
        <source>Only indexes were damaged. They were made anew, and all %Ln entries are there.</source>
        <translation>
            <numerusform>Only indexes were damaged. They were made anew, and %Ln entry is there.</numerusform>
            <numerusform>Only indexes were damaged. They were made anew, and all %Ln entries are there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are back, and none is known to be lost.</source>
        <translation>
            <numerusform>%Ln entry is back, and none is known to be lost.</numerusform>
            <numerusform>%Ln entries are back, and none is known to be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are back; %1 could not be saved.</source>
        <extracomment>%1: &quot;at least 3 entries&quot;</extracomment>
        <translation>
            <numerusform>%Ln entry is back; %1 could not be saved.</numerusform>
            <numerusform>%Ln entries are back; %1 could not be saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %Ln entries</source>
        <translation>
            <numerusform>at least %Ln entry</numerusform>
            <numerusform>at least %Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewTalk</name>
    <message numerus="yes">
        <source>%n skill(s) wait for a decision.</source>
        <translation>
            <numerusform>%n skill waits for a decision.</numerusform>
            <numerusform>%n skills wait for a decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n line(s).</source>
        <translation>
            <numerusform>There is %n line.</numerusform>
            <numerusform>There are %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>%1 It no longer holds: %n piece(s) of evidence that were looked at have changed or are gone.</source>
        <translation>
            <numerusform>%1 It no longer holds: %n piece of evidence that was looked at has changed or is gone.</numerusform>
            <numerusform>%1 It no longer holds: %n pieces of evidence that were looked at have changed or are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gone: %n piece(s) of evidence.</source>
        <translation>
            <numerusform>Gone: %n piece of evidence.</numerusform>
            <numerusform>Gone: %n pieces of evidence.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>entries of a review</comment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) ticked</source>
        <translation>
            <numerusform>%n item ticked</numerusform>
            <numerusform>%n items ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepting it unticks %n line(s) of the checklist and takes the skill up again.</source>
        <translation>
            <numerusform>Accepting it unticks %n line of the checklist and takes the skill up again.</numerusform>
            <numerusform>Accepting it unticks %n lines of the checklist and takes the skill up again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepting it unticks %n line(s) of the checklist.</source>
        <translation>
            <numerusform>Accepting it unticks %n line of the checklist.</numerusform>
            <numerusform>Accepting it unticks %n lines of the checklist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 answered: %n to look at</source>
        <comment>a person</comment>
        <translation>
            <numerusform>%1 answered: %n to look at</numerusform>
            <numerusform>%1 answered: %n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reviewers answered: %n to look at</source>
        <translation>
            <numerusform>%1 reviewers answered: %n to look at</numerusform>
            <numerusform>%1 reviewers answered: %n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It speaks of %n skill(s) that your course does not have.</source>
        <translation>
            <numerusform>It speaks of %n skill that your course does not have.</numerusform>
            <numerusform>It speaks of %n skills that your course does not have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are too many comments: a review takes %n.</source>
        <translation>
            <numerusform>These are too many comments: a review takes %n.</numerusform>
            <numerusform>These are too many comments: a review takes %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long for a review by about %n character(s): shorten it.</source>
        <translation>
            <numerusform>Too long for a review by about %n character: shorten it.</numerusform>
            <numerusform>Too long for a review by about %n characters: shorten it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your name is too long: a review takes %n character(s).</source>
        <translation>
            <numerusform>Your name is too long: a review takes %n character.</numerusform>
            <numerusform>Your name is too long: a review takes %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>  %n card(s) to recall, about %1: waymark recall</source>
        <translation>
            <numerusform>  %n card to recall, about %1: waymark recall</numerusform>
            <numerusform>  %n cards to recall, about %1: waymark recall</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  %n question(s) to try again: waymark quiz --again</source>
        <translation>
            <numerusform>  %n question to try again: waymark quiz --again</numerusform>
            <numerusform>  %n questions to try again: waymark quiz --again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  %n difference(s) between copies to answer: waymark conflicts</source>
        <translation>
            <numerusform>  %n difference between copies to answer: waymark conflicts</numerusform>
            <numerusform>  %n differences between copies to answer: waymark conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WayView</name>
    <message numerus="yes">
        <source>Week of %1: %n skill(s) reached, %2 in all.</source>
        <translation>
            <numerusform>Week of %1: %n skill reached, %2 in all.</numerusform>
            <numerusform>Week of %1: %n skills reached, %2 in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekSummary</name>
    <message numerus="yes">
        <source>%n lesson(s) begun</source>
        <translation>
            <numerusform>%n lesson begun</numerusform>
            <numerusform>%n lessons begun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) answered, %1 of them right</source>
        <translation>
            <numerusform>%n question answered, %1 of them right</numerusform>
            <numerusform>%n questions answered, %1 of them right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) recalled, %1 of them remembered</source>
        <translation>
            <numerusform>%n card recalled, %1 of them remembered</numerusform>
            <numerusform>%n cards recalled, %1 of them remembered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new card(s)</source>
        <translation>
            <numerusform>%n new card</numerusform>
            <numerusform>%n new cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: begun, and not worked on for %n day(s)</source>
        <comment>a skill</comment>
        <translation>
            <numerusform>%1: begun, and not worked on for %n day</numerusform>
            <numerusform>%1: begun, and not worked on for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n question(s) answered wrong and not made good yet</source>
        <comment>a skill</comment>
        <translation>
            <numerusform>%1: %n question answered wrong and not made good yet</numerusform>
            <numerusform>%1: %n questions answered wrong and not made good yet</numerusform>
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
    <name>waymark::ui::AnswerListModel</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::AnswerSheet</name>
    <message numerus="yes">
        <source>%1: %2 (%n line(s) ticked)</source>
        <comment>a date, a skill</comment>
        <translation>
            <numerusform>%1: %2 (%n line ticked)</numerusform>
            <numerusform>%1: %2 (%n lines ticked)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more line(s) that are not shown here</source>
        <translation>
            <numerusform>… and %n more line that is not shown here</numerusform>
            <numerusform>… and %n more lines that are not shown here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more piece(s) of evidence that are not shown here</source>
        <translation>
            <numerusform>… and %n more piece of evidence that is not shown here</numerusform>
            <numerusform>… and %n more pieces of evidence that are not shown here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::BoardPane</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::CardFace</name>
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
        <source>%n card(s) are due, more than twice what fits into your %1.</source>
        <translation>
            <numerusform>%n card is due, more than twice what fits into your %1.</numerusform>
            <numerusform>%n cards are due, more than twice what fits into your %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have forgotten this card %n time(s). Read its lesson again, or write it in your own words.</source>
        <translation>
            <numerusform>You have forgotten this card %n time. Read its lesson again, or write it in your own words.</numerusform>
            <numerusform>You have forgotten this card %n times. Read its lesson again, or write it in your own words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::CardFilterBar</name>
    <message numerus="yes">
        <source>No card has been forgotten %n time(s).</source>
        <translation>
            <numerusform>No card has been forgotten %n time.</numerusform>
            <numerusform>No card has been forgotten %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::CardListModel</name>
    <message numerus="yes">
        <source>Forgotten %n time(s)</source>
        <translation>
            <numerusform>Forgotten %n time</numerusform>
            <numerusform>Forgotten %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::CardSheet</name>
    <message numerus="yes">
        <source>%1 of %n card(s) chosen</source>
        <translation>
            <numerusform>%1 of %n card chosen</numerusform>
            <numerusform>%1 of %n cards chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n card(s)</source>
        <translation>
            <numerusform>Delete %n card</numerusform>
            <numerusform>Delete %n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) taken up again.</source>
        <translation>
            <numerusform>%n card taken up again.</numerusform>
            <numerusform>%n cards taken up again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) laid aside.</source>
        <translation>
            <numerusform>%n card laid aside.</numerusform>
            <numerusform>%n cards laid aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) put off until tomorrow.</source>
        <translation>
            <numerusform>%n card put off until tomorrow.</numerusform>
            <numerusform>%n cards put off until tomorrow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your words for %n card(s) are removed. Undo brings them back.</source>
        <translation>
            <numerusform>Your words for %n card are removed. Undo brings them back.</numerusform>
            <numerusform>Your words for %n cards are removed. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::ComparisonModel</name>
    <message numerus="yes">
        <source>%n moved forward</source>
        <translation>
            <numerusform>%n moved forward</numerusform>
            <numerusform>%n moved forward</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken up again</source>
        <translation>
            <numerusform>%n taken up again</numerusform>
            <numerusform>%n taken up again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slipped</source>
        <translation>
            <numerusform>%n slipped</numerusform>
            <numerusform>%n slipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) ticked</source>
        <translation>
            <numerusform>%n line ticked</numerusform>
            <numerusform>%n lines ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) unticked</source>
        <translation>
            <numerusform>%n line unticked</numerusform>
            <numerusform>%n lines unticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new piece(s) of evidence</source>
        <translation>
            <numerusform>%n new piece of evidence</numerusform>
            <numerusform>%n new pieces of evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) changed</source>
        <translation>
            <numerusform>%n piece changed</numerusform>
            <numerusform>%n pieces changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) gone</source>
        <translation>
            <numerusform>%n piece gone</numerusform>
            <numerusform>%n pieces gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signed off</source>
        <translation>
            <numerusform>%n signed off</numerusform>
            <numerusform>%n signed off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign-off(s) lost</source>
        <translation>
            <numerusform>%n sign-off lost</numerusform>
            <numerusform>%n sign-offs lost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::FileImports</name>
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
    <name>waymark::ui::LessonQuiz</name>
    <message numerus="yes">
        <source>%n question(s) come back on another day, among others.</source>
        <translation>
            <numerusform>%n question comes back on another day, among others.</numerusform>
            <numerusform>%n questions come back on another day, among others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::MentorPanel</name>
    <message numerus="yes">
        <source>Open the review (%n more)</source>
        <comment>comments</comment>
        <translation>
            <numerusform>Open the review (%n more)</numerusform>
            <numerusform>Open the review (%n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::MergeCommands</name>
    <message numerus="yes">
        <source>Merged %n step(s) of the copy.</source>
        <translation>
            <numerusform>Merged %n step of the copy.</numerusform>
            <numerusform>Merged %n steps of the copy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::MergeDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::PlacementPage</name>
    <message numerus="yes">
        <source>At most %n question(s), about %1 min. Stop whenever you like.</source>
        <translation>
            <numerusform>At most %n question, about %1 min. Stop whenever you like.</numerusform>
            <numerusform>At most %n questions, about %1 min. Stop whenever you like.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) are assumed. Undo takes it back.</source>
        <translation>
            <numerusform>%n skill is assumed. Undo takes it back.</numerusform>
            <numerusform>%n skills are assumed. Undo takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::PlacementResult</name>
    <message numerus="yes">
        <source>You seem to know %n skill(s)</source>
        <translation>
            <numerusform>You seem to know %n skill</numerusform>
            <numerusform>You seem to know %n skills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n skill(s)</source>
        <translation>
            <numerusform>Take over %n skill</numerusform>
            <numerusform>Take over %n skills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::PlanListModel</name>
    <message numerus="yes">
        <source>%n skill(s) waiting</source>
        <translation>
            <numerusform>%n skill waiting</numerusform>
            <numerusform>%n skills waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::PlansPane</name>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::QuestionsPage</name>
    <message numerus="yes">
        <source>%1 of %n answered right.</source>
        <translation>
            <numerusform>%1 of %n answered right.</numerusform>
            <numerusform>%1 of %n answered right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recall %n card(s)</source>
        <translation>
            <numerusform>Recall %n card</numerusform>
            <numerusform>Recall %n cards</numerusform>
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
    <message numerus="yes">
        <source>%n question(s) to try again</source>
        <translation>
            <numerusform>%n question to try again</numerusform>
            <numerusform>%n questions to try again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; and %n more skill(s) are fading.</source>
        <translation>
            <numerusform>&quot;%1&quot; and %n more skill are fading.</numerusform>
            <numerusform>&quot;%1&quot; and %n more skills are fading.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them was/were asked before.</source>
        <translation>
            <numerusform>%n of them was asked before.</numerusform>
            <numerusform>%n of them were asked before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are new.</source>
        <translation>
            <numerusform>%n is new.</numerusform>
            <numerusform>%n are new.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::RecallEmpty</name>
    <message numerus="yes">
        <source>%n card(s) recalled. Nothing more is due.</source>
        <translation>
            <numerusform>%n card recalled. Nothing more is due.</numerusform>
            <numerusform>%n cards recalled. Nothing more is due.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next %n card(s): today at %1.</source>
        <translation>
            <numerusform>The next %n card: today at %1.</numerusform>
            <numerusform>The next %n cards: today at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next %n card(s): tomorrow.</source>
        <translation>
            <numerusform>The next %n card: tomorrow.</numerusform>
            <numerusform>The next %n cards: tomorrow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next %n card(s): %1.</source>
        <translation>
            <numerusform>The next %n card: %1.</numerusform>
            <numerusform>The next %n cards: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::RecallOptionsDialog</name>
    <message numerus="yes">
        <source>The price: a card that waits %1 days at %2 comes back after %n day(s).</source>
        <translation>
            <numerusform>The price: a card that waits %1 days at %2 comes back after %n day.</numerusform>
            <numerusform>The price: a card that waits %1 days at %2 comes back after %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The gain: a card that waits %1 days at %2 comes back only after %n day(s).</source>
        <translation>
            <numerusform>The gain: a card that waits %1 days at %2 comes back only after %n day.</numerusform>
            <numerusform>The gain: a card that waits %1 days at %2 comes back only after %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your %n card(s) in review, as well as you know them now, ask for about %1 recalls a day.</source>
        <translation>
            <numerusform>Your %n card in review, as well as you know it now, asks for about %1 recalls a day.</numerusform>
            <numerusform>Your %n cards in review, as well as you know them now, ask for about %1 recalls a day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n card(s) at your pace of %1 seconds each.</source>
        <translation>
            <numerusform>About %n card at your pace of %1 seconds each.</numerusform>
            <numerusform>About %n cards at your pace of %1 seconds each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::RecallPage</name>
    <message numerus="yes">
        <source>%n card(s) wait for the days to come.</source>
        <translation>
            <numerusform>%n card waits for the days to come.</numerusform>
            <numerusform>%n cards wait for the days to come.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::RestorePreview</name>
    <message numerus="yes">
        <source>%n edit(s) would be lost</source>
        <translation>
            <numerusform>%n edit would be lost</numerusform>
            <numerusform>%n edits would be lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) would come back</source>
        <translation>
            <numerusform>%n edit would come back</numerusform>
            <numerusform>%n edits would come back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A restore would lose %n edit(s) made since:</source>
        <translation>
            <numerusform>A restore would lose %n edit made since:</numerusform>
            <numerusform>A restore would lose %n edits made since:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) would differ</source>
        <translation>
            <numerusform>%n skill would differ</numerusform>
            <numerusform>%n skills would differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::ReviewHead</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::ReviewSheet</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::ReviewView</name>
    <message numerus="yes">
        <source>%n skill(s) waiting</source>
        <translation>
            <numerusform>%n skill waiting</numerusform>
            <numerusform>%n skills waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decided</source>
        <translation>
            <numerusform>%n decided</numerusform>
            <numerusform>%n decided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::StepCard</name>
    <message numerus="yes">
        <source>%1 of %n act(s) of its acceptance are done.</source>
        <translation>
            <numerusform>%1 of %n act of its acceptance is done.</numerusform>
            <numerusform>%1 of %n acts of its acceptance are done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::SyncCommands</name>
    <message numerus="yes">
        <source>A sync client has put aside %n copy(s) of this library: some of your work may be in there.</source>
        <translation>
            <numerusform>A sync client has put aside %n copy of this library: some of your work may be in there.</numerusform>
            <numerusform>A sync client has put aside %n copies of this library: some of your work may be in there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::SyncDialog</name>
    <message numerus="yes">
        <source>%n copy(s) put aside</source>
        <translation>
            <numerusform>%n copy put aside</numerusform>
            <numerusform>%n copies put aside</numerusform>
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
<context>
    <name>waymark::ui::WatchCommands</name>
    <message numerus="yes">
        <source>Nothing was done for %n minute(s), so the watch was paused as of then.</source>
        <translation>
            <numerusform>Nothing was done for %n minute, so the watch was paused as of then.</numerusform>
            <numerusform>Nothing was done for %n minutes, so the watch was paused as of then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Time for a break of %n minute(s). The watch is paused.</source>
        <translation>
            <numerusform>Time for a break of %n minute. The watch is paused.</numerusform>
            <numerusform>Time for a break of %n minutes. The watch is paused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::ui::WishNote</name>
    <message numerus="yes">
        <source>Forget all %n wish(es) that cannot be kept</source>
        <translation>
            <numerusform>Forget the wish that cannot be kept</numerusform>
            <numerusform>Forget all %n wishes that cannot be kept</numerusform>
        </translation>
    </message>
</context>
</TS>

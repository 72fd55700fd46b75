// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlanFixture.h"

#include <domain/Edits.h>

#include <QUuid>

namespace waymark::fixture {

Skill skill(const QString& id, const QString& area, const QStringList& needs, int items, double hours)
{
    Skill made;
    made.id = id;
    made.title = u"The skill "_s + id;
    made.area = area;
    made.hours = hours;
    made.outcome = u"Can do "_s + id;
    made.prerequisites = needs;
    for (int i = 1; i <= items; ++i) {
        made.checklist.push_back(
            { u"part-%1"_s.arg(i), u"I built part %1 of %2"_s.arg(i).arg(id), EvidenceKind::Commit, u"commit hash"_s });
    }
    return made;
}

Course course()
{
    Course course;
    course.id = u"demo"_s;
    course.title = u"A small course"_s;
    course.version = u"1.2.0"_s;
    course.areas = { { u"base"_s, u"Foundations"_s, {} }, { u"net"_s, u"Networks & HTTP"_s, {} } };
    course.choices = { { u"tools"_s, u"Tools"_s, { u"base-b"_s, u"base-c"_s } } };
    course.skills = { skill(u"base-a"_s, u"base"_s, {}, 3), skill(u"base-b"_s, u"base"_s, { u"base-a"_s }, 2, 2.5),
        skill(u"base-c"_s, u"base"_s, {}, 0), skill(u"net-d"_s, u"net"_s, { u"base-a"_s }, 4, 12) };
    course.skills.back().choices = { u"tools"_s };
    course.skills.back().level = Level::Mid;
    course.milestones
        = { { u"first"_s, u"First program"_s, {}, { u"base-b"_s }, false }, { u"end"_s, u"Can apply"_s, {}, { u"net-d"_s }, false } };
    course.moved.insert(u"base-old"_s, u"base-a"_s);
    return course;
}

Course largeCourse(int skills)
{
    Course large = course();
    for (int i = 0; i < skills; ++i) {
        large.skills.push_back(skill(u"net-more-%1"_s.arg(i), i % 2 == 0 ? u"net"_s : u"base"_s, { u"base-a"_s }, i % 6, 3));
    }
    return large;
}

void put(Progress& progress, const RecordKey& key, const Record& record)
{
    progress.setRecord(key, record);
}

Progress progress()
{
    Progress made;
    put(made, RecordKey::ofLearner(), Learner { u"Ada Example"_s });
    put(made, RecordKey::ofGoal(), Goal { u"end"_s, 7.5, QDate(2027, 3, 1) });
    put(made, RecordKey::ofChoice(u"tools"_s), Choice { { u"base-b"_s } });
    put(made, RecordKey::ofSkill(u"base-a"_s), SkillMark { Mark::Done, november, november - 1000, true });
    put(made, RecordKey::ofItem(u"base-a"_s, u"part-1"_s), ItemMark { november });
    put(made, RecordKey::ofEvidence(u"base-a"_s, u"part-1"_s, u"11111111-1111-4111-8111-111111111111"_s),
        Evidence { EvidenceKind::Output, u"=SUM(A1)\n  second line, with \"quotes\"\n\n* end *"_s, november });
    put(made, RecordKey::ofNote(u"base-a"_s), Note { u"What I would tell a friend."_s, true, november });
    put(made, RecordKey::ofItem(u"gone-x"_s, u"old-item"_s), ItemMark { november });
    put(made, RecordKey::ofTime(u"22222222-2222-4222-8222-222222222222"_s), TimeEntry { u"base-a"_s, november, 45, -210 });
    return made;
}

rc::Gen<QString> anyText()
{
    static const std::vector<std::string> pieces { "a", "word ", " ", "\n", "\t", "\"", "'", ",", ";", "=", "+", "-", "@", "1. ", "# ",
        "> ", "* ", "_", "`", "~~", "|", "\\", "{", "}", "{#x}", "[x]", "<b>", "&", "&amp;", "&#32;", "https://a.example/?q=1&r=2",
        "\u00e9", "e\u0301", "\u05d0", "\u202e", "\uff1d", "\uff0b", "\u3000", "\U0001F600" };
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)), [](const std::vector<std::string>& chosen) {
            QString text;
            for (const std::string& piece : chosen) {
                text += QString::fromStdString(piece);
            }
            return text.isEmpty() ? u"x"_s : text;
        });
}

qint64 anyMoment()
{
    return *rc::gen::inRange<qint64>(0, 4'000'000'000'000);
}

QString anyUuid()
{
    return QUuid::createUuidV5(QUuid(), QString::number(*rc::gen::inRange(0, 1'000'000))).toString(QUuid::WithoutBraces);
}

void addAnyRecord(Progress& progress)
{
    const QString of = *rc::gen::element(u"base-a"_s, u"base-b"_s, u"base-c"_s, u"net-d"_s, u"gone-x"_s, u"gone-y"_s);
    const QString item = u"part-%1"_s.arg(*rc::gen::inRange(1, 6));
    switch (*rc::gen::inRange(0, 10)) {
    case 0:
        put(progress, RecordKey::ofSkill(of),
            SkillMark { *rc::gen::element(Mark::Started, Mark::Done, Mark::Skipped, Mark::Assumed), anyMoment(),
                *rc::gen::arbitrary<bool>() ? anyMoment() : 0, *rc::gen::arbitrary<bool>() });
        break;
    case 1:
        put(progress, RecordKey::ofItem(of, item), ItemMark { anyMoment() });
        break;
    case 2:
        put(progress, RecordKey::ofEvidence(of, item, anyUuid()),
            Evidence { static_cast<EvidenceKind>(*rc::gen::inRange(0, 8)), *anyText(), anyMoment() });
        break;
    case 3:
        put(progress, RecordKey::ofNote(of), Note { *anyText(), true, anyMoment() });
        break;
    case 4:
        put(progress, RecordKey::ofGoal(),
            Goal { *rc::gen::element(u"first"_s, u"end"_s, QString()), *rc::gen::inRange(0, 449) / 4.0,
                *rc::gen::arbitrary<bool>() ? QDate(2027, 1, 1).addDays(*rc::gen::inRange(0, 999)) : QDate() });
        break;
    case 5:
        put(progress, RecordKey::ofChoice(u"tools"_s),
            Choice { *rc::gen::element(QStringList { u"base-b"_s }, QStringList { u"base-c"_s, u"base-b"_s }) });
        break;
    case 6:
        put(progress, RecordKey::ofLearner(), Learner { *rc::gen::element(u"Ada"_s, u"\u05d0\u05d1 Example"_s) });
        break;
    case 7:
        put(progress, RecordKey::ofQuestion(of), MentorQuestion { *anyText(), anyMoment() });
        break;
    case 8:
        put(progress, RecordKey::ofScore(of, *rc::gen::element(u"works"_s, u"understood"_s, u"no-longer-asked"_s)),
            SelfScore { *rc::gen::inRange(0, 4), anyMoment() });
        break;
    default:
        put(progress, RecordKey::ofTime(anyUuid()),
            TimeEntry { of, anyMoment(), *rc::gen::inRange(1, 1441),
                *rc::gen::arbitrary<bool>() ? std::optional(*rc::gen::inRange(-840, 841)) : std::nullopt });
        break;
    }
}

Progress anyProgress()
{
    Progress progress;
    const int records = *rc::gen::inRange(0, 30);
    for (int i = 0; i < records; ++i) {
        addAnyRecord(progress);
    }
    return progress;
}

} // namespace waymark::fixture

// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleCourse.h"

#include <learning/LibraryComparison.h>

#include <QTest>
#include <QTimeZone>

using namespace waymark;
using namespace Qt::StringLiterals;
using domain::RecordKey;
using learning::SkillState;

class TestLibraryComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStateIsTheSameAsItself();
    void whatWasDoneSinceIsLost();
    void whatWasTakenBackSinceComesBack();
    void figuresCountWhatALearnerHas();
    void skillsThatNoCourseHasAreNamedById();
    void anotherLibraryAndAnotherCourseAreSaid();
};

namespace {

constexpr qint64 now = 1'767'225'600'000;
const QString git = u"vcs-git"_s;
const QString sql = u"db-sql"_s;

const learning::Moment& moment()
{
    static const learning::Moment one { now, QTimeZone::utc() };
    return one;
}

domain::LibraryContents contents()
{
    return { u"a library"_s, support::sampleCourse().course, {}, {} };
}

/// Makes an edit of one record, as a library holds it: newest first.
void edit(domain::LibraryContents& library, const QString& id, const RecordKey& key, const domain::Record& record)
{
    const domain::Edit edit { id, domain::EditKind::StartSkill, key.skill, now, { { key, library.progress.record(key), record } } };
    library.progress.setRecord(key, record);
    const auto sequence = static_cast<qint64>(library.journal.size()) + 1;
    library.journal.insert(library.journal.begin(), { edit, sequence, domain::JournalState::Applied });
}

QStringList idsOf(const std::vector<domain::Edit>& edits)
{
    QStringList ids;
    for (const domain::Edit& each : edits) {
        ids.append(each.id);
    }
    return ids;
}

} // namespace

void TestLibraryComparison::aStateIsTheSameAsItself()
{
    domain::LibraryContents library = contents();
    edit(library, u"1"_s, RecordKey::ofSkill(git), domain::SkillMark { domain::Mark::Started, 1, 1, false });
    const auto comparison = learning::compareLibraries(library, library, moment());
    QVERIFY(comparison.isSame());
    QVERIFY(comparison.now == comparison.then);
}

void TestLibraryComparison::whatWasDoneSinceIsLost()
{
    domain::LibraryContents then = contents();
    edit(then, u"1"_s, RecordKey::ofSkill(git), domain::SkillMark { domain::Mark::Started, 1, 1, false });
    domain::LibraryContents present = then;
    edit(present, u"2"_s, RecordKey::ofSkill(git), domain::SkillMark { domain::Mark::Done, 2, 1, false });
    edit(present, u"3"_s, RecordKey::ofNote(sql), domain::Note { u"joins"_s, false, 3 });
    const auto comparison = learning::compareLibraries(present, then, moment());
    QVERIFY(!comparison.isSame());
    QCOMPARE(idsOf(comparison.lost), QStringList({ u"3"_s, u"2"_s }));
    QVERIFY(comparison.regained.empty());
    QCOMPARE(comparison.skills.size(), std::size_t { 2 });
    const learning::SkillDifference first { git, u"Git basics"_s, SkillState::Practised, SkillState::Learning };
    QVERIFY(comparison.skills[0] == first);
    QCOMPARE(comparison.skills[1].id, sql);
    QVERIFY(comparison.skills[1].now == SkillState::Ready && comparison.skills[1].then == SkillState::Locked);
}

void TestLibraryComparison::whatWasTakenBackSinceComesBack()
{
    domain::LibraryContents then = contents();
    edit(then, u"1"_s, RecordKey::ofNote(git), domain::Note { u"rebase"_s, false, 3 });
    domain::LibraryContents present = then;
    present.journal.front().state = domain::JournalState::Undone;
    present.progress.setRecord(RecordKey::ofNote(git), std::nullopt);
    const auto comparison = learning::compareLibraries(present, then, moment());
    QVERIFY(comparison.lost.empty());
    QCOMPARE(idsOf(comparison.regained), QStringList(u"1"_s));
    QCOMPARE(comparison.now.notes, 0);
    QCOMPARE(comparison.then.notes, 1);
}

void TestLibraryComparison::figuresCountWhatALearnerHas()
{
    domain::LibraryContents library = contents();
    edit(library, u"1"_s, RecordKey::ofSkill(git), domain::SkillMark { domain::Mark::Done, 1, 1, false });
    edit(library, u"2"_s, RecordKey::ofSkill(sql), domain::SkillMark { domain::Mark::Started, 1, 1, false });
    edit(library, u"3"_s, RecordKey::ofItem(sql, u"select"_s), domain::ItemMark { 1 });
    edit(library, u"4"_s, RecordKey::ofEvidence(sql, u"select"_s, u"e"_s), domain::Evidence { domain::EvidenceKind::Note, u"x"_s, 1 });
    edit(library, u"5"_s, RecordKey::ofNote(sql), domain::Note { u"joins"_s, false, 3 });
    edit(library, u"6"_s, RecordKey::ofTime(u"t"_s), domain::TimeEntry { sql, 1, 45 });
    edit(library, u"7"_s, RecordKey::ofTime(u"u"_s), domain::TimeEntry { git, 1, 30 });
    edit(library, u"8"_s, RecordKey::ofRecall(git, u"c"_s, u"r"_s), domain::Recall {});
    edit(library, u"9"_s, RecordKey::ofRecall(git, u"c"_s, u"s"_s), domain::Recall {});
    learning::LibraryFigures wanted;
    wanted.finished = 1;
    wanted.items = 1;
    wanted.notes = 1;
    wanted.recalls = 2;
    wanted.minutes = 75;
    wanted.edits = 9;
    learning::LibraryFigures found = learning::figuresOf(library, moment());
    QVERIFY(found.started + found.finished == 2); // the only item of the second is ticked
    found.finished = 1;
    found.started = 0;
    QVERIFY(found == wanted);
}

void TestLibraryComparison::skillsThatNoCourseHasAreNamedById()
{
    domain::LibraryContents present = contents();
    edit(present, u"1"_s, RecordKey::ofTime(u"t"_s), domain::TimeEntry { u"gone"_s, 1, 45 });
    edit(present, u"2"_s, RecordKey::ofNote(git), domain::Note { u"rebase"_s, false, 3 });
    const auto comparison = learning::compareLibraries(present, contents(), moment());
    QCOMPARE(comparison.skills.size(), std::size_t { 2 });
    QCOMPARE(comparison.skills[0].title, u"Git basics"_s);
    QCOMPARE(comparison.skills[1].title, u"gone"_s);
}

void TestLibraryComparison::anotherLibraryAndAnotherCourseAreSaid()
{
    domain::LibraryContents other = contents();
    other.libraryId = u"of a friend"_s;
    QVERIFY(learning::compareLibraries(contents(), other, moment()).isOtherLibrary);
    other = contents();
    other.course.version = u"2.0.0"_s;
    const auto comparison = learning::compareLibraries(contents(), other, moment());
    QVERIFY(comparison.isOtherCourse && !comparison.isOtherLibrary && !comparison.isSame());
}

QTEST_GUILESS_MAIN(TestLibraryComparison)
#include "tst_LibraryComparison.moc"

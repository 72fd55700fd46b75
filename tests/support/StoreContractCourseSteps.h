// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CourseEditions.h"
#include "MemoryStore.h"
#include "StoreContractMoves.h"
#include "StoreHarness.h"
#include "WholeLibrary.h"

#include <domain/CourseStep.h>

#include <QTest>

// What every Store promises of a course that replaces another one: it is one step of undo.
namespace waymark::support {

/// Of every kind that a course moves, under the ids of the first edition.
inline domain::Edit muchOfGit(const QString& id)
{
    using domain::RecordKey;
    const QString git = QStringLiteral("vcs-git");
    domain::Edit edit = recallAndAnswer(id, QStringLiteral("old"));
    edit.changes.push_back({ RecordKey::ofSkill(git), std::nullopt, domain::SkillMark {} });
    edit.changes.push_back({ RecordKey::ofItem(git, QStringLiteral("commit")), std::nullopt, domain::ItemMark { 5 } });
    edit.changes.push_back({ RecordKey::ofNote(git), std::nullopt, domain::Note { QStringLiteral("mine"), false, 5 } });
    edit.changes.push_back({ RecordKey::ofTime(QStringLiteral("t")), std::nullopt, domain::TimeEntry { git, 5, 10 } });
    edit.changes.push_back(
        { RecordKey::ofChoice(QStringLiteral("language")), std::nullopt, domain::Choice { { git, QStringLiteral("db-sql") } } });
    edit.changes.push_back({ RecordKey::ofSkill(QStringLiteral("db-tuning")), std::nullopt, domain::SkillMark {} });
    return edit;
}

inline void aReplacedCourseComesBackByOneUndo(StoreHarness& harness)
{
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    QVERIFY(harness.store().commit(muchOfGit(QStringLiteral("1"))).has_value());
    const WholeLibrary before = wholeLibrary(harness.store());
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("i"))).has_value());
    const WholeLibrary after = wholeLibrary(harness.store());
    QVERIFY(after.progress.skill(QStringLiteral("git")).note && after.progress.skill(QStringLiteral("vcs-git")) == domain::SkillProgress());
    QVERIFY(after.course->version == QStringLiteral("2.0.0") && before.journal != after.journal);
    harness.reopen();
    const auto next = harness.store().nextUndo().value();
    QVERIFY(next && next->kind == domain::EditKind::InstallCourse && next->id == QStringLiteral("i") && next->at == 2000);
    QCOMPARE(next->subject, QStringLiteral("Back-end developer 2.0.0"));

    const auto git = QStringLiteral("git");
    const domain::Note mine { QStringLiteral("mine"), false, 5 };
    QVERIFY(harness.store().commit(noteEdit(QStringLiteral("2"), git, mine, QStringLiteral("more"))).has_value());
    const WholeLibrary later = wholeLibrary(harness.store());
    for (int round = 0; round < 3; ++round) { // what is newer goes first, and again and again it is the same
        QVERIFY(leadsToItsRecords(harness.store()));
        QCOMPARE(harness.store().undo().value().id, QStringLiteral("2"));
        QVERIFY(wholeLibrary(harness.store()) == after);
        harness.reopen();
        QVERIFY(domain::isInstallation(harness.store().undo().value().kind));
        QVERIFY(wholeLibrary(harness.store()) == before);
        QVERIFY(leadsToItsRecords(harness.store()));
        harness.reopen();
        QVERIFY(wholeLibrary(harness.store()) == before);
        if (round == 1) {
            QVERIFY(harness.store().undo().has_value() && harness.store().progress().value() == domain::Progress());
            QVERIFY(harness.store().redo().has_value() && wholeLibrary(harness.store()) == before);
        }
        QCOMPARE(harness.store().redo().value().id, QStringLiteral("i"));
        QVERIFY(wholeLibrary(harness.store()) == after);
        harness.reopen();
        QVERIFY(harness.store().redo().has_value());
        QVERIFY(wholeLibrary(harness.store()) == later);
    }
}

inline void aFirstCourseAndTheSameEditionAreNoStep(StoreHarness& harness)
{
    QVERIFY(harness.store().installCourse(asStep(sampleCourse(), QStringLiteral("i"))).has_value());
    QVERIFY(harness.store().journal(10).value().empty());
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("j"))).has_value());
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("k"))).has_value());
    QCOMPARE(harness.store().journal(10).value().size(), std::size_t { 1 });
    QCOMPARE(harness.store().undo().value().id, QStringLiteral("j"));
    QVERIFY(harness.store().course().value() == sampleCourse().course);
    QVERIFY(harness.store().undo().error().code == domain::ErrorCode::NothingToUndo);
}

inline void editionsComeBackOneAfterTheOther(StoreHarness& harness)
{
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    QVERIFY(harness.store().commit(muchOfGit(QStringLiteral("1"))).has_value());
    std::vector<WholeLibrary> stages { wholeLibrary(harness.store()) };
    for (const auto& [edition, id] : { std::pair(secondEdition(), u'i'), std::pair(thirdEdition(), u'j') }) {
        QVERIFY(harness.store().installCourse(asStep(edition, QString(id))).has_value());
        stages.push_back(wholeLibrary(harness.store()));
    }
    QVERIFY(stages.back().progress.skill(QStringLiteral("versions")).isItemDone(QStringLiteral("commit")));
    for (int round = 0; round < 2; ++round) {
        for (std::size_t stage = stages.size(); stage-- > 1;) {
            QVERIFY(wholeLibrary(harness.store()) == stages[stage]);
            QVERIFY(harness.store().undo().has_value());
            harness.reopen();
        }
        QVERIFY(wholeLibrary(harness.store()) == stages.front());
        QVERIFY(harness.store().redo().has_value() && harness.store().redo().has_value() && !harness.store().redo());
    }
    QVERIFY(wholeLibrary(harness.store()) == stages.back());
}

inline void onlyTheNewestInstallationsComeBack(StoreHarness& harness)
{
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    QVERIFY(harness.store().commit(muchOfGit(QStringLiteral("1"))).has_value());
    const std::vector<domain::CourseContent> editions { sampleCourse(), secondEdition(), thirdEdition() };
    for (std::size_t i = 1; i <= domain::courseSteps + 2; ++i) {
        QVERIFY(harness.store().installCourse(asStep(editions[i % 3], QString::number(100 + i))).has_value());
    }
    harness.reopen();
    for (std::size_t i = 0; i < domain::courseSteps; ++i) {
        QVERIFY(domain::isInstallation(harness.store().undo().value().kind));
    }
    QVERIFY(harness.store().course().value() == editions[2].course);
    QCOMPARE(harness.store().nextUndo().value()->id, QStringLiteral("1")); // two installations are passed over
    QVERIFY(leadsToItsRecords(harness.store()));
    QVERIFY(harness.store().undo().has_value());
    QVERIFY(harness.store().progress().value() == domain::Progress());
    QVERIFY(harness.store().course().value() == editions[2].course);
    QVERIFY(harness.store().redo().has_value());
    QVERIFY(leadsToItsRecords(harness.store()));
    QVERIFY(harness.store().redo().has_value());
    QVERIFY(harness.store().course().value() == editions[0].course);
}

inline void withoutAStepWhatWasInstalledBeforeIsHistory(StoreHarness& harness)
{
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    QVERIFY(harness.store().commit(muchOfGit(QStringLiteral("1"))).has_value());
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("i"))).has_value());
    QVERIFY(harness.store().installCourse(asStep(thirdEdition(), QStringLiteral("j"))).has_value());
    QVERIFY(harness.store().undo().has_value());
    QVERIFY(harness.store().installCourse(thirdEdition()).has_value());
    QVERIFY(leadsToItsRecords(harness.store()));
    QVERIFY(!harness.store().nextRedo().value());
    QCOMPARE(harness.store().nextUndo().value()->id, QStringLiteral("1"));
    QVERIFY(harness.store().progress().value().skill(QStringLiteral("versions")).note);
    QVERIFY(harness.store().undo().has_value() && harness.store().progress().value() == domain::Progress());
    QVERIFY(harness.store().course().value() == thirdEdition().course);
}

/// Else the new ids would be in use, and a record would not move to them a second time.
inline void whatWasAbandonedWithACourseGoesBackToItsIds(StoreHarness& harness)
{
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    QVERIFY(harness.store().commit(muchOfGit(QStringLiteral("1"))).has_value());
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("i"))).has_value());
    const WholeLibrary moved = wholeLibrary(harness.store());
    const domain::Note mine { QStringLiteral("mine"), false, 5 };
    QVERIFY(
        harness.store().commit(noteEdit(QStringLiteral("2"), QStringLiteral("git"), mine, QStringLiteral("under the new id"))).has_value());
    QVERIFY(harness.store().installCourse(asStep(thirdEdition(), QStringLiteral("j"))).has_value());
    const domain::Note later { QStringLiteral("under the new id"), false, 1000 };
    QVERIFY(harness.store().commit(noteEdit(QStringLiteral("3"), QStringLiteral("versions"), later, QStringLiteral("newer"))).has_value());
    for (int i = 0; i < 4; ++i) {
        QVERIFY(harness.store().undo().has_value());
    }
    QVERIFY(harness.store().commit(noteEdit(QStringLiteral("4"), QStringLiteral("db-sql"), {}, QStringLiteral("sql"))).has_value());
    const auto journal = harness.store().journal(10).value();
    for (const domain::JournalEntry& entry : journal) {
        const bool isOther = entry.edit.id == QStringLiteral("4") || domain::isInstallation(entry.edit.kind);
        QVERIFY2(isOther || entry.edit.subject == QStringLiteral("vcs-git"), qPrintable(entry.edit.subject));
    }
    QVERIFY(!harness.store().redo().has_value());
    QVERIFY(harness.store().undo().has_value());
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("k"))).has_value());
    QVERIFY(wholeLibrary(harness.store()).progress == moved.progress);
    QVERIFY(harness.store().undo().has_value());
    QVERIFY(harness.store().progress().value().skill(QStringLiteral("vcs-git")).note);
}

inline void aWatchOverACourseThatIsTakenBack(StoreHarness& harness)
{
    using domain::RecordKey;
    const auto change = [&harness](const QString& id, domain::EditKind kind, const std::optional<domain::RunningTimer>& to) {
        const auto before = harness.store().progress().value().record(RecordKey::ofTimer());
        const domain::Edit edit { id, kind, {}, 1,
            { { RecordKey::ofTimer(), before, to ? std::optional<domain::Record>(*to) : std::nullopt } } };
        return harness.store().commit(edit).has_value();
    };
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    domain::RunningTimer timer { QStringLiteral("vcs-git"), 1000, 1000, 0, 0, 0 };
    QVERIFY(change(QStringLiteral("1"), domain::EditKind::StartTimer, timer));
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("i"))).has_value());
    QCOMPARE(harness.store().progress().value().timer()->skill, QStringLiteral("git"));
    timer = { QStringLiteral("git"), 1000, 0, 500, 0, 0 };
    QVERIFY(change(QStringLiteral("2"), domain::EditKind::PauseTimer, timer));
    const domain::Progress paused = harness.store().progress().value();
    QCOMPARE(harness.store().undo().value().id, QStringLiteral("i"));
    QCOMPARE(harness.store().progress().value().timer()->skill, QStringLiteral("vcs-git"));
    QVERIFY(harness.store().progress().value().timer()->isRunning());
    QVERIFY(leadsToItsRecords(harness.store()));
    QVERIFY(harness.store().redo().has_value());
    QVERIFY(harness.store().progress().value() == paused);
    QVERIFY(leadsToItsRecords(harness.store()));
}

inline void sameCoursesGiveTheSameLibraryAsInMemory(StoreHarness& harness)
{
    const std::vector<domain::CourseContent> editions { sampleCourse(), secondEdition(), thirdEdition() };
    for (quint64 seed = 1; seed <= 6; ++seed) {
        harness.startEmpty();
        MemoryStore memory;
        RandomEdits random(seed);
        for (int i = 0; i < 30; ++i) {
            const int what = random.below(12);
            if (what < 4) {
                const domain::Edit edit = random.edit(memory.progress().value(), QString::number(i));
                QVERIFY(harness.store().commit(edit).has_value() && memory.commit(edit).has_value());
            } else if (what < 7) {
                domain::CourseContent edition = editions[static_cast<std::size_t>(random.below(3))];
                if (random.below(12) > 0) {
                    edition = asStep(edition, QString::number(i));
                }
                QVERIFY(harness.store().installCourse(edition).has_value() && memory.installCourse(edition).has_value());
            } else {
                const auto here = what < 10 ? harness.store().undo() : harness.store().redo();
                const auto there = what < 10 ? memory.undo() : memory.redo();
                QVERIFY(here.has_value() == there.has_value() && (!here || *here == *there));
            }
            QVERIFY(harness.store().courseHash().value() == memory.courseHash().value());
            QVERIFY2(leadsToItsRecords(memory), qPrintable(QStringLiteral("seed %1, step %2").arg(seed).arg(i)));
        }
        QVERIFY2(harness.store().progress().value() == memory.progress().value(), qPrintable(QString::number(seed)));
        QVERIFY2(harness.store().journal(100).value() == memory.journal(100).value(), qPrintable(QString::number(seed)));
        QVERIFY(harness.store().nextUndo().value() == memory.nextUndo().value());
        QVERIFY(harness.store().nextRedo().value() == memory.nextRedo().value());
    }
}

} // namespace waymark::support

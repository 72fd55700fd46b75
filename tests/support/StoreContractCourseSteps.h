// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CourseEditions.h"
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
    using domain::FormerCourse;
    QCOMPARE(harness.store().courseSize().value(), qint64 { 0 });
    QVERIFY(harness.store().installCourse(asStep(sampleCourse(), QStringLiteral("i"))).value() == FormerCourse::Passed);
    QCOMPARE(harness.store().courseSize().value(), domain::sizeOf(sampleCourse()));
    QVERIFY(harness.store().journal(10).value().empty());
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("j"))).value() == FormerCourse::Kept);
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("k"))).value() == FormerCourse::Passed);
    QCOMPARE(harness.store().journal(10).value().size(), std::size_t { 1 });
    QCOMPARE(harness.store().undo().value().id, QStringLiteral("j"));
    QVERIFY(harness.store().course().value() == sampleCourse().course);
    QVERIFY(harness.store().undo().error().code == domain::ErrorCode::NothingToUndo);
}

/// As an edit is made only once.
inline void aStepIsMadeOnlyOnce(StoreHarness& harness)
{
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    QVERIFY(harness.store().commit(muchOfGit(QStringLiteral("1"))).has_value());
    QVERIFY(harness.store().commit(noteEdit(QStringLiteral("2"), QStringLiteral("db-sql"), {}, QStringLiteral("rows"))).has_value());
    QVERIFY(harness.store().undo().has_value());
    const WholeLibrary before = wholeLibrary(harness.store());
    for (const QString& id : { QStringLiteral("1"), QStringLiteral("2") }) {
        QVERIFY(harness.store().installCourse(asStep(secondEdition(), id)).error().code == domain::ErrorCode::StaleEdit);
        QVERIFY(wholeLibrary(harness.store()) == before);
        QCOMPARE(harness.store().nextRedo().value()->id, QStringLiteral("2"));
    }
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

} // namespace waymark::support

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LibraryStage.h"
#include "MovedIds.h"
#include "StoreContractCourseSteps.h"

// What every Store promises of the ids of what was taken back while courses come and go.
namespace waymark::support {

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

/// An edit that was taken back and is no longer on the way when the course goes.
inline void whatWasAbandonedBeforeACourseWentGetsItsIdsToo(StoreHarness& harness)
{
    const QString old = QStringLiteral("vcs-git");
    const QString git = QStringLiteral("git");
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("i"))).has_value());
    QVERIFY(harness.store().commit(noteEdit(QStringLiteral("1"), git, {}, QStringLiteral("given up"))).has_value());
    QVERIFY(harness.store().undo().has_value());
    QVERIFY(harness.store().commit(noteEdit(QStringLiteral("2"), QStringLiteral("db-sql"), {}, QStringLiteral("rows"))).has_value());
    const LibraryStage later = stageOf(harness.store());
    QVERIFY(harness.store().undo().has_value() && harness.store().undo().has_value());
    QCOMPARE(movedIdIn(harness.store()), QString());
    harness.reopen();
    QVERIFY(harness.store().redo().has_value() && harness.store().redo().has_value());
    QVERIFY(stageOf(harness.store()) == later);
    QVERIFY(harness.store().undo().has_value() && harness.store().undo().has_value());
    QVERIFY(harness.store().commit(noteEdit(QStringLiteral("3"), old, {}, QStringLiteral("mine"))).has_value());
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("j"))).has_value());
    const domain::Progress progress = harness.store().progress().value();
    QVERIFY(progress.skill(old) == domain::SkillProgress());
    QCOMPARE(progress.skill(git).note->text, QStringLiteral("mine"));
}

} // namespace waymark::support

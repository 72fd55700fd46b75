// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Noise.h"
#include "StoreContractCourseSteps.h"

// What every Store promises of a course that is too large to be kept, and of how many are: it says so, and what cannot be brought back is
// history.
namespace waymark::support {

/// Larger than may be kept.
inline domain::CourseContent tooLargeToKeep(domain::CourseContent content)
{
    content.assets.front().bytes = noise(domain::courseStepBytes + 100'000);
    return content;
}

inline void aCourseTooLargeToKeepIsHistory(StoreHarness& harness)
{
    QVERIFY(harness.store().installCourse(tooLargeToKeep(sampleCourse())).has_value());
    QVERIFY(domain::keepingOf(harness.store().courseSize().value()) == domain::Keeping::Unsure);
    QVERIFY(harness.store().commit(muchOfGit(QStringLiteral("1"))).has_value());
    const auto installed = harness.store().installCourse(asStep(secondEdition(), QStringLiteral("i")));
    QVERIFY(installed.value() == domain::FormerCourse::Lost);
    QVERIFY(domain::keepingOf(harness.store().courseSize().value()) == domain::Keeping::Sure);
    QCOMPARE(harness.store().journal(1).value().front().edit.id, QStringLiteral("i"));
    QCOMPARE(harness.store().nextUndo().value()->id, QStringLiteral("1"));
    QVERIFY(harness.store().undo().has_value() && harness.store().progress().value() == domain::Progress());
}

/// The course that goes is kept for redo, by the same limits.
inline void aCourseTooLargeToKeepIsGoneOnceItIsTakenBack(StoreHarness& harness)
{
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    QVERIFY(harness.store().commit(muchOfGit(QStringLiteral("1"))).has_value());
    QVERIFY(harness.store().installCourse(asStep(thirdEdition(), QStringLiteral("i"))).has_value());
    const WholeLibrary before = wholeLibrary(harness.store());
    const auto installed = harness.store().installCourse(asStep(tooLargeToKeep(secondEdition()), QStringLiteral("j")));
    QVERIFY(installed.value() == domain::FormerCourse::Kept); // the one that goes is small
    const domain::Edit edit = noteEdit(QStringLiteral("2"), QStringLiteral("db-sql"), std::nullopt, QStringLiteral("under the large one"));
    QVERIFY(harness.store().commit(edit).has_value());
    QVERIFY(harness.store().undo().has_value());
    QCOMPARE(harness.store().undo().value().id, QStringLiteral("j"));
    QVERIFY(wholeLibrary(harness.store()) == before);
    QVERIFY(!harness.store().nextRedo().value());
    QVERIFY(harness.store().redo().error().code == domain::ErrorCode::NothingToRedo);
    QCOMPARE(harness.store().undo().value().id, QStringLiteral("i")); // what is older is kept
    QVERIFY(harness.store().redo().has_value());
    QVERIFY(wholeLibrary(harness.store()) == before && leadsToItsRecords(harness.store()));
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

} // namespace waymark::support

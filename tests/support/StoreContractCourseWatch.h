// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CourseEditions.h"
#include "LibraryStage.h"
#include "Noise.h"
#include "StoreHarness.h"
#include "WholeLibrary.h"

#include <domain/CourseStep.h>

#include <QTest>

// What every Store promises of a watch whose skill is called otherwise while courses come and go: its pauses stay.
namespace waymark::support {

/// A watch on Git in the sample course, which its second edition calls otherwise.
class WatchOnGit
{
public:
    explicit WatchOnGit(StoreHarness& harness)
        : m_harness(harness)
    {
    }

    /// Each of them is the next edit, "1", "2", "3" ...
    [[nodiscard]] bool start() { return change(domain::EditKind::StartTimer, domain::RunningTimer { skill(), 1000, 1000, 0, 0, 0 }); }
    [[nodiscard]] bool pause(qint64 at)
    {
        return change(domain::EditKind::PauseTimer, domain::RunningTimer { skill(), 1000, 0, at, 0, 0 });
    }
    [[nodiscard]] bool resume(qint64 at)
    {
        return change(domain::EditKind::ResumeTimer, domain::RunningTimer { skill(), 1000, at, at, 0, 0 });
    }
    [[nodiscard]] bool drop() { return change(domain::EditKind::DropTimer, std::nullopt); }

    [[nodiscard]] std::optional<domain::RunningTimer> now() const { return m_harness.store().progress().value().timer(); }

private:
    [[nodiscard]] QString skill() const { return m_harness.store().course().value()->skills.front().id; }
    bool change(domain::EditKind kind, const std::optional<domain::Record>& to)
    {
        const auto key = domain::RecordKey::ofTimer();
        const auto before = m_harness.store().progress().value().record(key);
        return m_harness.store().commit({ QString::number(++m_edits), kind, skill(), 1, { { key, before, to } } }).has_value();
    }

    StoreHarness& m_harness;
    int m_edits = 0;
};

inline void aWatchOverACourseThatIsTakenBack(StoreHarness& harness)
{
    WatchOnGit watch(harness);
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    QVERIFY(watch.start());
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("i"))).has_value());
    QCOMPARE(watch.now()->skill, QStringLiteral("git"));
    QVERIFY(watch.pause(500));
    const LibraryStage paused = stageOf(harness.store());
    QCOMPARE(harness.store().undo().value().id, QStringLiteral("i"));
    QVERIFY((watch.now() == domain::RunningTimer { QStringLiteral("vcs-git"), 1000, 0, 500, 0, 0 })); // as any step leaves a pause alone
    QCOMPARE(harness.store().journal(1).value().front().edit.subject, QStringLiteral("vcs-git"));
    QVERIFY(leadsToItsRecords(harness.store()));
    harness.reopen();
    QVERIFY(harness.store().redo().has_value());
    QVERIFY(stageOf(harness.store()) == paused);
    QVERIFY(leadsToItsRecords(harness.store()));
}

/// What is done while the course is taken back is no less of a pause.
inline void aWatchGoesOnWhileACourseIsTakenBack(StoreHarness& harness)
{
    WatchOnGit watch(harness);
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    QVERIFY(watch.start());
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("i"))).has_value());
    QVERIFY(watch.pause(500) && harness.store().undo().has_value() && watch.resume(800) && watch.pause(900));
    QVERIFY(harness.store().redo().has_value());
    QVERIFY((watch.now() == domain::RunningTimer { QStringLiteral("git"), 1000, 0, 900, 0, 0 }));
    QVERIFY(leadsToItsRecords(harness.store()));
    harness.reopen();
    QCOMPARE(harness.store().undo().value().id, QStringLiteral("i"));
    QCOMPARE(harness.store().undo().value().id, QStringLiteral("1"));
    QVERIFY(!watch.now());
    QVERIFY(harness.store().redo().has_value() && harness.store().redo().has_value());
    QVERIFY((watch.now() == domain::RunningTimer { QStringLiteral("git"), 1000, 0, 900, 0, 0 }));
}

/// The pause between the course and the end of the watch comes back before that end: else nobody could redo past it.
inline void whatCameAfterAPauseOverACourseComesAgain(StoreHarness& harness)
{
    WatchOnGit watch(harness);
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    QVERIFY(watch.start());
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("i"))).has_value());
    QVERIFY(watch.pause(500) && watch.drop());
    std::vector<LibraryStage> stages { stageOf(harness.store()) };
    for (const QString& id : { QStringLiteral("3"), QStringLiteral("i"), QStringLiteral("1") }) {
        QCOMPARE(harness.store().undo().value().id, id);
        stages.push_back(stageOf(harness.store()));
    }
    for (const QString& id : { QStringLiteral("1"), QStringLiteral("i"), QStringLiteral("3") }) {
        QVERIFY(stageOf(harness.store()) == stages.back());
        stages.pop_back();
        harness.reopen();
        QCOMPARE(harness.store().redo().value().id, id);
        QVERIFY(leadsToItsRecords(harness.store()));
    }
    QVERIFY(stageOf(harness.store()) == stages.back());
}

/// A step of the watch that is undone with its pause, under the next edition; nothing that is kept can bring courses any more.
inline void aPauseStaysWithItsStepWhenNoCourseCanComeBack(StoreHarness& harness)
{
    WatchOnGit watch(harness);
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    QVERIFY(watch.start());
    QVERIFY(harness.store().installCourse(asStep(secondEdition(), QStringLiteral("i"))).has_value());
    QVERIFY(watch.pause(500));
    QCOMPARE(harness.store().undo().value().id, QStringLiteral("i"));
    QCOMPARE(harness.store().undo().value().id, QStringLiteral("1"));
    QVERIFY(!watch.now());
    QVERIFY(harness.store().installCourse(secondEdition()).has_value());
    harness.reopen();
    QCOMPARE(harness.store().redo().value().id, QStringLiteral("1"));
    QVERIFY((watch.now() == domain::RunningTimer { QStringLiteral("git"), 1000, 0, 500, 0, 0 }));
    QVERIFY(!harness.store().nextRedo().value() && leadsToItsRecords(harness.store()));
}

/// The pause was made behind that course, and what was done with the watch under that course is gone with it.
inline void aPauseStaysWithItsStepWhenACourseBehindItIsForgotten(StoreHarness& harness)
{
    const auto large = [](domain::CourseContent content, char16_t step) {
        content.assets = { { QStringLiteral("images/large.png"), noise(domain::courseStepsBytes / 3 + 100'000) } };
        return asStep(std::move(content), QString(step));
    };
    domain::CourseContent fourth = sampleCourse();
    fourth.hash = QStringLiteral("hash-of-the-fourth");
    WatchOnGit watch(harness);
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    QVERIFY(harness.store().installCourse(large(secondEdition(), u'i')).value() == domain::FormerCourse::Kept);
    QVERIFY(watch.start());
    QVERIFY(harness.store().installCourse(large(thirdEdition(), u'j')).value() == domain::FormerCourse::Kept);
    QVERIFY(harness.store().installCourse(large(fourth, u'k')).value() == domain::FormerCourse::Kept);
    QVERIFY(watch.pause(500));
    for (const char16_t step : { u'k', u'j', u'1', u'i' }) {
        QCOMPARE(harness.store().undo().value().id, QString(step));
    }
    harness.reopen();
    for (const char16_t step : { u'i', u'1', u'j' }) {
        QCOMPARE(harness.store().redo().value().id, QString(step));
        QVERIFY(leadsToItsRecords(harness.store()));
    }
    QVERIFY((watch.now() == domain::RunningTimer { QStringLiteral("versions"), 1000, 0, 500, 0, 0 }));
    QVERIFY(!harness.store().nextRedo().value());
}

} // namespace waymark::support

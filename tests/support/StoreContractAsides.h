// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryStore.h"
#include "StoreHarness.h"
#include "WatchedLearner.h"

#include <domain/JournalReplay.h>

#include <QTest>

#include <rapidcheck.h>

// What every Store promises of the pauses of a watch: undo passes over them.
namespace waymark::support {

inline void undoPassesOverThePausesOfAWatch(StoreHarness& harness)
{
    WatchedLearner learner(harness.store());
    for (const int act : { watch::start, watch::note, watch::pause, watch::resume }) {
        learner.act(act);
    }
    const domain::Progress before = learner.progress();
    QVERIFY(harness.store().nextUndo().value()->kind == domain::EditKind::WriteNote);
    QVERIFY(harness.store().undo().value().kind == domain::EditKind::WriteNote);
    QVERIFY(learner.progress().timer() == before.timer());
    learner.act(watch::pause); // which does not take the way forward away
    harness.reopen();
    QVERIFY(harness.store().redo().value().kind == domain::EditKind::WriteNote);
    WatchedLearner again(harness.store());
    QVERIFY(again.progress().skill(QStringLiteral("base")).note == before.skill(QStringLiteral("base")).note);
    QVERIFY(!again.progress().timer()->isRunning());
}

inline void theWatchGoesAndComesBackWithItsPauses(StoreHarness& harness)
{
    WatchedLearner learner(harness.store());
    for (const int act : { watch::start, watch::pause, watch::resume, watch::pause }) {
        learner.act(act);
    }
    const domain::Progress paused = learner.progress();
    QVERIFY(harness.store().undo().has_value());
    QVERIFY(!learner.progress().timer());
    QVERIFY(!harness.store().nextUndo().value());
    QVERIFY(harness.store().redo().has_value());
    QVERIFY(learner.progress() == paused);
    learner.act(watch::stop);
    const domain::Progress stopped = learner.progress();
    QVERIFY(harness.store().undo().has_value());
    learner.act(watch::resume);
    QVERIFY(learner.progress().timer()->isRunning());
    QVERIFY(harness.store().redo().has_value());
    QVERIFY(learner.progress() == stopped);
}

/// Also where a step leaves the watch as it was: else the step behind the pause would not fit any more, and nobody could redo past it.
inline void aPauseComesBackWithItsOwnStep(StoreHarness& harness)
{
    const auto key = domain::RecordKey::ofTimer();
    const domain::RunningTimer running { QStringLiteral("base"), 1000, 1000, 0, 0, 0 };
    const domain::RunningTimer paused { QStringLiteral("base"), 1000, 0, 500, 0, 0 };
    const domain::RunningTimer longer { QStringLiteral("base"), 1000, 0, 900, 0, 0 };
    const std::vector<domain::Edit> edits {
        { QStringLiteral("1"), domain::EditKind::StartTimer, {}, 1, { { key, std::nullopt, running } } },
        { QStringLiteral("2"), domain::EditKind::PauseTimer, {}, 2, { { key, running, paused } } },
        { QStringLiteral("3"), domain::EditKind::StartSkill, {}, 3,
            { { key, paused, paused }, { domain::RecordKey::ofSkill(QStringLiteral("base")), std::nullopt, domain::SkillMark {} } } },
        { QStringLiteral("4"), domain::EditKind::PauseTimer, {}, 4, { { key, paused, longer } } },
        { QStringLiteral("5"), domain::EditKind::DropTimer, {}, 5, { { key, longer, std::nullopt } } },
    };
    std::vector<domain::Progress> stages;
    for (const domain::Edit& edit : edits) {
        QVERIFY(harness.store().commit(edit).has_value());
        stages.push_back(harness.store().progress().value());
    }
    QVERIFY(harness.store().undo().has_value() && harness.store().undo().has_value() && harness.store().undo().has_value());
    QVERIFY(harness.store().progress().value() == domain::Progress());
    for (const auto& [id, stage] : { std::pair("1", 1), std::pair("3", 3), std::pair("5", 4) }) {
        QCOMPARE(harness.store().redo().value().id, QLatin1StringView(id));
        QVERIFY(harness.store().progress().value() == stages[static_cast<std::size_t>(stage)]);
    }
}

/// Also where the watch of a later step that is undone too is the same: it was made before that one could be redone.
inline void aPauseIsNotTakenForThatOfALaterStep(StoreHarness& harness)
{
    WatchedLearner learner(harness.store());
    learner.act(watch::start);
    const domain::Progress running = learner.progress();
    learner.act(watch::startLonger);
    const domain::Progress longer = learner.progress();
    learner.act(watch::start);
    QVERIFY(learner.progress() == running && longer != running);
    QVERIFY(harness.store().undo().has_value() && harness.store().undo().has_value());
    learner.act(watch::pause);
    const domain::Progress paused = learner.progress();
    QVERIFY(!paused.timer()->isRunning() && harness.store().undo().has_value() && !learner.progress().timer());
    harness.reopen();
    for (const domain::Progress& stage : { paused, longer, running }) {
        QVERIFY(harness.store().redo().has_value());
        QVERIFY(harness.store().progress().value() == stage);
    }
}

inline void throughAllUndoTheJournalLeadsToTheRecords(StoreHarness& harness)
{
    const bool holds
        = rc::check("applied edits give the records in their order, asides or not", [&harness](const std::vector<quint8>& drawn) {
              harness.startEmpty();
              const std::vector<quint8> commands(drawn.begin(), drawn.begin() + std::min<std::ptrdiff_t>(std::ssize(drawn), 25));
              MemoryStore memory;
              WatchedLearner learner(harness.store());
              WatchedLearner twin(memory);
              for (const quint8 command : commands) {
                  const int which = command % (watch::acts + 3);
                  if (which < watch::acts) {
                      learner.act(which);
                      twin.act(which);
                  } else if (which == watch::acts) {
                      RC_ASSERT(harness.store().redo().has_value() == memory.redo().has_value());
                  } else {
                      RC_ASSERT(harness.store().undo().has_value() == memory.undo().has_value());
                  }
                  const auto journal = harness.store().journal(1000).value();
                  const domain::JournalReplay replay = domain::replayJournal(journal, learner.progress());
                  RC_ASSERT(replay.unfitting == 0);
                  RC_ASSERT(replay.differences.empty());
                  RC_ASSERT(journal == memory.journal(1000).value());
                  RC_ASSERT(learner.progress() == twin.progress());
              }
              std::vector<domain::Progress> stages { learner.progress() };
              while (harness.store().undo()) {
                  stages.push_back(learner.progress());
              }
              RC_ASSERT(!harness.store().nextUndo().value().has_value());
              for (stages.pop_back(); !stages.empty(); stages.pop_back()) {
                  RC_ASSERT(harness.store().redo().has_value());
                  RC_ASSERT(learner.progress() == stages.back());
              }
          });
    QVERIFY(holds);
}

} // namespace waymark::support

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CourseEditions.h"
#include "LibraryStage.h"
#include "MemoryStore.h"
#include "MovedIds.h"
#include "RandomEdits.h"
#include "RenamingEditions.h"
#include "StoreHarness.h"
#include "WholeLibrary.h"

#include <domain/Moves.h>

#include <QTest>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

// What every Store promises of any lives in which courses come and go: nobody names what the course that is there has moved, and undo and
// redo lead from one end to the other.
namespace waymark::support {

/// What is wrong with a turn; empty for one that was made, and at the end of the way.
inline QString faultOf(const domain::Result<domain::Edit>& turned)
{
    using domain::ErrorCode;
    if (turned || turned.error().code == ErrorCode::NothingToUndo || turned.error().code == ErrorCode::NothingToRedo) {
        return {};
    }
    const domain::Error& error = turned.error();
    return QStringLiteral("error %1 of \"%2\": %3").arg(static_cast<int>(error.code)).arg(error.subject, error.detail);
}

/// By the ids that the course has today, each record once.
inline domain::Edit editOfToday(domain::Store& store, RandomEdits& random, const QString& id)
{
    const domain::Moves moves(store.course().value().value_or(domain::Course {}));
    const domain::Progress progress = store.progress().value();
    domain::Edit edit = random.edit(progress, id);
    edit.subject = moves.skill(edit.subject);
    std::set<domain::RecordKey> seen;
    for (domain::RecordChange& change : edit.changes) {
        change.key = moves.key(change.key);
        change.before = progress.record(change.key);
        change.after = change.after ? std::optional(moves.record(*change.after)) : std::nullopt;
    }
    std::erase_if(edit.changes, [&seen](const domain::RecordChange& change) {
        return change.key.kind >= domain::RecordKind::Absorbed || !seen.insert(change.key).second || (!change.before && !change.after);
    });
    return edit;
}

/// A pause of the watch, where there is one.
inline domain::Edit pauseOfToday(domain::Store& store, RandomEdits& random, const QString& id)
{
    const auto before = store.progress().value().timer();
    domain::Edit edit { id, domain::EditKind::PauseTimer, {}, 1, {} };
    if (before) {
        domain::RunningTimer after = *before;
        after.milliseconds += 1 + random.below(60'000);
        edit.changes.push_back({ domain::RecordKey::ofTimer(), *before, after });
    }
    return edit;
}

/// What may happen in a life.
struct EditionLife
{
    bool areAllKnown = false; ///< an older edition may come after a newer one
    bool hasWatch = false;
};

inline void liveWithEditions(domain::Store& store, RandomEdits& random, const EditionLife& life)
{
    for (int i = 0; i < 40; ++i) {
        const int what = random.below(14);
        const QString id = QString::number(i);
        const auto present = store.course().value();
        const int edition = present ? numberOf(*present) : 0;
        if (what < 5) {
            QVERIFY(store.commit(editOfToday(store, random, id)).has_value());
        } else if (what == 5 && life.hasWatch) {
            QVERIFY(store.commit(pauseOfToday(store, random, id)).has_value());
        } else if (what < 8) {
            const int next = life.areAllKnown ? random.below(renamingEditions) : edition + random.below(renamingEditions - edition);
            const domain::CourseContent content = renamingEdition(next, life.areAllKnown);
            QVERIFY(store.installCourse(random.below(12) == 0 ? content : asStep(content, id)).has_value());
        } else {
            QCOMPARE(faultOf(what < 12 ? store.undo() : store.redo()), QString());
        }
        QCOMPARE(movedIdIn(store), QString());
        QVERIFY2(leadsToItsRecords(store), qPrintable(id));
    }
}

/// A way through a library by one turn after the other, as far as it goes.
struct Walk
{
    std::vector<LibraryStage> stages; ///< from where it began
    QString fault; ///< what it ended with before the end
};

inline Walk walkOf(domain::Store& store, bool isBack)
{
    Walk walk { { stageOf(store) }, {} };
    while (walk.fault.isEmpty()) {
        const domain::Result<domain::Edit> turned = isBack ? store.undo() : store.redo();
        walk.fault = faultOf(turned);
        if (!turned) {
            break;
        }
        walk.stages.push_back(stageOf(store));
        walk.fault = leadsToItsRecords(store) ? movedIdIn(store) : QStringLiteral("after \"%1\" the journal does not fit").arg(turned->id);
    }
    return walk;
}

inline void nothingNamesAnIdThatTheCourseHasMoved(StoreHarness& harness)
{
    for (quint64 seed = 1; seed <= 24; ++seed) {
        harness.startEmpty();
        RandomEdits random(seed);
        liveWithEditions(harness.store(), random, { seed % 2 == 0, seed % 3 == 0 });
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(QStringLiteral("seed %1").arg(seed)));
        const Walk toTheEnd = walkOf(harness.store(), false);
        const Walk back = walkOf(harness.store(), true);
        harness.reopen();
        Walk again = walkOf(harness.store(), false);
        const Walk backAgain = walkOf(harness.store(), true);
        for (const Walk* walk : { &toTheEnd, &back, static_cast<const Walk*>(&again), &backAgain }) {
            QVERIFY2(walk->fault.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(walk->fault)));
        }
        QVERIFY2(back.stages == backAgain.stages, qPrintable(QString::number(seed)));
        std::reverse(again.stages.begin(), again.stages.end());
        QVERIFY2(back.stages == again.stages, qPrintable(QString::number(seed)));
    }
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

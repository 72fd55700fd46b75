// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CourseEditions.h"
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

// What every Store promises of the ids while courses come and go: nobody names what the course that is there has moved.
namespace waymark::support {

/// Course, records and each entry of the journal with what became of it, but for the turns.
struct LibraryStage
{
    std::optional<domain::Course> course;
    QString hash;
    domain::Progress progress;
    std::vector<std::pair<domain::Edit, domain::JournalState>> journal;

    bool operator==(const LibraryStage&) const = default;
};

inline LibraryStage stageOf(domain::Store& store)
{
    LibraryStage stage { store.course().value(), store.courseHash().value(), store.progress().value(), {} };
    const auto journal = store.journal(1000).value();
    for (const domain::JournalEntry& entry : journal) {
        stage.journal.emplace_back(entry.edit, entry.state);
    }
    return stage;
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
            (void)(what < 12 ? store.undo() : store.redo());
        }
        QCOMPARE(movedIdIn(store), QString());
        QVERIFY2(leadsToItsRecords(store), qPrintable(id));
    }
}

inline bool turn(domain::Store& store, bool isBack)
{
    return isBack ? store.undo().has_value() : store.redo().has_value();
}

/// The library at each turn, from the newest to the oldest one or the other way round.
inline std::vector<LibraryStage> stagesOf(domain::Store& store, bool isBack)
{
    std::vector<LibraryStage> stages { stageOf(store) };
    while (turn(store, isBack)) {
        stages.push_back(stageOf(store));
        if (movedIdIn(store) != QString() || !leadsToItsRecords(store)) {
            return {};
        }
    }
    return stages;
}

inline void nothingNamesAnIdThatTheCourseHasMoved(StoreHarness& harness)
{
    for (quint64 seed = 1; seed <= 12; ++seed) {
        harness.startEmpty();
        RandomEdits random(seed);
        const EditionLife life { seed % 2 == 0, seed % 3 == 0 };
        liveWithEditions(harness.store(), random, life);
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(QStringLiteral("seed %1").arg(seed)));
        while (turn(harness.store(), false)) { } // to the end of the way
        std::vector<LibraryStage> back = stagesOf(harness.store(), true);
        harness.reopen();
        std::vector<LibraryStage> again = stagesOf(harness.store(), false);
        const std::vector<LibraryStage> backAgain = stagesOf(harness.store(), true);
        QVERIFY(!back.empty() && !again.empty() && !backAgain.empty());
        if (!life.hasWatch) { // its pauses come back with it all at once
            QVERIFY2(back == backAgain, qPrintable(QString::number(seed)));
            std::reverse(again.begin(), again.end());
            QVERIFY2(back == again, qPrintable(QString::number(seed)));
        }
    }
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

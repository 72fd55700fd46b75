// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryStore.h"
#include "StoreHarness.h"

#include <QTest>
#include <QUuid>

#include <rapidcheck.h>

// What every Store promises of edits, undo and redo.
namespace waymark::support {

inline void newLibraryIsEmpty(StoreHarness& harness)
{
    domain::Store& store = harness.store();
    QCOMPARE(store.course().value().has_value(), false);
    QCOMPARE(store.courseHash().value(), QString());
    QVERIFY(store.progress().value() == domain::Progress());
    QVERIFY(store.journal(10).value().empty());
    QVERIFY(!store.nextUndo().value() && !store.nextRedo().value());
    QVERIFY(store.undo().error().code == domain::ErrorCode::NothingToUndo);
    QVERIFY(store.redo().error().code == domain::ErrorCode::NothingToRedo);
    QVERIFY(store.lesson(QStringLiteral("vcs-git")).error().code == domain::ErrorCode::UnknownSkill);
    QVERIFY(store.asset(QStringLiteral("x")).error().code == domain::ErrorCode::FileMissing);
    QVERIFY(store.search(QStringLiteral("git"), 10).value().empty());
    QCOMPARE(store.isReadOnly(), false);
}

inline void staleEditChangesNothing(StoreHarness& harness)
{
    const QString skill = QStringLiteral("vcs-git");
    QVERIFY(harness.store().commit(noteEdit(QStringLiteral("1"), skill, std::nullopt, QStringLiteral("one"))).has_value());
    const domain::Progress before = harness.store().progress().value();
    domain::Edit stale = noteEdit(QStringLiteral("2"), skill, std::nullopt, QStringLiteral("two"));
    stale.changes.insert(stale.changes.begin(), { domain::RecordKey::ofSkill(skill), std::nullopt, domain::SkillMark {} });
    QVERIFY(harness.store().commit(stale).error().code == domain::ErrorCode::StaleEdit);
    QVERIFY(harness.store().progress().value() == before);
    QCOMPARE(harness.store().journal(10).value().size(), std::size_t { 1 });
}

inline void editIsMadeOnlyOnce(StoreHarness& harness)
{
    const domain::Edit edit = noteEdit(QStringLiteral("1"), QStringLiteral("a"), std::nullopt, QStringLiteral("one"));
    domain::Edit again = noteEdit(QStringLiteral("1"), QStringLiteral("b"), std::nullopt, QStringLiteral("one"));
    QVERIFY(harness.store().commit(edit).has_value());
    QVERIFY(harness.store().commit(again).error().code == domain::ErrorCode::StaleEdit);
    QVERIFY(!harness.store().progress().value().skill(QStringLiteral("b")).note);
}

inline void newEditAbandonsWhatCouldBeRedone(StoreHarness& harness)
{
    const QString skill = QStringLiteral("a");
    const domain::Edit first = noteEdit(QStringLiteral("1"), skill, std::nullopt, QStringLiteral("one"));
    const domain::Edit second = noteEdit(QStringLiteral("2"), skill, first.changes[0].after, QStringLiteral("two"));
    QVERIFY(harness.store().commit(first).has_value() && harness.store().commit(second).has_value());
    QVERIFY(harness.store().undo().value() == second);
    harness.reopen();
    QVERIFY(harness.store().undo().value() == first);
    QVERIFY(harness.store().redo().value() == first);
    const auto headOf = [](const domain::Edit& edit) { return domain::Edit { edit.id, edit.kind, edit.subject, edit.at, {} }; };
    QVERIFY(harness.store().nextUndo().value() == headOf(first) && harness.store().nextRedo().value() == headOf(second));
    const domain::Edit third = noteEdit(QStringLiteral("3"), skill, first.changes[0].after, QStringLiteral("three"));
    QVERIFY(harness.store().commit(third).has_value());
    QVERIFY(harness.store().redo().error().code == domain::ErrorCode::NothingToRedo);
    using domain::JournalState;
    const std::vector<domain::JournalEntry> wanted { { third, 3, JournalState::Applied, 0, { first.id } },
        { second, 2, JournalState::Abandoned, 1, { first.id } }, { first, 1, JournalState::Applied, 2 } };
    QVERIFY(harness.store().journal(10).value() == wanted);
    QVERIFY(harness.store().journal(1).value() == std::vector(wanted.begin(), wanted.begin() + 1));
    QVERIFY(harness.store().journal(0).value().empty());
    const auto applied
        = [&harness](std::vector<domain::EditKind> kinds, qint64 since) { return harness.store().applied(kinds, since).value(); };
    QVERIFY(applied({ domain::EditKind::SetGoal, third.kind }, first.at) == std::vector({ wanted[0], wanted[2] })); // not what is abandoned
    QVERIFY(applied({ domain::EditKind::SetGoal }, 0).empty());
    QVERIFY(applied({ third.kind }, third.at + 1).empty());
    QVERIFY(harness.store().undo().value() == third);
    QVERIFY(harness.store().undo().value() == first);
    QVERIFY(harness.store().undo().error().code == domain::ErrorCode::NothingToUndo);
}

inline void undoOfDoIsIdentity(StoreHarness& harness)
{
    const bool holds = rc::check("undo of do is identity, redo equal, across starts", [&harness](quint64 seed) {
        harness.startEmpty();
        RandomEdits random(seed);
        std::vector<QByteArray> hashes { domain::contentHash(harness.store().progress().value()) };
        const int count = 1 + random.below(12);
        for (int i = 0; i < count; ++i) {
            const domain::Edit edit = random.edit(harness.store().progress().value(), QString::number(i));
            RC_ASSERT(harness.store().commit(edit).has_value());
            hashes.push_back(domain::contentHash(harness.store().progress().value()));
        }
        harness.reopen();
        for (int i = count; i > 0; --i) {
            RC_ASSERT((domain::contentHash(harness.store().progress().value()) == hashes[static_cast<std::size_t>(i)]));
            RC_ASSERT(harness.store().undo().has_value());
        }
        RC_ASSERT((domain::contentHash(harness.store().progress().value()) == hashes.front()));
        harness.reopen();
        for (int i = 1; i <= count; ++i) {
            RC_ASSERT(harness.store().redo().has_value());
            RC_ASSERT((domain::contentHash(harness.store().progress().value()) == hashes[static_cast<std::size_t>(i)]));
        }
        RC_ASSERT(!harness.store().redo().has_value());
    });
    QVERIFY(holds);
}

inline bool isSameStep(const domain::Result<domain::Edit>& a, const domain::Result<domain::Edit>& b)
{
    return a && b ? *a == *b : !a && !b && a.error().code == b.error().code;
}

inline void sameCommandsGiveTheSameLibraryAsInMemory(StoreHarness& harness)
{
    const bool holds = rc::check("a store does what the store in memory does", [&harness](quint64 seed) {
        harness.startEmpty();
        MemoryStore memory;
        RandomEdits random(seed);
        for (int i = 0; i < 20; ++i) {
            const int what = random.below(10);
            if (what < 6) {
                domain::Edit edit = random.edit(memory.progress().value(), QString::number(random.below(60)));
                if (random.below(8) == 0) {
                    edit.changes.front().before = domain::Learner { QStringLiteral("somebody else") };
                }
                RC_ASSERT((harness.store().commit(edit).has_value() == memory.commit(edit).has_value()));
            } else if (what < 8) {
                RC_ASSERT(isSameStep(harness.store().undo(), memory.undo()));
            } else {
                RC_ASSERT(isSameStep(harness.store().redo(), memory.redo()));
            }
        }
        RC_ASSERT((harness.store().progress().value() == memory.progress().value()));
        RC_ASSERT((harness.store().journal(100).value() == memory.journal(100).value()));
        RC_ASSERT((harness.store().nextUndo().value() == memory.nextUndo().value()));
        RC_ASSERT((harness.store().nextRedo().value() == memory.nextRedo().value()));
    });
    QVERIFY(holds);
}

} // namespace waymark::support

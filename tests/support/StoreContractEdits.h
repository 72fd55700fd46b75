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
    QVERIFY(harness.store().nextUndo().value() == first && harness.store().nextRedo().value() == second);
    const domain::Edit third = noteEdit(QStringLiteral("3"), skill, first.changes[0].after, QStringLiteral("three"));
    QVERIFY(harness.store().commit(third).has_value());
    QVERIFY(harness.store().redo().error().code == domain::ErrorCode::NothingToRedo);
    using domain::JournalState;
    const std::vector<domain::JournalEntry> wanted { { third, 3, JournalState::Applied }, { second, 2, JournalState::Abandoned },
        { first, 1, JournalState::Applied } };
    QVERIFY(harness.store().journal(10).value() == wanted);
    QVERIFY(harness.store().journal(1).value() == std::vector(wanted.begin(), wanted.begin() + 1));
    QVERIFY(harness.store().journal(0).value().empty());
    QVERIFY(harness.store().undo().value() == third);
    QVERIFY(harness.store().undo().value() == first);
    QVERIFY(harness.store().undo().error().code == domain::ErrorCode::NothingToUndo);
}

inline void recallsComeBackAsTheyWereMade(StoreHarness& harness)
{
    const domain::Recall recall { domain::Grade::Hard, { 3.25, 6.5 }, 4, QStringLiteral("fsrs-6"), QStringLiteral("default"), 4000, 7, -210,
        0.83 };
    const domain::RecordKey key = domain::RecordKey::ofRecall(QStringLiteral("vcs-git"), QStringLiteral("commit"), QStringLiteral("1"));
    const domain::Edit edit { QStringLiteral("1"), domain::EditKind::RecallCard, key.skill, 7, { { key, std::nullopt, recall } } };
    QVERIFY(harness.store().commit(edit).has_value());
    harness.reopen();
    const std::optional<domain::Record> stored = harness.store().progress().value().record(key);
    QVERIFY(stored.has_value());
    QVERIFY(std::get<domain::Recall>(*stored) == recall);
    QCOMPARE(std::get<domain::Recall>(*stored).retention, 0.83);
    QVERIFY(harness.store().journal(1).value().front().edit == edit);
}

inline void aRoundTripWithAMentorComesBackAsItWas(StoreHarness& harness)
{
    using domain::RecordKey;
    const QString git = QStringLiteral("vcs-git");
    const QString review = QStringLiteral("3f0f8a8e-3f43-4f4c-9a53-8f6f5f1d2c77");
    const QString fingerprint(64, u'c');
    const std::vector<std::pair<RecordKey, domain::Record>> records {
        { RecordKey::ofQuestion(git), domain::MentorQuestion { QStringLiteral("Why \"rebase\"?\nÄ"), 1 } },
        { RecordKey::ofScore(git, QStringLiteral("works")), domain::SelfScore { 3, 2 } },
        { RecordKey::ofReview(review),
            domain::ReceivedReview {
                "{\"text\":\"\\u0000 \xc3\xa4 \\n\"}", QStringLiteral("Grace"), fingerprint, QString(64, u'd'), -3, 4 } },
        { RecordKey::ofReviewAnswer(review, domain::overallEntry), domain::ReviewAnswer { domain::ReviewAnswer::Kind::Resolved, 5 } },
        { RecordKey::ofReviewAnswer(review, domain::decisionEntry(git)), domain::ReviewAnswer { domain::ReviewAnswer::Kind::Rejected, 6 } },
        { RecordKey::ofSignOff(git, review),
            domain::SignOff { domain::Decision::ApproveWithNotes, domain::ReviewerRole::Peer, QStringLiteral("Grace"), fingerprint,
                domain::SignatureState::Verified, 7, 8, { QString(64, u'a'), QString(64, u'b') } } },
        { RecordKey::ofKey(fingerprint),
            domain::PinnedKey { QStringLiteral("Grace"), QByteArray("\0\xff 30 more bytes are in this ke", 32), review, true, 9 } },
    };
    domain::Edit edit { QStringLiteral("1"), domain::EditKind::ReceiveReview, QStringLiteral("Grace"), 9, {} };
    domain::Progress wanted;
    for (const auto& [key, record] : records) {
        edit.changes.push_back({ key, std::nullopt, record });
        wanted.setRecord(key, record);
    }
    QVERIFY(harness.store().commit(edit).has_value());
    harness.reopen();
    const domain::Progress stored = harness.store().progress().value();
    QVERIFY(stored == wanted);
    for (const auto& [key, record] : records) {
        QVERIFY(stored.record(key) == record);
    }
    QCOMPARE(stored.answersTo(review).size(), 2);
    QVERIFY(harness.store().journal(1).value().front().edit == edit);
    QVERIFY(harness.store().undo().has_value());
    QVERIFY(harness.store().progress().value() == domain::Progress());
}

/// As large as a review may be, of what grows most inside the journal.
inline void aLargeReviewIsKeptToTheLastByte(StoreHarness& harness)
{
    const QByteArray json = "{\"text\":\"" + QByteArray("\\\"\\u0001\xc3\xa4").repeated(8 * 1024 * 1024 / 10) + "\"}";
    const domain::RecordKey key = domain::RecordKey::ofReview(QStringLiteral("r"));
    const domain::Edit edit { QStringLiteral("1"), domain::EditKind::ReceiveReview, {}, 1,
        { { key, std::nullopt, domain::ReceivedReview { json, {}, {}, {}, 1, 2 } } } };
    QVERIFY(harness.store().commit(edit).has_value());
    harness.reopen();
    QVERIFY(harness.store().progress().value().reviews().first().json == json);
    QVERIFY(harness.store().undo().value() == edit);
    QVERIFY(harness.store().redo().value() == edit);
    QVERIFY(harness.store().progress().value().reviews().first().json == json);
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

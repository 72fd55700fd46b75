// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreHarness.h"

#include <QTest>

// What every Store promises of records: they come back as they were made.
namespace waymark::support {

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

} // namespace waymark::support

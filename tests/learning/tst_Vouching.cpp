// SPDX-License-Identifier: GPL-3.0-or-later
// Who vouches for a skill, decision by decision and change by change.
#include <learning/Vouching.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Decision;
using domain::ReviewerRole;
using domain::SignatureState;
using learning::isSubmitted;
using learning::SkillState;
using learning::Vouching;
using learning::vouchingOf;

namespace {

constexpr qint64 day = 86'400'000;

domain::Evidence evidence(const QString& text)
{
    return { domain::EvidenceKind::Output, text, 1 };
}

/// The records of one skill with two pieces of evidence, and decisions about it.
struct Work
{
    domain::SkillProgress records;

    Work()
    {
        put(u"first"_s, u"e1"_s, u"ten tests pass"_s);
        put(u"second"_s, u"e2"_s, u"4f2a9c1"_s);
    }
    void put(const QString& item, const QString& id, const QString& text)
    {
        records.items[item].mark = domain::ItemMark { 1 };
        records.items[item].evidence.insert(id, evidence(text));
    }
    void remove(const QString& item, const QString& id) { records.items[item].evidence.remove(id); }
    [[nodiscard]] QStringList hashes() const
    {
        QStringList all;
        for (const domain::ItemProgress& item : records.items) {
            for (const domain::Evidence& each : item.evidence) {
                all.append(domain::hashOf(each));
            }
        }
        all.sort();
        return all;
    }
    /// Someone has seen the evidence of today, and decides on the day with this number.
    void decide(const QString& review, Decision decision, int onDay, ReviewerRole role = ReviewerRole::Mentor)
    {
        domain::SignOff signOff;
        signOff.decision = decision;
        signOff.role = role;
        signOff.created = onDay * day;
        signOff.at = onDay * day + 1;
        signOff.seen = hashes();
        records.signOffs.insert(review, signOff);
    }
    [[nodiscard]] Vouching vouching(SkillState state = SkillState::Practised) const { return vouchingOf(records, state); }
    [[nodiscard]] bool waits(SkillState state = SkillState::Practised) const { return isSubmitted(records, state); }
};

QString standingOf(const Vouching& vouching)
{
    return vouching.standing ? learning::toString(*vouching.standing) : QString();
}

} // namespace

class tst_Vouching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAReviewTheStateSpeaks_data()
    {
        QTest::addColumn<SkillState>("state");
        QTest::addColumn<QString>("standing");
        QTest::newRow("locked") << SkillState::Locked << QString();
        QTest::newRow("ready") << SkillState::Ready << QString();
        QTest::newRow("learning") << SkillState::Learning << QString();
        QTest::newRow("practised") << SkillState::Practised << u"self"_s;
        QTest::newRow("mastered") << SkillState::Mastered << u"test"_s;
        QTest::newRow("fading") << SkillState::Fading << u"test"_s;
        QTest::newRow("skipped") << SkillState::Skipped << QString();
        QTest::newRow("assumed") << SkillState::Assumed << QString();
    }

    void withoutAReviewTheStateSpeaks()
    {
        QFETCH(SkillState, state);
        QFETCH(QString, standing);
        Work work;
        const Vouching alone = work.vouching(state);
        QCOMPARE(standingOf(alone), standing);
        QVERIFY(!alone.signOff && alone.review.isEmpty() && !alone.isVoid && alone.changed.empty());
        QCOMPARE(work.waits(state), !standing.isEmpty());

        // A mentor's word counts for what was reached by work, and only there.
        work.decide(u"r"_s, Decision::Approve, 2);
        const Vouching approved = work.vouching(state);
        QCOMPARE(standingOf(approved), standing.isEmpty() ? QString() : u"mentor"_s);
        QVERIFY(!work.waits(state));
    }

    void anApprovalIsAsStrongAsWhoGaveIt()
    {
        Work work;
        work.decide(u"r"_s, Decision::ApproveWithNotes, 2, ReviewerRole::Peer);
        const Vouching vouching = work.vouching(SkillState::Mastered);
        QCOMPARE(standingOf(vouching), u"peer"_s); // more than a test
        QCOMPARE(vouching.review, u"r"_s);
        QVERIFY(vouching.signOff == work.records.signOffs.value(u"r"_s));
        QVERIFY(!vouching.isVoid && !work.waits());
    }

    void oneByteOfEvidenceVoidsIt()
    {
        Work work;
        work.decide(u"r"_s, Decision::Approve, 2);
        const QString seen = domain::hashOf(evidence(u"4f2a9c1"_s));
        work.put(u"second"_s, u"e2"_s, u"4f2a9c2"_s);
        const Vouching vouching = work.vouching();
        QVERIFY(vouching.isVoid);
        QCOMPARE(standingOf(vouching), u"self"_s);
        QVERIFY(vouching.signOff.has_value()); // shown as void, not hidden
        QVERIFY((vouching.changed == std::vector<learning::ChangedEvidence> { { u"second"_s, u"e2"_s, seen } }));
        QVERIFY(work.waits());
        work.put(u"second"_s, u"e2"_s, u"4f2a9c1"_s); // put back as it was
        QCOMPARE(standingOf(work.vouching()), u"mentor"_s);
    }

    void theKindOfEvidenceIsPartOfIt()
    {
        Work work;
        work.decide(u"r"_s, Decision::Approve, 2);
        work.records.items[u"first"_s].evidence[u"e1"_s].at = 99; // the moment is not
        QVERIFY(!work.vouching().isVoid);
        work.records.items[u"first"_s].evidence[u"e1"_s].kind = domain::EvidenceKind::Note;
        QVERIFY(work.vouching().isVoid);
    }

    void evidenceTakenAwayVoidsIt()
    {
        Work work;
        work.decide(u"r"_s, Decision::Approve, 2);
        const QString seen = domain::hashOf(evidence(u"ten tests pass"_s));
        work.remove(u"first"_s, u"e1"_s);
        QVERIFY(work.vouching().isVoid);
        QVERIFY((work.vouching().changed == std::vector<learning::ChangedEvidence> { { {}, {}, seen } }));
    }

    void evidenceAddedDoesNotVoidIt()
    {
        Work work;
        work.decide(u"r"_s, Decision::Approve, 2);
        work.put(u"first"_s, u"e3"_s, u"more"_s);
        QVERIFY(!work.vouching().isVoid);
        QCOMPARE(standingOf(work.vouching()), u"mentor"_s);
        QVERIFY(!work.waits());
    }

    void evidenceThatMovedToAnotherItemIsStillThere()
    {
        Work work;
        work.decide(u"r"_s, Decision::Approve, 2);
        work.remove(u"first"_s, u"e1"_s);
        work.put(u"second"_s, u"e1"_s, u"ten tests pass"_s);
        QVERIFY(!work.vouching().isVoid);
    }

    void anApprovalWithoutEvidenceHoldsAsLongAsTheWorkDoes()
    {
        Work work;
        work.records.items.clear();
        work.decide(u"r"_s, Decision::Approve, 2);
        QCOMPARE(standingOf(work.vouching()), u"mentor"_s);
        QVERIFY(!work.vouching(SkillState::Learning).standing);
    }

    void aNewerDecisionReplacesAnOlder()
    {
        Work work;
        work.decide(u"z-old"_s, Decision::Approve, 2);
        work.decide(u"a-new"_s, Decision::RequestChanges, 3);
        QCOMPARE(standingOf(work.vouching()), u"self"_s);
        QCOMPARE(work.vouching().review, u"a-new"_s);
        QVERIFY(!work.vouching().isVoid); // replaced is not void
        QVERIFY(!work.waits());
        work.decide(u"m-newest"_s, Decision::Approve, 4);
        QCOMPARE(standingOf(work.vouching()), u"mentor"_s);
        QCOMPARE(work.vouching().review, u"m-newest"_s);
    }

    void theOrderIsThatOfDecidingNotOfAccepting()
    {
        Work work;
        work.decide(u"new"_s, Decision::RequestChanges, 5);
        work.decide(u"old"_s, Decision::Approve, 2);
        work.records.signOffs[u"old"_s].at = 9 * day; // accepted last
        QCOMPARE(work.vouching().review, u"new"_s);
        QCOMPARE(standingOf(work.vouching()), u"self"_s);
    }

    void aDateInTheFutureDoesNotOutlastWhatComesLater()
    {
        Work work;
        work.decide(u"future"_s, Decision::Approve, 90'000);
        work.records.signOffs[u"future"_s].at = 2 * day;
        work.decide(u"later"_s, Decision::Reject, 3);
        QCOMPARE(work.vouching().review, u"later"_s);
        QCOMPARE(standingOf(work.vouching()), u"self"_s);
    }

    void aPeerAndAMentorStandSideBySide()
    {
        Work work;
        work.decide(u"mentor"_s, Decision::Approve, 2);
        work.decide(u"peer"_s, Decision::Approve, 3, ReviewerRole::Peer);
        QCOMPARE(standingOf(work.vouching()), u"mentor"_s); // the strongest
        QCOMPARE(work.vouching().review, u"peer"_s); // the latest
        work.decide(u"peer"_s, Decision::RequestChanges, 3, ReviewerRole::Peer);
        QCOMPARE(standingOf(work.vouching()), u"mentor"_s); // a fellow learner does not take it away
        QVERIFY(!work.waits());
    }

    void aMentorOutweighsAnEarlierPeer()
    {
        Work work;
        work.decide(u"peer"_s, Decision::Approve, 2, ReviewerRole::Peer);
        QCOMPARE(standingOf(work.vouching()), u"peer"_s);
        work.decide(u"mentor"_s, Decision::RequestChanges, 3);
        QCOMPARE(standingOf(work.vouching()), u"self"_s);
        QVERIFY(!work.waits());
        work.decide(u"peer"_s, Decision::Approve, 4, ReviewerRole::Peer); // and looked again after the mentor
        QCOMPARE(standingOf(work.vouching()), u"peer"_s);
    }

    void whatTheLaterReviewerSawStillVouches()
    {
        Work work;
        work.decide(u"mentor"_s, Decision::Approve, 2);
        work.put(u"first"_s, u"e1"_s, u"eleven tests pass"_s);
        work.decide(u"peer"_s, Decision::Approve, 3, ReviewerRole::Peer);
        QCOMPARE(standingOf(work.vouching()), u"peer"_s); // the mentor's is void, the fellow learner's is not
        QVERIFY(!work.vouching().isVoid);
    }

    void whatWasSentBackWaitsAgainOnceEvidenceChanged_data()
    {
        QTest::addColumn<Decision>("decision");
        QTest::addColumn<QString>("change");
        for (const QString& change : { u"changed"_s, u"added"_s, u"removed"_s }) {
            QTest::addRow("changes asked, evidence %s", qPrintable(change)) << Decision::RequestChanges << change;
            QTest::addRow("rejected, evidence %s", qPrintable(change)) << Decision::Reject << change;
        }
    }

    void whatWasSentBackWaitsAgainOnceEvidenceChanged()
    {
        QFETCH(Decision, decision);
        QFETCH(QString, change);
        Work work;
        QVERIFY(work.waits());
        work.decide(u"r"_s, decision, 2);
        QVERIFY(!work.waits());
        QVERIFY(!work.vouching().isVoid);
        if (change == u"changed"_s) {
            work.put(u"first"_s, u"e1"_s, u"eleven tests pass"_s);
        } else if (change == u"added"_s) {
            work.put(u"first"_s, u"e3"_s, u"the log"_s);
        } else {
            work.remove(u"first"_s, u"e1"_s);
        }
        QVERIFY(work.waits());
        QVERIFY(!work.vouching().isVoid); // it never approved
        QVERIFY(work.vouching().changed.empty());
        QVERIFY(!work.waits(SkillState::Learning));
    }

    void theKeysOfTodaySayHowASignOffIsSigned_data()
    {
        QTest::addColumn<SignatureState>("then");
        QTest::addColumn<QString>("key");
        QTest::addColumn<SignatureState>("now");
        const auto row = [](const char* name, SignatureState then, const QString& key, SignatureState now) {
            QTest::newRow(name) << then << key << now;
        };
        row("new, not compared", SignatureState::Unknown, u"pinned"_s, SignatureState::Unknown);
        row("new, compared since", SignatureState::Unknown, u"confirmed"_s, SignatureState::Verified);
        row("new, turned away", SignatureState::Unknown, {}, SignatureState::Unknown);
        row("known by an earlier review", SignatureState::Verified, u"pinned"_s, SignatureState::Verified);
        row("known, forgotten since", SignatureState::Verified, {}, SignatureState::Unknown);
        row("not signed", SignatureState::None, u"confirmed"_s, SignatureState::None);
    }

    void theKeysOfTodaySayHowASignOffIsSigned()
    {
        QFETCH(SignatureState, then);
        QFETCH(QString, key);
        QFETCH(SignatureState, now);
        domain::SignOff signOff;
        signOff.fingerprint = u"ada"_s;
        signOff.signature = then;
        QMap<QString, domain::PinnedKey> keys { { u"somebody else"_s, {} } };
        keys.first().confirmed = true;
        if (!key.isEmpty()) {
            keys[u"ada"_s].confirmed = key == u"confirmed"_s;
        }
        QVERIFY(learning::signatureNow(signOff, keys) == now);
    }

    void whatIsAssumedOrSkippedNeverWaits()
    {
        Work work;
        for (const SkillState state : { SkillState::Assumed, SkillState::Skipped, SkillState::Learning, SkillState::Ready }) {
            QVERIFY(!work.waits(state));
        }
    }
};

QTEST_APPLESS_MAIN(tst_Vouching)
#include "tst_Vouching.moc"

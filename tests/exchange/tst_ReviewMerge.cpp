// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/ReviewMerge.h>
#include <exchange/ReviewReader.h>
#include <exchange/ReviewSignature.h>
#include <exchange/ReviewWriter.h>
#include <exchange/SigningKey.h>

#include <domain/ReviewEdits.h>
#include <learning/Vouching.h>

#include <ForgedReviews.h>
#include <PlanFixture.h>
#include <ReviewFixture.h>

#include <QTest>

using namespace waymark;
using namespace waymark::domain;
using namespace waymark::exchange;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600'000;
const QString item = u"part-1"_s;

/// A learner to whom a review comes, at a clock an hour after it was written.
struct Recipient
{
    Roadmap roadmap { fixture::course() };
    Progress progress = fixture::progress();
    qint64 now = fixture::november + hour;
    int edits = 0;

    [[nodiscard]] EditContext context()
    {
        return { roadmap, progress, now, QUuid::createUuidV5(QUuid(), QString::number(++edits)).toString(QUuid::WithoutBraces) };
    }
    [[nodiscard]] Result<ReviewArrival> arrival(const ReviewDocument& review)
    {
        return arrivalOf(context(), fixture::reviewedPlan, fixture::reviewedRevision, review, u"grace.wayreview"_s);
    }
    void take(const Result<Edit>& edit)
    {
        QVERIFY2(edit.has_value(), edit ? "" : qPrintable(edit.error().detail));
        QVERIFY(applyTo(progress, *edit));
    }
    void receive(const ReviewDocument& review)
    {
        const Result<ReviewArrival> arrived = arrival(review);
        QVERIFY2(arrived.has_value(), arrived ? "" : qPrintable(arrived.error().detail));
        QVERIFY(applyTo(progress, arrived->edit));
    }
    [[nodiscard]] std::vector<ReviewEntry> entries(const ReviewDocument& review, const ClosedThreads& closed = {}) const
    {
        return entriesOf(roadmap, progress, review, closed);
    }
    [[nodiscard]] learning::Vouching vouching(const QString& skill) const
    {
        return learning::vouchingOf(progress.skill(skill), learning::SkillState::Practised);
    }
};

/// As it comes out of a file, so that it has the bytes over which it was signed.
ReviewDocument sent(const ReviewDocument& review)
{
    return *readReview(reviewToJson(review));
}

SigningKey keyOf(char seed, const QString& name = u"Grace Example"_s)
{
    return SigningKey::fromSeed(QByteArray(32, seed), name);
}

/// The review with the evidence that the learner has.
ReviewDocument seeing(const Recipient& learner, ReviewDocument review = fixture::review())
{
    review.decisions.front().seen.clear();
    for (const Evidence& proof : learner.progress.skill(u"base-a"_s).items[item].evidence) {
        review.decisions.front().seen.append(domain::hashOf(proof));
    }
    return review;
}

/// What the same reviewer writes an hour later, with c-1 closed.
ReviewDocument closing(ReviewDocument review)
{
    review.review = u"77777777-7777-4777-8777-777777777777"_s;
    review.created += hour;
    review.comments.front().resolved = true;
    review.source.clear();
    return review;
}

const QString approval = domain::decisionEntry(u"base-a"_s);

} // namespace

class tst_ReviewMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takingAReviewInChangesNothingButThatItIsThere()
    {
        Recipient learner;
        const Progress before = learner.progress;
        learner.receive(sent(fixture::review()));
        QCOMPARE(learner.progress.reviews().size(), 1);
        QCOMPARE(learner.progress.skills(), before.skills());
        QVERIFY(learner.progress.keys().isEmpty());
    }

    void theSameReviewTwiceIsOne()
    {
        Recipient learner;
        const ReviewDocument review = sent(signedReview(fixture::review(), keyOf('\1')).value());
        learner.receive(review);
        const auto again = learner.arrival(review);
        QVERIFY(again && again->isThere);
        QVERIFY(again->edit.changes.empty());
    }

    void aReviewOfAnotherPlanIsRefused()
    {
        Recipient learner;
        const auto arrived = learner.arrival(sent(fixture::review(u"55555555-5555-4555-8555-555555555555"_s)));
        QVERIFY(!arrived);
        QCOMPARE(arrived.error().code, ErrorCode::OtherPlan);
        QCOMPARE(arrived.error().subject, u"grace.wayreview"_s);
    }

    void forgedReviewsAreRefused()
    {
        for (const fixture::HostileReview& forged : fixture::forgedReviews()) {
            Recipient learner;
            const auto review = readReview(forged.bytes);
            QVERIFY2(review.has_value(), forged.name);
            const auto arrived = learner.arrival(*review);
            QVERIFY2(!arrived, forged.name);
            const bool isOther = arrived.error().code == ErrorCode::OtherPlan; // carried to another plan: refused sooner
            QVERIFY2(isOther || arrived.error().code == ErrorCode::BadSignature, forged.name);
        }
    }

    void aKeyIsNewWithItsFirstReviewAndKnownWithTheNext()
    {
        Recipient learner;
        ReviewDocument first = fixture::review();
        const ReviewDocument one = sent(signedReview(first, keyOf('\1')).value());
        QVERIFY(learner.arrival(one)->signature == SignatureState::Unknown);
        learner.receive(one);
        QCOMPARE(learner.progress.keys().size(), 1);
        QVERIFY(signatureIn(learner.progress, one) == SignatureState::Unknown);
        first.review = u"77777777-7777-4777-8777-777777777777"_s;
        const ReviewDocument two = sent(signedReview(first, keyOf('\1')).value());
        QVERIFY(learner.arrival(two)->signature == SignatureState::Verified);
        learner.take(domain::confirmKey(learner.context(), learner.progress.keys().firstKey()));
        QVERIFY(signatureIn(learner.progress, one) == SignatureState::Verified);
    }

    void anotherKeyUnderTheSameNameIsNotTrustedByItself()
    {
        Recipient learner;
        ReviewDocument review = fixture::review();
        learner.receive(sent(signedReview(review, keyOf('\1')).value()));
        review.review = u"77777777-7777-4777-8777-777777777777"_s;
        const ReviewDocument other = sent(signedReview(review, keyOf('\2')).value());
        const auto arrived = learner.arrival(other);
        QVERIFY(arrived && arrived->hasOtherKey);
        QVERIFY(arrived->signature == SignatureState::Unknown);
        learner.receive(other);
        QCOMPARE(learner.progress.keys().size(), 1); // the second key is not kept
        review.review = u"88888888-8888-4888-8888-888888888888"_s;
        QVERIFY(learner.arrival(sent(signedReview(review, keyOf('\2')).value()))->signature == SignatureState::Unknown);
    }

    void aKeyOfAnotherPersonDoesNotVerify()
    {
        Recipient learner;
        ReviewDocument review = seeing(learner);
        review.reviewer.name = u"Bob Example"_s;
        const ReviewDocument bobs = sent(signedReview(review, keyOf('\2')).value());
        learner.receive(bobs);
        learner.take(domain::confirmKey(learner.context(), learner.progress.keys().firstKey()));
        QVERIFY(signatureIn(learner.progress, bobs) == SignatureState::Verified);

        review.review = u"77777777-7777-4777-8777-777777777777"_s;
        review.reviewer.name = u"Grace Example"_s;
        const ReviewDocument borrowed = sent(signedReview(review, keyOf('\2')).value());
        const auto arrived = learner.arrival(borrowed);
        QVERIFY(arrived && arrived->signature == SignatureState::Unknown);
        QCOMPARE(arrived->keyOwner, u"Bob Example"_s);
        learner.receive(borrowed);
        learner.take(acceptEntry(learner.context(), borrowed, approval));
        const domain::SignOff signOff = learner.progress.skill(u"base-a"_s).signOffs.value(borrowed.review);
        QVERIFY(signOff.signature == SignatureState::Unknown);
        QVERIFY(learning::signatureNow(signOff, learner.progress.keys()) == SignatureState::Unknown);

        domain::PinnedKey graces { u"Grace Example"_s, keyOf('\1').publicKey(), {}, true, 0 };
        learner.take(domain::pinKey(learner.context(), fingerprintOf(graces.key), graces));
        QVERIFY(signatureIn(learner.progress, borrowed) == SignatureState::Unknown);
        QVERIFY(hasOtherKey(learner.progress, borrowed));
    }

    void aNameThatLooksTheSameIsTheSame()
    {
        Recipient learner;
        ReviewDocument review = fixture::review();
        learner.receive(sent(signedReview(review, keyOf('\1')).value()));
        review.review = u"77777777-7777-4777-8777-777777777777"_s;
        for (const QString& name : { u"grace example"_s, u"Grace\u00ad Example"_s, u"Gra\u200dce Example"_s, u"Grace Example\ufe0f"_s }) {
            review.reviewer.name = name;
            const auto own = learner.arrival(sent(signedReview(review, keyOf('\1')).value()));
            QVERIFY2(own && own->signature == SignatureState::Verified && own->keyOwner.isEmpty(), qPrintable(name));
            const auto others = learner.arrival(sent(signedReview(review, keyOf('\2')).value()));
            QVERIFY2(others && others->hasOtherKey && others->edit.changes.size() == 1, qPrintable(name)); // no key is pinned
        }
    }

    void anOlderRevisionAndAFastClockAreSaid()
    {
        Recipient learner;
        QVERIFY(!learner.arrival(sent(fixture::review()))->isOlderRevision);
        QVERIFY(learner.arrival(sent(fixture::review(fixture::reviewedPlan, QString(64, u'b'))))->isOlderRevision);
        ReviewDocument early = fixture::review();
        QVERIFY(!learner.arrival(sent(early))->isFromFuture);
        early.created = learner.now + 25 * hour;
        QVERIFY(learner.arrival(sent(early))->isFromFuture);
    }

    void skillsThatNobodyKnowsAreNamedAndKept()
    {
        Recipient learner;
        ReviewDocument review = fixture::review();
        review.comments.front().skill = u"no-such"_s;
        const auto arrived = learner.arrival(sent(review));
        QCOMPARE(arrived->unknownSkills, QStringList { u"no-such"_s });
    }

    void anAcceptedApprovalSignsTheSkillOff()
    {
        Recipient learner;
        const ReviewDocument review = sent(signedReview(seeing(learner), keyOf('\1')).value());
        learner.receive(review);
        const Progress before = learner.progress;
        const Result<Edit> accepted = acceptEntry(learner.context(), review, approval);
        learner.take(accepted);
        QCOMPARE(learner.vouching(u"base-a"_s).standing, std::optional(learning::Standing::Mentor));
        QVERIFY(!learner.vouching(u"base-a"_s).isVoid);
        QCOMPARE(learner.progress.skill(u"base-a"_s).signOffs.first().reviewer, u"Grace Example"_s);
        QVERIFY(applyTo(learner.progress, inverse(*accepted))); // one step back
        QCOMPARE(learner.progress, before);
    }

    void oneByteOfEvidenceChangedVoidsTheSignOff()
    {
        Recipient learner;
        const ReviewDocument review = sent(seeing(learner));
        learner.receive(review);
        learner.take(acceptEntry(learner.context(), review, approval));
        const auto& evidence = learner.progress.skill(u"base-a"_s).items[item].evidence;
        Evidence changed = evidence.first();
        changed.text.chop(1);
        learner.take(domain::changeEvidence(learner.context(), u"base-a"_s, item, evidence.firstKey(), changed));
        QVERIFY(learner.vouching(u"base-a"_s).isVoid);
        QCOMPARE(learner.vouching(u"base-a"_s).standing, std::optional(learning::Standing::Self));
        QVERIFY(learner.entries(review)[1].isChangedSince);
    }

    void askingForChangesUnticksWhatItsBlockersName()
    {
        Recipient learner;
        ReviewDocument review = fixture::review();
        review.decisions.front().decision = Decision::RequestChanges;
        review = sent(review);
        learner.receive(review);
        QVERIFY(learner.progress.skill(u"base-a"_s).isItemDone(item));
        learner.take(acceptEntry(learner.context(), review, approval));
        QVERIFY(!learner.progress.skill(u"base-a"_s).isItemDone(item));
        QVERIFY(learner.progress.skill(u"base-a"_s).mark->mark == Mark::Started);
        QVERIFY(!learner.progress.skill(u"base-a"_s).items[item].evidence.isEmpty());
    }

    void aRejectedApprovalSignsNothingOff()
    {
        Recipient learner;
        const ReviewDocument review = sent(seeing(learner));
        learner.receive(review);
        learner.take(acceptEntry(learner.context(), review, approval));
        learner.take(rejectEntry(learner.context(), review, approval));
        QVERIFY(learner.progress.skill(u"base-a"_s).signOffs.isEmpty());
        learner.take(reopenEntry(learner.context(), review, approval));
        QVERIFY(!learner.entries(review)[1].answer);
    }

    void commentsAreWorkedOnAndThenDone()
    {
        Recipient learner;
        const ReviewDocument review = sent(fixture::review());
        learner.receive(review);
        const auto entry = [&](const QString& id) {
            const auto all = learner.entries(review);
            return *std::ranges::find_if(all, [&id](const ReviewEntry& each) { return each.id == id; });
        };
        QVERIFY(entry(u"c-1"_s).isOpen());
        learner.take(acceptEntry(learner.context(), review, u"c-1"_s));
        QVERIFY(entry(u"c-1"_s).isOpen()); // taken up is not done
        learner.take(resolveEntry(learner.context(), review, u"c-1"_s));
        QVERIFY(!entry(u"c-1"_s).isOpen());
        learner.take(acceptEntry(learner.context(), review, u"c-2"_s)); // praise asks for nothing more
        QVERIFY(!entry(u"c-2"_s).isOpen());
        QCOMPARE(acceptEntry(learner.context(), review, u"c-9"_s).error().code, ErrorCode::UnknownEvidence);
    }

    void aLaterReviewClosesAThread()
    {
        Recipient learner;
        const ReviewDocument review = sent(fixture::review());
        learner.receive(review);
        QCOMPARE(learner.entries(review).size(), std::size_t(5)); // c-3 closes a thread and is no entry of its own
        ClosedThreads closed;
        closed.add(closing(review), learner.now);
        const auto entries = learner.entries(review, closed);
        QVERIFY(entries[3].isClosedByReviewer && !entries[3].isOpen());
        QVERIFY(entries[4].isOpen());
    }

    void onlyTheReviewerClosesAThread()
    {
        const auto isClosed = [](const ReviewDocument& first, const ReviewDocument& later) {
            Recipient learner;
            learner.receive(first);
            ClosedThreads closed;
            closed.add(later, learner.now);
            return learner.entries(first, closed)[3].isClosedByReviewer;
        };
        const ReviewDocument plain = sent(fixture::review());
        const ReviewDocument graces = sent(signedReview(fixture::review(), keyOf('\1')).value());
        ReviewDocument stranger = closing(plain);
        QVERIFY(isClosed(plain, stranger));
        QVERIFY(!isClosed(graces, stranger)); // her name alone is not hers
        QVERIFY(isClosed(graces, signedReview(closing(plain), keyOf('\1')).value()));
        QVERIFY(!isClosed(graces, signedReview(closing(plain), keyOf('\2')).value()));
        stranger.reviewer.name = u"Mallory"_s;
        QVERIFY(!isClosed(plain, stranger));
        ReviewDocument sooner = closing(plain);
        sooner.created = plain.created - 1;
        QVERIFY(!isClosed(plain, sooner));
    }

    void itemsThatTheCourseNoLongerHasDoNotStopAnAcceptance()
    {
        Recipient learner;
        ReviewDocument review = fixture::review();
        review.decisions.front().decision = Decision::RequestChanges;
        review.comments[1] = { u"c-2"_s, u"base-a"_s, u"gone-item"_s, CommentKind::Blocker, u"This too."_s, false, {} };
        review = sent(review);
        learner.receive(review);
        fixture::put(learner.progress, RecordKey::ofItem(u"base-a"_s, u"gone-item"_s), ItemMark { 1 });
        learner.take(acceptEntry(learner.context(), review, approval));
        QVERIFY(!learner.progress.skill(u"base-a"_s).isItemDone(item));
    }

    void theSameEvidenceTwiceIsNoChange()
    {
        Recipient learner;
        ReviewDocument review = seeing(learner);
        const QString hash = review.decisions.front().seen.front();
        review.decisions.front().seen.append(hash); // one hash for each piece, where a form sends each hash once
        review = sent(review);
        learner.receive(review);
        QVERIFY(!learner.entries(review)[1].isChangedSince);
    }

    void entriesFollowACourseThatRenamedASkill()
    {
        Recipient learner;
        ReviewDocument review = seeing(learner);
        review.decisions.front().skill = u"base-old"_s; // which the course calls base-a now
        review = sent(review);
        learner.receive(review);
        QCOMPARE(learner.entries(review)[1].skill, u"base-a"_s);
        learner.take(acceptEntry(learner.context(), review, domain::decisionEntry(u"base-old"_s)));
        QVERIFY(!learner.progress.skill(u"base-a"_s).signOffs.isEmpty());
        QVERIFY(!learner.entries(review)[1].isOpen());
        learner.take(rejectEntry(learner.context(), review, domain::decisionEntry(u"base-old"_s)));
        QVERIFY(learner.entries(review)[1].answer->kind == ReviewAnswer::Kind::Rejected);
        QVERIFY(learner.progress.skill(u"base-a"_s).signOffs.isEmpty());
        learner.take(reopenEntry(learner.context(), review, domain::decisionEntry(u"base-old"_s)));
        QVERIFY(learner.entries(review)[1].isOpen());
    }
};

QTEST_GUILESS_MAIN(tst_ReviewMerge)
#include "tst_ReviewMerge.moc"

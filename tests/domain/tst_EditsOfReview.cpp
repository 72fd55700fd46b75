// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>

#include <domain/ReviewEdits.h>

#include <QTest>

#include <rapidcheck.h>

#include <random>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Decision;
using domain::ErrorCode;
using domain::Mark;
using domain::SignatureState;
using AnswerKind = domain::ReviewAnswer::Kind;

namespace {

const QString skill = u"base"_s;
const QString review = u"3f0f8a8e-3f43-4f4c-9a53-8f6f5f1d2c77"_s;
const QString fingerprint(64, u'c');

domain::ReceivedReview received(const QByteArray& json = "{\"schema\":\"urn:waymark:review:1\"}")
{
    return { json, u"Grace"_s, fingerprint, QString(64, u'd'), 500, 0 };
}

domain::PinnedKey publicKey()
{
    return { u"Grace"_s, QByteArray(domain::signingKeyBytes, 'k'), {}, false, 0 };
}

domain::SignOff signOffOf(Decision decision)
{
    return { decision, domain::ReviewerRole::Mentor, u"Grace"_s, fingerprint, SignatureState::Unknown, 500, 0, {} };
}

/// A learner who has had a review, one edit a call.
struct Learner
{
    domain::Roadmap roadmap { support::graphCourse() };
    domain::Progress progress;
    qint64 now = 1000;

    Learner() { apply(domain::receiveReview(context(), review, received())); }
    [[nodiscard]] domain::EditContext context() const { return { roadmap, progress, now, u"id-%1"_s.arg(now) }; }
    domain::Edit apply(const domain::Result<domain::Edit>& edit)
    {
        if (!edit || !domain::applyTo(progress, *edit)) {
            qFatal("the edit cannot be applied");
        }
        ++now;
        return *edit;
    }
    void finish()
    {
        apply(domain::checkItem(context(), skill, u"first"_s));
        apply(domain::checkItem(context(), skill, u"second"_s, domain::Evidence { domain::EvidenceKind::Commit, u"abc"_s, 0 }));
        apply(domain::finishSkill(context(), skill));
    }
    [[nodiscard]] const domain::SkillProgress& of() const { return progress.skill(skill); }
    [[nodiscard]] std::optional<AnswerKind> answer(const QString& entry) const
    {
        const auto answers = progress.answersTo(review);
        const auto found = answers.constFind(entry);
        return found == answers.cend() ? std::nullopt : std::optional(found->kind);
    }
};

} // namespace

class tst_EditsOfReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuestionIsAskedChangedAndTakenBack()
    {
        Learner learner;
        const domain::Edit asked = learner.apply(domain::askMentor(learner.context(), skill, u"Why?"_s));
        QCOMPARE(domain::toString(asked.kind), u"ask-mentor"_s);
        QCOMPARE(asked.subject, skill);
        QCOMPARE(learner.of().question->text, u"Why?"_s);
        QCOMPARE(learner.of().question->at, learner.now - 1);
        QVERIFY(domain::askMentor(learner.context(), skill, u"Why?"_s)->changes.empty());
        learner.apply(domain::askMentor(learner.context(), skill, u" \n"_s));
        QVERIFY(!learner.of().question);
        QVERIFY(domain::askMentor(learner.context(), skill, {})->changes.empty());
        QVERIFY(domain::askMentor(learner.context(), skill, QString(domain::maxQuestionLength, u'x')));
        QCOMPARE(
            domain::askMentor(learner.context(), skill, QString(domain::maxQuestionLength + 1, u'x')).error().code, ErrorCode::InvalidText);
        QCOMPARE(domain::askMentor(learner.context(), u"moon"_s, u"Why?"_s).error().code, ErrorCode::UnknownSkill);
    }

    void aScoreIsALevelOfTheRubric_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("fits");
        QTest::newRow("below") << -1 << false;
        QTest::newRow("lowest") << 0 << true;
        QTest::newRow("highest") << 3 << true;
        QTest::newRow("above") << 4 << false;
    }

    void aScoreIsALevelOfTheRubric()
    {
        QFETCH(int, level);
        QFETCH(bool, fits);
        Learner learner;
        const auto edit = domain::scoreSkill(learner.context(), skill, u"works"_s, level);
        QCOMPARE(edit.has_value(), fits);
        if (!fits) {
            QCOMPARE(edit.error().code, ErrorCode::InvalidText);
            return;
        }
        learner.apply(edit);
        QCOMPARE(learner.of().scores.value(u"works"_s).level, level);
        QVERIFY(domain::scoreSkill(learner.context(), skill, u"works"_s, level)->changes.empty());
        learner.apply(domain::scoreSkill(learner.context(), skill, u"works"_s, std::nullopt));
        QVERIFY(learner.of().scores.isEmpty());
        QCOMPARE(domain::scoreSkill(learner.context(), u"moon"_s, u"works"_s, level).error().code, ErrorCode::UnknownSkill);
        QCOMPARE(domain::scoreSkill(learner.context(), skill, {}, level).error().code, ErrorCode::InvalidText);
    }

    void aReviewIsReceivedOnceAndChangesNothingElse()
    {
        Learner learner;
        const domain::ReceivedReview kept = learner.progress.reviews().value(review);
        QCOMPARE(kept.json, received().json);
        QCOMPARE(kept.at, 1000);
        QCOMPARE(learner.progress.records().size(), std::size_t { 1 });
        QVERIFY(!domain::canReceiveReview(learner.context(), review));
        QVERIFY(domain::canReceiveReview(learner.context(), u"another"_s));
        const auto again = domain::receiveReview(learner.context(), review, received(), domain::KeyToPin { fingerprint, publicKey() });
        QVERIFY(again->changes.empty());
    }

    void anotherReviewUnderTheSameIdIsRefused()
    {
        const Learner learner;
        QCOMPARE(domain::receiveReview(learner.context(), review, received("{}")).error().code, ErrorCode::InvalidReview);
    }

    void whatIsNoTextIsNoReview()
    {
        const Learner learner;
        for (const QByteArray& json : { QByteArray(), QByteArray("\xff"), QByteArray("\xef\xbb\xbf{}") }) {
            QCOMPARE(domain::receiveReview(learner.context(), u"r"_s, received(json)).error().code, ErrorCode::InvalidReview);
        }
        QCOMPARE(domain::receiveReview(learner.context(), {}, received()).error().code, ErrorCode::InvalidText);
    }

    void aKeyComesWithItsReviewUnlessItIsKnown()
    {
        Learner learner;
        const domain::KeyToPin key { fingerprint, publicKey() };
        const domain::Edit edit = learner.apply(domain::receiveReview(learner.context(), u"second"_s, received(), key));
        QCOMPARE(edit.changes.size(), std::size_t { 2 });
        const domain::PinnedKey pinned = learner.progress.keys().value(fingerprint);
        QCOMPARE(pinned.firstReview, u"second"_s);
        QVERIFY(!pinned.confirmed && pinned.at > 0);
        learner.apply(domain::confirmKey(learner.context(), fingerprint));
        const domain::PinnedKey confirmed = learner.progress.keys().value(fingerprint);
        learner.apply(domain::receiveReview(learner.context(), u"third"_s, received(), key));
        QCOMPARE(learner.progress.keys().value(fingerprint), confirmed);

        domain::PinnedKey wrong = publicKey();
        wrong.key.chop(1);
        const auto refused = domain::receiveReview(learner.context(), u"fourth"_s, received(), domain::KeyToPin { fingerprint, wrong });
        QCOMPARE(refused.error().code, ErrorCode::InvalidText);
    }

    void anAnswerToACommentIsAnswerAlone()
    {
        Learner learner;
        const QString comment = u"c-1"_s;
        const std::vector<std::pair<std::optional<AnswerKind>, QString>> steps { { AnswerKind::Accepted, u"accept-suggestion"_s },
            { AnswerKind::Rejected, u"reject-suggestion"_s }, { AnswerKind::Resolved, u"resolve-thread"_s },
            { std::nullopt, u"reopen-suggestion"_s } };
        for (const auto& [kind, word] : steps) {
            QVERIFY(domain::canAnswerReview(learner.context(), review, comment, kind));
            const domain::Edit edit = learner.apply(domain::answerReview(learner.context(), review, comment, kind));
            QCOMPARE(domain::toString(edit.kind), word);
            QCOMPARE(edit.changes.size(), std::size_t { 1 });
            QCOMPARE(edit.subject, QString());
            QVERIFY(learner.answer(comment) == kind);
            QVERIFY(!domain::canAnswerReview(learner.context(), review, comment, kind));
            QVERIFY(domain::answerReview(learner.context(), review, comment, kind)->changes.empty());
        }
        QCOMPARE(
            domain::answerReview(learner.context(), u"nowhere"_s, comment, AnswerKind::Accepted).error().code, ErrorCode::UnknownEvidence);
        QCOMPARE(domain::answerReview(learner.context(), review, {}, AnswerKind::Accepted).error().code, ErrorCode::InvalidText);
    }

    void noAnswerWritesASignOff()
    {
        const Learner learner;
        for (const AnswerKind kind : { AnswerKind::Accepted, AnswerKind::Resolved }) {
            const auto edit = domain::answerReview(learner.context(), review, domain::decisionEntry(skill), kind);
            QCOMPARE(edit.error().code, ErrorCode::Refused);
        }
    }

    void anAcceptedApprovalIsOneEdit()
    {
        Learner learner;
        learner.finish();
        const domain::SkillMark mark = *learner.of().mark;
        domain::SignOff signOff = signOffOf(Decision::ApproveWithNotes);
        signOff.seen = { u"b"_s, u"a"_s, u"b"_s };
        QVERIFY(domain::canAcceptDecision(learner.context(), review, skill));
        const domain::Edit edit = learner.apply(domain::acceptDecision(learner.context(), review, skill, signOff, { u"first"_s }));
        QCOMPARE(edit.changes.size(), std::size_t { 2 });
        QCOMPARE(edit.subject, skill);
        QCOMPARE(domain::toString(edit.kind), u"accept-suggestion"_s);
        QCOMPARE(learner.of().signOffs.value(review).seen, QStringList({ u"a"_s, u"b"_s }));
        QCOMPARE(learner.of().signOffs.value(review).at, learner.now - 1);
        QVERIFY(learner.answer(domain::decisionEntry(skill)) == AnswerKind::Accepted);
        QCOMPARE(*learner.of().mark, mark); // an approval unticks nothing
        QVERIFY(learner.of().isItemDone(u"first"_s));
        QVERIFY(!domain::canAcceptDecision(learner.context(), review, skill));
        QVERIFY(domain::acceptDecision(learner.context(), review, skill, signOff)->changes.empty());
    }

    void aSkillThatIsSentBackIsBegunAgain_data()
    {
        QTest::addColumn<Decision>("decision");
        QTest::newRow("changes") << Decision::RequestChanges;
        QTest::newRow("rejected") << Decision::Reject;
    }

    void aSkillThatIsSentBackIsBegunAgain()
    {
        QFETCH(Decision, decision);
        Learner learner;
        learner.finish();
        const qint64 startedAt = learner.of().mark->startedAt;
        const domain::Progress before = learner.progress;
        const domain::Edit edit
            = learner.apply(domain::acceptDecision(learner.context(), review, skill, signOffOf(decision), { u"second"_s, u"second"_s }));
        QVERIFY(learner.of().mark->mark == Mark::Started);
        QCOMPARE(learner.of().mark->startedAt, startedAt);
        QVERIFY(learner.of().isItemDone(u"first"_s) && !learner.of().isItemDone(u"second"_s));
        QCOMPARE(learner.of().items.value(u"second"_s).evidence.size(), 1); // it stays to be mended
        QVERIFY(domain::applyTo(learner.progress, domain::inverse(edit)));
        QCOMPARE(learner.progress, before);
    }

    void aDecisionThatDoesNotFitIsRefused()
    {
        const Learner learner;
        const auto context = learner.context();
        const domain::SignOff back = signOffOf(Decision::RequestChanges);
        QCOMPARE(domain::acceptDecision(context, u"nowhere"_s, skill, back).error().code, ErrorCode::UnknownEvidence);
        QCOMPARE(domain::acceptDecision(context, review, u"moon"_s, back).error().code, ErrorCode::UnknownSkill);
        QCOMPARE(domain::acceptDecision(context, review, skill, back, { u"third"_s }).error().code, ErrorCode::UnknownItem);
        domain::SignOff forged = signOffOf(Decision::Approve);
        forged.signature = SignatureState::Bad;
        QCOMPARE(domain::acceptDecision(context, review, skill, forged).error().code, ErrorCode::BadSignature);
        QVERIFY(!domain::canAcceptDecision(context, review, u"moon"_s));
        QVERIFY(!domain::canAcceptDecision(context, u"nowhere"_s, skill));
    }

    void rejectingTakesAnEarlierSignOffAway()
    {
        Learner learner;
        learner.apply(domain::acceptDecision(learner.context(), review, skill, signOffOf(Decision::Approve)));
        QVERIFY(domain::canRejectDecision(learner.context(), review, skill));
        const domain::Edit edit = learner.apply(domain::rejectDecision(learner.context(), review, skill));
        QCOMPARE(domain::toString(edit.kind), u"reject-suggestion"_s);
        QCOMPARE(edit.subject, skill);
        QVERIFY(learner.of().signOffs.isEmpty());
        QVERIFY(learner.answer(domain::decisionEntry(skill)) == AnswerKind::Rejected);
        QVERIFY(!domain::canRejectDecision(learner.context(), review, skill));
        learner.apply(domain::acceptDecision(learner.context(), review, skill, signOffOf(Decision::Approve)));
        learner.apply(domain::answerReview(learner.context(), review, domain::decisionEntry(skill), std::nullopt));
        QVERIFY(learner.of().signOffs.isEmpty());
        QVERIFY(!learner.answer(domain::decisionEntry(skill)));
    }

    void aKeyIsPinnedConfirmedAndForgotten()
    {
        Learner learner;
        const domain::Edit pinned = learner.apply(domain::pinKey(learner.context(), fingerprint, publicKey()));
        QCOMPARE(domain::toString(pinned.kind), u"trust-key"_s);
        QCOMPARE(pinned.subject, u"Grace"_s);
        domain::PinnedKey other = publicKey();
        other.name = u"Mallory"_s;
        QVERIFY(domain::pinKey(learner.context(), fingerprint, other)->changes.empty());
        QVERIFY(domain::canConfirmKey(learner.context(), fingerprint));
        learner.apply(domain::confirmKey(learner.context(), fingerprint));
        QVERIFY(learner.progress.keys().value(fingerprint).confirmed);
        QVERIFY(!domain::canConfirmKey(learner.context(), fingerprint));
        QVERIFY(domain::confirmKey(learner.context(), fingerprint)->changes.empty());
        const domain::Edit forgotten = learner.apply(domain::forgetKey(learner.context(), fingerprint));
        QCOMPARE(domain::toString(forgotten.kind), u"forget-key"_s);
        QCOMPARE(forgotten.subject, u"Grace"_s);
        QVERIFY(learner.progress.keys().isEmpty());
        QVERIFY(!domain::canForgetKey(learner.context(), fingerprint));
        QCOMPARE(domain::forgetKey(learner.context(), fingerprint).error().code, ErrorCode::UnknownEvidence);
        QCOMPARE(domain::confirmKey(learner.context(), fingerprint).error().code, ErrorCode::UnknownEvidence);
        QCOMPARE(domain::pinKey(learner.context(), {}, publicKey()).error().code, ErrorCode::InvalidText);
    }

    /// Whatever is done with reviews, in whatever order: what was not accepted has no sign-off, and every step can be taken back.
    void aSignOffComesOfAnAcceptanceAlone()
    {
        QVERIFY(rc::check("a sign-off stands beside the answer accepted", [](quint64 seed) {
            std::mt19937_64 engine(seed);
            const auto below = [&engine](int limit) { return static_cast<int>(engine() % static_cast<quint64>(limit)); };
            const std::vector<std::optional<AnswerKind>> answers { AnswerKind::Accepted, AnswerKind::Rejected, AnswerKind::Resolved,
                std::nullopt };
            Learner learner;
            learner.apply(domain::receiveReview(learner.context(), u"second"_s, received("{}")));
            const QStringList skills { u"base"_s, u"middle"_s };
            for (int i = 0; i < 25; ++i) {
                const QString of = below(2) == 0 ? review : u"second"_s;
                const QString at = skills.at(below(2));
                domain::Result<domain::Edit> edit;
                switch (below(4)) {
                case 0:
                    edit = domain::acceptDecision(learner.context(), of, at, signOffOf(static_cast<Decision>(below(4))), { u"first"_s });
                    break;
                case 1:
                    edit = domain::rejectDecision(learner.context(), of, at);
                    break;
                case 2:
                    edit = domain::finishSkill(learner.context(), at);
                    break;
                default:
                    edit = domain::answerReview(
                        learner.context(), of, domain::decisionEntry(at), answers[static_cast<std::size_t>(below(4))]);
                }
                if (edit) {
                    const domain::Progress before = learner.progress;
                    domain::Progress undone = before;
                    RC_ASSERT(domain::applyTo(undone, *edit) && domain::applyTo(undone, domain::inverse(*edit)));
                    RC_ASSERT(undone == before);
                    learner.apply(edit);
                }
            }
            for (const QString& of : learner.progress.reviews().keys()) {
                for (const QString& at : skills) {
                    const auto all = learner.progress.answersTo(of);
                    const bool isAccepted
                        = all.contains(domain::decisionEntry(at)) && all.value(domain::decisionEntry(at)).kind == AnswerKind::Accepted;
                    RC_ASSERT(learner.progress.skill(at).signOffs.contains(of) == isAccepted);
                }
            }
        }));
    }
};

QTEST_APPLESS_MAIN(tst_EditsOfReview)
#include "tst_EditsOfReview.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CleanText.h>
#include <exchange/ReviewDocument.h>

#include <PlanFixture.h>

/// A small review that says a bit of everything, and random ones.
namespace waymark::fixture {

inline const QString reviewedPlan = u"33333333-3333-4333-8333-333333333333"_s;
inline const QString reviewedRevision = QString(64, u'a');

/// `plan` and `revision` are those of the plan that it answers, where a test has one.
inline exchange::ReviewDocument review(const QString& plan = reviewedPlan, const QString& revision = reviewedRevision)
{
    using namespace exchange;
    ReviewDocument made;
    made.review = u"44444444-4444-4444-8444-444444444444"_s;
    made.plan = plan;
    made.revision = revision;
    made.reviewer = { u"Grace Example"_s, ReviewerRole::Mentor, {}, {} };
    made.created = november;
    made.comments = { { u"c-1"_s, u"base-a"_s, u"part-1"_s, CommentKind::Blocker, u"The output shows no error case.\nTry an empty file."_s,
                          false, {} },
        { u"c-2"_s, u"base-a"_s, {}, CommentKind::Praise, u"Good names."_s, false, {} },
        { u"c-3"_s, {}, {}, CommentKind::Improvement, u"Plan one evening a week for tests."_s, true, {} } };
    made.decisions = { { u"base-a"_s, Decision::ApproveWithNotes, u"It holds."_s, { { u"works"_s, 3, {} }, { u"understood"_s, 2, {} } },
                           { QString(64, u'1'), QString(64, u'2') }, {}, {} },
        { u"base-b"_s, Decision::RequestChanges, u"Show the second case."_s, {}, {}, {}, {} } };
    made.overall = { Decision::ApproveWithNotes, u"On a good way."_s, {} };
    return made;
}

inline exchange::ExtraFields anyExtra()
{
    exchange::ExtraFields extra;
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
        extra.insert(
            u"x-%1"_s.arg(i), *rc::gen::element(QByteArray("null"), QByteArray("[1,2.5,{\"b\":\"\u00e9\"}]"), QByteArray("\"\\n\"")));
    }
    return extra;
}

inline QString anyHash()
{
    return QString(63, *rc::gen::element(u'0', u'9', u'b', u'f')) + *rc::gen::element(u'1', u'e');
}

inline exchange::ReviewDecision anyDecision(int number)
{
    exchange::ReviewDecision made;
    made.skill = u"skill-%1"_s.arg(number);
    made.decision = static_cast<Decision>(*rc::gen::inRange(0, 4));
    made.text = *anyText();
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        made.rubric.push_back({ u"criterion-%1"_s.arg(i), *rc::gen::inRange(0, 4), anyExtra() });
        made.seen.append(anyHash());
    }
    made.endorsement = *rc::gen::element(QString(), u"eyJ0.e30.c2ln_-"_s);
    made.extra = anyExtra();
    return made;
}

inline exchange::ReviewComment anyComment(int number)
{
    exchange::ReviewComment made;
    made.id = u"c-%1"_s.arg(number);
    made.skill = *rc::gen::element(QString(), u"base-a"_s, u"gone-x"_s);
    made.item = made.skill.isEmpty() ? QString() : *rc::gen::element(QString(), u"part-1"_s);
    made.kind = static_cast<exchange::CommentKind>(*rc::gen::inRange(0, 3));
    made.text = *anyText();
    made.resolved = *rc::gen::arbitrary<bool>();
    made.extra = anyExtra();
    return made;
}

/// Without a signature and without a source: as a form makes it.
inline exchange::ReviewDocument anyReview()
{
    exchange::ReviewDocument made;
    made.review = anyUuid();
    made.plan = anyUuid();
    made.revision = anyHash();
    made.reviewer = { exchange::cleanLine(*anyText()), *rc::gen::element(ReviewerRole::Mentor, ReviewerRole::Peer),
        *rc::gen::element(QString(), anyHash()), anyExtra() };
    made.created = anyMoment();
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        made.comments.push_back(anyComment(i));
        made.decisions.push_back(anyDecision(i));
    }
    made.overall.text = *anyText();
    made.overall.extra = anyExtra();
    if (*rc::gen::arbitrary<bool>()) {
        made.overall.decision = static_cast<Decision>(*rc::gen::inRange(0, 4));
    }
    made.extra = anyExtra();
    return made;
}

} // namespace waymark::fixture

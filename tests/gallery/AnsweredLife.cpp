// SPDX-License-Identifier: GPL-3.0-or-later
#include "AnsweredLife.h"

#include <domain/ReviewEdits.h>
#include <exchange/ReviewMerge.h>
#include <exchange/ReviewReader.h>
#include <exchange/ReviewSignature.h>
#include <exchange/ReviewWriter.h>
#include <exchange/Rubric.h>
#include <exchange/SigningKey.h>

#include <optional>

using namespace Qt::StringLiterals;

namespace waymark::gallery {

using domain::Decision;
using exchange::CommentKind;
using exchange::ReviewDocument;

namespace {

constexpr qint64 day = 24LL * 60 * 60 * 1000;

void apply(session::Workspace& workspace, const domain::Result<domain::Edit>& edit)
{
    if (!workspace.apply(edit)) {
        qFatal("gallery: an edit of the round trip failed");
    }
}

QStringList evidenceOf(const session::Workspace& workspace, const QString& skill)
{
    QStringList hashes;
    for (const domain::ItemProgress& item : workspace.progress().skill(skill).items) {
        for (const domain::Evidence& proof : item.evidence) {
            hashes.append(domain::hashOf(proof));
        }
    }
    return hashes;
}

ReviewDocument reviewBy(const session::Workspace& workspace, const QString& name, int number, int daysAgo)
{
    ReviewDocument review;
    review.review = u"00000000-0000-4000-8000-00000000000%1"_s.arg(number);
    review.plan = *workspace.libraryId();
    review.revision = QString(64, u'a');
    review.reviewer = { name, domain::ReviewerRole::Mentor, {}, {} };
    review.created = workspace.now() - daysAgo * day;
    return review;
}

ReviewDocument receive(session::Workspace& workspace, ReviewDocument review, std::optional<char> seed = {})
{
    if (seed) {
        review = *exchange::signedReview(review, exchange::SigningKey::fromSeed(QByteArray(32, *seed), review.reviewer.name));
    }
    review = *exchange::readReview(exchange::reviewToJson(review), u"gallery"_s);
    apply(workspace, exchange::arrivalOf(workspace.context(), review.plan, {}, review, u"gallery"_s)->edit);
    return review;
}

void accept(session::Workspace& workspace, const ReviewDocument& review, const QString& entry)
{
    apply(workspace, exchange::acceptEntry(workspace.context(), review, entry));
}

/// Another text for the evidence of a line.
void write(session::Workspace& workspace, const QString& skill, const QString& line, const QString& text)
{
    const QString proof = workspace.progress().skill(skill).items.value(line).evidence.firstKey();
    apply(workspace,
        domain::changeEvidence(workspace.context(), skill, line, proof, domain::Evidence { domain::EvidenceKind::Commit, text, 0 }));
}

/// A fellow learner approved of what is written differently now.
void liveFirst(session::Workspace& workspace, const QString& git, const QString& line)
{
    write(workspace, git, line, u"1d77e20 Undo the price change"_s);
    ReviewDocument first = reviewBy(workspace, u"Linus"_s, 1, 9);
    first.reviewer.role = domain::ReviewerRole::Peer;
    first.decisions = { { git, Decision::Approve, u"Your commits read like a story."_s, {}, evidenceOf(workspace, git), {}, {} } };
    first.overall.text = u"I would merge this."_s;
    first = receive(workspace, first);
    accept(workspace, first, domain::decisionEntry(git));
    accept(workspace, first, domain::overallEntry);
    write(workspace, git, line, u"9be0c11 Undo the price change, with a test"_s);
}

void liveSecond(session::Workspace& workspace)
{
    ReviewDocument second = reviewBy(workspace, u"Ada Example"_s, 2, 5);
    second.decisions = { { u"db-relational-model"_s, Decision::ApproveWithNotes, u"The keys are right. Name them alike everywhere."_s, {},
        {}, {}, {} } };
    second.comments = { { u"a-1"_s, u"sys-terminal-files"_s, {}, CommentKind::Praise, u"Short and to the point."_s, false, {} } };
    second = receive(workspace, second, 'a');
    apply(workspace, domain::confirmKey(workspace.context(), exchange::fingerprintOf(second.signature->key)));
    accept(workspace, second, domain::decisionEntry(u"db-relational-model"_s));
    accept(workspace, second, u"a-1"_s);
}

void liveThird(session::Workspace& workspace, const QString& git, const QStringList& lines)
{
    ReviewDocument third = reviewBy(workspace, u"Grace Example"_s, 3, 1);
    third.comments = { { u"g-1"_s, git, lines.value(1), CommentKind::Blocker,
                           u"The hash is from a branch that is gone. Push it again, or show the log of the merge."_s, false, {} },
        { u"g-2"_s, git, {}, CommentKind::Improvement, u"Write the reason into the message, not only what was done."_s, false, {} },
        { u"g-3"_s, u"lang-basics"_s, {}, CommentKind::Praise, u"Clear names throughout."_s, false, {} },
        { u"g-4"_s, {}, {}, CommentKind::Improvement, u"Plan one evening a week for tests."_s, false, {} } };
    third.decisions = { { git, Decision::RequestChanges, u"Nearly there: the second line is not shown yet."_s,
                            { { exchange::skillRubric().front().id, 2, {} } }, evidenceOf(workspace, git), {}, {} },
        { u"lang-basics"_s, Decision::Approve, u"I saw it run."_s, {}, {}, {}, {} } };
    third.overall = { Decision::ApproveWithNotes, u"On a good way. Two things to look at before the next stage."_s, {} };
    receive(workspace, third, 'g');
}

} // namespace

void beAnswered(session::Workspace& workspace)
{
    const QString git = u"vcs-git-basics"_s;
    QStringList lines;
    for (const domain::ChecklistItem& item : workspace.roadmap().find(git)->checklist) {
        lines.append(item.id);
    }
    liveFirst(workspace, git, lines.front());
    liveSecond(workspace);
    liveThird(workspace, git, lines);
    apply(workspace, domain::askMentor(workspace.context(), git, u"When would you rebase instead of merging?"_s));
    apply(workspace, domain::scoreSkill(workspace.context(), git, exchange::skillRubric().front().id, 2));
}

} // namespace waymark::gallery

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PageParts.h>

#include <exchange/PlanLimits.h>
#include <exchange/ReviewMerge.h>
#include <exchange/SigningKey.h>
#include <ui/planpage/PageBody.h>
#include <ui/planpage/PageWords.h>
#include <ui/words/ReviewWords.h>
#include <ui/planpage/PageWriter.h>
#include <ui/planpage/PlanDigest.h>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::PlanSkill;
using exchange::ReviewComment;
using exchange::ReviewDecision;
using exchange::ReviewDocument;

namespace {

constexpr qsizetype shortFingerprint = 16;
constexpr qsizetype mostBytes = exchange::limits::planPageBytes / 4; ///< of all entries; the page holds the reviews as data as well

QString lookOf(exchange::CommentKind kind)
{
    return kind == exchange::CommentKind::Blocker ? u"comment-kind blocker"_s
        : kind == exchange::CommentKind::Praise   ? u"comment-kind praise"_s
                                                  : u"comment-kind improvement"_s;
}

/// What earlier reviews said and what became of it: of decisions by what stands in the plan, of comments by a later word on the same one.
class ReviewsPart
{
    Q_DECLARE_TR_FUNCTIONS(PlanPage)

public:
    explicit ReviewsPart(const PageContext& context)
        : m_context(context)
        , m_page(context.page)
        , m_digest(context.digest)
    {
        for (const ReviewDocument& review : context.reviews) {
            m_closed.add(review, context.digest.plan().created);
        }
    }

    void write();

private:
    void review(const ReviewDocument& review, std::size_t number);
    [[nodiscard]] bool hasRoom(); ///< for one more entry; else it is counted as left out
    void head(const ReviewDocument& review) const;
    void decision(const ReviewDocument& review, const ReviewDecision& decision) const;
    void comment(const ReviewDocument& review, const ReviewComment& comment) const;
    void place(const QString& skill, const QString& item) const;
    [[nodiscard]] QString outcomeOf(const ReviewDocument& review, const ReviewDecision& decision) const;

    const PageContext& m_context;
    PageWriter& m_page;
    const PlanDigest& m_digest;
    exchange::ClosedThreads m_closed;
    qsizetype m_begin = 0; ///< of the section, in bytes of the page
    int m_leftOut = 0;
};

bool ReviewsPart::hasRoom()
{
    const bool has = m_page.bytes().size() - m_begin < mostBytes;
    m_leftOut += has ? 0 : 1;
    return has;
}

void ReviewsPart::write()
{
    m_begin = m_page.bytes().size();
    const PageWriter::Element section(m_page, "section", { { "id", u"reviews"_s }, { "aria-labelledby", u"heading-reviews"_s } });
    m_page.put("h2", tr("Earlier reviews"), { { "id", u"heading-reviews"_s } });
    if (m_context.reviews.empty()) {
        m_page.put("p", tr("There are none yet. Yours would be the first."), { { "class", u"quiet"_s } });
        return;
    }
    for (std::size_t i = m_context.reviews.size(); i > 0; --i) {
        review(m_context.reviews[i - 1], i);
    }
    if (m_leftOut > 0) {
        m_page.put("p", tr("%n more entry(s) of earlier reviews are in this file; Waymark shows them.", nullptr, m_leftOut),
            { { "class", u"quiet"_s } });
    }
}

void ReviewsPart::head(const ReviewDocument& review) const
{
    const PageWriter::Element line(m_page, "p", { { "class", u"quiet"_s } });
    m_page.phrase(tr("Reviewed as a %1, on %2.", "mentor or fellow learner; date"),
        { [&](PageWriter& page) { page.text(PageWords::role(review.reviewer.role)); },
            [&](PageWriter&) { writeTime(m_context, review.created); } });
    m_page.text(u" "_s);
    if (review.signature) {
        m_page.phrase(tr("Signed with the key %1.", "first signs of a fingerprint"),
            { [&](PageWriter& page) { page.put("code", exchange::fingerprintOf(review.signature->key).left(shortFingerprint)); } });
    } else {
        m_page.text(tr("Not signed."));
    }
    if (!review.revision.isEmpty() && review.revision != m_digest.plan().revision) {
        m_page.text(u" "_s);
        m_page.text(tr("It looked at an earlier revision of this plan."));
    }
}

void ReviewsPart::review(const ReviewDocument& review, std::size_t number)
{
    const QString id = u"review-%1"_s.arg(number);
    const PageWriter::Element article(m_page, "article", { { "class", u"review"_s }, { "aria-labelledby", id } });
    m_page.put(
        "h3", review.reviewer.name.isEmpty() ? namePart(tr("A review without a name")) : namePart(review.reviewer.name), { { "id", id } });
    head(review);
    if (review.overall.decision || !review.overall.text.isEmpty()) {
        const PageWriter::Element overall(m_page, "div", { { "class", u"overall"_s } });
        if (review.overall.decision) {
            m_page.put("p", tr("The plan as a whole: %1", "decision").arg(ReviewWords::decision(*review.overall.decision)));
        }
        const PageWriter::Element text(m_page, "div", { { "class", u"prose"_s }, { "dir", u"auto"_s } });
        writeBody(m_page, review.overall.text);
    }
    if (review.decisions.empty() && review.comments.empty()) {
        return;
    }
    const PageWriter::Element list(m_page, "ul", { { "class", u"review-entries"_s } });
    for (const ReviewDecision& each : review.decisions) {
        if (hasRoom()) {
            decision(review, each);
        }
    }
    for (const ReviewComment& each : review.comments) {
        if (hasRoom()) {
            comment(review, each);
        }
    }
}

void ReviewsPart::place(const QString& skill, const QString& item) const
{
    if (skill.isEmpty()) {
        m_page.put("span", tr("the plan as a whole"));
        return;
    }
    const PlanSkill* found = m_digest.skill(skill);
    const QString title = m_digest.titleOf(skill);
    const PageWriter::Part name = found != nullptr && hasSection(*found) ? linkPart(linkTo(skill), title) : namePart(title);
    QString text;
    if (found != nullptr) {
        for (const exchange::PlanItem& each : found->checklist) {
            text = each.id == item ? each.text : text;
        }
    }
    if (text.isEmpty()) {
        name(m_page);
    } else {
        m_page.phrase(tr("%1: %2", "skill: item of its checklist"), { name, namePart(text) });
    }
}

QString ReviewsPart::outcomeOf(const ReviewDocument& review, const ReviewDecision& decision) const
{
    const PlanSkill* skill = m_digest.skill(decision.skill);
    if (skill == nullptr || !skill->signOff) {
        return tr("Not taken over by the learner");
    }
    if (skill->signOff->review != review.review) {
        return tr("Another decision stands");
    }
    return skill->signOff->isVoid ? tr("Taken over; the evidence has changed since") : tr("Taken over by the learner");
}

void ReviewsPart::decision(const ReviewDocument& review, const ReviewDecision& decision) const
{
    const PageWriter::Element entry(m_page, "li", {});
    {
        const PageWriter::Element line(m_page, "p", {});
        m_page.put("strong", ReviewWords::decision(decision.decision));
        m_page.text(u" "_s);
        place(decision.skill, {});
        m_page.text(u" "_s);
        m_page.put("span", outcomeOf(review, decision), { { "class", u"chip"_s } });
    }
    if (!decision.text.isEmpty()) {
        const PageWriter::Element text(m_page, "div", { { "class", u"prose"_s }, { "dir", u"auto"_s } });
        writeBody(m_page, decision.text);
    }
}

void ReviewsPart::comment(const ReviewDocument& review, const ReviewComment& comment) const
{
    const bool isClosed = comment.resolved || m_closed.contains(review, m_context.digest.plan().created, comment.id);
    const PageWriter::Element entry(m_page, "li", { { "data-comment", comment.id } });
    {
        const PageWriter::Element line(m_page, "p", {});
        m_page.put("strong", ReviewWords::comment(comment.kind), { { "class", lookOf(comment.kind) } });
        m_page.text(u" "_s);
        place(comment.skill, comment.item);
        m_page.text(u" "_s);
        if (comment.kind != exchange::CommentKind::Praise) {
            m_page.put("span", isClosed ? tr("Resolved") : tr("Open"), { { "class", u"chip"_s } });
        }
    }
    const PageWriter::Element text(m_page, "div", { { "class", u"prose"_s }, { "dir", u"auto"_s } });
    writeBody(m_page, comment.text);
}

} // namespace

void writeReviews(const PageContext& context)
{
    ReviewsPart(context).write();
}

} // namespace waymark::ui

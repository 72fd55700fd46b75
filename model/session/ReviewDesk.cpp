// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/ReviewDesk.h>

#include <domain/AtomicFile.h>
#include <exchange/Credentials.h>
#include <exchange/PlanLimits.h>
#include <exchange/PlanReviews.h>
#include <exchange/ReviewMerge.h>
#include <exchange/ReviewReader.h>
#include <exchange/ReviewSignature.h>
#include <exchange/ReviewWriter.h>
#include <exchange/SigningKey.h>
#include <session/PlanFiles.h>

#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::session {

using domain::Decision;
using domain::ErrorCode;
using domain::Result;
using exchange::PlanDocument;
using exchange::PlanSkill;
using exchange::ReviewComment;
using exchange::ReviewDecision;
using exchange::ReviewDocument;

namespace {

constexpr std::size_t mostSteps = 500;

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

template <class Decisions> auto findDecision(Decisions& decisions, const QString& skill)
{
    return std::ranges::find_if(decisions, [&skill](const ReviewDecision& decision) { return decision.skill == skill; });
}

bool isSignedWith(const ReviewDocument& review, const exchange::SigningKey* key)
{
    return key == nullptr ? !review.signature : review.signature && review.signature->key == key->publicKey();
}

} // namespace

Result<std::unique_ptr<ReviewDesk>> ReviewDesk::open(const QString& file, const QString& drafts, Clock clock)
{
    return readPlanAt(file).map([&](const PlanDocument& plan) { return open(file, plan, drafts, std::move(clock)); });
}

std::unique_ptr<ReviewDesk> ReviewDesk::open(const QString& file, PlanDocument plan, const QString& drafts, Clock clock)
{
    // Made of what the ids mean, not of how they are written, so that no text of a file becomes a path.
    const QString id = QUuid::fromString(plan.plan).toString(QUuid::WithoutBraces);
    const QString revision = QString::fromLatin1(QByteArray::fromHex(plan.revision.toLatin1()).toHex().left(12));
    const QString draft = QDir(drafts).filePath(id + u'-' + revision + u".wayreview"_s);
    std::unique_ptr<ReviewDesk> desk(new ReviewDesk(file, draft, std::move(plan), std::move(clock)));
    desk->findThreads();
    desk->readDraft();
    return desk;
}

ReviewDesk::ReviewDesk(QString file, QString draftFile, exchange::PlanDocument plan, Clock clock)
    : m_file(std::move(file))
    , m_draftFile(std::move(draftFile))
    , m_plan(std::move(plan))
    , m_clock(std::move(clock))
    , m_draft(empty())
    , m_steps { m_draft }
{
}

ReviewDocument ReviewDesk::empty() const
{
    ReviewDocument review;
    review.review = newId();
    review.plan = m_plan.plan;
    review.revision = m_plan.revision;
    review.created = m_clock.now();
    return review;
}

void ReviewDesk::readDraft()
{
    if (!QFileInfo::exists(m_draftFile)) {
        return;
    }
    const Result<QByteArray> bytes = domain::readFile(m_draftFile, exchange::limits::jsonBytes);
    const Result<ReviewDocument> read = bytes ? exchange::readReviewDraft(*bytes, m_draftFile) : tl::unexpected(bytes.error());
    if (!read || read->plan != m_plan.plan) {
        m_isDraftLost = true;
        (void)domain::replaceFile(m_draftFile, m_draftFile + u".unreadable"_s);
        return;
    }
    m_draft = *read;
    m_draft.source.clear();
    m_draft.signature.reset();
    m_steps = { m_draft };
}

const PlanSkill* ReviewDesk::skill(const QString& id) const
{
    const auto found = std::ranges::find_if(m_plan.skills, [&id](const PlanSkill& skill) { return skill.id == id; });
    return found == m_plan.skills.end() ? nullptr : &*found;
}

QStringList ReviewDesk::submitted() const
{
    QStringList ids;
    for (const PlanSkill& skill : m_plan.skills) {
        if (skill.submitted) {
            ids.append(skill.id);
        }
    }
    return ids;
}

QString ReviewDesk::nextSubmitted(const QString& from, int step) const
{
    const auto count = static_cast<int>(m_plan.skills.size());
    const auto found = std::ranges::find_if(m_plan.skills, [&from](const PlanSkill& skill) { return skill.id == from; });
    const int start = found == m_plan.skills.end() ? (step > 0 ? -1 : count) : static_cast<int>(found - m_plan.skills.begin());
    for (int i = 1; i <= count; ++i) {
        const int at = ((start + step * i) % count + count) % count;
        const PlanSkill& skill = m_plan.skills[static_cast<std::size_t>(at)];
        if (skill.submitted && skill.id != from) {
            return skill.id;
        }
    }
    return {};
}

std::vector<ReviewComment> ReviewDesk::commentsOn(const QString& skill, const QString& item) const
{
    std::vector<ReviewComment> comments;
    std::ranges::copy_if(m_draft.comments, std::back_inserter(comments),
        [&](const ReviewComment& comment) { return comment.skill == skill && comment.item == item && !comment.resolved; });
    return comments;
}

const ReviewDecision* ReviewDesk::decisionOn(const QString& skill) const
{
    const auto found = findDecision(m_draft.decisions, skill);
    return found == m_draft.decisions.end() ? nullptr : &*found;
}

std::optional<int> ReviewDesk::scoreOf(const QString& skill, const QString& criterion) const
{
    const ReviewDecision* decision = decisionOn(skill);
    if (decision == nullptr) {
        return std::nullopt;
    }
    const auto found
        = std::ranges::find_if(decision->rubric, [&criterion](const exchange::RubricScore& score) { return score.criterion == criterion; });
    return found == decision->rubric.end() ? std::nullopt : std::optional(found->level);
}

void ReviewDesk::findThreads()
{
    const std::vector<ReviewDocument> reviews = exchange::reviewsOf(m_plan);
    exchange::ClosedThreads closed;
    for (const ReviewDocument& review : reviews) {
        closed.add(review, m_plan.created);
    }
    for (const ReviewDocument& review : reviews) {
        for (const ReviewComment& comment : review.comments) {
            if (!comment.resolved && comment.kind != exchange::CommentKind::Praise
                && !closed.contains(review, m_plan.created, comment.id)) {
                m_threads.push_back({ comment, review.reviewer.name, review.signature.has_value() });
            }
        }
    }
}

QString ReviewDesk::putComment(ReviewComment comment)
{
    if (comment.id.isEmpty()) {
        comment.id = newId();
    }
    const QString id = comment.id;
    ReviewDocument draft = m_draft;
    const auto found = std::ranges::find_if(draft.comments, [&id](const ReviewComment& each) { return each.id == id; });
    if (found == draft.comments.end()) {
        draft.comments.push_back(std::move(comment));
    } else {
        *found = std::move(comment);
    }
    take(std::move(draft));
    return id;
}

void ReviewDesk::removeComment(const QString& id)
{
    ReviewDocument draft = m_draft;
    std::erase_if(draft.comments, [&id](const ReviewComment& comment) { return comment.id == id; });
    take(std::move(draft));
}

void ReviewDesk::closeThread(const QString& comment, bool closed)
{
    if (!closed) {
        removeComment(comment);
        return;
    }
    const auto found = std::ranges::find_if(m_threads, [&comment](const OpenThread& thread) { return thread.comment.id == comment; });
    if (found != m_threads.end()) {
        ReviewComment thread = found->comment;
        thread.resolved = true;
        putComment(std::move(thread));
    }
}

void ReviewDesk::decide(const QString& skill, std::optional<Decision> decision, const QString& text)
{
    ReviewDocument draft = m_draft;
    const auto found = findDecision(draft.decisions, skill);
    if (!decision) {
        if (found != draft.decisions.end()) {
            draft.decisions.erase(found);
        }
    } else if (found == draft.decisions.end()) {
        draft.decisions.push_back({ skill, *decision, text, {}, seenEvidence(this->skill(skill)), {}, {} });
    } else {
        found->decision = *decision;
        found->text = text;
    }
    take(std::move(draft));
}

void ReviewDesk::score(const QString& skill, const QString& criterion, std::optional<int> level)
{
    ReviewDocument draft = m_draft;
    const auto decision = findDecision(draft.decisions, skill);
    if (decision == draft.decisions.end()) {
        return;
    }
    std::erase_if(decision->rubric, [&criterion](const exchange::RubricScore& score) { return score.criterion == criterion; });
    if (level) {
        decision->rubric.push_back({ criterion, *level, {} });
    }
    take(std::move(draft));
}

void ReviewDesk::setOverall(std::optional<Decision> decision, const QString& text)
{
    ReviewDocument draft = m_draft;
    draft.overall.decision = decision;
    draft.overall.text = text;
    take(std::move(draft));
}

void ReviewDesk::setReviewer(const QString& name, domain::ReviewerRole role)
{
    ReviewDocument draft = m_draft;
    draft.reviewer.name = name;
    draft.reviewer.role = role;
    take(std::move(draft));
}

void ReviewDesk::discard()
{
    ReviewDocument draft = empty();
    draft.reviewer = m_draft.reviewer;
    take(std::move(draft));
}

void ReviewDesk::take(ReviewDocument draft)
{
    if (draft == m_draft) {
        return;
    }
    m_steps.resize(m_at + 1);
    if (m_steps.size() == mostSteps) {
        m_steps.erase(m_steps.begin());
    }
    m_steps.push_back(std::move(draft));
    show(m_steps.size() - 1);
}

void ReviewDesk::show(std::size_t step)
{
    m_at = step;
    if (std::exchange(m_sent, {})) {
        for (const QString id = newId(); ReviewDocument & each : m_steps) {
            each.review = id;
        }
    }
    m_draft = m_steps[step];
    write();
    Q_EMIT changed();
}

void ReviewDesk::undo()
{
    if (canUndo()) {
        show(m_at - 1);
    }
}

void ReviewDesk::redo()
{
    if (canRedo()) {
        show(m_at + 1);
    }
}

void ReviewDesk::write()
{
    m_failure.reset();
    if (const Result<void> written = writeDraft(); !written) {
        m_failure = written.error();
        Q_EMIT failed(written.error());
    }
}

void ReviewDesk::keep()
{
    if (m_failure) {
        write();
    }
}

Result<void> ReviewDesk::writeDraft() const
{
    const QString folder = QFileInfo(m_draftFile).absolutePath();
    if (Result<void> made = domain::makeFolder(folder); !made) {
        return made;
    }
    return domain::writeFileAtomically(m_draftFile, exchange::reviewToJson(m_draft));
}

Result<ReviewDocument> ReviewDesk::finished(const exchange::SigningKey* key) const
{
    if (!gaps().empty()) {
        return domain::failure(ErrorCode::Refused, m_file, u"the review is not complete"_s);
    }
    if (m_sent && isSignedWith(*m_sent, key)) {
        return *m_sent;
    }
    ReviewDocument review = m_draft;
    review.review = m_sent ? newId() : review.review;
    review.created = m_clock.now();
    for (ReviewDecision& decision : review.decisions) {
        decision.seen = seenEvidence(skill(decision.skill));
    }
    Result<ReviewDocument> read = key == nullptr ? exchange::readReview(exchange::reviewToJson(review))
                                                 : exchange::signedReview(exchange::endorsed(std::move(review), *key), *key);
    if (!read) {
        return domain::failure(ErrorCode::Refused, {}, read.error().detail);
    }
    read->source.clear();
    return read;
}

Result<void> ReviewDesk::send(const QString& file, const exchange::SigningKey* key)
{
    const Result<ReviewDocument> review = finished(key);
    if (!review) {
        return tl::unexpected(review.error());
    }
    if (Result<void> written = domain::writeFileAtomically(file, exchange::reviewToJson(*review)); !written) {
        return written;
    }
    m_sent = *review;
    m_failure.reset();
    if (QFileInfo::exists(m_draftFile)) {
        (void)domain::removeFile(m_draftFile);
    }
    return {};
}

} // namespace waymark::session

// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/ReviewShelf.h>

#include <exchange/PlanHistory.h>
#include <exchange/ReviewReader.h>
#include <session/PlanFiles.h>
#include <session/PlanMaking.h>

#include <algorithm>

namespace waymark::session {

using domain::Result;
using exchange::ReviewDocument;
using exchange::ReviewEntry;

int ReviewLetter::open() const
{
    return static_cast<int>(std::ranges::count_if(entries, &ReviewEntry::isOpen));
}

std::shared_ptr<const ReviewDocument> ReviewShelf::document(const QString& review) const
{
    const auto received = m_workspace.progress().reviews().constFind(review);
    if (received == m_workspace.progress().reviews().cend()) {
        return nullptr;
    }
    const auto known = m_documents.constFind(review);
    if (known != m_documents.cend() && known->json == received->json) { // undo can make room for another one of that id
        return known->review;
    }
    const Result<ReviewDocument> read = exchange::readReview(received->json, review);
    if (!read) {
        return nullptr;
    }
    return m_documents.insert(review, { received->json, std::make_shared<const ReviewDocument>(*read) })->review;
}

ReviewLetter ReviewShelf::letterOf(const QString& id, const exchange::ClosedThreads& closed) const
{
    const domain::Progress& progress = m_workspace.progress();
    ReviewLetter letter;
    letter.id = id;
    letter.review = document(id);
    letter.arrived = progress.reviews().value(id).at;
    letter.signature = exchange::signatureIn(progress, *letter.review);
    letter.entries = exchange::entriesOf(m_workspace.roadmap(), progress, *letter.review, closed);
    letter.since = exchange::historySince(progress, std::min(letter.review->created, letter.arrived), m_workspace.zone());
    letter.isFromFuture = exchange::isFromFuture(*letter.review, letter.arrived);
    letter.hasOtherKey = exchange::hasOtherKey(progress, *letter.review);
    letter.keyOwner = exchange::keyOwner(progress, *letter.review);
    return letter;
}

std::vector<ReviewLetter> ReviewShelf::letters() const
{
    const auto& reviews = m_workspace.progress().reviews();
    if (reviews.isEmpty()) {
        return {};
    }
    std::vector<std::pair<qint64, QString>> order; // oldest first
    exchange::ClosedThreads closed;
    for (auto review = reviews.cbegin(); review != reviews.cend(); ++review) {
        if (const auto read = document(review.key())) {
            order.emplace_back(std::min(review->created, review->at), review.key());
            closed.add(*read, review->at);
        }
    }
    std::ranges::sort(order, std::greater {});
    std::vector<ReviewLetter> letters;
    for (const auto& [at, id] : order) {
        letters.push_back(letterOf(id, closed));
    }
    return letters;
}

std::optional<ReviewLetter> ReviewShelf::letter(const QString& review) const
{
    for (ReviewLetter& letter : letters()) {
        if (letter.id == review) {
            return std::move(letter);
        }
    }
    return std::nullopt;
}

int ReviewShelf::open() const
{
    int open = 0;
    for (const ReviewLetter& letter : letters()) {
        open += letter.open();
    }
    return open;
}

std::vector<ReviewThread> ReviewShelf::threadsOn(const QString& skill) const
{
    std::vector<ReviewThread> threads;
    for (const ReviewLetter& letter : letters()) {
        for (const ReviewEntry& entry : letter.entries) {
            if (entry.skill == skill) {
                threads.push_back({ letter.id, letter.review->reviewer.name, letter.review->created, entry });
            }
        }
    }
    return threads;
}

QString ReviewShelf::revision() const
{
    const Result<exchange::PlanDocument> plan = planOf(m_workspace);
    return plan ? plan->revision : QString();
}

Result<ArrivedReview> ReviewShelf::read(const QString& path) const
{
    return readReviewAt(path).and_then([&](ReviewDocument review) { return judge(std::move(review), path); });
}

Result<ArrivedReview> ReviewShelf::judge(ReviewDocument review, const QString& path) const
{
    const Result<QString> plan = m_workspace.libraryId();
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    Result<exchange::ReviewArrival> arrival = exchange::arrivalOf(m_workspace.context(), *plan, revision(), review, path);
    if (!arrival) {
        return tl::unexpected(arrival.error());
    }
    return ArrivedReview { std::move(review), std::move(*arrival) };
}

Result<domain::Edit> ReviewShelf::act(Act build, const QString& review, const QString& entry)
{
    const std::shared_ptr<const ReviewDocument> read = document(review);
    if (!read) {
        return m_workspace.apply(domain::failure(domain::ErrorCode::UnknownEvidence, review));
    }
    return m_workspace.apply(build(m_workspace.context(), *read, entry));
}

Result<domain::Edit> ReviewShelf::accept(const QString& review, const QString& entry)
{
    return act(exchange::acceptEntry, review, entry);
}

Result<domain::Edit> ReviewShelf::reject(const QString& review, const QString& entry)
{
    return act(exchange::rejectEntry, review, entry);
}

Result<domain::Edit> ReviewShelf::resolve(const QString& review, const QString& entry)
{
    return act(exchange::resolveEntry, review, entry);
}

Result<domain::Edit> ReviewShelf::reopen(const QString& review, const QString& entry)
{
    return act(exchange::reopenEntry, review, entry);
}

} // namespace waymark::session

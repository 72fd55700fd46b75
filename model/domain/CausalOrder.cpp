// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/CausalOrder.h>

#include <domain/MergeLimits.h>

#include <QHash>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace waymark::domain {

namespace {

/// The edits of a history by number, in the order of their ids, with whom each waits for and who waits for it.
struct Waiting
{
    std::vector<const KnownEdit*> edits;
    std::vector<std::vector<std::size_t>> parents;
    std::vector<std::vector<std::size_t>> children;

    explicit Waiting(const MergeHistory& history)
        : parents(history.edits.size())
        , children(history.edits.size())
    {
    }

    /// False where it was stopped.
    bool read(const MergeHistory& history, const MergeStretch& stretch)
    {
        const std::size_t all = 2 * history.edits.size();
        QHash<QString, std::size_t> numbers;
        numbers.reserve(static_cast<qsizetype>(history.edits.size()));
        for (const auto& [id, known] : history.edits) {
            if (!stretch.goesOn(edits.size(), all)) {
                return false;
            }
            numbers.insert(id, edits.size());
            edits.push_back(&known);
        }
        for (std::size_t child = 0; child < edits.size(); ++child) {
            if (!stretch.goesOn(edits.size() + child, all)) {
                return false;
            }
            for (const QString& id : edits[child]->parents) {
                if (const auto parent = numbers.constFind(id); parent != numbers.cend() && *parent != child) {
                    parents[child].push_back(*parent);
                    children[*parent].push_back(child);
                }
            }
        }
        return true;
    }

    /// Those that wait for none, the last one first.
    [[nodiscard]] std::vector<std::size_t> roots() const
    {
        std::vector<std::size_t> roots;
        for (std::size_t i = parents.size(); i-- > 0;) {
            if (parents[i].empty()) {
                roots.push_back(i);
            }
        }
        return roots;
    }
    /// How many each waits for.
    [[nodiscard]] std::vector<std::size_t> counts() const
    {
        std::vector<std::size_t> counts;
        counts.reserve(parents.size());
        std::ranges::transform(parents, std::back_inserter(counts), [](const auto& of) { return of.size(); });
        return counts;
    }
};

} // namespace

Result<CausalOrder> CausalOrder::of(const MergeHistory& history, const MergeStretch& stretch)
{
    CausalOrder order;
    return order.placeAll(history, stretch) ? Result<CausalOrder>(std::move(order)) : failure(ErrorCode::Cancelled);
}

bool CausalOrder::placeAll(const MergeHistory& history, const MergeStretch& stretch)
{
    Waiting waiting(history);
    if (!waiting.read(history, stretch.part(0, 2))) {
        return false;
    }
    const MergeStretch placing = stretch.part(1, 2);
    std::vector<std::size_t> open = waiting.counts();
    std::vector<std::size_t> ready = waiting.roots();
    std::vector<std::optional<std::size_t>> placed(waiting.edits.size());
    const auto placeNow = [&](std::size_t number) {
        std::vector<std::size_t> parents;
        for (const std::size_t parent : waiting.parents[number]) {
            if (placed[parent]) {
                parents.push_back(*placed[parent]);
            }
        }
        placed[number] = m_edits.size();
        place(*waiting.edits[number], parents);
    };
    while (!ready.empty()) {
        if (!placing.goesOn(m_edits.size(), waiting.edits.size())) {
            return false;
        }
        const std::size_t number = ready.back();
        ready.pop_back();
        placeNow(number);
        for (const std::size_t child : waiting.children[number]) {
            if (--open[child] == 0) {
                ready.push_back(child);
            }
        }
    }
    for (std::size_t number = 0; number < placed.size(); ++number) {
        if (!placed[number]) {
            placeNow(number);
        }
    }
    return true;
}

CausalOrder::Place CausalOrder::Knowledge::of(std::size_t other) const
{
    if (other == line) {
        return place;
    }
    return rest != nullptr && other < rest->size() ? (*rest)[other] : 0;
}

std::shared_ptr<const CausalOrder::Places> CausalOrder::kept(Places places)
{
    m_kept += places.size();
    m_isTooWide = m_isTooWide || m_kept > limits::knowledge;
    return m_isTooWide ? nullptr : std::make_shared<const Places>(std::move(places));
}

CausalOrder::Knowledge CausalOrder::joined(const std::vector<std::size_t>& parents)
{
    const auto knowsAll = [&](std::size_t one) {
        return std::ranges::all_of(parents, [&](std::size_t other) { return other == one || isKnownTo(other, one); });
    };
    if (const auto last = std::ranges::find_if(parents, knowsAll); last != parents.end()) {
        return m_known[*last];
    }
    Places places;
    const auto know = [&places](std::size_t line, Place place) {
        places.resize(std::max(places.size(), line + 1));
        places[line] = std::max(places[line], place);
    };
    for (const std::size_t parent : parents) {
        const Knowledge& known = m_known[parent];
        know(known.line, known.place);
        for (std::size_t line = 0; known.rest != nullptr && line < known.rest->size(); ++line) {
            know(line, known.of(line));
        }
    }
    const Place first = places.empty() ? 0 : places.front();
    return { kept(std::move(places)), 0, first };
}

/// The line that the edits before stand in, if its end is known; else another such line, or a new one. Of lines that nothing is known of
/// no end is known: they are not asked.
std::size_t CausalOrder::lineAfter(const Knowledge& known) const
{
    if (known.line < m_lengths.size() && known.of(known.line) == m_lengths[known.line]) {
        return known.line;
    }
    const std::size_t lines = known.rest == nullptr ? 0 : std::min(known.rest->size(), m_lengths.size());
    for (std::size_t line = 0; line < lines; ++line) {
        if (known.of(line) == m_lengths[line]) {
            return line;
        }
    }
    return m_lengths.size();
}

CausalOrder::Knowledge CausalOrder::inNewLine(const Knowledge& known, std::size_t line)
{
    Places places = known.rest == nullptr ? Places() : *known.rest;
    if (known.place > 0) {
        places.resize(std::max(places.size(), known.line + 1));
        places[known.line] = known.place;
    }
    return { places.empty() ? nullptr : kept(std::move(places)), line, known.of(line) };
}

void CausalOrder::place(const KnownEdit& edit, const std::vector<std::size_t>& parents)
{
    m_edits.push_back(&edit);
    m_spots.emplace_back();
    if (m_isTooWide) {
        return;
    }
    Knowledge known = joined(parents);
    if (edit.isApplied()) {
        const std::size_t line = lineAfter(known);
        m_lengths.resize(std::max(m_lengths.size(), line + 1));
        if (line != known.line) {
            known = inNewLine(known, line);
        }
        known.place = ++m_lengths[line];
        m_spots.back() = { line, known.place };
    }
    m_known.push_back(std::move(known));
}

bool CausalOrder::isKnownTo(std::size_t earlier, std::size_t later) const
{
    const Spot& spot = m_spots[earlier];
    return !m_isTooWide && earlier != later && spot.place > 0 && m_known[later].of(spot.line) >= spot.place;
}

} // namespace waymark::domain

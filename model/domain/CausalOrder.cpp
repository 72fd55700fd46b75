// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/CausalOrder.h>

#include <QHash>

#include <algorithm>

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
        QHash<QString, std::size_t> numbers;
        for (const auto& [id, known] : history.edits) {
            numbers.insert(id, edits.size());
            edits.push_back(&known);
        }
        for (std::size_t child = 0; child < edits.size(); ++child) {
            for (const QString& id : edits[child]->parents) {
                if (const auto parent = numbers.constFind(id); parent != numbers.cend() && *parent != child) {
                    parents[child].push_back(*parent);
                    children[*parent].push_back(child);
                }
            }
        }
    }
};

} // namespace

CausalOrder::CausalOrder(const MergeHistory& history)
{
    const Waiting waiting(history);
    std::vector<std::size_t> open(waiting.edits.size());
    std::vector<std::size_t> ready;
    for (std::size_t i = waiting.edits.size(); i-- > 0;) {
        open[i] = waiting.parents[i].size();
        if (open[i] == 0) {
            ready.push_back(i);
        }
    }
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
}

void CausalOrder::place(const KnownEdit& edit, const std::vector<std::size_t>& parents)
{
    std::vector<std::size_t> known;
    for (const std::size_t parent : parents) {
        const std::vector<std::size_t>& theirs = m_known[parent];
        known.resize(std::max(known.size(), theirs.size()));
        for (std::size_t i = 0; i < theirs.size(); ++i) {
            known[i] = std::max(known[i], theirs[i]);
        }
    }
    m_edits.push_back(&edit);
    m_places.emplace_back();
    if (edit.state == JournalState::Applied) {
        std::size_t line = 0;
        while (line < m_lengths.size() && (line >= known.size() || known[line] < m_lengths[line])) {
            ++line; // it does not know the last one there
        }
        m_lengths.resize(std::max(m_lengths.size(), line + 1));
        known.resize(std::max(known.size(), line + 1));
        known[line] = ++m_lengths[line];
        m_places.back() = { line, known[line] };
    }
    m_known.push_back(std::move(known));
}

bool CausalOrder::isKnownTo(std::size_t earlier, std::size_t later) const
{
    const std::vector<std::size_t>& known = m_known[later];
    const auto& [line, place] = m_places[earlier];
    return earlier != later && place > 0 && line < known.size() && known[line] >= place;
}

} // namespace waymark::domain

// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/PracticeOrder.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace waymark::domain {

namespace {

constexpr std::size_t mostCompared = 2'000; // of one card, each with each; beyond it moments have to do

/// A recall or an answer.
struct Made
{
    std::size_t edit = 0; ///< that made it
    qint64 at = 0;
    QString id;
    bool isPlaced = false;
};

std::optional<qint64> momentOf(const std::optional<Record>& record)
{
    if (const auto* recall = record ? std::get_if<Recall>(&*record) : nullptr) {
        return recall->at;
    }
    const auto* attempt = record ? std::get_if<Attempt>(&*record) : nullptr;
    return attempt == nullptr ? std::nullopt : std::optional(attempt->at);
}

/// Those of one card or question, put in order.
class Line
{
public:
    Line(std::vector<Made>& all, const CausalOrder& order, QHash<QString, qint64>& places)
        : m_all(all)
        , m_order(order)
        , m_places(places)
    {
        std::ranges::sort(m_all, [](const Made& a, const Made& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
    }

    void place()
    {
        for (Made& made : m_all) {
            place(made);
        }
    }

private:
    void place(Made& made)
    {
        if (made.isPlaced) {
            return;
        }
        made.isPlaced = true;
        for (Made& other : m_all) {
            if (!other.isPlaced && m_order.isKnownTo(other.edit, made.edit)) {
                place(other);
            }
        }
        m_places.insert(made.id, m_places.size());
    }

    std::vector<Made>& m_all;
    const CausalOrder& m_order;
    QHash<QString, qint64>& m_places;
};

} // namespace

Result<QHash<QString, qint64>> orderOf(const CausalOrder& order, const MergeStretch& stretch)
{
    const MergeStretch gathering = stretch.part(0, 2);
    std::map<std::tuple<RecordKind, QString, QString>, std::vector<Made>> practices;
    for (std::size_t i = 0; i < order.edits().size(); ++i) {
        if (!gathering.goesOn(i, order.edits().size())) {
            return failure(ErrorCode::Cancelled);
        }
        const KnownEdit& known = *order.edits()[i];
        for (const RecordChange& change : known.edit.changes) {
            if (const auto at = momentOf(change.after); at && !change.before && known.isApplied()) {
                practices[{ change.key.kind, change.key.skill, change.key.item }].push_back({ i, *at, change.key.id });
            }
        }
    }
    const MergeStretch placing = stretch.part(1, 2);
    QHash<QString, qint64> places;
    std::size_t done = 0;
    for (auto& [practice, made] : practices) {
        if (!placing.goesOn(done++, practices.size(), 1)) { // thousands of recalls of one card take a while
            return failure(ErrorCode::Cancelled);
        }
        if (made.size() <= mostCompared) {
            Line(made, order, places).place();
        }
    }
    return places;
}

} // namespace waymark::domain

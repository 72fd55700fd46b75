// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MergeHistory.h>

#include <memory>
#include <vector>

namespace waymark::domain {

/// Which of two edits was made in knowledge of the other, over whatever copies of a library. No clock is asked.
class CausalOrder
{
public:
    /// Parents that the history does not have are passed over, and so are circles, which only a forged library holds. The history must
    /// outlive what it gives. Cancelled.
    [[nodiscard]] static Result<CausalOrder> of(const MergeHistory& history, const MergeStretch& stretch = {});

    /// Edits that lie side by side in more ways than limits::knowledge: only a forged history does; then no edit is known to another.
    [[nodiscard]] bool isTooWide() const { return m_isTooWide; }
    /// The edits, each after those that it knows. Other functions name them by their index here.
    [[nodiscard]] const std::vector<const KnownEdit*>& edits() const { return m_edits; }
    /// Whether `later` was made by somebody who knew `earlier`, another edit; false for one that is not applied.
    [[nodiscard]] bool isKnownTo(std::size_t earlier, std::size_t later) const;

private:
    using Place = quint32; ///< in a line, from 1; 0 for before it
    using Places = std::vector<Place>; ///< by line; one that is not there counts 0

    // The applied edits parted in lines, in each of which every one knows those before it. An edit knows of each line all up to some place:
    // of `line` up to `place`, of the others as `rest` says, which a line shares from one edit to the next.
    struct Knowledge
    {
        std::shared_ptr<const Places> rest;
        std::size_t line = 0;
        Place place = 0;

        [[nodiscard]] Place of(std::size_t other) const;
    };

    CausalOrder() = default;
    [[nodiscard]] bool placeAll(const MergeHistory& history, const MergeStretch& stretch); ///< false where it was stopped
    void place(const KnownEdit& edit, const std::vector<std::size_t>& parents);
    [[nodiscard]] Knowledge joined(const std::vector<std::size_t>& parents);
    [[nodiscard]] Knowledge inNewLine(const Knowledge& known, std::size_t line);
    [[nodiscard]] std::size_t lineAfter(const Knowledge& known) const;
    [[nodiscard]] std::shared_ptr<const Places> kept(Places places);

    struct Spot
    {
        std::size_t line = 0;
        Place place = 0; ///< 0 if it is not applied
    };

    std::vector<const KnownEdit*> m_edits;
    std::vector<Spot> m_spots; ///< of each edit
    std::vector<Knowledge> m_known; ///< of each edit
    Places m_lengths; ///< of the lines
    std::size_t m_kept = 0; ///< places kept in all
    bool m_isTooWide = false;
};

} // namespace waymark::domain

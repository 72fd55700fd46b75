// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MergeHistory.h>

#include <utility>
#include <vector>

namespace waymark::domain {

/// Which of two edits was made in knowledge of the other, over whatever copies of a library. No clock is asked.
class CausalOrder
{
public:
    /// Parents that the history does not have are passed over, and so are circles, which only a forged library holds. The history must
    /// outlive this.
    explicit CausalOrder(const MergeHistory& history);

    /// The edits, each after those that it knows. Other functions name them by their index here.
    [[nodiscard]] const std::vector<const KnownEdit*>& edits() const { return m_edits; }
    /// Whether `later` was made by somebody who knew `earlier`, another edit; false for one that is not applied.
    [[nodiscard]] bool isKnownTo(std::size_t earlier, std::size_t later) const;

private:
    void place(const KnownEdit& edit, const std::vector<std::size_t>& parents);

    std::vector<const KnownEdit*> m_edits;
    // The applied edits parted in lines, in each of which every one knows those before it. An edit knows of each line all up to some place.
    std::vector<std::pair<std::size_t, std::size_t>> m_places; ///< of each edit: its line, and which it is there, from 1; 0 if not applied
    std::vector<std::vector<std::size_t>> m_known; ///< of each edit, by line; a line that is not there counts 0
    std::vector<std::size_t> m_lengths; ///< of the lines
};

} // namespace waymark::domain

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <vector>

namespace waymark::ui {

/// Back and forward as in a browser: a list of places and where in it we are. Going to the present place again adds nothing.
class History
{
public:
    void visit(const Place& place);
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }
    /// The place to show now. Only when canGoBack(), canGoForward().
    const Place& back();
    const Place& forward();

private:
    static constexpr std::size_t longest = 200;

    std::vector<Place> m_places;
    std::size_t m_at = 0;
};

} // namespace waymark::ui

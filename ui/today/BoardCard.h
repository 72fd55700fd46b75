// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Board.h>
#include <ui/theme/Controls.h>

#include <array>

namespace waymark::ui {

/// How much stands in the columns of the board that are at work, and the way there.
class BoardCard : public Card
{
    Q_OBJECT

public:
    explicit BoardCard(QWidget* parent = nullptr);

    /// `limit` of Doing. The figures come later than the rest of the page and have their room before.
    void setBoard(const learning::Board& board, int limit);

Q_SIGNALS:
    void boardRequested();

private:
    std::array<TextLabel*, 3> m_counts {};
    TextLabel* m_over; ///< that Doing holds more than it should
};

} // namespace waymark::ui

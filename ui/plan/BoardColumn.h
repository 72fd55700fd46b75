// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/plan/BoardLaneModel.h>

#include <QFrame>

class QPushButton;

namespace waymark::ui {

class BoardList;
class IconMark;
class TextLabel;

/// One column of the board: its name, how many cards it has, the cards, and below them what can be done about the column itself.
class BoardColumn : public QFrame
{
    Q_OBJECT

public:
    enum class Drop { None, Welcome, Refused }; ///< of a card that is held over it

    explicit BoardColumn(domain::BoardLane lane, QWidget* parent = nullptr);

    [[nodiscard]] domain::BoardLane lane() const { return m_lane; }
    [[nodiscard]] BoardList& list() const { return *m_list; }
    [[nodiscard]] BoardLaneModel& model() const { return *m_model; }

    void setEntries(const std::vector<BoardEntry>& entries);
    /// Of all its cards, shown or not; `limit` 0 for none.
    void setCount(int cards, int limit);
    void setHint(const QString& sentence); ///< what stands there while there is no card
    /// A button at its foot; an empty text takes it away.
    void setOffer(const QString& text);
    void setDrop(Drop drop);

Q_SIGNALS:
    void offerTaken();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void arrange();

    domain::BoardLane m_lane;
    BoardLaneModel* m_model;
    BoardList* m_list;
    TextLabel* m_name;
    TextLabel* m_count;
    IconMark* m_warning;
    TextLabel* m_excess;
    TextLabel* m_hint;
    QPushButton* m_offer;
    Drop m_drop = Drop::None;
    bool m_isOver = false; ///< more cards than are meant to be there
};

} // namespace waymark::ui

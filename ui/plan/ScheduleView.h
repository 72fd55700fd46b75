// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/plan/ScheduleModel.h>

#include <QBasicTimer>
#include <QTreeView>

#include <optional>

namespace waymark::ui {

/// The schedule as a list whose skills are moved by dragging them. It moves nothing itself: it says where a skill was put down. Escape
/// while dragging leaves all as it was. Lines that are no skill are passed over.
class ScheduleView : public QTreeView
{
    Q_OBJECT

public:
    explicit ScheduleView(ScheduleModel& model, QWidget* parent = nullptr);

    [[nodiscard]] QString currentSkill() const; ///< the chosen one; empty for none
    void setMovable(bool movable); ///< whether rows can be dragged; true at first
    void choose(const QString& skill); ///< and scrolls to it; nothing for one that is not in the list
    [[nodiscard]] bool isDragging() const { return m_hold && m_hold->moves; }

Q_SIGNALS:
    void moveRequested(const QString& skill, const QString& before); ///< empty: behind all others
    void chosen();

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// A skill that the pointer holds.
    struct Hold
    {
        QString skill;
        QPoint from; ///< where it was pressed
        QPoint at; ///< where the pointer was last
        int gap = -1; ///< the line before which it would be put down
        bool moves = false; ///< the pointer has gone far enough to mean it
    };

    void span();
    void fitColumns();
    void reveal();
    void drag(const QPoint& at);
    void drop();
    void letGo();
    void scrollAtEdge();
    [[nodiscard]] int gapAt(int y) const;
    [[nodiscard]] int lineOf(int gap) const; ///< in the viewport

    ScheduleModel& m_model;
    std::optional<Hold> m_hold;
    QBasicTimer m_scrolling;
    bool m_isMovable = true;
};

} // namespace waymark::ui

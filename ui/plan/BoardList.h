// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

#include <optional>

namespace waymark::ui {

/// The cards of one column. It says what is meant by keys and pointer and moves nothing itself: the arrows to the sides leave it, Enter
/// opens the card, and a card that is pressed and pulled is dragged until it is let go or Escape puts it back.
class BoardList : public QListView
{
    Q_OBJECT

public:
    explicit BoardList(QWidget* parent = nullptr);

    [[nodiscard]] QString currentSkill() const; ///< of the chosen card; empty for none
    void choose(int row);
    void choose(const QModelIndex& index);
    void cancelDrag();

Q_SIGNALS:
    void chosenChanged();
    void sideRequested(int step); ///< 1 for the column that follows, -1 for the one before
    void openRequested(const QString& skill);
    void dragMoved(const QPoint& global); ///< of the chosen card
    void dragEnded(const QPoint& global);
    void dragCancelled();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    std::optional<QPoint> m_pressed; ///< where a card is held, in the viewport
    bool m_drags = false;
};

} // namespace waymark::ui

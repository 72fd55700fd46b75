// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/quiz/AnswerControl.h>
#include <ui/quiz/QuizProse.h>

#include <memory>
#include <optional>
#include <vector>

namespace waymark::ui {

class ReorderRow;

/// Rows that are put in order, by pointer or by keys: those of an order beside their numbers, or the right sides of a match beside its left
/// sides, which stay. The first order is exchange::shuffled() by the question's id. A row is named by the entry that it shows,
/// "quiz.row.0" for the first of the course, wherever it stands.
///
/// Arrows move the focus, with Ctrl the row. Space lifts a row and puts it down; while it is lifted arrows move it, and Escape puts it back
/// where it was, as it does with a row that the pointer holds.
class ReorderList : public AnswerControl
{
    Q_OBJECT

public:
    ReorderList(const exchange::QuizQuestion& question, const session::Workspace& workspace, QWidget* parent = nullptr);
    ~ReorderList() override;

    void begin() override;
    [[nodiscard]] exchange::QuizAnswer answer() const override;
    [[nodiscard]] bool isComplete() const override; ///< once a row was moved: the first order is never the right one

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override; ///< the same in every order
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr int gap = space::s; ///< between rows

    /// A row that is held: by the pointer or by keys.
    struct Hold
    {
        int entry = 0;
        std::vector<int> before; ///< the order to which Escape goes back
        bool byPointer = false;
        bool moves = false; ///< the pointer has gone far enough to mean it
        QPoint from; ///< where it was pressed
        int grip = 0; ///< from the top of the row to the pointer
    };

    [[nodiscard]] bool isMatch() const { return !m_lefts.empty(); }
    [[nodiscard]] std::size_t count() const { return m_rows.size(); }
    [[nodiscard]] ReorderRow& rowAt(int position) const;
    [[nodiscard]] int positionOf(int entry) const;

    [[nodiscard]] QString number(int position) const; ///< as it stands beside a row
    [[nodiscard]] int leftWidth(int width) const; ///< of what stays beside the rows
    [[nodiscard]] int rowWidth(int width) const;
    [[nodiscard]] int widestRow() const; ///< that no row is broken in
    [[nodiscard]] std::vector<int> heights(int width) const; ///< of the rows by position
    [[nodiscard]] QRect slot(int position) const; ///< before it is mirrored
    [[nodiscard]] int nearestPosition(int entry, int middle) const; ///< to the middle of the row, from the top of the list
    [[nodiscard]] QRect visual(const QRect& rect) const;
    void place();

    void addRow(const exchange::Blocks& text, const session::Workspace& workspace);
    void press(int entry, const QPoint& at);
    void drag(const QPoint& at);
    void lift(int entry);
    void drop();
    void putBack();
    void move(int entry, int position);
    void arrow(int step, bool moves);
    void focusPosition(int position);
    void makeStop(int entry);
    void describe();

    std::vector<ReorderRow*> m_rows; ///< by entry
    std::vector<std::unique_ptr<QuizProse>> m_lefts; ///< by position
    QStringList m_leftWords;
    std::vector<int> m_order; ///< the entry at each position
    std::optional<Hold> m_hold;
    int m_stop = 0; ///< the entry that Tab leads to
    bool m_isMoved = false;
};

} // namespace waymark::ui

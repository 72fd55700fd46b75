// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/quiz/QuizProse.h>

#include <QAbstractButton>

class QStyleOptionButton;

namespace waymark::ui {

struct Box;

/// A row that is chosen or moved: a control whose words are laid out as in a lesson, halfway up, and a screen reader's in plain text. Of
/// the keys it takes the space bar alone; the others go to the list around it.
class AnswerRow : public QAbstractButton
{
    Q_OBJECT

public:
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    /// `before` is the room before the words, where the marks stand.
    AnswerRow(const exchange::Blocks& text, const session::Workspace& workspace, int before, QWidget* parent);

    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

    [[nodiscard]] QStyleOptionButton styleOption() const;
    [[nodiscard]] QRect visual(const QRect& rect) const; ///< for the reading direction
    [[nodiscard]] QRect textRect() const; ///< before it is mirrored
    [[nodiscard]] QuizProse& prose() const { return m_prose; }
    void paintGround(QPainter& painter, const QStyleOptionButton& option, bool chosen) const;
    void paintText(QPainter& painter) const;

private:
    [[nodiscard]] int textWidth(int width) const;

    mutable QuizProse m_prose; ///< measuring lays it out
    int m_before;
};

} // namespace waymark::ui

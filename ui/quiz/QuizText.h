// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/quiz/QuizProse.h>

#include <QWidget>

namespace waymark::ui {

/// Words of a question outside of a lesson, with the spans of code, the emphasis and the blocks of code that a lesson would show. It takes
/// no focus and no clicks, and follows font and theme. A screen reader is told the plain words.
class QuizText : public QWidget
{
    Q_OBJECT

public:
    explicit QuizText(const session::Workspace& workspace, QWidget* parent = nullptr);

    void setBlocks(const exchange::Blocks& blocks, QuizProse::Weight weight = QuizProse::Weight::Body);
    void setInlines(const exchange::Inlines& inlines, QuizProse::Weight weight = QuizProse::Weight::Body);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    mutable QuizProse m_prose; ///< measuring lays it out
};

} // namespace waymark::ui

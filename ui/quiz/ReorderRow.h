// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/quiz/AnswerRow.h>

namespace waymark::ui {

/// One row of a ReorderList, with a grip. It says what is done with it and moves nothing itself.
class ReorderRow : public AnswerRow
{
    Q_OBJECT

public:
    ReorderRow(const exchange::Blocks& text, const session::Workspace& workspace, QWidget* parent = nullptr);

    void setLifted(bool lifted); ///< by key or by pointer
    [[nodiscard]] const QString& words() const { return m_words; }

Q_SIGNALS:
    void focused();
    void left(); ///< it has lost the focus to another widget of the window
    void pressed(const QPoint& at); ///< in coordinates of the list, as those below
    void dragged(const QPoint& at);
    void released();

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QString m_words;
    bool m_lifted = false;
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/quiz/AnswerControl.h>
#include <ui/quiz/AnswerRow.h>

#include <vector>

namespace waymark::ui {

/// One option with its mark and its letter. A click anywhere on it chooses it.
class OptionRow : public AnswerRow
{
    Q_OBJECT

public:
    OptionRow(const exchange::Blocks& text, const QString& letter, bool isExclusive, const session::Workspace& workspace,
        QWidget* parent = nullptr);

Q_SIGNALS:
    void focused();

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    QString m_letter;
};

/// The options of a question with one right answer, or with several. To the Tab key the list is one stop: arrows move inside it, a letter
/// or a number chooses at once. Enter chooses the row in focus, and answers where there is nothing left to choose.
class OptionList : public AnswerControl
{
    Q_OBJECT

public:
    OptionList(const exchange::QuizQuestion& question, const session::Workspace& workspace, QWidget* parent = nullptr);

    void begin() override;
    [[nodiscard]] exchange::QuizAnswer answer() const override;
    [[nodiscard]] bool isComplete() const override;

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int row);
    void enter();
    void focusRow(int row);
    void makeStop(int row);

    std::vector<OptionRow*> m_rows;
    int m_stop = 0; ///< the row that Tab leads to
    bool m_isSingle;
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/QuizDesk.h>

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace waymark::ui {

class LessonView;
class TextLabel;

/// Questions to try again, one at a time, mixed across skills: which skill a question belongs to is told after its answer. What is asked is
/// settled when the page is shown; an answer changes it for another day only.
class QuestionsPage : public Page
{
    Q_OBJECT

public:
    explicit QuestionsPage(session::Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void show(const Place& place) override;
    using QWidget::show;
    void commitDrafts() override;
    [[nodiscard]] QString currentSkill() const override; ///< that of the question, once it is answered

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeSheet();
    [[nodiscard]] QWidget* makeEnd();
    void ask();
    void showEnd();
    void keepAnswer(const exchange::QuizAnswer& answer, const exchange::Verdict& verdict, int milliseconds);
    void showOutcome();
    void next();
    [[nodiscard]] QString skillAt(std::size_t place) const;

    session::Workspace& m_workspace;
    session::QuizDesk m_desk;
    std::vector<learning::QuestionAgain> m_questions;
    std::size_t m_place = 0;
    int m_right = 0;
    bool m_isAnswered = false;

    QStackedWidget* m_stack;
    TextLabel* m_count = nullptr;
    QProgressBar* m_progress = nullptr;
    LessonView* m_text = nullptr;
    QWidget* m_after = nullptr; ///< what stands under an answered question
    TextLabel* m_from = nullptr;
    QPushButton* m_next = nullptr;
    TextLabel* m_endTitle = nullptr;
    TextLabel* m_endText = nullptr;
    QPushButton* m_endButton = nullptr;
    Place m_endPlace;
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/PlacementSitting.h>
#include <session/Task.h>

#include <memory>

class QBoxLayout;
class QPushButton;
class QStackedWidget;

namespace waymark::ui {

class PlacementQuestionSheet;
class PlacementResult;
class TextLabel;

/// Finds out what a newcomer knows already: what it is, the questions one by one, and what they show, until the learner takes that over or
/// drops it. A sitting outlives a visit to another page and ends with the window; nothing of it is stored before it is taken over.
class PlacementPage : public Page
{
    Q_OBJECT

public:
    explicit PlacementPage(session::Workspace& workspace, QWidget* parent = nullptr);
    ~PlacementPage() override;

    [[nodiscard]] QString title() const override;
    void show(const Place& place) override;
    using QWidget::show;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Sheet { Start, Question, Result, Nothing };

    QWidget* makeStart();
    QWidget* makeNothing();
    void makeActions();
    void showStart(); ///< with a new sitting
    void begin(std::unique_ptr<session::PlacementSitting> sitting);
    void ask();
    void showResult();
    void showNothing();
    void pass(int milliseconds);
    void back();
    void takeOver();
    void discard();
    void follow(const session::Changes& changes);
    void showSheet(Sheet sheet);
    [[nodiscard]] Sheet sheet() const;

    session::Workspace& m_workspace;
    std::unique_ptr<session::PlacementSitting> m_sitting; ///< null before the page is first shown, and while m_task makes its placement
    session::Task<std::shared_ptr<learning::Placement>> m_task { m_workspace };
    QStackedWidget* m_stack;
    QAction* m_passAction = nullptr;
    QAction* m_backAction = nullptr;
    QAction* m_resultAction = nullptr;

    TextLabel* m_length = nullptr;
    QWidget* m_points = nullptr; ///< what one should know before it begins
    TextLabel* m_nothingToAsk = nullptr;
    QPushButton* m_begin = nullptr;
    PlacementQuestionSheet* m_question;
    PlacementResult* m_result;
    QPushButton* m_first = nullptr; ///< leads to the first step
    QPushButton* m_more = nullptr;
    QString m_firstSkill;
};

} // namespace waymark::ui

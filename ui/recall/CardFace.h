// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/RecallDesk.h>

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace waymark::ui {

class GradeBar;
class LessonView;
class RecallNotice;
class TextLabel;

/// The card that is asked, on the page of recall: how far the session is, a notice where there is something to say, the front, then the
/// back, and the grades. It only shows; what a press means is said by its signals.
class CardFace : public QWidget
{
    Q_OBJECT

public:
    explicit CardFace(session::Workspace& workspace, QWidget* parent = nullptr);

    /// Cards of the session recalled and still asked, and those beyond its minutes.
    void setProgress(int done, int asked, int left);
    /// So many cards are due that they are more than two sessions: what about them? 0 for no such question.
    void setBacklog(int due);
    void showFront(const session::AskedCard& card);
    /// `next` by learning::allGrades.
    void showBack(const session::AskedCard& card, const std::array<domain::CardSchedule, 4>& next);
    [[nodiscard]] QMenu* menu() const; ///< of the card; whoever has its actions fills it

Q_SIGNALS:
    void backRequested();
    void graded(domain::Grade grade);
    void lessonRequested();
    void editRequested();
    void spreadRequested();
    void backlogAccepted();
    void skillRequested(const QString& skill); ///< by a link in the text

private:
    QHBoxLayout* makeHead();
    void makeNotices();
    QWidget* makeSheet();
    QWidget* makeAnswer();

    session::Workspace& m_workspace;
    TextLabel* m_skill = nullptr;
    TextLabel* m_left = nullptr;
    QToolButton* m_more = nullptr;
    QProgressBar* m_progress = nullptr;
    RecallNotice* m_backlog = nullptr;
    RecallNotice* m_leech = nullptr;
    LessonView* m_text = nullptr;
    QStackedWidget* m_answer = nullptr;
    QPushButton* m_show = nullptr;
    GradeBar* m_grades = nullptr;
};

} // namespace waymark::ui

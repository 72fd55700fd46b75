// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/RecallDesk.h>

#include <QElapsedTimer>

class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace waymark::ui {

class GradeBar;
class LessonView;
class TextLabel;

/// Cards that are due, one at a time: the front, then the back, then how it went. What comes next is asked of the RecallDesk after each
/// grade, so an undo, an edit or the passing of time elsewhere is followed.
class RecallPage : public Page
{
    Q_OBJECT

public:
    explicit RecallPage(session::Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void show(const Place& place) override;
    [[nodiscard]] QString currentSkill() const override;
    [[nodiscard]] QList<QAction*> pageActions() const override { return m_actions; }

private:
    QWidget* makeCard();
    QWidget* makeEmpty();
    void makeActions();
    void enableActions();
    QAction* makeAction(const QString& name, const QString& text, const QKeySequence& keys);
    QAction* makeCardAction(const QString& name, const QString& text, const QKeySequence& keys); ///< also in the menu of the card
    void next();
    void showCard();
    void showBack();
    void showEmpty();
    void grade(domain::Grade grade);
    void edit(bool isNew);
    void spread();
    void follow(const session::Changes& changes);
    [[nodiscard]] int recallsOnRecord() const;
    [[nodiscard]] int graded() const; ///< recalls since the page was opened, without those taken back

    session::Workspace& m_workspace;
    session::RecallDesk m_desk;
    std::optional<session::AskedCard> m_card; ///< none: nothing is asked
    bool m_isBackShown = false;
    int m_recallsBefore = 0; ///< on record when the page was opened: the clock may be set meanwhile
    QElapsedTimer m_clock; ///< since the front was shown
    QString m_nextSkill; ///< where the empty page leads

    QStackedWidget* m_stack;
    TextLabel* m_skill = nullptr;
    TextLabel* m_left = nullptr;
    QProgressBar* m_progress = nullptr;
    TextLabel* m_leech = nullptr;
    LessonView* m_text = nullptr;
    QPushButton* m_show = nullptr;
    GradeBar* m_grades = nullptr;
    QStackedWidget* m_answer = nullptr;
    QToolButton* m_more = nullptr;
    TextLabel* m_emptyTitle = nullptr;
    TextLabel* m_emptyText = nullptr;
    QPushButton* m_emptyButton = nullptr;
    QList<QAction*> m_actions;
    QAction* m_showAction = nullptr;
    QList<QAction*> m_gradeActions; ///< from Again to Easy
};

} // namespace waymark::ui

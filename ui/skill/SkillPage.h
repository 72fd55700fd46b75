// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <exchange/QuizAnswers.h>
#include <session/StudyWatch.h>

#include <QHash>

class QMenu;
class QStackedWidget;
class QToolButton;

namespace waymark::ui {

class FindBar;
class LessonView;
class OutlineCard;
class SectionList;
class SidePanel;
class SkillHeader;

/// One skill: its lesson in a readable column, and beside it the checklist, what it needs and unlocks, the note and the time.
class SkillPage : public Page
{
    Q_OBJECT

public:
    SkillPage(session::Workspace& workspace, session::StudyWatch& watch, QWidget* parent = nullptr);

    void goToChecklist(); ///< of the skill that is open, which gets the keyboard
    [[nodiscard]] QString title() const override;
    /// Opens `place.skill` at `place.section`; without a skill, the one that is open, else the next step.
    void show(const Place& place) override;
    [[nodiscard]] QVariantMap view() const override;
    void restoreView(const QVariantMap& view) override;
    [[nodiscard]] QWidget* firstFocus() override; ///< the lesson or none: a key that comes unasked starts and skips nothing
    /// Opens the bar that finds words in the lesson.
    [[nodiscard]] QWidget* searchField() override;
    [[nodiscard]] QString currentSkill() const override { return m_skill; }
    void commitDrafts() override;
    void openDraft(const session::DraftPlace& draft) override;
    [[nodiscard]] QStringList unsaved() const override;

Q_SIGNALS:
    void badgeRequested(); ///< of the skill that is shown

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTools();
    void makeActions();
    QToolButton* makeTool(const QString& name, const QString& text);
    [[nodiscard]] QString idToday(const QString& skill) const;
    void openSkill(const QString& skill);
    void showLesson();
    void enableQuiz();
    void showSections();
    void arrange();
    void goToSkill(const QString& skill);
    void stepSection(int by);
    void openLink(const QUrl& link);
    void follow(const session::Changes& changes);
    void keepAnswer(const QString& question, const exchange::QuizAnswer& answer, const exchange::Verdict& verdict, int milliseconds);
    void keepTop();

    session::Workspace& m_workspace;
    QString m_skill;
    QHash<QString, int> m_tops; ///< by skill: the character that stood at the top when it was left
    bool m_sideWanted = false; ///< in a narrow window

    SkillHeader* m_header;
    QWidget* m_ground; ///< the sheet on which sections and lesson lie
    SectionList* m_sections;
    QStackedWidget* m_stack;
    FindBar* m_find;
    LessonView* m_lesson;
    OutlineCard* m_outline;
    SidePanel* m_side;
    QMenu* m_sectionMenu;
    QToolButton* m_sectionButton;
    QToolButton* m_findButton;
    QToolButton* m_sideButton;
    QAction* m_quizAction = nullptr;
};

} // namespace waymark::ui

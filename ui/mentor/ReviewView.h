// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/mentor/AnswerListModel.h>
#include <ui/mentor/MentorFiles.h>

#include <session/ReviewDesk.h>
#include <session/Workspace.h>

#include <functional>
#include <memory>

class QBoxLayout;
class QLineEdit;
class QListView;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace waymark::ui {

class AnswerSheet;
class CommentPhrases;
class DecisionPanel;
class PlanMapView;
class TextLabel;

/// One plan as a mentor answers it: the skills at the left, the chosen one in the middle, the decision at the right or below. Everything
/// said goes into the desk's draft at once; nothing of it is in the library. Its undo is the desk's.
class ReviewView : public QWidget
{
    Q_OBJECT

public:
    static constexpr int wideFrom = 1100; ///< logical pixels from which the decision stands beside the skill

    ReviewView(session::Workspace& workspace, std::unique_ptr<session::ReviewDesk> desk, CommentPhrases& phrases, const MentorFiles& files,
        QWidget* parent = nullptr);
    ~ReviewView() override;

    [[nodiscard]] const QString& file() const { return m_desk->file(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QWidget* searchField() const;
    [[nodiscard]] const QList<QAction*>& reviewActions() const { return m_actions; }
    void begin(); ///< with the focus in the list
    void commitDrafts();
    [[nodiscard]] const std::optional<domain::Error>& failure() const { return m_desk->failure(); } ///< of keeping the draft
    /// How this person signed the last time, for a draft that has no name yet.
    void suggestReviewer(const QString& name, domain::ReviewerRole role);

Q_SIGNALS:
    void leaveRequested();
    void keyRequested();
    void noticeRequested(const QString& text, waymark::ui::NoticeTone tone);
    void sent(const QString& reviewer, bool isPeer);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QLayout* makeHead();
    void showCautions();
    void followCourse();
    QWidget* makeList();
    QWidget* makeBody();
    QWidget* makeGaps();
    void makeActions();
    QAction* makeAction(const QString& name, const QString& text, const QKeySequence& keys, std::function<void()> done);
    void choose(const QString& skill);
    void follow(const QModelIndex& current);
    void step(int by);
    void refresh();
    void refreshGaps();
    void goTo(const session::ReviewGap& gap);
    void showMap(bool map);
    void placeDecision();
    void undo();
    void redo();
    void save();
    void send(const QString& target, const exchange::SigningKey* key);

    session::Workspace& m_workspace;
    std::unique_ptr<session::ReviewDesk> m_desk;
    CommentPhrases& m_phrases;
    MentorFiles m_files;
    AnswerListModel m_model;
    AnswerListFilter m_filter;
    QString m_skill;
    QString m_name;
    domain::ReviewerRole m_role = domain::ReviewerRole::Mentor;
    QList<QAction*> m_actions;
    QAction* m_map = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QVBoxLayout* m_cautions = nullptr;
    QLineEdit* m_search = nullptr;
    QListView* m_list = nullptr;
    QStackedWidget* m_middle = nullptr;
    AnswerSheet* m_sheet = nullptr;
    DecisionPanel* m_decision = nullptr;
    QBoxLayout* m_reading = nullptr; ///< the sheet, and the decision where it stands below
    QScrollArea* m_scroll = nullptr;
    QScrollArea* m_side = nullptr;
    PlanMapView* m_mapView = nullptr; ///< null until it is first shown
    QWidget* m_gaps = nullptr;
    TextLabel* m_counts = nullptr;
};

} // namespace waymark::ui

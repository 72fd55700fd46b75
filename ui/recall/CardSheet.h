// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/recall/CardListModel.h>

#include <session/RecallDesk.h>

#include <array>

class QHBoxLayout;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace waymark::ui {

class CardFilterBar;
class TextLabel;

/// The list of all cards on the page of recall: searched, filtered, and taken up, laid aside, put off, written anew or removed, several at
/// a time. Each act is one edit.
class CardSheet : public QWidget
{
    Q_OBJECT

public:
    explicit CardSheet(session::Workspace& workspace, QWidget* parent = nullptr);

    /// The list as it is at this moment, with the focus in it.
    void begin();
    [[nodiscard]] QWidget* searchField();
    [[nodiscard]] QString currentSkill() const; ///< of the current row; empty for none
    [[nodiscard]] const QList<QAction*>& cardActions() const { return m_actions; }
    /// A button at the head of the sheet, for an act that is no card's.
    void addHeadButton(QAction* action);

Q_SIGNALS:
    void placeRequested(const waymark::ui::Place& place);
    void noticeRequested(const QString& text, waymark::ui::NoticeTone tone);
    void currentSkillChanged();

private:
    QHBoxLayout* makeHead();
    QWidget* makeList();
    QWidget* makeNothing();
    QHBoxLayout* makeFoot();
    void makeActions();
    QAction* makeAction(const QString& name, const QString& text, const QKeySequence& keys, void (CardSheet::*done)());
    QPushButton* buttonFor(QAction* action);
    void fitColumns();
    void follow(); ///< what is shown and chosen
    void showNothing();
    void nameRemoval(const std::vector<session::CardId>& cards);
    void act(session::CardAct act);
    void takeUp() { act(session::CardAct::TakeUp); }
    void layAside() { act(session::CardAct::LayAside); }
    void putOff() { act(session::CardAct::PutOff); }
    void remove() { act(session::CardAct::Remove); }
    void edit();
    void openLesson();
    void leave();
    [[nodiscard]] QString said(session::CardAct act, int count) const;
    [[nodiscard]] std::vector<session::CardId> chosen() const;
    [[nodiscard]] std::optional<session::CardId> current() const;

    session::Workspace& m_workspace;
    session::RecallDesk m_desk;
    CardListModel m_model;
    CardListFilter m_filter;
    QList<QAction*> m_actions;
    std::array<QAction*, 4> m_acts {}; ///< by CardAct
    QAction* m_edit = nullptr;
    QAction* m_lesson = nullptr;
    CardFilterBar* m_bar = nullptr;
    QHBoxLayout* m_head = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTreeView* m_list = nullptr;
    TextLabel* m_nothing = nullptr;
    QPushButton* m_showAll = nullptr;
    TextLabel* m_count = nullptr;
};

} // namespace waymark::ui

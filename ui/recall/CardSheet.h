// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/recall/CardListModel.h>

#include <session/RecallDesk.h>

#include <array>

class QHBoxLayout;
class QPushButton;
class QStackedWidget;

namespace waymark::ui {

class CardFilterBar;
class ListStandIn;
class RecordTable;
class TextLabel;

/// The list of all cards on the page of recall: searched, filtered, and taken up, laid aside, put off, written anew or removed, several at
/// a time. Each act is one edit.
class CardSheet : public QWidget
{
    Q_OBJECT

public:
    /// The two actions are those of the page: they concern no card of the list.
    CardSheet(session::Workspace& workspace, QAction* newCard, QAction* options, QWidget* parent = nullptr);

    /// The list as it is at this moment, with the focus in it.
    void begin();
    [[nodiscard]] QWidget* searchField();
    [[nodiscard]] QString currentSkill() const; ///< of the current row; empty for none
    [[nodiscard]] const QList<QAction*>& cardActions() const { return m_actions; }

Q_SIGNALS:
    void placeRequested(const waymark::ui::Place& place);
    void noticeRequested(const QString& text, waymark::ui::NoticeTone tone);
    void currentSkillChanged();

private:
    QHBoxLayout* makeHead(QAction* newCard, QAction* options);
    QWidget* makeList();
    QWidget* makeNothing(QAction* newCard);
    QWidget* makeFoot();
    void makeActions();
    QAction* makeAction(const QString& name, const QString& text, const QKeySequence& keys, void (CardSheet::*done)());
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
    QStackedWidget* m_stack = nullptr;
    RecordTable* m_list = nullptr;
    ListStandIn* m_nothing = nullptr;
    QPushButton* m_showAll = nullptr;
    QPushButton* m_write = nullptr;
    QWidget* m_foot = nullptr;
    TextLabel* m_count = nullptr;
};

} // namespace waymark::ui

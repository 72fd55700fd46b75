// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/RecallDesk.h>

#include <QDate>
#include <QElapsedTimer>

class QStackedWidget;

namespace waymark::ui {

class CardFace;
class CardSheet;
class RecallEmpty;

/// Cards that are due, one at a time: the front, then the back, then how it went. What comes next is asked of the RecallDesk after each
/// grade, so an undo, an edit or the passing of time elsewhere is followed. The list of all cards is a place of this page.
class RecallPage : public Page
{
    Q_OBJECT

public:
    /// The section of a Place on this page that is the list of all cards.
    static const QString listSection;

    explicit RecallPage(session::Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void show(const Place& place) override;
    [[nodiscard]] QString currentSkill() const override;
    [[nodiscard]] QVariantMap view() const override;
    void restoreView(const QVariantMap& view) override;
    [[nodiscard]] QWidget* searchField() override;
    [[nodiscard]] QList<QAction*> pageActions() const override;
    void openDraft(const session::DraftPlace& draft) override; ///< of a card

private:
    QWidget* makeFace();
    QWidget* makeEmpty();
    void makeActions();
    void makeCardActions();
    void enableActions();
    QAction* makeCardAction(const QString& name, const QString& text, const QKeySequence& keys); ///< also in the menu of the card
    void next();
    void showBack();
    void showList();
    [[nodiscard]] bool isListShown() const;
    void grade(domain::Grade grade);
    void openLesson();
    void editAsked();
    void edit(const session::AskedCard& card);
    void writeNew();
    void editOptions();
    void spread();
    void settleBacklog(); ///< the choice of today is made
    void follow(const session::Changes& changes);
    void refresh();
    [[nodiscard]] int recallsOnRecord() const;
    [[nodiscard]] int graded() const; ///< recalls since the page was opened, without those taken back

    session::Workspace& m_workspace;
    session::RecallDesk m_desk;
    std::optional<session::AskedCard> m_card; ///< none: nothing is asked
    bool m_isBackShown = false;
    int m_recallsBefore = 0; ///< on record when the page was opened: the clock may be set meanwhile
    QElapsedTimer m_clock; ///< since the front was shown
    QDate m_backlogSettled; ///< the learning day on which the learner last chose what to do about a backlog

    QStackedWidget* m_stack;
    CardFace* m_face = nullptr;
    RecallEmpty* m_empty = nullptr;
    CardSheet* m_list = nullptr; ///< null until it is first shown
    QList<QAction*> m_cardActions; ///< of the card that is asked; the first only reads
    QAction* m_newAction = nullptr;
    QAction* m_optionsAction = nullptr;
    QAction* m_listAction = nullptr;
    QAction* m_showAction = nullptr;
    QList<QAction*> m_gradeActions; ///< from Again to Easy
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/mentor/EntryActs.h>
#include <ui/mentor/ReviewListModel.h>

#include <session/ReviewShelf.h>

class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace waymark::ui {

class ReviewSheet;
class TextLabel;

/// The learner's side of the Mentor page: the reviews that came at the left, the chosen one beside them. Nothing is changed by looking.
class ReviewsPane : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewsPane(session::Workspace& workspace, QWidget* parent = nullptr);

    /// Chooses a review, whatever the filters say; nothing where there is no such review.
    void showReview(const QString& review);
    [[nodiscard]] QWidget* searchField();
    [[nodiscard]] QVariantMap view() const;
    void restoreView(const QVariantMap& view);

Q_SIGNALS:
    void placeRequested(const waymark::ui::Place& place);
    void noticeRequested(const QString& text, waymark::ui::NoticeTone tone);
    void importRequested();
    void exportRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeList();
    QWidget* makeEmpty();
    QWidget* makeReading();
    void makeActions();
    QPushButton* makeButton(const QString& name, const QString& text, void (ReviewsPane::*asked)());
    QAction* makeAction(const QString& name, const QString& text, const QList<QKeySequence>& keys, QWidget* where);
    void follow(const session::Changes& changes);
    void refreshOrWait(); ///< until it is shown
    void refresh();
    void choose();
    void chooseRow(int row); ///< of the filter
    void showAll();
    void showNothing();

    session::Workspace& m_workspace;
    session::ReviewShelf m_shelf;
    ReviewListModel m_model;
    ReviewListFilter m_filter;
    QString m_chosen; ///< id of a review
    bool m_isStale = false; ///< something changed while nobody looked
    QStackedWidget* m_whole = nullptr;
    QStackedWidget* m_beside = nullptr; ///< the list, or why it is empty
    QListView* m_list = nullptr;
    QLineEdit* m_search = nullptr;
    QPushButton* m_openOnly = nullptr;
    TextLabel* m_nothing = nullptr;
    ReviewSheet* m_sheet = nullptr;
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/mentor/PlanListModel.h>

#include <exchange/PlanDocument.h>
#include <session/CohortTask.h>
#include <session/Task.h>
#include <session/Workspace.h>

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace waymark::ui {

class ComparisonView;
class ElidedLabel;
class ListStandIn;
class RecordTable;
class SearchField;
class TextLabel;

/// The plans that a mentor has received: a folder of files as a table, read on a worker. From here a plan is answered, two are compared,
/// and a page for a meeting is written. Nothing of it is in the library.
class PlansPane : public QWidget
{
    Q_OBJECT

public:
    explicit PlansPane(session::Workspace& workspace, QWidget* parent = nullptr);

    /// Reads this folder, and again at the next start.
    void openFolder(const QString& folder);
    [[nodiscard]] const QString& folder() const { return m_folder; }
    void refresh();
    [[nodiscard]] QWidget* searchField() const;
    [[nodiscard]] const QList<QAction*>& planActions() const { return m_actions; }
    [[nodiscard]] QVariantMap view() const;
    void restoreView(const QVariantMap& view);
    /// Puts the focus where work goes on.
    void begin();
    /// Plans and folders that were dropped or chosen; false for what is neither.
    bool take(const QString& path);
    [[nodiscard]] static bool isForMentor(const QString& path);

Q_SIGNALS:
    void answerRequested(const QString& file);
    void noticeRequested(const QString& text, waymark::ui::NoticeTone tone);
    void waitingBegan(const QString& text, QAction* cancel); ///< as Page has them
    void waitingEnded();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QLayout* makeBar();
    QWidget* makeList();
    QWidget* makeReading();
    QWidget* makeNothing();
    QWidget* makeFoot();
    void makeActions();
    QAction* makeAction(const QString& name, const QString& text, const QKeySequence& keys, void (PlansPane::*done)());
    void follow(); ///< what is shown, chosen and can be done
    void showNothing();
    void arrived(const session::CohortTask::Reading& reading);
    void askForFolder();
    void askForFile();
    void answer();
    void compare();
    void writePage();
    void savePage(const domain::Result<QByteArray>& pdf, const QString& name);
    void stopReading();
    void leaveComparison();
    [[nodiscard]] QString pathOf(const QString& file) const;

    session::Workspace& m_workspace;
    PlanListModel m_model;
    PlanListFilter m_filter;
    session::CohortTask m_task;
    session::Task<domain::Result<exchange::PlanDocument>> m_reading { m_workspace }; ///< of one plan, for its page
    QAction* m_stopReading = nullptr;
    QString m_folder;
    bool m_isStale = false; ///< the folder is to be read when the pane is seen
    bool m_isStopped = false;
    QList<QAction*> m_actions;
    QAction* m_answer = nullptr;
    QAction* m_compare = nullptr;
    QAction* m_page = nullptr;
    QAction* m_refresh = nullptr;
    QStackedWidget* m_stack = nullptr; ///< the table with its bars, or a comparison
    QStackedWidget* m_body = nullptr; ///< the table, what is being read, or what to do first
    QWidget* m_sheet = nullptr;
    ComparisonView* m_comparison = nullptr;
    RecordTable* m_list = nullptr;
    SearchField* m_search = nullptr;
    QPushButton* m_waiting = nullptr;
    QProgressBar* m_progress = nullptr;
    ElidedLabel* m_where = nullptr;
    ListStandIn* m_nothing = nullptr;
    TextLabel* m_count = nullptr;
    QWidget* m_foot = nullptr;
    QPushButton* m_showAll = nullptr;
    QWidget* m_first = nullptr; ///< the two buttons of an empty view
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/mentor/ComparisonModel.h>

#include <domain/Result.h>
#include <session/Task.h>

#include <QSortFilterProxyModel>
#include <QWidget>

class QAction;
class QComboBox;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace waymark::ui {

class TextLabel;

/// Two plan files side by side: what moved forward, slipped or was skipped, and the totals. Where there are several earlier revisions,
/// one of them is chosen here. The files are read and compared on a worker.
class ComparisonView : public QWidget
{
    Q_OBJECT

public:
    struct Side
    {
        QString file;
        QString title; ///< whose and when
    };
    struct Sides
    {
        std::vector<Side> before; ///< one at least; the first is shown
        Side after;
    };

    explicit ComparisonView(QWidget* parent = nullptr);

    void show(Sides sides);
    using QWidget::show;
    [[nodiscard]] QWidget* searchField() const;

Q_SIGNALS:
    void leaveRequested();
    void failed(const waymark::domain::Error& error);
    void waitingBegan(const QString& text, QAction* cancel); ///< as Page has them
    void waitingEnded();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTreeView* makeList();
    void compare(int before);
    void leave();
    void compared(const domain::Result<exchange::PlanComparison>& comparison);
    void hideEmptyColumns();

    Sides m_sides;
    session::Task<domain::Result<exchange::PlanComparison>> m_work;
    QAction* m_cancel;
    QToolButton* m_back;
    ComparisonModel m_model;
    QSortFilterProxyModel m_filter;
    TextLabel* m_title;
    TextLabel* m_totals;
    TextLabel* m_caution;
    TextLabel* m_nothing;
    QComboBox* m_earlier;
    QLineEdit* m_search;
    QTreeView* m_list;
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/mentor/ComparisonModel.h>

#include <QSortFilterProxyModel>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QTreeView;

namespace waymark::ui {

class TextLabel;

/// Two plan files side by side: what moved forward, slipped or was skipped, and the totals. Where there are several earlier revisions,
/// one of them is chosen here.
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

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTreeView* makeList();
    void compare(int before);
    void hideEmptyColumns();

    Sides m_sides;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/map/OutlineModel.h>

#include <QTreeView>

namespace waymark::ui {

/// The map as a list, for those who prefer one: the same skills, the same keys, the same chosen skill.
class OutlineView : public QTreeView
{
    Q_OBJECT

public:
    explicit OutlineView(session::Workspace& workspace, QWidget* parent = nullptr);

    void select(int skill); ///< -1 for none
    void setFilter(const MapFilter& filter);

Q_SIGNALS:
    void skillSelected(int skill); ///< -1 for an area
    void openRequested(int skill);
    void menuRequested(int skill, const QPoint& globalPosition);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int skillOf(const QModelIndex& index) const;
    void fitColumns();

    OutlineModel m_model;
    OutlineFilter m_filter;
    bool m_isSelecting = false;
};

} // namespace waymark::ui

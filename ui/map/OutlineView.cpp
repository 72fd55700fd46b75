// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/OutlineView.h>

#include <ui/theme/Tokens.h>

#include <QContextMenuEvent>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace waymark::ui {

OutlineView::OutlineView(session::Workspace& workspace, QWidget* parent)
    : QTreeView(parent)
    , m_model(workspace)
    , m_filter(workspace, m_model)
{
    setObjectName(u"outline"_s);
    setAccessibleName(tr("Outline of skills"));
    setModel(&m_filter);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTextElideMode(Qt::ElideRight);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setIndentation(space::l);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    expandAll();
    connect(&m_model, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
    connect(&workspace, &session::Workspace::changed, &m_filter, &OutlineFilter::refresh);
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const int skill = skillOf(index); skill >= 0) {
            Q_EMIT openRequested(skill);
        }
    });
}

int OutlineView::skillOf(const QModelIndex& index) const
{
    return index.isValid() ? index.data(OutlineModel::SkillRole).toInt() : -1;
}

void OutlineView::select(int skill)
{
    const QModelIndex index = m_filter.mapFromSource(m_model.indexOfSkill(skill));
    if (skillOf(currentIndex()) == skill) {
        return;
    }
    m_isSelecting = true;
    setCurrentIndex(index);
    if (!index.isValid()) {
        clearSelection();
    } else {
        scrollTo(index, QAbstractItemView::EnsureVisible);
    }
    m_isSelecting = false;
}

void OutlineView::setFilter(const MapFilter& filter)
{
    m_filter.setFilter(filter);
    expandAll();
}

void OutlineView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_isSelecting && hasFocus()) {
        Q_EMIT skillSelected(skillOf(current));
    }
}

void OutlineView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (const int skill = skillOf(index); skill >= 0) {
        Q_EMIT menuRequested(skill, byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
    }
}

/// The title takes what the others leave.
void OutlineView::fitColumns()
{
    header()->setSectionResizeMode(OutlineModel::TitleColumn, QHeaderView::Stretch);
    const QFontMetrics metrics(font());
    const int widths[] = { 0, 24, 10, 10, 12 }; // characters
    for (int column = OutlineModel::StateColumn; column < OutlineModel::ColumnCount; ++column) {
        header()->setSectionResizeMode(column, QHeaderView::Interactive);
        header()->resizeSection(column, widths[column] * metrics.averageCharWidth() + space::l);
    }
}

void OutlineView::resizeEvent(QResizeEvent* event)
{
    if (event->oldSize().width() <= 0) {
        fitColumns();
    }
    QTreeView::resizeEvent(event);
}

} // namespace waymark::ui

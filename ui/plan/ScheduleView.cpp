// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/ScheduleView.h>

#include <ui/plan/ScheduleDelegate.h>
#include <ui/theme/Theme.h>
#include <ui/words/PlanWords.h>

#include <QApplication>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimerEvent>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int scrollEvery = 40; // milliseconds
constexpr int edge = size::row; ///< of the list, at which it scrolls
constexpr int areaCharacters = 15;
constexpr int hoursCharacters = 8;

} // namespace

ScheduleView::ScheduleView(ScheduleModel& model, QWidget* parent)
    : QTreeView(parent)
    , m_model(model)
{
    setObjectName(u"plan.schedule"_s);
    setAccessibleName(tr("Schedule"));
    setModel(&m_model);
    setItemDelegate(new ScheduleDelegate(this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(ScheduleModel::SkillColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(ScheduleModel::NoteColumn, QHeaderView::Stretch);
    fitColumns();
    connect(&m_model, &ScheduleModel::placed, this, &ScheduleView::span);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &ScheduleView::chosen);
    span();
}

void ScheduleView::fitColumns()
{
    const int character = fontMetrics().averageCharWidth();
    header()->resizeSection(ScheduleModel::AreaColumn, areaCharacters * character + space::l);
    const QDate wide(2028, 12, 28); // none is written much longer
    header()->resizeSection(ScheduleModel::WhenColumn, fontMetrics().horizontalAdvance(PlanWords::days(wide, wide.addDays(2))) + space::xl);
    header()->resizeSection(ScheduleModel::HoursColumn, hoursCharacters * character + space::l);
}

void ScheduleView::changeEvent(QEvent* event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitColumns();
    }
}

/// Lines that are no skill take the whole width. For all lines once they are in their places: each of these calls lays out what has come
/// since the last one.
void ScheduleView::span()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        setFirstColumnSpanned(row, {}, !m_model.isSkill(row));
    }
}

QString ScheduleView::currentSkill() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : m_model.at(rows.front().row()).id;
}

void ScheduleView::setMovable(bool movable)
{
    m_isMovable = movable;
    if (!movable) {
        letGo();
    }
}

void ScheduleView::choose(const QString& skill)
{
    const int row = m_model.rowOf(skill);
    if (row >= 0) {
        setCurrentIndex(m_model.index(row, 0));
        reveal();
    }
}

/// Escape belongs to what is dragged, before it leaves the page.
bool ScheduleView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isDragging() && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void ScheduleView::keyPressEvent(QKeyEvent* event)
{
    if (isDragging() && event->key() == Qt::Key_Escape) {
        letGo();
        return;
    }
    const QModelIndex before = currentIndex();
    QTreeView::keyPressEvent(event);
    if (currentIndex() != before) {
        reveal();
    }
}

void ScheduleView::mousePressEvent(QMouseEvent* event)
{
    QTreeView::mousePressEvent(event);
    letGo();
    const int row = indexAt(event->position().toPoint()).row();
    if (event->button() == Qt::LeftButton && m_model.isSkill(row)) {
        m_hold = Hold { m_model.at(row).id, event->position().toPoint(), {}, -1, false };
    }
}

void ScheduleView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_hold && event->buttons().testFlag(Qt::LeftButton)) {
        drag(event->position().toPoint()); // instead of choosing what the pointer passes
    } else {
        QTreeView::mouseMoveEvent(event);
    }
}

void ScheduleView::mouseReleaseEvent(QMouseEvent* event)
{
    QTreeView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton) {
        drop();
    }
}

void ScheduleView::mouseDoubleClickEvent(QMouseEvent* event)
{
    letGo();
    QTreeView::mouseDoubleClickEvent(event);
}

void ScheduleView::drag(const QPoint& at)
{
    if (!m_isMovable) {
        return;
    }
    if (!m_hold->moves) {
        if ((at - m_hold->from).manhattanLength() < QApplication::startDragDistance()) {
            return;
        }
        m_hold->moves = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        m_scrolling.start(scrollEvery, this);
    }
    m_hold->at = at;
    m_hold->gap = gapAt(at.y());
    viewport()->update();
}

/// Where it lies already it stays, and nothing is asked for.
void ScheduleView::drop()
{
    const std::optional<Hold> hold = m_hold;
    letGo();
    if (!hold || !hold->moves || hold->gap < 0) {
        return;
    }
    const QString before = m_model.skillFrom(hold->gap);
    const int row = m_model.rowOf(hold->skill);
    if (row >= 0 && before != hold->skill && before != m_model.skillFrom(row + 1)) {
        Q_EMIT moveRequested(hold->skill, before);
    }
}

void ScheduleView::letGo()
{
    if (m_hold) {
        m_hold.reset();
        m_scrolling.stop();
        viewport()->unsetCursor();
        viewport()->update();
    }
}

void ScheduleView::hideEvent(QHideEvent* event)
{
    letGo();
    QTreeView::hideEvent(event);
}

/// The lines that the keys pass over come into view with the skill that they belong to.
void ScheduleView::reveal()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid()) {
        return;
    }
    int first = current.row();
    while (first > 0 && !m_model.isSkill(first - 1)) {
        --first;
    }
    int last = current.row();
    while (last + 1 < m_model.rowCount() && !m_model.isSkill(last + 1)) {
        ++last;
    }
    for (const int row : { last, first, current.row() }) {
        scrollTo(m_model.index(row, 0));
    }
}

int ScheduleView::gapAt(int y) const
{
    const QModelIndex under = indexAt({ viewport()->width() / 2, y });
    if (!under.isValid()) {
        return y < 0 ? 0 : m_model.rowCount();
    }
    return y < visualRect(under).center().y() ? under.row() : under.row() + 1;
}

int ScheduleView::lineOf(int gap) const
{
    if (gap < m_model.rowCount()) {
        return visualRect(m_model.index(gap, 0)).top();
    }
    return visualRect(m_model.index(m_model.rowCount() - 1, 0)).bottom() + 1;
}

void ScheduleView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_scrolling.timerId()) {
        scrollAtEdge();
    } else {
        QTreeView::timerEvent(event);
    }
}

void ScheduleView::scrollAtEdge()
{
    const int y = m_hold ? m_hold->at.y() : 0;
    const int step = y < edge ? -size::row / 2 : y > viewport()->height() - edge ? size::row / 2 : 0;
    if (m_hold && step != 0) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
        m_hold->gap = gapAt(y);
        viewport()->update();
    }
}

/// Where the skill would be put down.
void ScheduleView::paintEvent(QPaintEvent* event)
{
    QTreeView::paintEvent(event);
    if (!isDragging() || m_hold->gap < 0) {
        return;
    }
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = activePalette().trail;
    const double y = std::max(lineOf(m_hold->gap), 2);
    painter.setPen(QPen(ink, size::focusRing));
    painter.drawLine(QPointF(space::s, y), QPointF(viewport()->width() - space::s, y));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(isRightToLeft() ? viewport()->width() - space::s : space::s, y), space::xs, space::xs);
}

} // namespace waymark::ui

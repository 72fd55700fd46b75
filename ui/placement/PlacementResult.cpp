// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/placement/PlacementResult.h>

#include <ui/map/MapCanvas.h>
#include <ui/map/MapPane.h>
#include <ui/placement/PlacementList.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Theme.h>
#include <ui/words/ReadOnlyWords.h>
#include <ui/words/Words.h>

#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int panelWidth = 360;
constexpr double smallestPill = 0.12; ///< zoom; below it skills are dots

} // namespace

PlacementResult::PlacementResult(session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_mapActions(workspace)
    , m_pane(new MapPane(workspace, m_mapActions, this))
{
    m_mapActions["map.minimap"]->setChecked(false); // the whole map is seen already
    auto* row = bareRow(this, static_cast<int>(size::line)); // the line is painted here
    row->addWidget(m_pane, 1);
    row->addWidget(makePanel());
    connect(&m_layout, &session::MapLayoutTask::finished, this, [this](const session::MapLayoutTask::Layout& layout) {
        m_pane->canvas().setMap(layout);
        placeView();
    });
    connect(&m_pane->canvas(), &MapCanvas::selectionChanged, this, [this](int index) {
        if (index >= 0 && m_pane->canvas().hasFocus()) { // chosen on the map; a row that is being clicked must not move
            m_list->reveal(m_workspace.roadmap().skill(index).id, *m_scroll);
        }
    });
}

QWidget* PlacementResult::makePanel()
{
    auto* panel = new QWidget(this);
    panel->setFixedWidth(panelWidth);
    panel->setAutoFillBackground(true);
    m_title = wrapped(TextRole::Title, {}, panel);
    m_title->setObjectName(u"placement.resultTitle"_s);
    m_hours = wrapped(TextRole::Body, {}, panel);
    m_hours->setObjectName(u"placement.hours"_s);
    m_list = new PlacementList(m_workspace);
    connect(m_list, &PlacementList::toggled, this, &PlacementResult::toggle);
    connect(m_list, &PlacementList::focused, this, &PlacementResult::reveal);
    m_scroll = scrollableColumn(m_list, panel);
    m_scroll->setObjectName(u"placement.list"_s);
    m_scroll->setAccessibleName(tr("Skills that you seem to know"));
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::s);
    column->addWidget(m_title);
    column->addWidget(m_hours);
    column->addSpacing(space::s);
    column->addWidget(m_scroll, 1);
    column->addSpacing(space::s);
    column->addWidget(makeButtons());
    return panel;
}

QWidget* PlacementResult::makeButtons()
{
    auto* buttons = new QWidget(this);
    m_takeOver = pushButton(u"placement.takeOver"_s, {}, buttons, ButtonKind::Primary);
    m_more = pushButton(u"placement.more"_s, tr("Answer more"), buttons);
    auto* discard = pushButton(u"placement.discard"_s, tr("Discard"), buttons, ButtonKind::Quiet);
    discard->setToolTip(tr("Nothing is stored"));
    connect(m_takeOver, &QPushButton::clicked, this, &PlacementResult::takeOverRequested);
    connect(m_more, &QPushButton::clicked, this, &PlacementResult::moreRequested);
    connect(discard, &QPushButton::clicked, this, &PlacementResult::discardRequested);
    auto* others = new QHBoxLayout;
    others->setSpacing(space::s);
    others->addWidget(m_more);
    others->addStretch(1);
    others->addWidget(discard);
    auto* column = bareColumn(buttons, space::s);
    column->addWidget(m_takeOver);
    column->addLayout(others);
    return buttons;
}

void PlacementResult::show(session::PlacementSitting& sitting)
{
    m_sitting = &sitting;
    if (!m_pane->canvas().hasMap()) {
        m_layout.request(m_workspace.roadmap().mapInput());
    }
    m_more->setVisible(!sitting.isFinished());
    refresh();
    placeView();
    m_takeOver->setFocus(Qt::OtherFocusReason);
}

void PlacementResult::refresh()
{
    if (m_sitting == nullptr) {
        return;
    }
    const QStringList known = m_sitting->known();
    const int count = static_cast<int>(known.size());
    std::vector<char> flags(static_cast<std::size_t>(m_workspace.roadmap().size()), 0);
    for (const QString& skill : known) {
        flags[static_cast<std::size_t>(m_workspace.roadmap().indexOf(skill))] = 1;
    }
    m_pane->canvas().preview(std::move(flags));
    m_list->setFound(m_sitting->found());
    m_list->setKnown(known);
    m_title->setText(tr("You seem to know %n skill(s)", nullptr, count));
    m_hours->setText(
        tr("That spares %1 of study. Take out what is not so: what needs it falls out too.").arg(Words::hours(m_sitting->hoursSpared())));
    m_takeOver->setText(tr("Take over %n skill(s)", nullptr, count));
    m_takeOver->setEnabled(count > 0 && !m_workspace.isReadOnly());
    m_takeOver->setToolTip(ReadOnlyWords::obstacle(m_workspace, tr("The library is open read-only")));
}

void PlacementResult::forget()
{
    m_sitting = nullptr;
    m_pane->canvas().select(-1);
    m_pane->canvas().preview({});
    m_list->setFound({});
}

/// All of the map, as long as one can tell what is lit; in a narrow window as much from its beginning as the height allows, unless
/// something that was found would be out of sight.
void PlacementResult::placeView()
{
    MapCanvas& canvas = m_pane->canvas();
    if (!canvas.hasMap()) {
        return;
    }
    canvas.fit();
    const QRectF& bounds = canvas.scene().bounds();
    const QSize room = canvas.viewport()->size();
    QRectF found;
    for (const QString& skill : m_sitting == nullptr ? QStringList() : m_sitting->found()) {
        found |= canvas.scene().rect(m_workspace.roadmap().indexOf(skill));
    }
    MapView view;
    view.scale = std::min((room.height() - 2 * space::l) / bounds.height(), MapCanvas::largestZoom);
    view.origin = bounds.topLeft() * view.scale - QPointF(space::l, space::l);
    if (canvas.zoom() < smallestPill && view.toView(found).right() <= room.width()) {
        canvas.setView(view);
    }
}

void PlacementResult::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), activePalette().line); // between map and panel, which cover the rest
}

void PlacementResult::toggle(const QString& skill, bool isIn)
{
    if (isIn) {
        m_sitting->putBack(skill);
    } else {
        m_sitting->takeOut(skill);
    }
    refresh();
}

/// The skill whose box has the focus is marked on the map.
void PlacementResult::reveal(const QString& skill)
{
    m_pane->canvas().select(m_workspace.roadmap().indexOf(skill));
}

} // namespace waymark::ui

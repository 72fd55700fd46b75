// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapPage.h>

#include <ui/map/FilterMenu.h>
#include <ui/map/Inspector.h>
#include <ui/map/MapCanvas.h>
#include <ui/map/MapFilterText.h>
#include <ui/map/MapPane.h>
#include <ui/map/MapSearch.h>
#include <ui/map/OutlineView.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int widestSearch = 320;

} // namespace

MapPage::MapPage(session::Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_actions(workspace)
{
    setObjectName(u"mapPage"_s);
    requestLayout(); // before the widgets: a worker lays out while they are made
    m_pane = new MapPane(workspace, m_actions);
    m_stack = new QStackedWidget;
    m_inspector = new Inspector(workspace, m_actions, this);
    m_search = new MapSearch(workspace, this);
    m_filters = new FilterMenu(workspace, this);
    m_chips = new FilterChips(workspace);
    m_stack->addWidget(m_pane);
    m_column = bareColumn(this);
    makeHeader(m_column);
    m_column->addWidget(m_chips);
    m_column->addWidget(m_stack, 1);
    setTabOrder(m_search, m_pane);
    m_inspector->raise();

    bindActions();
    bindSelection();
    connect(&m_layout, &session::MapLayoutTask::finished, this, &MapPage::layoutArrived);
    connect(&m_workspace, &session::Workspace::changed, this, &MapPage::follow);
    choose({});
}

MapPage::~MapPage() = default;

void MapPage::makeHeader(QBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::l, space::m, space::l, space::s);
    row->setSpacing(space::s);
    auto* filter = new QToolButton(this);
    filter->setObjectName(u"filterButton"_s);
    filter->setIcon(icon(IconId::Filter));
    filter->setText(tr("Filter"));
    filter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    filter->setPopupMode(QToolButton::InstantPopup);
    filter->setMenu(m_filters);
    filter->setAutoRaise(true);
    filter->setToolTip(tr("Show some areas, levels, states or one milestone only"));
    m_search->setMaximumWidth(widestSearch);
    row->addWidget(new TextLabel(TextRole::Title, tr("Map"), this));
    row->addStretch(1);
    row->addWidget(m_search, 2);
    row->addWidget(filter);
    row->addWidget(toolButtonFor(m_actions["map.outline"], this));
    row->addWidget(toolButtonFor(m_actions["map.legend"], this));
    row->addWidget(toolButtonFor(m_actions["map.inspector"], this));
    column->addLayout(row);
}

void MapPage::bindActions()
{
    m_inspector->addActions(m_actions.ofSkill().mid(1)); // Enter presses the button that has the focus
    addActions({ m_actions["map.find-next"], m_actions["map.find-previous"] });
    connect(&m_actions, &MapActions::openRequested, this, [this](const QString& skill) {
        Q_EMIT placeRequested({ PageId::Skill, skill, {} });
    });
    connect(&m_actions, &MapActions::said, this, &Page::noticeRequested);
    connect(m_actions["map.find-next"], &QAction::triggered, m_search, [this] { m_search->step(1); });
    connect(m_actions["map.find-previous"], &QAction::triggered, m_search, [this] { m_search->step(-1); });
    connect(m_actions["map.outline"], &QAction::toggled, this, &MapPage::showOutline);
    connect(m_actions["map.inspector"], &QAction::toggled, this, &MapPage::placeInspector);
    connect(m_actions["map.next-step"], &QAction::triggered, this, [this] {
        const std::vector<learning::NextStep> next = m_workspace.nextSteps(1);
        if (next.empty()) {
            Q_EMIT noticeRequested(tr("There is no next step: everything on the way is reached."), NoticeTone::Info);
        } else {
            reveal(idOf(next.front().skill));
        }
    });
}

void MapPage::bindSelection()
{
    MapCanvas& canvas = m_pane->canvas();
    connect(&canvas, &MapCanvas::selectionChanged, this, [this](int index) { choose(idOf(index)); });
    connect(&canvas, &MapCanvas::openRequested, this, [this](int index) { Q_EMIT placeRequested({ PageId::Skill, idOf(index), {} }); });
    connect(&canvas, &MapCanvas::menuRequested, this, [this](int index, const QPoint& position) {
        choose(idOf(index));
        showMenu(position);
    });
    connect(m_inspector, &Inspector::skillRequested, this, [this](const QString& skill) {
        reveal(skill);
        m_inspector->focusFirst();
    });
    connect(m_inspector, &Inspector::closeRequested, m_actions["map.inspector"], [this] {
        m_actions["map.inspector"]->setChecked(false);
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_search, &MapSearch::revealRequested, this, [this](int index) { reveal(idOf(index)); });
    connect(m_search, &MapSearch::leaveRequested, this, [this] { m_stack->currentWidget()->setFocus(Qt::OtherFocusReason); });
    connect(m_search, &QLineEdit::textChanged, this, &MapPage::filterOutlineByText);
    connect(m_filters, &FilterMenu::filterChanged, this, &MapPage::setFilter);
    connect(m_chips, &FilterChips::filterChanged, m_filters, &FilterMenu::setFilter);
}

/// Most sessions never look at the list: it is made when it is first shown.
void MapPage::makeOutline()
{
    m_outline = new OutlineView(m_workspace);
    m_outline->addActions(m_actions.all());
    connect(m_outline, &OutlineView::skillSelected, this, [this](int index) { choose(idOf(index)); });
    connect(m_outline, &OutlineView::openRequested, this, [this](int index) { Q_EMIT placeRequested({ PageId::Skill, idOf(index), {} }); });
    connect(m_outline, &OutlineView::menuRequested, this, [this](int index, const QPoint& position) {
        choose(idOf(index));
        showMenu(position);
    });
    m_stack->addWidget(m_outline);
    filterOutlineByText();
}

void MapPage::requestLayout()
{
    if (m_workspace.hasCourse()) {
        m_layout.request(m_workspace.roadmap().mapInput());
    }
}

void MapPage::layoutArrived(const session::MapLayoutTask::Layout& layout)
{
    const int chosen = indexOf(m_skill);
    m_pane->canvas().setMap(layout);
    if (chosen >= 0 && m_wantsReveal) {
        m_pane->canvas().reveal(chosen);
    } else {
        m_pane->canvas().select(chosen);
    }
    m_wantsReveal = false;
}

void MapPage::follow(const session::Changes& changes)
{
    if (changes.course) {
        m_filters->reload();
        m_search->reload();
        choose(indexOf(m_skill) < 0 ? QString() : m_skill);
        requestLayout();
    }
    m_chips->refresh();
}

QString MapPage::idOf(int index) const
{
    return index < 0 || index >= m_workspace.roadmap().size() ? QString() : m_workspace.roadmap().skill(index).id;
}

int MapPage::indexOf(const QString& skill) const
{
    return m_workspace.roadmap().indexOf(skill);
}

/// The one place where the chosen skill changes; canvas, outline, details and actions follow it.
void MapPage::choose(const QString& skill)
{
    const bool isOther = m_skill != skill;
    m_skill = skill;
    m_actions.setSkill(skill);
    m_inspector->setSkill(skill);
    if (m_pane->canvas().hasMap()) {
        m_pane->canvas().select(indexOf(skill));
    }
    if (m_outline != nullptr) {
        m_outline->select(indexOf(skill));
    }
    placeInspector();
    if (isOther) {
        Q_EMIT currentSkillChanged();
    }
}

void MapPage::reveal(const QString& skill)
{
    choose(skill);
    if (m_pane->canvas().hasMap()) {
        m_pane->canvas().reveal(indexOf(skill));
    } else {
        m_wantsReveal = true;
    }
}

void MapPage::showMenu(const QPoint& globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"skillMenu"_s);
    menu->addActions(m_actions.ofSkill());
    menu->popup(globalPosition);
}

void MapPage::setFilter(const MapFilter& filter)
{
    m_pane->canvas().setFilter(filter);
    m_chips->setFilter(filter);
    filterOutlineByText();
}

/// In a list a search leaves out what does not match; on the canvas it jumps.
void MapPage::filterOutlineByText()
{
    if (m_outline == nullptr) {
        return;
    }
    MapFilter filter = m_filters->filter();
    filter.text = m_search->text().trimmed();
    m_outline->setFilter(filter);
    m_outline->select(indexOf(m_skill));
}

void MapPage::showOutline(bool outline)
{
    if (outline && m_outline == nullptr) {
        makeOutline();
    }
    const bool hadFocus = m_stack->currentWidget()->hasFocus() || m_pane->canvas().hasFocus();
    m_stack->setCurrentIndex(outline ? 1 : 0);
    m_actions["map.legend"]->setVisible(!outline);
    if (hadFocus) {
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    }
}

/// Beside the page in a wide window; in a narrow one a sheet over it, and then only while a skill is chosen.
void MapPage::placeInspector()
{
    const bool isSheet = window()->width() < size::sheetBelow;
    const bool isOpen = m_actions["map.inspector"]->isChecked() && (!isSheet || !m_skill.isEmpty());
    const int taken = isOpen && !isSheet ? size::inspector : 0;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_column->setContentsMargins(mirrored ? taken : 0, 0, mirrored ? 0 : taken, 0);
    // The sheet leaves the header free: search and filter stay at hand.
    const int top = isSheet ? m_stack->y() : 0;
    m_inspector->setGeometry(mirrored ? 0 : width() - size::inspector, top, size::inspector, height() - top);
    m_inspector->setVisible(isOpen);
    m_pane->setCovered(isOpen && isSheet ? size::inspector : 0);
}

void MapPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    placeInspector();
}

void MapPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    placeInspector();
}

QString MapPage::title() const
{
    return tr("Map");
}

QWidget* MapPage::searchField()
{
    return m_search;
}

QString MapPage::currentSkill() const
{
    return m_skill;
}

QList<QAction*> MapPage::pageActions() const
{
    return m_actions.all();
}

void MapPage::show(const Place& place)
{
    if (!place.skill.isEmpty()) {
        reveal(place.skill);
    }
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

QVariantMap MapPage::view() const
{
    const MapCanvas& canvas = m_pane->canvas();
    QVariantMap view { { u"outline"_s, m_actions["map.outline"]->isChecked() }, { u"inspector"_s, m_actions["map.inspector"]->isChecked() },
        { u"minimap"_s, m_actions["map.minimap"]->isChecked() }, { u"legend"_s, m_actions["map.legend"]->isChecked() },
        { u"filter"_s, textOf(m_filters->filter()) }, { u"skill"_s, m_skill } };
    if (canvas.isViewChosen()) {
        view.insert(u"zoom"_s, canvas.zoom());
        view.insert(u"centre"_s, canvas.seen().center());
    }
    return view;
}

void MapPage::restoreView(const QVariantMap& view)
{
    const auto restore
        = [&](const QString& key, const char* id) { m_actions[id]->setChecked(view.value(key, m_actions[id]->isChecked()).toBool()); };
    restore(u"outline"_s, "map.outline");
    restore(u"inspector"_s, "map.inspector");
    restore(u"minimap"_s, "map.minimap");
    restore(u"legend"_s, "map.legend");
    m_filters->setFilter(filterFrom(view.value(u"filter"_s).toStringList(), m_workspace.course()));
    choose(indexOf(view.value(u"skill"_s).toString()) < 0 ? QString() : view.value(u"skill"_s).toString());
    const double zoom = view.value(u"zoom"_s).toDouble();
    if (zoom > 0 && zoom <= MapCanvas::largestZoom) {
        m_pane->canvas().showAt(zoom, view.value(u"centre"_s).toPointF());
    }
}

} // namespace waymark::ui

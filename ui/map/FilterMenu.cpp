// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/FilterMenu.h>

#include <ui/theme/Controls.h>
#include <ui/words/Isolated.h>
#include <ui/words/SkillIcons.h>
#include <ui/words/Words.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

using domain::Level;
using learning::SkillState;

constexpr Level levels[] = { Level::Junior, Level::Mid, Level::Senior };
constexpr SkillState states[] = { SkillState::Locked, SkillState::Ready, SkillState::Learning, SkillState::Practised, SkillState::Mastered,
    SkillState::Fading, SkillState::Skipped, SkillState::Assumed };

/// Several entries can be ticked without opening it again.
class TickMenu : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        QAction* action = actionAt(event->position().toPoint());
        if (action != nullptr && action->isCheckable() && action->isEnabled()) {
            action->trigger();
        } else {
            QMenu::mouseReleaseEvent(event);
        }
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        QAction* action = activeAction();
        if (event->key() == Qt::Key_Space && action != nullptr && action->isCheckable() && action->isEnabled()) {
            action->trigger();
        } else {
            QMenu::keyPressEvent(event);
        }
    }
};

template <class T> void turnIn(QSet<T>& set, const T& value, bool on)
{
    if (on) {
        set.insert(value);
    } else {
        set.remove(value);
    }
}

template <class All, class IsSet, class ToWords> QString listOf(const All& all, const IsSet& isSet, const ToWords& words)
{
    QStringList chosen;
    for (const auto& each : all) {
        if (isSet(each)) {
            chosen.append(isolated(words(each)));
        }
    }
    return QLocale().createSeparatedList(chosen);
}

/// An ampersand of a title is no mnemonic.
QString menuText(QString title)
{
    return title.replace(u'&', u"&&"_s);
}

} // namespace

FilterMenu::FilterMenu(const session::Workspace& workspace, QWidget* parent)
    : QMenu(parent)
    , m_workspace(workspace)
    , m_areas(addSubmenu(tr("&Area"), "filterArea"))
{
    setObjectName(u"filterMenu"_s);
    addLevels();
    addStates();
    m_milestones = addSubmenu(tr("&Milestone"), "filterMilestone");
    addSeparator();
    QAction* clear = addAction(tr("&Clear the filter"));
    clear->setObjectName(u"filter.clear"_s);
    connect(clear, &QAction::triggered, this, [this] { setFilter({}); });
    reload();
}

QMenu* FilterMenu::addSubmenu(const QString& title, const char* id)
{
    auto* menu = new TickMenu(title, this);
    menu->setObjectName(QString::fromLatin1(id));
    addMenu(menu);
    return menu;
}

void FilterMenu::addEntry(QMenu* menu, const QString& text, const QString& id, std::function<bool(const MapFilter&)> isOn,
    std::function<void(MapFilter&, bool)> turn)
{
    QAction* action = menu->addAction(menuText(text));
    action->setObjectName(u"filter."_s + id);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, turn = std::move(turn)](bool on) {
        MapFilter filter = m_filter;
        turn(filter, on);
        setFilter(filter);
    });
    m_entries.emplace_back(action, std::move(isOn));
}

void FilterMenu::addLevels()
{
    QMenu* menu = addSubmenu(tr("&Level"), "filterLevel");
    for (const Level level : levels) {
        addEntry(
            menu, Words::level(level), domain::toString(level), [level](const MapFilter& filter) { return filter.levels.contains(level); },
            [level](MapFilter& filter, bool on) { turnIn(filter.levels, level, on); });
    }
}

void FilterMenu::addStates()
{
    QMenu* menu = addSubmenu(tr("&State"), "filterState");
    for (const SkillState state : states) {
        addEntry(
            menu, Words::state(state), learning::toString(state),
            [state](const MapFilter& filter) { return filter.states.contains(state); },
            [state](MapFilter& filter, bool on) { turnIn(filter.states, state, on); });
        menu->actions().constLast()->setIcon(ui::icon(iconOf(state), toneOf(state)));
    }
}

void FilterMenu::reload()
{
    const auto isOfCourse = [this](const auto& entry) { return entry.first->parent() == m_areas || entry.first->parent() == m_milestones; };
    m_entries.erase(std::remove_if(m_entries.begin(), m_entries.end(), isOfCourse), m_entries.end());
    m_areas->clear();
    m_milestones->clear();
    addCourseEntries();
    setFilter({});
    followFilter();
}

void FilterMenu::addCourseEntries()
{
    for (const domain::Area& area : m_workspace.course().areas) {
        addEntry(
            m_areas, area.title, area.id, [id = area.id](const MapFilter& filter) { return filter.areas.contains(id); },
            [id = area.id](MapFilter& filter, bool on) { turnIn(filter.areas, id, on); });
    }
    for (const domain::Milestone& milestone : m_workspace.course().milestones) {
        addEntry(
            m_milestones, milestone.title, milestone.id, [id = milestone.id](const MapFilter& filter) { return filter.milestone == id; },
            [id = milestone.id](MapFilter& filter, bool on) { filter.milestone = on ? id : QString(); });
    }
}

void FilterMenu::setFilter(const MapFilter& filter)
{
    if (m_filter != filter) {
        m_filter = filter;
        followFilter();
        Q_EMIT filterChanged(m_filter);
    }
}

void FilterMenu::followFilter()
{
    for (const auto& [action, isOn] : m_entries) {
        action->setChecked(isOn(m_filter));
    }
}

FilterChips::FilterChips(const session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_row(new QHBoxLayout(this))
    , m_count(new TextLabel(TextRole::Caption, {}, this))
{
    setObjectName(u"filterChips"_s);
    setAccessibleName(tr("Filter"));
    m_row->setContentsMargins(space::l, 0, space::l, space::s);
    m_row->setSpacing(space::s);
    hide();
}

void FilterChips::addChip(const QString& id, const QString& text, const MapFilter& without)
{
    auto* chip
        = new QPushButton(icon(IconId::Close), fontMetrics().elidedText(text, Qt::ElideRight, 40 * fontMetrics().averageCharWidth()), this);
    chip->setObjectName(u"chip."_s + id);
    chip->setAccessibleName(tr("Take out of the filter: %1").arg(isolated(text)));
    chip->setToolTip(chip->accessibleName().toHtmlEscaped());
    setButtonKind(*chip, ButtonKind::Chip);
    connect(chip, &QPushButton::clicked, this, [this, without] { Q_EMIT filterChanged(without); });
    m_row->addWidget(chip);
}

void FilterChips::refresh()
{
    const domain::Milestone* stage = m_workspace.roadmap().milestone(m_filter.milestone);
    const std::vector<char> out
        = leftOut(m_filter, m_workspace.roadmap(), m_workspace.states(), stage == nullptr ? std::vector<int>() : m_workspace.wayTo(*stage));
    const auto shown = std::count(out.begin(), out.end(), 0);
    m_count->setText(shown == 0 ? tr("No skill matches") : tr("%n skill(s)", nullptr, static_cast<int>(shown)));
}

void FilterChips::clear()
{
    while (QLayoutItem* item = m_row->takeAt(0)) {
        if (QWidget* chip = item->widget(); chip != nullptr && chip != m_count) {
            chip->hide();
            chip->setObjectName({});
            chip->deleteLater(); // it may be the one that was pressed
        }
        delete item;
    }
}

/// One chip for each kind of thing that is set.
void FilterChips::addChips()
{
    const auto without = [this](auto member) {
        MapFilter filter = m_filter;
        filter.*member = std::decay_t<decltype(filter.*member)>();
        return filter;
    };
    if (!m_filter.areas.isEmpty()) {
        const auto isSet = [this](const domain::Area& area) { return m_filter.areas.contains(area.id); };
        const auto title = [](const domain::Area& area) { return area.title; };
        addChip(u"area"_s, listOf(m_workspace.course().areas, isSet, title), without(&MapFilter::areas));
    }
    if (!m_filter.levels.isEmpty()) {
        const auto isSet = [this](Level level) { return m_filter.levels.contains(level); };
        addChip(u"level"_s, listOf(levels, isSet, Words::level), without(&MapFilter::levels));
    }
    if (!m_filter.states.isEmpty()) {
        const auto isSet = [this](SkillState state) { return m_filter.states.contains(state); };
        addChip(u"state"_s, listOf(states, isSet, Words::state), without(&MapFilter::states));
    }
    if (const domain::Milestone* milestone = m_workspace.roadmap().milestone(m_filter.milestone)) {
        addChip(u"milestone"_s, milestone->title, without(&MapFilter::milestone));
    }
}

void FilterChips::setFilter(const MapFilter& filter)
{
    m_filter = filter;
    clear();
    addChips();
    if (!filter.isEmpty()) {
        auto* all = pushButton(u"clearFilter"_s, tr("Clear"), this, ButtonKind::Quiet);
        all->setAccessibleName(tr("Clear the filter"));
        connect(all, &QPushButton::clicked, this, [this] { Q_EMIT filterChanged({}); });
        m_row->addWidget(all);
    }
    m_row->addWidget(m_count);
    m_row->addStretch(1);
    refresh();
    setVisible(!filter.isEmpty());
}

} // namespace waymark::ui

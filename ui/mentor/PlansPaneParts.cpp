// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/PlansPane.h>

#include <ui/mentor/PlanProgressDelegate.h>
#include <ui/theme/Controls.h>
#include <ui/theme/ElidedLabel.h>

#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

/// What the pane of received plans is made of.
namespace waymark::ui {

QAction* PlansPane::makeAction(const QString& name, const QString& text, const QKeySequence& keys, void (PlansPane::*done)())
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, done);
    addAction(action);
    m_actions.append(action);
    return action;
}

void PlansPane::makeActions()
{
    m_answer = makeAction(u"plans.answer"_s, tr("Answer the plan"), {}, &PlansPane::answer);
    m_compare = makeAction(u"plans.compare"_s, tr("Compare"), QKeySequence(Qt::Key_V), &PlansPane::compare);
    m_page = makeAction(u"plans.page"_s, tr("One page for the meeting…"), {}, &PlansPane::writePage);
    m_refresh = makeAction(u"plans.refresh"_s, tr("Read the folder again"), QKeySequence(QKeySequence::Refresh), &PlansPane::refresh);
    m_refresh->setShortcut(QKeySequence(Qt::Key_F5));
    m_refresh->setIcon(icon(IconId::Reset));
    makeAction(u"plans.folder"_s, tr("Choose a folder…"), {}, &PlansPane::askForFolder);
    makeAction(u"plans.file"_s, tr("Open a plan file…"), {}, &PlansPane::askForFile);
}

QPushButton* PlansPane::buttonFor(QAction* action)
{
    auto* button = new QPushButton(action->text(), this);
    button->setObjectName(u"button."_s + action->objectName());
    button->setEnabled(action->isEnabled());
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    button->setToolTip(keys.isEmpty() ? action->iconText() : u"%1 (%2)"_s.arg(action->iconText(), keys));
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
    return button;
}

QLayout* PlansPane::makeBar()
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"plans.search"_s);
    m_search->setPlaceholderText(tr("Find a learner"));
    m_search->setAccessibleName(tr("Find a plan by its learner, goal or file"));
    m_search->setToolTip(tr("Find a plan by its learner, goal or file (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(IconId::Search), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_filter.setWords(words);
        follow();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_list->setFocus(Qt::OtherFocusReason);
        m_list->setCurrentIndex(m_filter.index(0, 0));
    });
    m_waiting = new QPushButton(tr("Waiting only"), this);
    m_waiting->setObjectName(u"plans.waiting"_s);
    m_waiting->setCheckable(true);
    setButtonKind(*m_waiting, ButtonKind::Chip);
    connect(m_waiting, &QPushButton::toggled, this, [this](bool only) {
        m_filter.setWaitingOnly(only);
        follow();
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_search, 1);
    row->addWidget(m_waiting);
    row->addSpacing(space::m);
    row->addWidget(toolButtonFor(m_refresh, this));
    row->addWidget(buttonFor(m_actions[4]));
    row->addWidget(buttonFor(m_actions[5]));
    return row;
}

QWidget* PlansPane::makeList()
{
    m_list = new QTreeView(this);
    m_list->setObjectName(u"plans.list"_s);
    m_list->setAccessibleName(tr("Plans to answer"));
    m_list->setModel(&m_filter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setItemDelegateForColumn(PlanListModel::ProgressColumn, new PlanProgressDelegate(m_list));
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(PlanListModel::WaitingColumn, Qt::DescendingOrder);
    m_list->header()->setSectionsMovable(false);
    m_list->header()->setStretchLastSection(false);
    m_list->addActions({ m_answer, m_compare, m_page });
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    fitColumns();
    connect(m_list, &QTreeView::activated, m_answer, &QAction::trigger);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PlansPane::follow);
    return m_list;
}

/// Learner and goal share what the numbers leave.
void PlansPane::fitColumns()
{
    const QFontMetrics metrics(font());
    const int widths[] = { 0, 0, 18, 11, 15, 11, 13 }; // characters
    QHeaderView* header = m_list->header();
    header->setSectionResizeMode(PlanListModel::LearnerColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(PlanListModel::GoalColumn, QHeaderView::Stretch);
    for (int column = PlanListModel::ProgressColumn; column < PlanListModel::ColumnCount; ++column) {
        header->resizeSection(column, widths[column] * metrics.averageCharWidth() + space::l);
    }
}

QWidget* PlansPane::makeReading()
{
    auto* page = new QWidget(this);
    m_progress = new QProgressBar(page);
    m_progress->setObjectName(u"plans.progress"_s);
    m_progress->setAccessibleName(tr("Reading the folder"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(size::inspector);
    auto* stop = new QPushButton(tr("Cancel"), page);
    stop->setObjectName(u"plans.stop"_s);
    connect(stop, &QPushButton::clicked, this, [this] { m_task.cancel(); });
    auto* column = new QVBoxLayout(page);
    column->setSpacing(space::m);
    column->addStretch(1);
    column->addWidget(new TextLabel(TextRole::Body, tr("Reading the plans…"), page), 0, Qt::AlignHCenter);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addWidget(stop, 0, Qt::AlignHCenter);
    column->addStretch(2);
    return page;
}

QWidget* PlansPane::makeNothing()
{
    auto* page = new QWidget(this);
    m_nothing = wrapped(TextRole::Body, {}, page);
    m_nothing->setObjectName(u"plans.nothing"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_showAll = new QPushButton(tr("Show all plans"), page);
    m_showAll->setObjectName(u"plans.showAll"_s);
    connect(m_showAll, &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_waiting->setChecked(false);
        m_list->setFocus(Qt::OtherFocusReason);
    });
    m_first = new QWidget(page);
    auto* row = new QHBoxLayout(m_first);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    QPushButton* choose = buttonFor(m_actions[4]);
    choose->setObjectName(u"plans.firstFolder"_s);
    setButtonKind(*choose, ButtonKind::Primary);
    QPushButton* open = buttonFor(m_actions[5]);
    open->setObjectName(u"plans.firstFile"_s);
    row->addWidget(choose);
    row->addWidget(open);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(space::m);
    column->addStretch(1);
    column->addWidget(m_nothing);
    column->addWidget(m_showAll, 0, Qt::AlignHCenter);
    column->addWidget(m_first, 0, Qt::AlignHCenter);
    column->addStretch(2);
    return page;
}

QWidget* PlansPane::makeFoot()
{
    m_count = new TextLabel(TextRole::Caption, {}, this);
    m_count->setObjectName(u"plans.count"_s);
    m_where = new ElidedLabel(TextRole::Caption, Qt::ElideMiddle, this);
    m_where->setObjectName(u"plans.where"_s);
    m_where->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_foot = new QWidget(this);
    auto* row = new QHBoxLayout(m_foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    row->addWidget(m_count);
    row->addWidget(m_where, 1);
    row->addWidget(buttonFor(m_page));
    row->addWidget(buttonFor(m_compare));
    QPushButton* answer = buttonFor(m_answer);
    setButtonKind(*answer, ButtonKind::Primary);
    answer->setToolTip(tr("Answer the plan (Enter)"));
    row->addWidget(answer);
    return m_foot;
}

} // namespace waymark::ui

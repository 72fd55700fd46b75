// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/PlansPane.h>

#include <ui/lists/ListStandIn.h>
#include <ui/lists/RecordTable.h>
#include <ui/lists/SearchField.h>
#include <ui/mentor/PlanProgressDelegate.h>
#include <ui/theme/Controls.h>
#include <ui/theme/ElidedLabel.h>
#include <ui/theme/Layouts.h>

#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// What the pane of received plans is made of.
namespace waymark::ui {

QAction* PlansPane::makeAction(const QString& name, const QString& text, const QKeySequence& keys, void (PlansPane::*done)())
{
    QAction* action = addActionTo(*this, name, text, keys);
    connect(action, &QAction::triggered, this, done);
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
    m_stopReading = new QAction(tr("Cancel"), this);
    m_stopReading->setObjectName(u"plans.stopReading"_s);
    connect(m_stopReading, &QAction::triggered, this, &PlansPane::stopReading);
}

QLayout* PlansPane::makeBar()
{
    m_search = new SearchField(u"plans.search"_s, tr("Find a learner"), tr("Find a plan by its learner, goal or file"), this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_filter.setWords(words);
        follow();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_list->setFocus(Qt::OtherFocusReason);
        m_list->goToFirst();
    });
    m_waiting = pushButton(u"plans.waiting"_s, tr("Waiting only"), this, ButtonKind::Chip);
    m_waiting->setCheckable(true);
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
    row->addWidget(pushButtonFor(m_actions[4], this));
    row->addWidget(pushButtonFor(m_actions[5], this));
    return row;
}

/// Learner and goal share what the numbers leave.
QWidget* PlansPane::makeList()
{
    m_list = new RecordTable(u"plans.list"_s, tr("Plans to answer"), m_filter, this);
    m_list->setColumnWidths({ 0, 0, 18, 11, 15, 11, 13 });
    m_list->setItemDelegateForColumn(PlanListModel::ProgressColumn, new PlanProgressDelegate(m_list));
    m_list->sortByColumn(PlanListModel::WaitingColumn, Qt::DescendingOrder);
    m_list->addActions({ m_answer, m_compare, m_page });
    connect(m_list, &QTreeView::activated, m_answer, &QAction::trigger);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PlansPane::follow);
    return m_list;
}

QWidget* PlansPane::makeReading()
{
    auto* page = new ListStandIn(u"plans.reading"_s, this);
    page->setText(tr("Reading the plans…"));
    m_progress = new QProgressBar(page);
    m_progress->setObjectName(u"plans.progress"_s);
    m_progress->setAccessibleName(tr("Reading the folder"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(size::inspector);
    auto* stop = pushButton(u"plans.stop"_s, tr("Cancel"), page);
    connect(stop, &QPushButton::clicked, this, [this] { m_task.cancel(); });
    page->addWidget(m_progress);
    page->addWidget(stop);
    return page;
}

QWidget* PlansPane::makeNothing()
{
    m_nothing = new ListStandIn(u"plans.nothing"_s, this);
    m_showAll = pushButton(u"plans.showAll"_s, tr("Show all plans"), m_nothing);
    connect(m_showAll, &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_waiting->setChecked(false);
        m_list->setFocus(Qt::OtherFocusReason);
    });
    m_first = new QWidget(m_nothing);
    auto* row = bareRow(m_first, space::s);
    QPushButton* choose = pushButtonFor(m_actions[4], this);
    choose->setObjectName(u"plans.firstFolder"_s);
    setButtonKind(*choose, ButtonKind::Primary);
    QPushButton* open = pushButtonFor(m_actions[5], this);
    open->setObjectName(u"plans.firstFile"_s);
    row->addWidget(choose);
    row->addWidget(open);
    m_nothing->addWidget(m_showAll);
    m_nothing->addWidget(m_first);
    return m_nothing;
}

QWidget* PlansPane::makeFoot()
{
    m_count = new TextLabel(TextRole::Caption, {}, this);
    m_count->setObjectName(u"plans.count"_s);
    m_where = new ElidedLabel(TextRole::Caption, Qt::ElideMiddle, this);
    m_where->setObjectName(u"plans.where"_s);
    m_where->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_foot = new QWidget(this);
    auto* row = bareRow(m_foot, space::m);
    row->addWidget(m_count);
    row->addWidget(m_where, 1);
    row->addWidget(pushButtonFor(m_page, this));
    row->addWidget(pushButtonFor(m_compare, this));
    QPushButton* answer = pushButtonFor(m_answer, this);
    setButtonKind(*answer, ButtonKind::Primary);
    answer->setToolTip(tr("Answer the plan (Enter)"));
    row->addWidget(answer);
    return m_foot;
}

} // namespace waymark::ui

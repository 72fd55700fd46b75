// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/ComparisonView.h>

#include <ui/lists/RecordTable.h>
#include <ui/lists/SearchField.h>
#include <ui/theme/Controls.h>

#include <session/PlanFiles.h>

#include <QComboBox>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

ComparisonView::ComparisonView(QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::Heading, {}, this))
    , m_totals(wrapped(TextRole::Body, {}, this))
    , m_caution(
          wrapped(TextRole::Caption, tr("The two plans are of different courses: only skills with the same id can be compared."), this))
    , m_nothing(wrapped(TextRole::Body, tr("Nothing differs between the two."), this))
    , m_earlier(new QComboBox(this))
    , m_search(new SearchField(u"comparison.search"_s, tr("Find a skill"), tr("Find a skill in the comparison"), this))
    , m_list(nullptr)
{
    setObjectName(u"comparison"_s);
    m_title->setObjectName(u"comparison.title"_s);
    m_totals->setObjectName(u"comparison.totals"_s);
    m_nothing->setObjectName(u"comparison.nothing"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_earlier->setObjectName(u"comparison.earlier"_s);
    m_earlier->setAccessibleName(tr("The earlier plan"));
    m_search->setMaximumWidth(size::inspector);
    auto* back = new QToolButton(this);
    back->setObjectName(u"comparison.back"_s);
    back->setIcon(icon(IconId::Back));
    back->setAutoRaise(true);
    back->setAccessibleName(tr("Back to the plans"));
    back->setToolTip(tr("Back to the plans (Esc)"));
    auto* head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(back);
    head->addWidget(m_title, 2);
    head->addWidget(m_earlier);
    head->addWidget(m_search, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(head);
    column->addWidget(m_totals);
    column->addWidget(m_caution);
    m_list = makeList();
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    connect(back, &QToolButton::clicked, this, &ComparisonView::leaveRequested);
    connect(m_search, &QLineEdit::textChanged, &m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_earlier, &QComboBox::activated, this, &ComparisonView::compare);
}

QTreeView* ComparisonView::makeList()
{
    m_filter.setSourceModel(&m_model);
    m_filter.setSortRole(ComparisonModel::SortRole);
    m_filter.setSortLocaleAware(true);
    m_filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto* list = new RecordTable(u"comparison.list"_s, tr("What differs"), m_filter, this);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setColumnWidths({ 0, 21, 22, 13, 15, 13, 11 });
    list->sortByColumn(ComparisonModel::MoveColumn, Qt::AscendingOrder);
    return list;
}

QWidget* ComparisonView::searchField() const
{
    return m_search;
}

void ComparisonView::show(Sides sides)
{
    m_sides = std::move(sides);
    m_earlier->clear();
    for (const Side& side : m_sides.before) {
        m_earlier->addItem(side.title);
    }
    m_earlier->setVisible(m_sides.before.size() > 1);
    compare(0);
    m_list->setFocus(Qt::OtherFocusReason);
}

void ComparisonView::compare(int before)
{
    const Side& first = m_sides.before[static_cast<std::size_t>(before)];
    const auto one = session::readPlanAt(first.file);
    const auto two = session::readPlanAt(m_sides.after.file);
    exchange::PlanComparison comparison;
    if (one && two) {
        comparison = exchange::comparePlans(*one, *two);
    } else {
        Q_EMIT failed(one ? two.error() : one.error());
    }
    m_model.setComparison(comparison);
    m_title->setText(tr("%1 → %2", "a plan and a later one").arg(first.title, m_sides.after.title));
    m_totals->setText(m_model.totalsText());
    m_caution->setVisible(one && two && !comparison.sameCourse);
    hideEmptyColumns();
    m_list->setVisible(m_model.rowCount() > 0);
    m_nothing->setVisible(m_model.rowCount() == 0);
}

/// What nothing happened to needs no room.
void ComparisonView::hideEmptyColumns()
{
    const exchange::ComparisonTotals& all = m_model.totals();
    m_list->setColumnHidden(ComparisonModel::ItemsColumn, all.ticked + all.unticked == 0);
    m_list->setColumnHidden(ComparisonModel::EvidenceColumn, all.added + all.changed + all.gone == 0);
    m_list->setColumnHidden(ComparisonModel::SignOffColumn, all.signedOff + all.signOffsLost == 0);
}

void ComparisonView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT leaveRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/ComparisonView.h>

#include <ui/lists/RecordTable.h>
#include <ui/lists/SearchField.h>
#include <ui/theme/Controls.h>
#include <ui/words/Isolated.h>

#include <session/PlanFiles.h>

#include <QAction>
#include <QComboBox>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

ComparisonView::ComparisonView(QWidget* parent)
    : QWidget(parent)
    , m_cancel(new QAction(tr("Cancel"), this))
    , m_back(new QToolButton(this))
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
    m_back->setObjectName(u"comparison.back"_s);
    m_back->setIcon(icon(IconId::Back));
    m_back->setAutoRaise(true);
    m_back->setAccessibleName(tr("Back to the plans"));
    m_back->setToolTip(tr("Back to the plans (Esc)"));
    auto* head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_back);
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
    m_cancel->setObjectName(u"comparison.cancel"_s);
    connect(m_cancel, &QAction::triggered, this, &ComparisonView::leave);
    connect(m_back, &QToolButton::clicked, this, &ComparisonView::leave);
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
    m_model.setComparison({});
    m_list->show();
    m_title->setText(tr("%1 → %2", "a plan and a later one").arg(isolated(first.title), isolated(m_sides.after.title)));
    for (QWidget* said : std::initializer_list<QWidget*> { m_totals, m_caution, m_nothing }) {
        said->hide();
    }
    if (!m_work.isRunning()) {
        Q_EMIT waitingBegan(tr("Comparing two plans …"), m_cancel);
    }
    m_work.start(
        [one = first.file, two = m_sides.after.file](const std::stop_token& stop) {
            return session::readPlanAt(one).and_then([&](const exchange::PlanDocument& from) -> domain::Result<exchange::PlanComparison> {
                if (stop.stop_requested()) {
                    return domain::failure(domain::ErrorCode::Cancelled, {});
                }
                return session::readPlanAt(two).map([&from](const exchange::PlanDocument& to) { return exchange::comparePlans(from, to); });
            });
        },
        [this](const domain::Result<exchange::PlanComparison>& comparison) { compared(comparison); });
}

void ComparisonView::compared(const domain::Result<exchange::PlanComparison>& comparison)
{
    Q_EMIT waitingEnded();
    if (!comparison) {
        Q_EMIT failed(comparison.error());
        Q_EMIT leaveRequested();
        return;
    }
    m_model.setComparison(*comparison);
    m_totals->setText(m_model.totalsText());
    m_totals->show();
    m_caution->setVisible(!comparison->sameCourse);
    hideEmptyColumns();
    const bool isEmpty = m_model.rowCount() == 0;
    m_back->setAccessibleDescription(isEmpty ? m_nothing->text() : QString());
    if (isEmpty && m_list->hasFocus()) {
        m_back->setFocus(Qt::OtherFocusReason); // so that Esc still leads back
    }
    m_list->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
}

void ComparisonView::leave()
{
    if (m_work.isRunning()) {
        m_work.cancel();
        Q_EMIT waitingEnded();
    }
    Q_EMIT leaveRequested();
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
        leave();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/ProgressPage.h>

#include <ui/lists/ListStandIn.h>
#include <ui/lists/RecordTable.h>
#include <ui/progress/Chart.h>
#include <ui/progress/ChartPlot.h>
#include <ui/progress/HeatMap.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>

#include <exchange/ExportFormats.h>
#include <session/StudyForecast.h>

#include <QButtonGroup>
#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int charts = 6;
constexpr int narrowestChart = 380; ///< beside its table; with less room it stands over it
constexpr int widePage = 1300; ///< from which the days and their table stand side by side
constexpr int narrowestTable = 320; ///< beside the days
constexpr int fewestRows = 4; ///< of a table under its chart that are seen, its header one of them
constexpr int lowPage = 400; ///< up to which a table may show fewer
constexpr int fewestOfNames = 220; ///< of the first column that a table asks for whatever its chart has
constexpr int widestNames = 340; ///< and up to this where its chart has room enough

/// In the order of ProgressChart.
const std::array<QString, charts>& sections()
{
    static const std::array<QString, charts> all { u"way"_s, u"hours"_s, u"days"_s, u"recall"_s, u"estimates"_s, u"areas"_s };
    return all;
}

std::optional<ProgressChart> chartNamed(const QString& section)
{
    const auto found = std::find(sections().begin(), sections().end(), section);
    return found == sections().end() ? std::nullopt : std::optional(static_cast<ProgressChart>(found - sections().begin()));
}

const QString& nameOf(ProgressChart chart)
{
    return sections()[static_cast<std::size_t>(chart)];
}

} // namespace

ProgressPage::ProgressPage(session::Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
{
    setObjectName(u"progressPage"_s);
    m_exportSvg = makeAction(u"progress.exportSvg"_s, tr("Export as SVG"), {});
    m_exportCsv = makeAction(u"progress.exportCsv"_s, tr("Export as CSV"), {});
    connect(m_exportSvg, &QAction::triggered, this, &ProgressPage::exportSvg);
    connect(m_exportCsv, &QAction::triggered, this, &ProgressPage::exportCsv);

    auto* column = new QVBoxLayout(this); // filled from the top down: in that order the tab key goes
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addLayout(makeHead());
    column->addLayout(makeSwitch());
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeFigures());
    m_stack->addWidget(makeStandIn());
    column->addWidget(m_stack, 1);
    connect(&m_workspace, &session::Workspace::changed, this, [this](const session::Changes& changes) {
        if (isVisible() || changes.course) { // else show() does it; the first course comes while the page is covered
            refresh();
        }
    });
    refresh();
}

QLayout* ProgressPage::makeHead()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(new TextLabel(TextRole::Title, tr("Progress"), this));
    row->addStretch(1);
    for (QAction* action : { m_exportSvg, m_exportCsv }) {
        row->addWidget(pushButtonFor(action, this));
    }
    return row;
}

QLayout* ProgressPage::makeSwitch()
{
    m_switch = new QButtonGroup(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    const std::array<QString, charts> words { tr("Way"), tr("Hours"), tr("Days"), tr("Recall"), tr("Estimates"), tr("Areas") };
    for (std::size_t i = 0; i < words.size(); ++i) {
        QPushButton* chip = pushButton(u"progress."_s + sections()[i], words[i], this, ButtonKind::Chip);
        chip->setCheckable(true);
        m_switch->addButton(chip, static_cast<int>(i));
        row->addWidget(chip);
        // By the window, so that Back leads here again.
        connect(chip, &QPushButton::clicked, this, [this, i] { Q_EMIT placeRequested({ PageId::Progress, {}, sections()[i] }); });
    }
    row->addStretch(1);
    return row;
}

QWidget* ProgressPage::makeFigures()
{
    auto* figures = new QWidget;
    auto* column = bareColumn(figures, space::m);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::m);
    m_summary = wrapped(TextRole::Body, {}, figures);
    m_summary->setObjectName(u"progress.summary"_s);
    m_step = pushButton(u"progress.step"_s, {}, figures);
    connect(m_step, &QPushButton::clicked, this, &ProgressPage::takeStep);
    head->addWidget(m_summary, 1);
    head->addWidget(m_step, 0, Qt::AlignTop);
    makeTable();
    m_body = new QBoxLayout(QBoxLayout::LeftToRight);
    m_body->setSpacing(space::l);
    m_body->addWidget(makePicture(), 3);
    m_body->addWidget(m_table, 2);
    column->addLayout(head);
    column->addLayout(m_body, 1);
    return figures;
}

QWidget* ProgressPage::makeStandIn()
{
    m_standIn = new ListStandIn(u"progress.empty"_s);
    m_firstStep = pushButton(u"progress.firstStep"_s, {}, m_standIn, ButtonKind::Primary);
    connect(m_firstStep, &QPushButton::clicked, this, &ProgressPage::takeStep);
    m_standIn->addWidget(m_firstStep);
    return m_standIn;
}

QWidget* ProgressPage::makePicture()
{
    auto* card = new Card;
    auto* column = bareColumn(card, space::s);
    m_plot = new Chart;
    m_plot->setObjectName(u"progress.chart"_s);
    m_heat = new HeatMap;
    m_heat->setObjectName(u"progress.heat"_s);
    connect(m_plot, &Chart::pointed, this, &ProgressPage::read);
    connect(m_plot, &Chart::chosen, this, &ProgressPage::choose);
    connect(m_heat, &HeatMap::pointed, this, &ProgressPage::read);
    connect(m_heat, &HeatMap::chosen, this, &ProgressPage::choose);
    m_readout = wrapped(TextRole::Body, {}, card);
    m_readout->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_readout->setObjectName(u"progress.readout"_s);
    column->addWidget(m_plot, 1);
    column->addWidget(m_heat, 1);
    column->addWidget(m_readout);
    return card;
}

void ProgressPage::makeTable()
{
    m_figures = new FiguresModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSortRole(FiguresModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setSourceModel(m_figures);
    m_table = new RecordTable(u"progress.table"_s, tr("Figures of the chart"), *m_sorted, this);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& current) { mark(m_sorted->mapToSource(current).row()); });
}

QString ProgressPage::title() const
{
    return m_view.chart.title.isEmpty() ? tr("Progress") : tr("Progress: %1", "name of a chart").arg(m_view.chart.title);
}

Place ProgressPage::inFull(const Place& place) const
{
    Place target = place;
    if (target.section.isEmpty()) {
        target.section = nameOf(m_chart);
    }
    return target;
}

void ProgressPage::show(const Place& place)
{
    m_workspace.noticeTime();
    m_chart = chartNamed(inFull(place).section).value_or(ProgressChart::Way);
    refresh();
    Q_EMIT titleChanged();
}

QVariantMap ProgressPage::view() const
{
    return { { u"chart"_s, nameOf(m_chart) } };
}

void ProgressPage::restoreView(const QVariantMap& view)
{
    m_chart = chartNamed(view.value(u"chart"_s).toString()).value_or(ProgressChart::Way);
}

void ProgressPage::refresh()
{
    m_switch->button(static_cast<int>(m_chart))->setChecked(true);
    if (m_chart == ProgressChart::Way && m_workspace.hasCourse()) {
        foretell();
    }
    showView();
}

/// Only where something it rests on is another; meanwhile the chart shows what is done.
void ProgressPage::foretell()
{
    session::StudyOutset outset = session::studyOutset(m_workspace);
    if (outset == m_outlook.outset && (m_outlook.forecast || m_forecasting.isRunning())) {
        return;
    }
    m_outlook = { std::move(outset), {} };
    session::startForecast(m_forecasting, m_outlook.outset.input, [this](const learning::Forecast& forecast) {
        m_outlook.forecast = forecast;
        showView();
    });
}

void ProgressPage::showView()
{
    const QString before = m_view.chart.title;
    m_view = progressView(m_chart, m_workspace, m_outlook);
    const bool isEmpty = !m_view.empty.isEmpty();
    m_exportSvg->setEnabled(!isEmpty);
    m_exportCsv->setEnabled(!isEmpty);
    for (QPushButton* button : { m_step, m_firstStep }) {
        button->setText(stepWords(m_view.step));
        button->setVisible(m_view.step != ProgressStep::None);
    }
    m_standIn->setText(m_view.empty);
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (before != m_view.chart.title) {
        m_table->sortByColumn(-1, Qt::AscendingOrder);
        mark(-1);
    }
    if (!isEmpty) {
        m_summary->setText(m_view.chart.summary);
        m_figures->setTable(m_view.table);
        m_table->setAccessibleName(m_view.table.name);
        showPicture();
        arrange();
    }
}

void ProgressPage::showPicture()
{
    m_plot->setVisible(!m_view.days);
    m_heat->setVisible(m_view.days.has_value());
    if (m_view.days) {
        std::vector<int> rows;
        for (int i = 0; i < static_cast<int>(m_view.days->minutes.size()); ++i) {
            rows.push_back(m_figures->rowOf(m_view.days->first.addDays(i).toString(Qt::ISODate)));
        }
        m_heat->setContent({ m_view.chart.title, m_view.chart.summary, *m_view.days }, rows);
    } else {
        std::vector<std::optional<ChartSpot>> spots;
        for (const FigureRow& row : m_view.table.rows) {
            spots.push_back(row.spot);
        }
        m_plot->setContent(m_view.chart, spots);
    }
    mark(m_sorted->mapToSource(m_table->currentIndex()).row());
}

/// In which no number is cut, and of names as much as can be.
int ProgressPage::tableWidth() const
{
    const QAbstractItemView* table = m_table;
    const QHeaderView* header = m_table->header();
    const auto wanted = [table, header](int column) { return std::max(header->sectionSizeHint(column), table->sizeHintForColumn(column)); };
    int numbers = size::scrollBar + 2 * m_table->frameWidth();
    for (int column = 1; column < m_figures->columnCount(); ++column) {
        numbers += wanted(column);
    }
    const int room = m_stack->width() - narrowestChart - numbers;
    return numbers + std::min(wanted(0), std::clamp(room, fewestOfNames, widestNames));
}

/// A picture shares the width with its table where both have room. The heat map gains most by width: beside it the table has what it needs
/// and no more.
void ProgressPage::arrange()
{
    const int wanted = tableWidth();
    const bool isHeat = m_view.days.has_value();
    const bool isStacked = isHeat ? m_stack->width() < widePage : m_stack->width() - wanted < narrowestChart;
    m_body->setDirection(isStacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_body->setStretch(0, !isStacked ? 3 : isHeat ? 0 : 2);
    m_body->setStretch(1, isStacked ? 1 : 2);
    // Room kept, so that the chart has its size whatever is read.
    m_readout->setMinimumHeight((isStacked ? 1 : 2) * m_readout->fontMetrics().lineSpacing());
    m_table->setMinimumWidth(std::min(wanted, width() / 2));
    m_table->setMaximumWidth(isHeat && !isStacked ? std::max(wanted, narrowestTable) : QWIDGETSIZE_MAX);
    m_table->setMinimumHeight(isStacked && m_stack->height() > lowPage ? fewestRows * size::row : 0);
    QHeaderView* header = m_table->header();
    for (int column = 0; column < header->count(); ++column) {
        header->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
}

void ProgressPage::mark(int row)
{
    m_marked = row;
    m_plot->setMarked(row);
    m_heat->setMarked(row);
    read(-1);
}

/// What lies under the pointer, else what is chosen in the table.
void ProgressPage::read(int row)
{
    const int shown = row >= 0 ? row : m_marked;
    m_readout->setText(shown >= 0 && shown < m_figures->rowCount()
            ? m_figures->table().rows[static_cast<std::size_t>(shown)].sentence
            : tr("Point at the chart, or choose a row of the table, to read a figure."));
}

void ProgressPage::choose(int row)
{
    m_table->setCurrentIndex(m_sorted->mapFromSource(m_figures->index(row, 0)));
}

void ProgressPage::takeStep()
{
    switch (m_view.step) {
    case ProgressStep::None:
        break;
    case ProgressStep::NextSkill: {
        const std::vector<learning::NextStep> steps = m_workspace.nextSteps(1);
        Q_EMIT placeRequested(steps.empty() ? Place {} : Place { PageId::Skill, m_workspace.roadmap().skill(steps.front().skill).id, {} });
        break;
    }
    case ProgressStep::Recall:
        Q_EMIT placeRequested({ PageId::Recall, {}, {} });
        break;
    case ProgressStep::Milestone:
    case ProgressStep::Deadline:
        Q_EMIT goalRequested();
        break;
    case ProgressStep::Course:
        Q_EMIT courseRequested();
        break;
    case ProgressStep::DaysOff:
    case ProgressStep::Hours:
        Q_EMIT placeRequested({ PageId::Plan, {}, u"hours"_s });
        break;
    }
}

void ProgressPage::exportSvg()
{
    const QByteArray svg = m_view.days ? heatSvg({ m_view.chart.title, m_view.chart.summary, *m_view.days }, font(), layoutDirection())
                                       : chartSvg(m_view.chart, font(), layoutDirection());
    Q_EMIT fileMade(tr("Export the chart"), exchange::exportFileName(m_view.chart.title, u"svg"_s), svg);
}

void ProgressPage::exportCsv()
{
    Q_EMIT fileMade(tr("Export the figures"), exchange::exportFileName(m_view.chart.title, u"csv"_s), figuresCsv(m_view.table));
}

void ProgressPage::resizeEvent(QResizeEvent* event)
{
    arrange();
    Page::resizeEvent(event);
}

} // namespace waymark::ui

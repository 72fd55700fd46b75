// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/print/PlanPages.h>
#include <ui/words/Isolated.h>

#include <ui/words/ShortDate.h>
#include <ui/words/SkillIcons.h>
#include <ui/words/Words.h>

#include <session/Workspace.h>

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace waymark::ui {

using learning::SkillState;

namespace {

constexpr double markWidth = 6; ///< the painted trail mark beside the title
constexpr double markGap = 20;
constexpr double numberGap = 12; ///< between a title, what is done, and the hours
constexpr double barHeight = 4;
constexpr double rowHeight = 34;
constexpr double columnGap = 32;
constexpr double legendHeight = 18;

} // namespace

PlanOverview::PlanOverview(const session::Workspace& workspace, PrintSheet& sheet)
    : m_workspace(workspace)
    , m_sheet(sheet)
    , m_look(sheet.look())
{
}

void PlanOverview::addFirstPage()
{
    m_sheet.beginPage();
    addCover();
    addFacts();
    addNextSteps();
    addStandings();
}

void PlanOverview::addCover()
{
    const QRectF body = m_sheet.body();
    const double left = body.left() + markGap;
    const double width = body.width() - markGap;
    const double top = m_sheet.y();
    const auto put = [&](const QString& text, const PrintStyle& style) {
        const PrintText laid(text, PrintLook::atMost(style, 3), width);
        m_sheet.put(laid, left, m_sheet.y());
        m_sheet.skip(laid.height());
    };
    put(tr("Learning plan"), PrintLook::coloured(m_look.strong, m_look.palette.trail));
    put(m_workspace.course().title, m_look.cover);
    m_sheet.skip(space::xs);
    const QDate day = QDateTime::fromMSecsSinceEpoch(m_workspace.now(), m_workspace.zone()).date();
    const QString date = QLocale().toString(day, QLocale::LongFormat);
    const QString& name = m_workspace.progress().learnerName();
    put(name.isEmpty() ? date : tr("%1, %2", "the learner's name, the date").arg(isolated(name), date),
        PrintLook::coloured(m_look.body, m_look.palette.softText));
    m_sheet.fill({ body.left(), top + 2, markWidth, m_sheet.y() - top - 4 }, m_look.palette.trail, 1);
    m_sheet.skip(space::xl);
}

std::vector<std::pair<QString, QString>> PlanOverview::facts() const
{
    const domain::Goal& goal = m_workspace.progress().goal();
    const domain::Milestone* heading = m_workspace.headingFor();
    std::vector<std::pair<QString, QString>> facts;
    facts.emplace_back(tr("On the way to"), heading != nullptr ? heading->title : tr("every milestone reached"));
    if (heading != nullptr) {
        const learning::MilestoneStanding standing = m_workspace.standingOf(*heading);
        facts.emplace_back(
            tr("Skills reached"), tr("%1 of %2", "done, total").arg(QLocale().toString(standing.done), QLocale().toString(standing.total)));
        facts.emplace_back(tr("Left"), Words::hours(standing.hoursLeft));
    }
    if (goal.hoursPerWeek > 0) {
        facts.emplace_back(tr("A week"), Words::hours(goal.hoursPerWeek));
    }
    if (goal.deadline.isValid()) {
        facts.emplace_back(tr("Deadline"), shortDate(goal.deadline));
    }
    return facts;
}

/// Label over value, side by side between two lines; the milestone has the room of two.
void PlanOverview::addFacts()
{
    const QRectF body = m_sheet.body();
    const auto all = facts();
    const double unit = body.width() / static_cast<double>(all.size() + 1);
    m_sheet.line(body.left(), body.right(), m_sheet.y(), m_look.palette.line);
    m_sheet.skip(space::m);
    double x = body.left();
    double tallest = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double width = (i == 0 ? 2 : 1) * unit - space::m;
        const PrintText label(all[i].first, m_look.caption, width);
        const PrintText value(all[i].second, PrintLook::atMost(m_look.heading, 2), width);
        m_sheet.put(label, x, m_sheet.y());
        m_sheet.put(value, x, m_sheet.y() + label.height());
        tallest = std::max(tallest, label.height() + value.height());
        x += width + space::m;
    }
    m_sheet.skip(tallest + space::m);
    m_sheet.line(body.left(), body.right(), m_sheet.y(), m_look.palette.line);
    m_sheet.skip(space::xl);
}

void PlanOverview::addNextSteps()
{
    const std::vector<learning::NextStep> steps = m_workspace.nextSteps();
    if (steps.empty()) {
        return;
    }
    const QRectF body = m_sheet.body();
    const PrintText heading(tr("Next"), m_look.heading, body.width());
    m_sheet.put(heading, body.left(), m_sheet.y());
    m_sheet.skip(heading.height() + space::s);
    constexpr double sign = 14;
    for (const learning::NextStep& step : steps) {
        const double left = body.left() + markGap;
        const PrintText title(m_workspace.roadmap().skill(step.skill).title, PrintLook::atMost(m_look.strong, 1), body.right() - left);
        const PrintText reason(Words::reason(step, m_workspace.roadmap()), PrintLook::atMost(m_look.caption, 2), body.right() - left);
        m_sheet.icon(IconId::Flag, { body.left(), m_sheet.y() + (title.height() - sign) / 2, sign, sign }, m_look.palette.mark);
        m_sheet.put(title, left, m_sheet.y());
        m_sheet.put(reason, left, m_sheet.y() + title.height());
        m_sheet.skip(title.height() + reason.height() + space::s);
    }
    m_sheet.skip(space::l);
}

std::vector<PlanOverview::Row> PlanOverview::milestoneRows() const
{
    std::vector<Row> rows;
    for (const domain::Milestone& stage : m_workspace.course().milestones) {
        if (stage.view) {
            continue;
        }
        const learning::MilestoneStanding standing = m_workspace.standingOf(stage);
        const QString hours = standing.hoursLeft > 0 ? tr("%1 left").arg(Words::hours(standing.hoursLeft)) : tr("reached");
        rows.push_back({ stage.title, standing.done, standing.total, hours, m_look.palette.trail, &stage == m_workspace.headingFor() });
    }
    return rows;
}

std::vector<PlanOverview::Row> PlanOverview::areaRows() const
{
    std::vector<Row> rows;
    const auto standings = learning::areaStandings(m_workspace.roadmap(), m_workspace.states());
    for (std::size_t i = 0; i < standings.size(); ++i) {
        rows.push_back({ m_workspace.course().areas[i].title, standings[i].done, standings[i].total, Words::hours(standings[i].hours),
            m_look.palette.areaInk(i), false });
    }
    return rows;
}

QString PlanOverview::doneText(const Row& row)
{
    return QLocale().toString(row.done) + QLatin1Char('/') + QLocale().toString(row.total);
}

PrintStyle PlanOverview::numberStyle(const Row& row) const
{
    const QColor colour = row.isHeadedFor ? m_look.palette.text : m_look.palette.softText;
    return PrintLook::atMost(PrintLook::aligned(PrintLook::coloured(m_look.caption, colour), Qt::AlignRight), 1);
}

void PlanOverview::measure(Column& column) const
{
    for (const Row& row : column.rows) {
        column.doneWidth = std::max(column.doneWidth, std::ceil(PrintText(doneText(row), numberStyle(row), column.width).widest()) + 1);
        column.hoursWidth = std::max(column.hoursWidth, std::ceil(PrintText(row.hours, numberStyle(row), column.width).widest()) + 1);
    }
}

void PlanOverview::addRow(const Row& row, const Column& column)
{
    constexpr double flagSize = 14;
    const double flag = row.isHeadedFor ? flagSize + 2 : 0;
    const double numbers = column.doneWidth + numberGap + column.hoursWidth;
    const PrintText hours(row.hours, numberStyle(row), column.hoursWidth);
    const PrintText done(doneText(row), numberStyle(row), column.doneWidth);
    const PrintText title(
        row.title, PrintLook::atMost(row.isHeadedFor ? m_look.strong : m_look.body, 1), column.width - flag - numbers - numberGap);
    const double top = m_sheet.y();
    if (row.isHeadedFor) {
        m_sheet.icon(IconId::Flag, { column.left - 2, top + (title.height() - flagSize) / 2, flagSize, flagSize }, m_look.palette.mark);
    }
    m_sheet.put(title, column.left + flag, top);
    const double captionTop = top + title.firstBaseline() - hours.firstBaseline();
    const double right = column.left + column.width;
    m_sheet.put(hours, right - column.hoursWidth, captionTop);
    m_sheet.put(done, right - numbers, captionTop);
    const double share = row.total == 0 ? 0 : static_cast<double>(row.done) / row.total;
    m_sheet.bar({ column.left, top + title.height() + 2, column.width, barHeight }, share, row.colour);
}

/// Two columns that run down together, over pages if they must.
void PlanOverview::addStandings()
{
    const double left = m_sheet.body().left();
    const double width = (m_sheet.body().width() - columnGap) / 2;
    std::array<Column, 2> columns { Column { tr("Milestones"), milestoneRows(), left, width, 0, 0 },
        Column { tr("Areas"), areaRows(), left + width + columnGap, width, 0, 0 } };
    m_sheet.ensure(4 * rowHeight);
    double tallest = 0;
    for (Column& column : columns) {
        measure(column);
        const PrintText heading(column.heading, m_look.heading, width);
        m_sheet.put(heading, column.left, m_sheet.y());
        tallest = heading.height();
    }
    m_sheet.skip(tallest + space::s);
    const std::size_t rows = std::max(columns[0].rows.size(), columns[1].rows.size());
    for (std::size_t i = 0; i < rows; ++i) {
        m_sheet.ensure(rowHeight);
        for (const Column& column : columns) {
            if (i < column.rows.size()) {
                addRow(column.rows[i], column);
            }
        }
        m_sheet.skip(rowHeight);
    }
}

void PlanOverview::addMap(const MapPainting& paintMap)
{
    m_sheet.beginPage(QPageLayout::Landscape);
    const QRectF body = m_sheet.body();
    const PrintText title(tr("The map"), m_look.title, body.width());
    m_sheet.put(title, body.left(), body.top());
    const QRectF target = body.adjusted(0, title.height() + space::s, 0, -legendHeight - space::m);
    m_sheet.add([paintMap, target](QPainter& painter) {
        painter.setClipRect(target);
        paintMap(painter, target);
    });
    addLegend(body.bottom() - legendHeight);
}

/// What the signs of the states mean; only states that somebody can see in this plan.
void PlanOverview::addLegend(double y)
{
    constexpr std::array all { SkillState::Locked, SkillState::Ready, SkillState::Learning, SkillState::Practised, SkillState::Mastered,
        SkillState::Fading, SkillState::Skipped, SkillState::Assumed };
    constexpr double sign = 13;
    const auto& states = m_workspace.states();
    double x = m_sheet.body().left();
    for (const SkillState state : all) {
        if (std::find(states.begin(), states.end(), state) == states.end()) {
            continue;
        }
        const PrintText word(Words::state(state), PrintLook::atMost(m_look.caption, 1), m_sheet.body().width() / 4);
        m_sheet.icon(iconOf(state), { x, y + (word.height() - sign) / 2, sign, sign }, m_look.palette.colour(toneOf(state)));
        m_sheet.put(word, x + sign + 5, y);
        x += sign + 5 + word.widest() + space::xl;
    }
}

} // namespace waymark::ui

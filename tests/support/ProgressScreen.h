// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ClockedLibrary.h>
#include <ScreenParts.h>

#include <session/Workers.h>
#include <ui/lists/RecordTable.h>
#include <ui/progress/Chart.h>
#include <ui/progress/HeatMap.h>
#include <ui/progress/ProgressPage.h>

#include <QLocale>

namespace waymark::support {

using namespace Qt::StringLiterals;

/// The page of a learner whose clock the test sets; it goes where it asks to go on itself, as the window would make it.
struct ProgressScreen : ClockedLibrary
{
    static constexpr qint64 hour = 3'600'000;
    static constexpr qint64 day = 24 * hour;
    static constexpr qint64 wednesday = sunday + 3 * day; ///< 2026-11-25, noon
    static inline const QString hostile = u"=1+1 <b>%1 %2</b>"_s; ///< the title of the first skill and of its area

    std::unique_ptr<ui::ProgressPage> page;
    QList<ui::Place> places; ///< that the page asked for
    QStringList names; ///< of the files that it made
    QList<QByteArray> files;

    [[nodiscard]] static const QStringList& everyChart()
    {
        static const QStringList all { u"way"_s, u"hours"_s, u"days"_s, u"recall"_s, u"estimates"_s, u"areas"_s };
        return all;
    }
    [[nodiscard]] static domain::CourseContent hostileCourse()
    {
        domain::CourseContent hostileCourse = content();
        domain::Course& course = hostileCourse.course;
        course.skills[0].title = hostile;
        course.skills[0].cards = { u"card"_s };
        course.areas[0].title = hostile;
        hostileCourse.hash = u"progress"_s;
        return hostileCourse;
    }

    explicit ProgressScreen(const domain::CourseContent& course = hostileCourse())
        : ClockedLibrary(wednesday, course)
    {
    }

    void study(const QString& skill, int daysAgo, int minutes) const
    {
        apply(domain::addTime(context(), skill, now - daysAgo * day - hour, minutes));
    }
    void recall(int daysAgo, domain::Grade grade)
    {
        now -= daysAgo * day;
        domain::Recall recall;
        recall.grade = grade;
        recall.elapsedDays = 3;
        apply(domain::recallCard(context(), u"base"_s, u"card"_s, recall, {}));
        now += daysAgo * day;
    }
    /// Ten days of study, a finished skill, and some recalls; a goal of five hours a week.
    void live()
    {
        aim(5);
        study(u"base"_s, 10, 100);
        study(u"base"_s, 3, 80);
        study(u"middle"_s, 0, 45);
        recall(9, domain::Grade::Good);
        recall(2, domain::Grade::Again);
        recall(1, domain::Grade::Good);
        now -= 3 * day;
        workspace.finish(u"base"_s);
        now += 3 * day;
    }
    void open(const QString& chart)
    {
        page = std::make_unique<ui::ProgressPage>(*workspace);
        QObject::connect(page.get(), &ui::Page::placeRequested, page.get(), [this](const ui::Place& place) {
            places.append(place);
            if (place.page == ui::PageId::Progress) {
                page->show(place);
            }
        });
        QObject::connect(
            page.get(), &ui::ProgressPage::fileMade, page.get(), [this](const QString&, const QString& name, const QByteArray& bytes) {
                names.append(name);
                files.append(bytes);
            });
        page->resize(1100, 700);
        page->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        page->show(ui::Place { ui::PageId::Progress, {}, chart });
        session::workers().waitForDone();
        QTRY_VERIFY(chart != u"way" || text(u"progress.summary"_s).contains(u"85\u00a0%"_s) || !hasForecast());
    }
    [[nodiscard]] bool hasForecast() const { return workspace->progress().goal().hoursPerWeek > 0; }
    template <class T> [[nodiscard]] T* find(const QString& name) const { return childOf<T>(*page, name); }
    [[nodiscard]] QString text(const QString& name) const { return textIn(*page, name); }
    [[nodiscard]] ui::Chart& chart() const { return *find<ui::Chart>(u"progress.chart"_s); }
    [[nodiscard]] ui::HeatMap& heat() const { return *find<ui::HeatMap>(u"progress.heat"_s); }
    [[nodiscard]] ui::RecordTable& table() const { return *find<ui::RecordTable>(u"progress.table"_s); }
    [[nodiscard]] QString cell(int row, int column) const { return table().model()->index(row, column).data().toString(); }
    [[nodiscard]] std::vector<QStringList> cells() const
    {
        std::vector<QStringList> rows;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            rows.emplace_back();
            for (int column = 0; column < table().model()->columnCount(); ++column) {
                rows.back().append(cell(row, column));
            }
        }
        return rows;
    }
    [[nodiscard]] const std::vector<QPointF>& points(std::size_t panel, std::size_t series) const
    {
        return chart().content().panels[panel].series[series].points;
    }
};

/// A number as a cell of the table shows it, for a row to be put together of.
inline QStringList number(double value)
{
    return { QLocale().toString(value, 'f', 1) };
}

} // namespace waymark::support

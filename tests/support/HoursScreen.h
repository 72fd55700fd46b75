// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <PlanScreen.h>

#include <ui/plan/HoursPane.h>

#include <QCalendarWidget>
#include <QSpinBox>
#include <QTableView>

namespace waymark::support {

using namespace Qt::StringLiterals;

/// The pane of the hours of study over the graph course.
struct HoursScreen : PlanScreen
{
    std::unique_ptr<ui::HoursPane> pane;

    template <class... Args>
    explicit HoursScreen(Args... args)
        : PlanScreen(args...)
    {
    }
    void open()
    {
        pane = std::make_unique<ui::HoursPane>(*workspace);
        pane->resize(1000, 900);
        pane->show();
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
    }
    [[nodiscard]] QSpinBox& day(int number) const { return *childOf<QSpinBox>(*pane, u"hours.day.%1"_s.arg(number)); }
    [[nodiscard]] domain::WeekMinutes week() const
    {
        return domain::weekMinutes(workspace->progress().goal(), workspace->progress().rhythm());
    }
    [[nodiscard]] const domain::StudyRhythm& rhythm() const { return workspace->progress().rhythm(); }
    [[nodiscard]] QList<domain::DaysOff> daysOff() const { return workspace->progress().daysOff().values(); }
    [[nodiscard]] QString text(const QString& name) const { return textIn(*pane, name); }
    template <class T> [[nodiscard]] T& field(const QString& name) const { return *childOf<T>(*pane, name); }
    [[nodiscard]] QTableView& calendar() const
    {
        return *field<QCalendarWidget>(u"hours.off.calendar"_s).template findChild<QTableView*>();
    }
    static void type(QWidget& field, const QString& text)
    {
        field.setFocus();
        QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&field, text);
    }
    /// A click on a day of the month that the calendar shows.
    void clickOn(int dayOfMonth) const
    {
        const QAbstractItemModel* days = calendar().model();
        bool isMonth = false;
        for (int cell = 0; cell < days->rowCount() * days->columnCount(); ++cell) {
            const QModelIndex index = days->index(cell / days->columnCount(), cell % days->columnCount());
            bool isNumber = false;
            const int number = index.data().toInt(&isNumber);
            isMonth = isMonth || (isNumber && number == 1);
            if (isMonth && isNumber && number == dayOfMonth) {
                support::scrollTo(calendar());
                QTest::mouseClick(calendar().viewport(), Qt::LeftButton, {}, calendar().visualRect(index).center());
                return;
            }
        }
        QFAIL("no such day");
    }
};

} // namespace waymark::support

// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the plan as places of the window. (tst_PlanPage is about the page that goes to a mentor.)
#include <WindowFixture.h>

#include <domain/StudyEdits.h>
#include <ui/plan/PlanPage.h>
#include <ui/plan/ScheduleView.h>
#include <session/Workers.h>

#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>

using namespace waymark;
using support::clickShown;
using support::shownIn;
using support::textIn;
using support::WindowFixture;
using ui::PageId;
using ui::PlanPage;

namespace {

using namespace Qt::StringLiterals;

void setGoal(WindowFixture& w, double hours)
{
    QVERIFY(w.f.workspace->apply(domain::setGoal(w.f.context(), { u"whole"_s, hours, {} })));
}

PlanPage* planOf(const WindowFixture& w)
{
    return w.find<PlanPage>(u"planPage"_s);
}

bool shows(const WindowFixture& w, const QString& section)
{
    return w.find<QPushButton>(u"plan.section."_s + section)->isChecked() && planOf(w)->view().value(u"section"_s) == section;
}

} // namespace

class tst_PlanSections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSectionHasItsButtonAndItsTitle()
    {
        WindowFixture w;
        w.trigger("go.plan");
        QVERIFY(shows(w, PlanPage::scheduleSection));
        w.click(u"plan.section.board"_s);
        QVERIFY(shows(w, PlanPage::boardSection));
        w.click(u"plan.section.hours"_s);
        QVERIFY(shows(w, PlanPage::hoursSection));
        QCOMPARE(planOf(w)->title(), u"Hours of study"_s);
        QVERIFY(shownIn<QWidget>(*w.window, u"hours.day.1"_s));
    }

    void noNameStandsTwiceOnThePage()
    {
        WindowFixture w;
        w.trigger("go.plan");
        QSet<QString> names;
        for (const QWidget* each : planOf(w)->findChildren<QWidget*>(QRegularExpression(u"^(button\\.)?(plan|board|hours)\\."_s))) {
            QVERIFY2(!names.contains(each->objectName()), qPrintable(each->objectName()));
            names.insert(each->objectName());
        }
        QVERIFY(names.contains(u"plan.section.schedule"_s) && names.contains(u"plan.schedule"_s));
    }

    void backAndForwardGoThroughTheSections()
    {
        WindowFixture w;
        w.trigger("go.plan");
        w.click(u"plan.section.hours"_s);
        w.trigger("go.back");
        QVERIFY(shows(w, PlanPage::scheduleSection));
        w.trigger("go.forward");
        QVERIFY(shows(w, PlanPage::hoursSection));
    }

    void anObstacleOfTheScheduleLeadsToTheHoursAndBack()
    {
        WindowFixture w;
        setGoal(w, 0);
        w.trigger("go.plan");
        session::workers().waitForDone();
        QCoreApplication::processEvents();
        clickShown(*w.window, u"plan.forecast.obstacle.step"_s);
        QVERIFY(shows(w, PlanPage::hoursSection));
        clickShown(*w.window, u"hours.obstacle.step"_s);
        QCOMPARE(w.f.workspace->progress().goal().hoursPerWeek, 5.0);
        w.trigger("go.back");
        session::workers().waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!textIn(*w.window, u"plan.p50"_s).isEmpty());
    }

    void whatIsTypedIsKeptWhenAnotherPageIsShown()
    {
        WindowFixture w;
        setGoal(w, 7);
        w.window->go({ PageId::Plan, {}, PlanPage::hoursSection });
        w.find<QSpinBox>(u"hours.day.1"_s)->setValue(120);
        w.trigger("go.today");
        QCOMPARE(w.f.workspace->progress().goal().hoursPerWeek, 8.0);
        QVERIFY(planOf(w)->unsaved().isEmpty());
    }

    void aWeekThatIsTooFullHoldsUpClosing()
    {
        WindowFixture w;
        setGoal(w, 7);
        w.window->go({ PageId::Plan, {}, PlanPage::hoursSection });
        for (int day = 1; day <= 7; ++day) {
            w.find<QSpinBox>(u"hours.day.%1"_s.arg(day))->setValue(1440);
        }
        QVERIFY(!w.window->close());
        QVERIFY(w.notice().contains(u"Hours of study"_s));
        QVERIFY(w.window->close());
    }

    void theDatesLastSeenSurviveARestart()
    {
        WindowFixture w;
        setGoal(w, 7);
        w.trigger("go.plan");
        w.window->close();
        const QDate today = learning::learningDay(w.f.workspace->now(), w.f.workspace->zone());
        QVERIFY(w.f.workspace->apply(domain::addDaysOff(w.f.context(), { today, today.addDays(9), {} })));
        w.open();
        w.trigger("go.plan");
        QVERIFY2(textIn(*w.window, u"plan.moved"_s).contains(u"later"_s), qPrintable(textIn(*w.window, u"plan.moved"_s)));
    }

    void theSkillOfTheScheduleIsTheOneOfTheMenu()
    {
        WindowFixture w;
        setGoal(w, 7);
        w.window->go({ PageId::Plan, u"blue"_s, PlanPage::scheduleSection });
        QCOMPARE(planOf(w)->currentSkill(), u"blue"_s);
        QVERIFY(w.window->actions()["skill.start"]->isEnabled());
    }

    void thePaletteHasTheActsOfTheSectionThatIsShown_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QStringList>("wanted");
        QTest::newRow("schedule") << PlanPage::scheduleSection
                                  << QStringList { u"plan.open"_s, u"plan.earlier"_s, u"plan.later"_s, u"plan.first"_s, u"plan.last"_s,
                                         u"plan.putBack"_s };
        QTest::newRow("board") << PlanPage::boardSection << QStringList { u"board.next"_s };
        QTest::newRow("hours") << PlanPage::hoursSection << QStringList { u"hours.off.remove"_s };
    }
    void thePaletteHasTheActsOfTheSectionThatIsShown()
    {
        QFETCH(QString, section);
        QFETCH(QStringList, wanted);
        WindowFixture w;
        w.window->go({ PageId::Plan, {}, section });
        QStringList ids;
        for (const QAction* action : planOf(w)->pageActions()) {
            QVERIFY(!action->text().isEmpty());
            ids.append(action->objectName());
        }
        QCOMPARE(ids.removeDuplicates(), 0);
        for (const QString& id : wanted) {
            QVERIFY2(ids.contains(id), qPrintable(ids.join(u' ')));
        }
        const QString sign = wanted.front().section(u'.', 0, 0) + u'.';
        QVERIFY(std::ranges::all_of(ids, [&sign](const QString& id) { return id.startsWith(sign); })); // none of what nobody sees
    }

    void anUnknownSectionIsTheSchedule()
    {
        WindowFixture w;
        w.window->go({ PageId::Plan, {}, u"nowhere"_s });
        QVERIFY(shows(w, PlanPage::scheduleSection));
    }
};

QTEST_MAIN(tst_PlanSections)
#include "tst_PlanSections.moc"

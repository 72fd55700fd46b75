// SPDX-License-Identifier: GPL-3.0-or-later
#include <PlanScreen.h>

#include <session/StudyPlan.h>
#include <ui/plan/DatesInView.h>
#include <ui/plan/ScheduleModel.h>
#include <ui/plan/ScheduleView.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QStyledItemDelegate>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::PlanScreen;
using ui::ScheduleModel;
using ui::ScheduleRow;
using Kind = ScheduleRow::Kind;

namespace {

struct Screen : PlanScreen
{
    using PlanScreen::PlanScreen;

    [[nodiscard]] std::vector<ScheduleRow> rows() const
    {
        const session::StudyOutset outset = session::studyOutset(*workspace);
        return ui::scheduleRows(*workspace, outset, session::scheduleOf(outset));
    }
};

QStringList linesOf(const ScheduleModel& model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        lines.append(model.index(row, 0).data().toString());
    }
    return lines;
}

QString noteOf(const ScheduleModel& model, const QString& skill)
{
    return model.index(model.rowOf(skill), ScheduleModel::NoteColumn).data().toString();
}

/// Months with `each` skills, as many as make `all` lines.
std::vector<ScheduleRow> manyLines(int all, int each)
{
    std::vector<ScheduleRow> lines;
    for (int i = 0; i < all; ++i) {
        const QDate month = QDate(2027, 1, 1).addMonths(i / (each + 1));
        if (i % (each + 1) == 0) {
            lines.push_back({ Kind::Month, month.toString(Qt::ISODate), month });
        } else {
            lines.push_back({ Kind::Skill, u"skill-%1"_s.arg(i), month, month.addDays(2) });
        }
    }
    return lines;
}

/// How often a list asks how high a line is.
class Measured : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        ++count;
        return QStyledItemDelegate::sizeHint(option, index);
    }
    mutable int count = 0;
};

} // namespace

class tst_ScheduleModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void skillsStandUnderTheMonthInWhichTheyBegin()
    {
        const Screen screen(3);
        ScheduleModel model(*screen.workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(screen.rows());
        QCOMPARE(PlanScreen::skillsIn(model), (QStringList { u"base"_s, u"middle"_s, u"blue"_s, u"end"_s, u"top"_s }));
        QCOMPARE(linesOf(model).first(), u"November 2026"_s);
        QCOMPARE(linesOf(model).filter(u"2026"_s), (QStringList { u"November 2026"_s, u"December 2026"_s }));
        QCOMPARE(model.index(1, ScheduleModel::AreaColumn).data().toString(), u"One"_s);
        QCOMPARE(model.index(1, ScheduleModel::HoursColumn).data().toString(), u"2 h"_s);
        QVERIFY(model.index(1, ScheduleModel::WhenColumn).data().toString().startsWith(u"21 Nov 2026"_s));
        QVERIFY(!model.flags(model.index(0, 0)).testFlag(Qt::ItemIsEnabled));
        QVERIFY(model.flags(model.index(1, 0)).testFlag(Qt::ItemIsSelectable));
        QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"Ready"_s));
    }

    void withoutHoursTheOrderStandsWithoutDates()
    {
        const Screen screen(0);
        ScheduleModel model(*screen.workspace);
        model.setRows(screen.rows());
        QCOMPARE(linesOf(model).first(), u"Without a date"_s);
        QCOMPARE(PlanScreen::skillsIn(model).size(), 5);
        QCOMPARE(model.index(1, ScheduleModel::WhenColumn).data().toString(), QString());
    }

    void daysOffStandWhereTheyFall()
    {
        const Screen screen;
        screen.takeOff(QDate(2026, 11, 24), QDate(2026, 11, 25), u"<b>Fair</b>"_s);
        screen.takeOff(QDate(2026, 11, 1), QDate(2026, 11, 20)); // gone by
        screen.takeOff(QDate(2028, 1, 1), QDate(2028, 1, 2)); // after the end
        ScheduleModel model(*screen.workspace);
        model.setRows(screen.rows());
        const QStringList off = linesOf(model).filter(u"Off: "_s);
        QCOMPARE(off.size(), 1);
        QVERIFY(off.first().endsWith(u"<b>Fair</b>"_s));
        const auto row = static_cast<int>(linesOf(model).indexOf(off.first()));
        QVERIFY(row > model.rowOf(u"base"_s) && row < model.rowOf(u"end"_s));
        QVERIFY(model.index(row, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
    }

    void whatEndsAfterTheDeadlineSaysSo()
    {
        const Screen screen(7, u"whole"_s, QDate(2026, 11, 30));
        ScheduleModel model(*screen.workspace);
        model.setRows(screen.rows());
        QCOMPARE(noteOf(model, u"base"_s), QString());
        QCOMPARE(noteOf(model, u"top"_s), u"After the deadline"_s);
    }

    void whatWasMovedBearsAMark()
    {
        const Screen screen;
        screen.apply(domain::wishOrder(screen.workspace->context(), u"blue"_s, u"middle"_s));
        screen.apply(domain::wishOrder(screen.workspace->context(), u"top"_s, u"base"_s));
        ScheduleModel model(*screen.workspace);
        model.setRows(screen.rows());
        QCOMPARE(noteOf(model, u"blue"_s), u"Before \"Middle\", as you wished"_s);
        QCOMPARE(noteOf(model, u"middle"_s), u"After \"Blue\", as you wished"_s);
        QCOMPARE(noteOf(model, u"top"_s), u"Cannot come before \"Base\""_s);
        QVERIFY(model.index(model.rowOf(u"blue"_s), ScheduleModel::NoteColumn).data(Qt::DecorationRole).isValid());
        QVERIFY(!model.index(model.rowOf(u"base"_s), ScheduleModel::NoteColumn).data(Qt::DecorationRole).isValid());
    }

    void whatWasMovedDownBearsAMark()
    {
        const Screen screen;
        screen.apply(domain::wishLater(screen.workspace->context(), u"middle"_s, u"blue"_s));
        screen.apply(domain::wishLater(screen.workspace->context(), u"base"_s, u"top"_s));
        ScheduleModel model(*screen.workspace);
        model.setRows(screen.rows());
        QCOMPARE(noteOf(model, u"middle"_s), u"After \"Blue\", as you wished"_s);
        QCOMPARE(noteOf(model, u"blue"_s), u"Before \"Middle\", as you wished"_s);
        QCOMPARE(noteOf(model, u"base"_s), u"Cannot come after \"Top\""_s);
        QVERIFY(model.index(model.rowOf(u"middle"_s), ScheduleModel::NoteColumn).data(Qt::DecorationRole).isValid());
    }

    void aSkillThatTakesNoTimeStandsAmongTheOthers()
    {
        domain::CourseContent content = PlanScreen::content();
        content.course.skills[1].hours = 0; // middle
        const support::MemoryWorkspace workspace(content);
        QVERIFY(workspace->apply(domain::setGoal(workspace->context(), { u"whole"_s, 7, {} })));
        ScheduleModel model(*workspace);
        const session::StudyOutset outset = session::studyOutset(*workspace);
        model.setRows(ui::scheduleRows(*workspace, outset, session::scheduleOf(outset)));
        QVERIFY(!linesOf(model).contains(u"Without a date"_s));
        QCOMPARE(PlanScreen::skillsIn(model).size(), 5);
    }

    void aMovedSkillIsOneMoveOfARow_data()
    {
        QTest::addColumn<QString>("skill");
        QTest::addColumn<QString>("before");
        QTest::newRow("up") << u"blue"_s << u"middle"_s;
        QTest::newRow("down over two") << u"middle"_s << u"top"_s;
    }
    void aMovedSkillIsOneMoveOfARow()
    {
        QFETCH(const QString, skill);
        QFETCH(const QString, before);
        const Screen screen(70); // all of it in one month
        ScheduleModel model(*screen.workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(screen.rows());
        const QPersistentModelIndex kept = model.index(model.rowOf(skill), 0);
        const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        std::vector<ScheduleRow> rows = screen.rows();
        const auto rowOf = [&rows](const QString& id) {
            return std::find_if(rows.begin(), rows.end(), [&id](const ScheduleRow& row) { return row.id == id; });
        };
        const auto from = rowOf(skill);
        const auto to = rowOf(before);
        if (from < to) {
            std::rotate(from, from + 1, to);
        } else {
            std::rotate(to, from, from + 1);
        }
        model.setRows(rows);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(removed.size() + inserted.size() + reset.size(), 0);
        QCOMPARE(kept.data().toString(), model.index(model.rowOf(skill), 0).data().toString());
        QCOMPARE(model.skillFrom(model.rowOf(skill) + 1), before);
    }

    void onlyLinesThatDifferAreTold()
    {
        const Screen screen;
        ScheduleModel model(*screen.workspace);
        model.setRows(screen.rows());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setRows(screen.rows());
        QCOMPARE(changed.size(), 0);
        std::vector<ScheduleRow> rows = screen.rows();
        rows[1].hours = 1;
        model.setRows(rows);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.front().front().toModelIndex().row(), 1);
    }

    void anyPlanBecomesAnyOther()
    {
        const Screen screen;
        ScheduleModel model(*screen.workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::mt19937 random(7);
        const QStringList ids { u"base"_s, u"middle"_s, u"top"_s, u"side"_s, u"red"_s, u"blue"_s, u"end"_s };
        for (int round = 0; round < 200; ++round) {
            std::vector<ScheduleRow> rows;
            for (const QString& id : ids) {
                if (random() % 4 != 0) {
                    rows.push_back({ Kind::Skill, id, {}, {}, double(random() % 3) });
                }
            }
            rows.push_back({ Kind::Month, u"2026-11-01"_s });
            std::shuffle(rows.begin(), rows.end(), random);
            model.setRows(rows);
            QCOMPARE(model.rowCount(), static_cast<int>(rows.size()));
            for (int row = 0; row < model.rowCount(); ++row) {
                QVERIFY(model.at(row) == rows[static_cast<std::size_t>(row)]);
            }
        }
        model.forget();
        QCOMPARE(model.rowCount(), 0);
    }

    void aLongPlanIsLaidOutOnce()
    {
        constexpr int many = 300;
        const Screen screen;
        ScheduleModel model(*screen.workspace);
        ui::ScheduleView view(model);
        auto* measured = new Measured(&view);
        view.setItemDelegate(measured);
        view.resize(700, 500);
        view.show();
        for (const int each : { 9, 4 }) { // the second plan has other months among the skills of the first one
            measured->count = 0;
            model.setRows(manyLines(many, each));
            QCoreApplication::processEvents();
            QVERIFY2(measured->count <= 2 * many * ScheduleModel::ColumnCount, qPrintable(QString::number(measured->count)));
            for (int row = 0; row < many; ++row) {
                QCOMPARE(view.isFirstColumnSpanned(row, {}), !model.isSkill(row));
            }
        }
    }

    void aSkillTellsOfTheLinesThatKeysPassOver()
    {
        Screen screen;
        screen.takeOff(QDate(2026, 11, 21), QDate(2026, 11, 22), u"Family"_s);
        ScheduleModel model(*screen.workspace);
        std::vector<ScheduleRow> rows = screen.rows();
        const auto base = std::ranges::find(rows, u"base"_s, &ScheduleRow::id);
        rows.insert(base + 1,
            ScheduleRow { .kind = ScheduleRow::Kind::Unit,
                .id = u"base/1"_s,
                .from = QDate(2026, 11, 23),
                .to = QDate(2026, 11, 24),
                .title = u"Branches"_s });
        model.setRows(rows);
        const QString told = model.index(model.rowOf(u"base"_s), 0).data(Qt::AccessibleDescriptionRole).toString();
        QVERIFY2(told.contains(u"November 2026"_s) && told.contains(u"Family"_s) && told.contains(u"Branches: "_s), qPrintable(told));
        const QString next = model.index(model.rowOf(u"base"_s) + 2, 0).data(Qt::AccessibleDescriptionRole).toString();
        QVERIFY2(!next.contains(u"Branches"_s), qPrintable(next));
    }

    void datesComeBackFromTheSettings()
    {
        const learning::PlanDates dates { QDate(2026, 11, 21), u"whole"_s, { { u"base"_s, QDate(2026, 11, 24) } }, QDate(2026, 12, 4) };
        const QString library = u"library"_s;
        QVERIFY(ui::datesInView(ui::viewOf(dates, library), library) == dates);
        QVERIFY(ui::viewOf({}, library).isEmpty());
        QVERIFY(ui::datesInView({ { u"made"_s, u"soon"_s }, { u"milestone"_s, u"whole"_s } }, {}) == learning::PlanDates {});
        QVERIFY(ui::datesInView(ui::viewOf(dates, library), u"another"_s) == learning::PlanDates {});
        QVariantMap spoiled = ui::viewOf(dates, library);
        spoiled[u"ends"_s] = QVariantMap { { u"base"_s, u"never"_s }, { u"top"_s, u"2026-12-01"_s } };
        QCOMPARE(ui::datesInView(spoiled, library).ends.keys(), QStringList { u"top"_s });
    }
};

QTEST_MAIN(tst_ScheduleModel)
#include "tst_ScheduleModel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/ChartTicks.h>

#include <QLocale>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark::ui;
using Kind = ChartAxis::Kind;

namespace {

QStringList labelsOf(const ChartAxis& axis, int most)
{
    QStringList labels;
    for (const ChartTick& tick : ChartTicks::of(axis, most)) {
        labels.append(tick.label);
    }
    return labels;
}

ChartAxis days(QDate from, QDate to)
{
    return { Kind::Days, keyOf(from), keyOf(to) };
}

} // namespace

class tst_ChartTicks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreRound_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<int>("most");
        QTest::addColumn<QStringList>("labels");
        QTest::newRow("few skills") << int(Kind::Count) << 0.0 << 3.0 << 6 << QStringList { u"0"_s, u"1"_s, u"2"_s, u"3"_s };
        QTest::newRow("one skill") << int(Kind::Count) << 0.0 << 1.0 << 6 << QStringList { u"0"_s, u"1"_s };
        QTest::newRow("many skills") << int(Kind::Count) << 0.0 << 76.0 << 4 << QStringList { u"0"_s, u"20"_s, u"40"_s, u"60"_s };
        QTest::newRow("less than an hour") << int(Kind::Hours) << 0.0 << 0.6 << 3 << QStringList { u"0.0"_s, u"0.2"_s, u"0.4"_s, u"0.6"_s };
        QTest::newRow("thousands") << int(Kind::Hours) << 0.0 << 2000.0 << 2
                                   << QStringList { u"0"_s, QLocale().toString(1000), QLocale().toString(2000) };
        QTest::newRow("shares") << int(Kind::Share) << 0.6 << 1.0 << 4
                                << QStringList { u"60\u00a0%"_s, u"70\u00a0%"_s, u"80\u00a0%"_s, u"90\u00a0%"_s, u"100\u00a0%"_s };
        QTest::newRow("nothing") << int(Kind::Hours) << 0.0 << 0.0 << 4 << QStringList { u"0.00"_s };
    }

    void numbersAreRound()
    {
        QFETCH(int, kind);
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(int, most);
        QTEST(labelsOf({ static_cast<Kind>(kind), from, to }, most), "labels");
    }

    void anAxisEndsWithATick_data()
    {
        QTest::addColumn<double>("to");
        QTest::addColumn<double>("rounded");
        QTest::newRow("between two") << 76.0 << 80.0;
        QTest::newRow("on one") << 80.0 << 80.0;
        QTest::newRow("nothing") << 0.0 << 1.0;
        QTest::newRow("one") << 1.0 << 1.0;
    }

    void anAxisEndsWithATick()
    {
        QFETCH(double, to);
        QTEST(ChartTicks::rounded({ Kind::Count, 0, to }, 4).to, "rounded");
    }

    void daysAreMarkedByWeeksMonthsAndYears()
    {
        const QDate first(2026, 10, 5);
        QCOMPARE(ChartTicks::of(days(first, first.addDays(28)), 4).size(), std::size_t(5));
        QCOMPARE(ChartTicks::of(days(first, first.addDays(28)), 4)[1].at, keyOf(first.addDays(7)));
        QCOMPARE(
            labelsOf(days(QDate(2026, 10, 5), QDate(2027, 2, 20)), 5), (QStringList { u"Nov 2026"_s, u"Dec"_s, u"Jan 2027"_s, u"Feb"_s }));
        QCOMPARE(labelsOf(days(QDate(2026, 2, 1), QDate(2027, 8, 1)), 6),
            (QStringList { u"Apr 2026"_s, u"Jul"_s, u"Oct"_s, u"Jan 2027"_s, u"Apr"_s, u"Jul"_s }));
        QCOMPARE(labelsOf(days(QDate(2025, 11, 1), QDate(2031, 11, 1)), 4), (QStringList { u"2026"_s, u"2028"_s, u"2030"_s }));
    }

    /// However long and however narrow the axis is.
    void ticksStayOnTheAxisAndApart()
    {
        for (int length = 1; length < 40'000; length = length * 5 / 4 + 1) {
            for (const int most : { 2, 4, 9 }) {
                const ChartAxis axis = days(QDate(2024, 2, 29), QDate(2024, 2, 29).addDays(length));
                const std::vector<ChartTick> ticks = ChartTicks::of(axis, most);
                QVERIFY2(ticks.size() <= std::size_t(most) + 2, qPrintable(u"%1 days"_s.arg(length)));
                QVERIFY(std::ranges::is_sorted(ticks, std::less_equal<> {}, &ChartTick::at));
                for (const ChartTick& tick : ticks) {
                    QVERIFY(axis.from <= tick.at && tick.at <= axis.to);
                }
            }
        }
    }

    void namesAreAllThere()
    {
        QCOMPARE(labelsOf({ Kind::Names, -1, 3, { u"a"_s, u"b"_s, u"c"_s } }, 2), (QStringList { u"a"_s, u"b"_s, u"c"_s }));
    }
};

QTEST_GUILESS_MAIN(tst_ChartTicks)
#include "tst_ChartTicks.moc"

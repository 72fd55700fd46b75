// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/FigureCells.h>
#include <ui/progress/FiguresModel.h>

#include <exchange/Csv.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::ui;
using waymark::exchange::readCsv;

namespace {

FigureRow row(const QString& key, int count)
{
    return { key, { figureOf(key), figureOf(count) }, u"%1: %2"_s.arg(key).arg(count) };
}

FigureTable table(std::vector<FigureRow> rows, const QString& name = u"Counts"_s)
{
    return { name, { u"Key"_s, u"Count"_s }, std::move(rows) };
}

QStringList keysIn(const QAbstractItemModel& model)
{
    QStringList keys;
    for (int i = 0; i < model.rowCount(); ++i) {
        keys.append(model.index(i, 0).data().toString());
    }
    return keys;
}

} // namespace

class tst_FiguresModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresCountedAnewKeepTheirRows_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<int>("inserted");
        QTest::addColumn<int>("removed");
        const QStringList three { u"c"_s, u"b"_s, u"a"_s };
        QTest::newRow("the same") << three << three << 0 << 0;
        QTest::newRow("a new week above") << three << QStringList { u"d"_s, u"c"_s, u"b"_s, u"a"_s } << 1 << 0;
        QTest::newRow("an older week") << three << QStringList { u"c"_s, u"b"_s, u"a"_s, u"0"_s } << 1 << 0;
        QTest::newRow("one between") << QStringList { u"c"_s, u"a"_s } << three << 1 << 0;
        QTest::newRow("one gone") << three << QStringList { u"c"_s, u"a"_s } << 0 << 1;
        QTest::newRow("all others") << three << QStringList { u"y"_s, u"x"_s } << 2 << 3;
        QTest::newRow("none any more") << three << QStringList {} << 0 << 3;
        QTest::newRow("the first") << QStringList {} << three << 3 << 0;
    }

    void figuresCountedAnewKeepTheirRows()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);
        QFETCH(int, inserted);
        QFETCH(int, removed);
        const auto rows = [](const QStringList& keys) {
            std::vector<FigureRow> made;
            for (const QString& key : keys) {
                made.push_back(row(key, 1));
            }
            return made;
        };
        FiguresModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setTable(table(rows(before)));
        const QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        const QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setTable(table(rows(after)));
        QCOMPARE(keysIn(model), after);
        QCOMPARE(inserts.size(), inserted);
        QCOMPARE(removals.size(), removed);
        QCOMPARE(changes.size(), 0);
        QCOMPARE(resets.size(), 0);
    }

    void aFigureThatChangedIsOneRow()
    {
        FiguresModel model;
        model.setTable(table({ row(u"b"_s, 1), row(u"a"_s, 1) }));
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setTable(table({ row(u"b"_s, 1), row(u"a"_s, 2) }));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.front().front().toModelIndex().row(), 1);
        QCOMPARE(model.index(1, 1).data().toString(), u"2"_s);
    }

    void anotherOrderOrAnotherChartIsTakenWhole()
    {
        FiguresModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setTable(table({ row(u"b"_s, 1), row(u"a"_s, 1) }));
        model.setTable(table({ row(u"a"_s, 1), row(u"b"_s, 1) }));
        QCOMPARE(keysIn(model), (QStringList { u"a"_s, u"b"_s }));
        model.setTable({ u"Other"_s, { u"One"_s }, { { u"x"_s, { figureOf(3) }, {} } } });
        QCOMPARE(model.columnCount(), 1);
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"One"_s);
        QCOMPARE(model.rowOf(u"x"_s), 0);
        QCOMPARE(model.rowOf(u"a"_s), -1);
    }

    void aTextThatIsCutIsReadInItsTooltip()
    {
        FiguresModel model;
        model.setTable(
            { u"Skills"_s, { u"Skill"_s, u"None"_s }, { { u"x"_s, { figureOf(u"<b>Loops</b> & \"lists\""_s), Figure {} }, {} } } });
        QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), u"<p>&lt;b&gt;Loops&lt;/b&gt; &amp; &quot;lists&quot;</p>"_s);
        QVERIFY(!model.index(0, 1).data(Qt::ToolTipRole).isValid());
    }

    void numbersStandUnderOneAnotherAndSortAsNumbers()
    {
        FiguresModel model;
        model.setTable(table({ row(u"b"_s, 10), row(u"a"_s, 9), row(u"c"_s, 100) }));
        const auto side = [&model](int column) { return model.index(0, column).data(Qt::TextAlignmentRole).toInt(); };
        QVERIFY(side(0) & Qt::AlignLeft);
        QVERIFY(side(1) & Qt::AlignRight);
        QSortFilterProxyModel sorted;
        sorted.setSortRole(FiguresModel::SortRole);
        sorted.setSourceModel(&model);
        sorted.sort(1);
        QCOMPARE(keysIn(sorted), (QStringList { u"a"_s, u"b"_s, u"c"_s }));
    }

    void csvHasTheExactValues()
    {
        const FigureTable figures { u"All"_s, { u"Day"_s, u"Count"_s, u"Hours"_s, u"Ratio"_s, u"Percent"_s, u"Skill"_s, u"None"_s },
            { { u"1"_s,
                { figureOf(QDate(2026, 2, 3)), figureOf(12345), hoursFigure(1234.567), ratioFigure(0.9949), percentFigure(0.125),
                    figureOf(u"=HYPERLINK(\"x\"), a \u05d0"_s), Figure {} },
                {} } } };
        const QByteArray csv = figuresCsv(figures);
        QVERIFY(csv.contains("\"'=HYPERLINK"));
        const auto read = readCsv(csv);
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), std::size_t(2));
        QCOMPARE(read->front(), figures.heads);
        const QStringList expected { u"2026-02-03"_s, u"12345"_s, u"1234.57"_s, u"0.99"_s, u"13"_s, u"=HYPERLINK(\"x\"), a \u05d0"_s,
            QString() };
        QCOMPARE(read->back(), expected);
    }
};

QTEST_GUILESS_MAIN(tst_FiguresModel)
#include "tst_FiguresModel.moc"

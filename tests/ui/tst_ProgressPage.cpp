// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>
#include <HeldWorkers.h>
#include <MemoryWorkspace.h>
#include <ModalDialogs.h>
#include <ScreenParts.h>
#include <WindowFixture.h>

#include <domain/AtomicFile.h>
#include <domain/StudyEdits.h>
#include <exchange/Csv.h>
#include <resources/Resources.h>
#include <ui/lists/RecordTable.h>
#include <ui/progress/Chart.h>
#include <ui/progress/HeatMap.h>
#include <ui/progress/ProgressPage.h>
#include <ui/words/PlanWords.h>
#include <session/Workers.h>

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSysInfo>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using ui::PageId;
using ui::Place;
using ui::ProgressChart;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;
const QString hostile = u"=1+1 <b>%1 %2</b>"_s;

const QStringList& everyChart()
{
    static const QStringList all { u"way"_s, u"hours"_s, u"days"_s, u"recall"_s, u"estimates"_s, u"areas"_s };
    return all;
}

domain::CourseContent content()
{
    domain::CourseContent content;
    content.course = support::graphCourse();
    content.course.skills[0].title = hostile;
    content.course.skills[0].cards = { u"card"_s };
    content.course.areas[0].title = hostile;
    content.hash = u"progress"_s;
    return content;
}

/// The page of a learner whose clock the test sets; it goes where it asks to go on itself, as the window would make it.
struct Screen
{
    qint64 now = QDateTime(QDate(2026, 11, 25), QTime(12, 0), QTimeZone::utc()).toMSecsSinceEpoch(); ///< a Wednesday
    support::MemoryWorkspace workspace;
    std::unique_ptr<ui::ProgressPage> page;
    QList<Place> places; ///< that the page asked for
    QStringList names; ///< of the files that it made
    QList<QByteArray> files;

    explicit Screen(const domain::CourseContent& course = content())
        : workspace(course, { [this] { return now; }, QTimeZone::utc() })
    {
    }

    void apply(const domain::Result<domain::Edit>& edit) const
    {
        if (!workspace->apply(edit)) {
            qFatal("an edit of the test fails");
        }
    }
    void study(const QString& skill, int daysAgo, int minutes) const
    {
        apply(domain::addTime(workspace->context(), skill, now - daysAgo * day - hour, minutes));
    }
    void recall(int daysAgo, domain::Grade grade)
    {
        now -= daysAgo * day;
        domain::Recall recall;
        recall.grade = grade;
        recall.elapsedDays = 3;
        apply(domain::recallCard(workspace->context(), u"base"_s, u"card"_s, recall, {}));
        now += daysAgo * day;
    }
    /// Ten days of study, a finished skill, and some recalls; a goal of five hours a week.
    void live()
    {
        apply(domain::setGoal(workspace->context(), { u"whole"_s, 5, {} }));
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
        QObject::connect(page.get(), &ui::Page::placeRequested, page.get(), [this](const Place& place) {
            places.append(place);
            if (place.page == PageId::Progress) {
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
        page->show(Place { PageId::Progress, {}, chart });
        session::workers().waitForDone();
        QTRY_VERIFY(chart != u"way" || text(u"progress.summary"_s).contains(u"85 %"_s) || !hasForecast());
    }
    [[nodiscard]] bool hasForecast() const { return workspace->progress().goal().hoursPerWeek > 0; }
    template <class T> [[nodiscard]] T* find(const QString& name) const { return childOf<T>(*page, name); }
    [[nodiscard]] QString text(const QString& name) const { return support::textIn(*page, name); }
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

QString date(int year, int month, int dayOfMonth)
{
    return QLocale().toString(QDate(year, month, dayOfMonth), QLocale::ShortFormat);
}

QStringList number(double value)
{
    return { QLocale().toString(value, 'f', 1) };
}

} // namespace

class tst_ProgressPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

    void eachChartHasItsPlace()
    {
        Screen s;
        s.live();
        s.open(u"way"_s);
        QSet<QString> titles;
        for (const QString& chart : everyChart()) {
            support::clickOn(*s.page, u"progress."_s + chart);
            QCOMPARE(s.places.back(), (Place { PageId::Progress, {}, chart }));
            QCOMPARE(s.page->inFull({ PageId::Progress, {}, {} }).section, chart);
            QCOMPARE(s.page->view().value(u"chart"_s).toString(), chart);
            QVERIFY(s.find<QPushButton>(u"progress."_s + chart)->isChecked());
            QCOMPARE(s.chart().isVisible(), chart != u"days");
            QCOMPARE(s.heat().isVisible(), chart == u"days");
            QVERIFY(s.table().isVisible());
            titles.insert(s.page->title());
        }
        QCOMPARE(titles.size(), everyChart().size());
        ui::ProgressPage again(*s.workspace);
        again.restoreView(s.page->view());
        QCOMPARE(again.inFull({ PageId::Progress, {}, {} }).section, u"areas"_s);
        again.restoreView({ { u"chart"_s, u"no such chart"_s } });
        QCOMPARE(again.inFull({ PageId::Progress, {}, {} }).section, u"way"_s);
    }

    void hoursAreThoseOfTheLog()
    {
        Screen s;
        s.live();
        s.open(u"hours"_s);
        const bool isMonday = QLocale().firstDayOfWeek() == Qt::Monday;
        const auto week = [isMonday](int dayOfMonth) { return date(2026, 11, isMonday ? dayOfMonth : dayOfMonth - 1); };
        const std::vector<QStringList> expected { QStringList(week(23)) + number(0.75) + number(3.75),
            QStringList(week(16)) + number(80 / 60.0) + number(3), QStringList(week(9)) + number(100 / 60.0) + number(100 / 60.0) };
        QCOMPARE(s.cells(), expected);
        QCOMPARE(s.points(0, 0).size(), std::size_t(3));
        QCOMPARE(s.points(0, 0).back().y(), 0.75);
        QCOMPARE(s.points(0, 1).front().y(), 5.0); // planned
        QCOMPARE(s.points(1, 0).back().y(), 3.75);
        QVERIFY(s.text(u"progress.summary"_s).contains(u"3 h 45 min"_s));
        QCOMPARE(s.chart().accessibleDescription(), s.text(u"progress.summary"_s));
        QVERIFY(!s.chart().accessibleName().isEmpty());
    }

    void daysAreThoseOfTheLog()
    {
        Screen s;
        s.live();
        s.open(u"days"_s);
        const std::vector<QStringList> expected { { date(2026, 11, 25), u"45"_s }, { date(2026, 11, 22), u"80"_s },
            { date(2026, 11, 15), u"100"_s } };
        QCOMPARE(s.cells(), expected);
        const learning::StudyDays& days = s.heat().content().days;
        QCOMPARE(days.minutes.back(), 45);
        QCOMPARE(days.total(), 225);
        QCOMPARE(s.heat().accessibleDescription(), s.text(u"progress.summary"_s));
    }

    void recallIsHeldAgainstTheTarget()
    {
        Screen s;
        s.live();
        domain::RecallOptions options;
        options.retention = 0.85;
        s.apply(domain::setRecall(s.workspace->context(), options));
        s.open(u"recall"_s);
        QCOMPARE(s.cells().size(), std::size_t(2));
        QCOMPARE(s.cells()[0].mid(1), (QStringList { u"2"_s, u"1"_s, u"50"_s }));
        QCOMPARE(s.cells()[1].mid(1), (QStringList { u"1"_s, u"1"_s, u"100"_s }));
        QCOMPARE(s.points(0, 0).back().y(), 0.5);
        QCOMPARE(s.points(0, 1).front().y(), 0.85);
        QCOMPARE(s.points(1, 0).back().y(), 2.0);
        QVERIFY(s.text(u"progress.summary"_s).contains(u"67 %"_s) && s.text(u"progress.summary"_s).contains(u"85 %"_s));
    }

    void aLineStopsWhereNothingWasRecalled()
    {
        Screen s;
        s.recall(40, domain::Grade::Good);
        s.recall(1, domain::Grade::Good);
        s.open(u"recall"_s);
        QCOMPARE(s.points(0, 0).size(), std::size_t(3));
        QVERIFY(std::isnan(s.points(0, 0)[1].y()));
        QCOMPARE(s.cells().size(), std::size_t(2));
    }

    void estimatesStandBesideWhatASkillTook()
    {
        Screen s;
        s.live();
        s.open(u"estimates"_s);
        QCOMPARE(s.cells(), (std::vector<QStringList> { QStringList(hostile) + number(2) + number(3) + QStringList { u"1.50"_s } }));
        QCOMPARE(s.points(0, 2), (std::vector<QPointF> { { 2, 3 } }));
        QVERIFY(s.text(u"progress.summary"_s).contains(u"1.50"_s));
        s.chart().chosen(0);
        QVERIFY(s.text(u"progress.readout"_s).startsWith(hostile));
    }

    void areasAreCounted()
    {
        Screen s;
        s.live();
        s.open(u"areas"_s);
        QCOMPARE(s.cells().size(), std::size_t(3));
        QCOMPARE(s.cells().front(), (QStringList { hostile, u"1"_s, u"3"_s } + number(2) + number(4)));
        QCOMPARE(s.points(0, 0).front().y(), 2.0);
        QCOMPARE(s.points(0, 1).front().y(), 4.0);
        QCOMPARE(s.chart().content().keys.names.front(), hostile);
    }

    void theForecastJoinsTheWay()
    {
        Screen s;
        s.live();
        support::HeldWorkers workers;
        s.page = std::make_unique<ui::ProgressPage>(*s.workspace);
        s.page->QWidget::show();
        s.page->show(Place { PageId::Progress, {}, u"way"_s });
        const QString before = s.text(u"progress.summary"_s);
        QVERIFY(before.contains(u"1 of"_s) && !before.contains(u"85 %"_s)); // what is done is there at once
        QCOMPARE(s.cells().size(), std::size_t(3));
        workers.release();
        QTRY_VERIFY(s.text(u"progress.summary"_s).contains(u"85 %"_s));
        const auto outset = session::studyOutset(*s.workspace);
        const auto band = learning::bandOf(learning::forecast(outset.input));
        const QString total = QString::number(outset.way.size());
        const auto rows = s.cells();
        QCOMPARE(rows.size(), std::size_t(6));
        const auto shown = [](QDate day) { return QLocale().toString(day, QLocale::ShortFormat); };
        QCOMPARE(rows[0], (QStringList { shown(band->late), {}, total, u"85"_s }));
        QCOMPARE(rows[1], (QStringList { shown(band->middle), {}, total, u"50"_s }));
        QCOMPARE(rows[2], (QStringList { shown(band->early), {}, total, u"15"_s }));
        const auto& series = s.chart().content().panels.front().series;
        QCOMPARE(series[1].points[1], QPointF(ui::keyOf(band->late), static_cast<double>(outset.way.size())));
        QCOMPARE(series[1].upper[1], QPointF(ui::keyOf(band->early), static_cast<double>(outset.way.size())));
        QCOMPARE(series[2].points[0], QPointF(ui::keyOf(QDate(2026, 11, 25)), 1));
        QCOMPARE(series[2].points[1].x(), ui::keyOf(band->middle));
        QCOMPARE(series.back().points.back(), QPointF(ui::keyOf(QDate(2026, 11, 25)), 1));
    }

    void withoutHoursTheWaySaysWhatToDo()
    {
        Screen s;
        s.workspace.finish(u"base"_s);
        s.open(u"way"_s);
        QTRY_VERIFY(support::shownIn<QPushButton>(*s.page, u"progress.step"_s) != nullptr);
        QCOMPARE(s.cells().size(), std::size_t(1));
        const QSignalSpy places(s.page.get(), &ui::Page::placeRequested);
        support::clickShown(*s.page, u"progress.step"_s);
        QCOMPARE(places.size(), 1);
        QVERIFY(places.front().front().value<ui::Place>() == (ui::Place { ui::PageId::Plan, {}, u"hours"_s }));
    }

    void withEveryDayOffTheWayLeadsToTheDaysOff()
    {
        Screen s;
        s.live();
        s.apply(domain::addDaysOff(s.workspace->context(), { QDate(2026, 11, 25), QDate(2125, 1, 1), {} }));
        s.open(u"hours"_s);
        s.page->show(Place { PageId::Progress, {}, u"way"_s });
        QTRY_VERIFY(support::shownIn<QPushButton>(*s.page, u"progress.step"_s) != nullptr);
        QCOMPARE(s.find<QPushButton>(u"progress.step"_s)->text(), u"Look at the days off"_s);
        support::clickShown(*s.page, u"progress.step"_s);
        QVERIFY(s.places.back() == (Place { PageId::Plan, {}, u"hours"_s }));
    }

    void aWeekStandsInTheWayWithItsLastDay()
    {
        Screen s;
        s.live();
        s.open(u"way"_s);
        QTRY_COMPARE(s.cells().size(), std::size_t(6));
        const QDate first = QDate(2026, 11, 25).addDays(-((QDate(2026, 11, 25).dayOfWeek() - QLocale().firstDayOfWeek() + 7) % 7));
        QCOMPARE(s.cell(3, 0), ui::PlanWords::date(QDate(2026, 11, 25))); // the present one ends today
        QCOMPARE(s.cell(4, 0), ui::PlanWords::date(first.addDays(-1)));
        QCOMPARE(s.cell(5, 0), ui::PlanWords::date(first.addDays(-8)));
    }

    void anEditChangesItsRowAlone()
    {
        Screen s;
        s.live();
        s.open(u"hours"_s);
        const QAbstractItemModelTester tester(s.table().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        s.table().setCurrentIndex(s.table().model()->index(1, 0));
        const QSignalSpy resets(s.table().model(), &QAbstractItemModel::modelReset);
        const QSignalSpy changes(s.table().model(), &QAbstractItemModel::dataChanged);
        s.study(u"middle"_s, 0, 15);
        QCOMPARE(s.cell(0, 1), number(1).front());
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(s.table().currentIndex().row(), 1);
        s.study(u"middle"_s, 60, 15); // weeks come to be at the other end
        QCOMPARE(resets.size(), 0);
        QVERIFY(s.cells().size() > 3);
        QVERIFY(s.workspace->undo() && s.workspace->undo());
        QCOMPARE(s.cell(0, 1), number(0.75).front());
        QCOMPARE(s.cells().size(), std::size_t(3));
    }

    void whatChangesWhileThePageIsHiddenIsThereWhenItIsShown()
    {
        Screen s;
        s.live();
        s.open(u"hours"_s);
        s.page->hide();
        s.study(u"middle"_s, 0, 15);
        s.page->QWidget::show();
        s.page->show(Place { PageId::Progress, {}, {} });
        QCOMPARE(s.cell(0, 1), number(1).front());
    }

    void aNewWeekIsNoticedWhileThePageStandsOpen()
    {
        Screen s;
        s.live();
        s.open(u"hours"_s);
        const auto rows = s.cells().size();
        s.now += 7 * day;
        QEvent turnedTo(QEvent::WindowActivate);
        QCoreApplication::sendEvent(s.page.get(), &turnedTo);
        QCOMPARE(s.cells().size(), rows + 1);
    }

    void thePointerReadsTheChart()
    {
        Screen s;
        s.live();
        s.open(u"hours"_s);
        const QString hint = s.text(u"progress.readout"_s);
        QTest::mouseMove(&s.chart(), s.chart().pixelOf(2).toPoint());
        const QString oldest = s.text(u"progress.readout"_s);
        QVERIFY(oldest.contains(u"1 h 40 min"_s));
        QTest::mouseClick(&s.chart(), Qt::LeftButton, {}, s.chart().pixelOf(1).toPoint());
        QCOMPARE(s.table().currentIndex().row(), 1);
        QTest::mouseMove(s.find<QPushButton>(u"button.progress.exportCsv"_s));
        QTRY_VERIFY(s.text(u"progress.readout"_s).contains(u"1 h 20 min"_s)); // of the chosen row
        QVERIFY(s.text(u"progress.readout"_s) != hint);
    }

    void thePointerReadsTheDays()
    {
        Screen s;
        s.live();
        s.open(u"days"_s);
        QTest::mouseClick(&s.heat(), Qt::LeftButton, {}, s.heat().rectOf(1).center().toPoint());
        QCOMPARE(s.table().currentIndex().row(), 1);
        QVERIFY(s.text(u"progress.readout"_s).contains(u"1 h 20 min"_s));
        QTest::mouseClick(&s.heat(), Qt::LeftButton, {}, s.heat().rectOf(0).center().toPoint());
        QCOMPARE(s.table().currentIndex().row(), 0);
    }

    void everythingIsReachedByKeyboard()
    {
        Screen s;
        s.live();
        s.open(u"hours"_s);
        s.find<QPushButton>(u"button.progress.exportSvg"_s)->setFocus();
        QStringList met;
        for (int i = 0; i < 12; ++i) {
            met.append(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const QString& name :
            { u"button.progress.exportSvg"_s, u"button.progress.exportCsv"_s, u"progress.way"_s, u"progress.table"_s }) {
            QVERIFY2(met.contains(name), qPrintable(name + u" is not in "_s + met.join(u' ')));
        }
        auto* chip = s.find<QPushButton>(u"progress.way"_s); // of a group of buttons one is met by Tab, the others by the arrows
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Right);
        QVERIFY(s.find<QPushButton>(u"progress.hours"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(s.places.back().section, u"days"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(s.places.back().section, u"hours"_s);
        s.table().setFocus();
        QTest::keyClick(&s.table(), Qt::Key_Home);
        QTest::keyClick(&s.table(), Qt::Key_Down);
        QVERIFY(s.text(u"progress.readout"_s).contains(u"1 h 20 min"_s));
        const QImage marked = s.chart().grab().toImage();
        s.chart().setMarked(-1);
        QVERIFY(marked != s.chart().grab().toImage());
    }

    void columnsSortAndTheChartStillMarksTheRightFigure()
    {
        Screen s;
        s.live();
        s.open(u"hours"_s);
        s.table().sortByColumn(1, Qt::DescendingOrder);
        QCOMPARE(s.cell(0, 1), number(100 / 60.0).front());
        s.table().setCurrentIndex(s.table().model()->index(0, 0));
        QVERIFY(s.text(u"progress.readout"_s).contains(u"1 h 40 min"_s));
        support::clickOn(*s.page, u"progress.areas"_s);
        QCOMPARE(s.cell(0, 0), hostile); // in the order of the course
    }

    void csvHasTheFiguresOfTheTable_data() { addCharts(); }

    void csvHasTheFiguresOfTheTable()
    {
        QFETCH(QString, chart);
        Screen s;
        s.live();
        s.open(chart);
        support::clickOn(*s.page, u"button.progress.exportCsv"_s);
        QCOMPARE(s.files.size(), 1);
        QVERIFY(s.names.front().endsWith(u".csv"_s));
        const auto read = exchange::readCsv(s.files.front());
        QVERIFY(read.has_value());
        const auto rows = s.cells();
        QCOMPARE(read->size(), rows.size() + 1);
        for (int column = 0; column < s.table().model()->columnCount(); ++column) {
            QCOMPARE(read->front()[column], s.table().model()->headerData(column, Qt::Horizontal).toString());
            for (std::size_t row = 0; row < rows.size(); ++row) {
                const QString& exact = (*read)[row + 1][column];
                const QString& shown = rows[row][column];
                const QDate day = QDate::fromString(exact, Qt::ISODate);
                bool isNumber = false;
                const double value = exact.toDouble(&isNumber);
                if (day.isValid()) {
                    QCOMPARE(shown, QLocale().toString(day, QLocale::ShortFormat));
                } else if (isNumber) {
                    QVERIFY2(std::abs(QLocale().toDouble(shown) - value) < 0.06, qPrintable(shown + u' ' + exact));
                } else {
                    QCOMPARE(shown, exact);
                }
            }
        }
    }

    void svgIsAPictureOfItsOwn_data() { addCharts(); }

    void svgIsAPictureOfItsOwn()
    {
        QFETCH(QString, chart);
        Screen s;
        s.live();
        s.open(chart);
        support::clickOn(*s.page, u"button.progress.exportSvg"_s);
        QCOMPARE(s.files.size(), 1);
        QVERIFY(s.names.front().endsWith(u".svg"_s));
        QXmlStreamReader xml(s.files.front());
        int shapes = 0;
        QString title;
        QStringList texts;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) {
                continue;
            }
            shapes += xml.name() == u"path" || xml.name() == u"polyline" || xml.name() == u"rect" ? 1 : 0;
            if (xml.name() == u"title") {
                title = xml.readElementText();
            } else if (xml.name() == u"text") {
                texts.append(xml.readElementText().trimmed());
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(shapes > 3);
        const QHash<QString, QString> ofAxis { { u"way"_s, u"0"_s }, { u"hours"_s, u"0"_s }, { u"recall"_s, u"100 %"_s },
            { u"estimates"_s, u"0"_s }, { u"areas"_s, u"Three"_s }, { u"days"_s, QLocale().dayName(Qt::Monday, QLocale::ShortFormat) } };
        QVERIFY2(texts.contains(ofAxis.value(chart)), qPrintable(texts.join(u'|')));
        QCOMPARE(title, chart == u"days" ? s.heat().content().title : s.chart().content().title);
        const QString whole = QString::fromUtf8(s.files.front());
        for (const QString& secret : { QDir::homePath() + u'/', QDir::currentPath(), QSysInfo::machineHostName(), u"file:"_s }) {
            QVERIFY2(secret.size() < 2 || !whole.contains(secret), qPrintable(secret));
        }
    }

    void anExportIsWrittenWhereThePersonSays()
    {
        support::WindowFixture w;
        QVERIFY(w.f.workspace->apply(domain::addTime(w.f.context(), u"base"_s, support::WorkspaceFixture::now - day, 30)).has_value());
        w.window->go({ PageId::Progress, {}, u"days"_s });
        const QString path = w.home.filePath(u"days.csv"_s);
        support::whenAskedForAFile(path);
        w.click(u"button.progress.exportCsv"_s);
        const auto bytes = domain::readFile(path, 10'000);
        QVERIFY(bytes && bytes->contains("2026-11-20,30"));
        QVERIFY(w.notice().contains(path));
    }

    void whereNothingIsThePageSaysWhatToDo_data()
    {
        QTest::addColumn<QString>("chart");
        QTest::addColumn<Place>("leadsTo");
        const Place skill { PageId::Skill, u"base"_s, {} };
        QTest::newRow("hours") << u"hours"_s << skill;
        QTest::newRow("days") << u"days"_s << skill;
        QTest::newRow("recall") << u"recall"_s << Place { PageId::Recall, {}, {} };
        QTest::newRow("estimates") << u"estimates"_s << skill;
    }

    void whereNothingIsThePageSaysWhatToDo()
    {
        QFETCH(QString, chart);
        Screen s;
        s.open(chart);
        QVERIFY(!s.text(u"progress.empty"_s).isEmpty());
        QVERIFY(!s.chart().isVisible() && !s.heat().isVisible() && !s.table().isVisible());
        QVERIFY(!s.find<QPushButton>(u"button.progress.exportCsv"_s)->isEnabled());
        support::clickShown(*s.page, u"progress.firstStep"_s);
        QTEST(s.places.back(), "leadsTo");
        s.live();
        QVERIFY(s.table().isVisible());
        QVERIFY(s.find<QPushButton>(u"button.progress.exportCsv"_s)->isEnabled());
    }

    void aWayWithoutAnythingAsksForHours()
    {
        Screen s;
        s.open(u"way"_s);
        QTRY_VERIFY(s.text(u"progress.empty"_s).contains(u"hours"_s));
        const QSignalSpy places(s.page.get(), &ui::Page::placeRequested);
        support::clickShown(*s.page, u"progress.firstStep"_s);
        QCOMPARE(places.size(), 1);
        QVERIFY(places.front().front().value<ui::Place>() == (ui::Place { ui::PageId::Plan, {}, u"hours"_s }));
    }

    void withoutACourseThereIsOneToInstall()
    {
        Screen s { domain::CourseContent {} };
        for (const QString& chart : everyChart()) {
            s.open(chart);
            const QSignalSpy course(s.page.get(), &ui::ProgressPage::courseRequested);
            support::clickShown(*s.page, u"progress.firstStep"_s);
            QCOMPARE(course.size(), 1);
        }
    }

    void fromRightToLeftTimeRunsTheOtherWay()
    {
        Screen s;
        s.live();
        s.open(u"hours"_s);
        QVERIFY(s.chart().pixelOf(0).x() > s.chart().pixelOf(2).x());
        s.page->setLayoutDirection(Qt::RightToLeft);
        QVERIFY(s.chart().pixelOf(0).x() < s.chart().pixelOf(2).x());
        const auto left = [&s](const QWidget& widget) { return widget.mapTo(s.page.get(), QPoint()).x(); };
        QTRY_VERIFY(left(s.table()) < left(s.chart()));
        support::clickOn(*s.page, u"progress.days"_s);
        QVERIFY(s.heat().rectOf(0).x() < s.heat().rectOf(2).x());
        QTest::mouseClick(&s.heat(), Qt::LeftButton, {}, s.heat().rectOf(2).center().toPoint());
        QCOMPARE(s.table().currentIndex().row(), 2);
    }

    void aNarrowPagePutsTheTableUnderTheChart()
    {
        Screen s;
        s.live();
        s.open(u"estimates"_s);
        const auto top = [&s](const QWidget& widget) { return widget.mapTo(s.page.get(), QPoint()).y(); };
        QVERIFY(top(s.table()) < top(s.chart()) + s.chart().height());
        s.page->resize(640, 560);
        QTRY_VERIFY(top(s.table()) >= top(s.chart()) + s.chart().height());
        QVERIFY(s.chart().height() >= s.chart().minimumSizeHint().height());
    }

    void noRoomIsLeftBesideATableUnderItsChart()
    {
        Screen s;
        s.live();
        s.open(u"areas"_s);
        s.page->resize(760, 640);
        const auto top = [&s](const QWidget& widget) { return widget.mapTo(s.page.get(), QPoint()).y(); };
        QTRY_VERIFY(top(s.table()) >= top(s.chart()) + s.chart().height());
        QCOMPARE(s.table().width(), childOf<QWidget>(*s.page, u"progress.chart"_s)->parentWidget()->width());
    }

    void aWidePageHasTheDaysBesideTheirTable()
    {
        Screen s;
        s.live();
        s.open(u"days"_s);
        s.page->resize(1650, 1000);
        const auto left = [&s](const QWidget& widget) { return widget.mapTo(s.page.get(), QPoint()).x(); };
        QTRY_VERIFY(left(s.table()) >= left(s.heat()) + s.heat().width());
        QVERIFY(s.heat().width() > 2 * s.table().width());
    }

    void whatIsReadIsNotCut()
    {
        Screen s;
        s.live();
        s.open(u"recall"_s);
        s.page->resize(700, 640);
        QCoreApplication::processEvents();
        const auto* readout = childOf<QLabel>(*s.page, u"progress.readout"_s);
        QCOMPARE(readout->text(), s.text(u"progress.readout"_s));
        QVERIFY(!readout->text().contains(u'…'));
        QVERIFY(readout->height() >= readout->heightForWidth(readout->width()));
    }

    void chartsFollowTheTheme()
    {
        ui::Theme theme(*qApp);
        Screen s;
        s.live();
        s.open(u"hours"_s);
        theme.setChoice(ui::Theme::Choice::Light);
        QCoreApplication::processEvents();
        const auto trails = [&s](const QColor& colour) {
            const QImage image = s.chart().grab().toImage();
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    count += image.pixelColor(x, y) == colour ? 1 : 0;
                }
            }
            return count;
        };
        QVERIFY(trails(ui::paletteOf(ui::PaletteId::Light).trail) > 100);
        theme.setChoice(ui::Theme::Choice::Dark);
        QCoreApplication::processEvents();
        QVERIFY(trails(ui::paletteOf(ui::PaletteId::Dark).trail) > 100);
        QCOMPARE(trails(ui::paletteOf(ui::PaletteId::Light).trail), 0);
        theme.setChoice(ui::Theme::Choice::System);
    }

    void stepsOfADay_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("step");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("a minute") << 1 << 1;
        QTest::newRow("29") << 29 << 1;
        QTest::newRow("30") << 30 << 2;
        QTest::newRow("60") << 60 << 3;
        QTest::newRow("119") << 119 << 3;
        QTest::newRow("120") << 120 << 4;
        QTest::newRow("more than a day") << 3000 << 4;
    }

    void stepsOfADay()
    {
        QFETCH(int, minutes);
        QTEST(ui::HeatPainter::stepOf(minutes), "step");
    }

private:
    static void addCharts()
    {
        QTest::addColumn<QString>("chart");
        for (const QString& chart : everyChart()) {
            QTest::newRow(qPrintable(chart)) << chart;
        }
    }
};

int main(int argc, char* argv[])
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    tst_ProgressPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ProgressPage.moc"

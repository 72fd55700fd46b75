// SPDX-License-Identifier: GPL-3.0-or-later
#include <ProgressScreen.h>

#include <resources/Resources.h>
#include <ui/theme/Theme.h>

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::number;
using ui::PageId;
using ui::Place;
using Screen = support::ProgressScreen;

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
        for (const QString& chart : Screen::everyChart()) {
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
        QCOMPARE(titles.size(), Screen::everyChart().size());
        ui::ProgressPage again(*s.workspace);
        again.restoreView(s.page->view());
        QCOMPARE(again.inFull({ PageId::Progress, {}, {} }).section, u"areas"_s);
        again.restoreView({ { u"chart"_s, u"no such chart"_s } });
        QCOMPARE(again.inFull({ PageId::Progress, {}, {} }).section, u"way"_s);
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
        s.now += 7 * Screen::day;
        s.workspace->noticeDay();
        QCOMPARE(s.cells().size(), rows + 1);
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
        QCOMPARE(s.cell(0, 0), Screen::hostile); // in the order of the course
    }

    void columnsSortByTheContextMenuToo()
    {
        Screen s;
        s.live();
        s.open(u"areas"_s);
        auto* later = new QAction(u"Later"_s, &s.table());
        s.table().addAction(later);
        const auto sortBy = [&s](int column) {
            bool isThere = false;
            QTimer::singleShot(0, &s.table(), [&s, &isThere, column] {
                auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
                auto* sorting = s.table().findChild<QMenu*>(u"progress.table.sort"_s);
                isThere = menu != nullptr && sorting != nullptr && menu->actions().contains(sorting->menuAction());
                if (isThere) {
                    Q_EMIT sorting->aboutToShow();
                    sorting->actions()[column]->trigger();
                }
                if (menu != nullptr) {
                    menu->close();
                }
            });
            QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(10, 10), s.table().mapToGlobal(QPoint(10, 10)));
            QCoreApplication::sendEvent(&s.table(), &byKey);
            return isThere;
        };
        QVERIFY(sortBy(1));
        QCOMPARE(s.table().header()->sortIndicatorSection(), 1);
        QCOMPARE(s.table().header()->sortIndicatorOrder(), Qt::AscendingOrder);
        const auto ascending = s.cells();
        QVERIFY(sortBy(1));
        QCOMPARE(s.table().header()->sortIndicatorOrder(), Qt::DescendingOrder);
        QVERIFY(s.cells() != ascending);
        QCOMPARE(s.table().actions().front(), later); // what is done with rows comes first
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

    void withoutACourseThereIsOneToInstall()
    {
        Screen s { domain::CourseContent {} };
        for (const QString& chart : Screen::everyChart()) {
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

    void aNameIsNotCutWhileTheChartHasRoom()
    {
        domain::CourseContent course = Screen::hostileCourse();
        course.course.skills[0].title = u"Text, numbers, decisions and loops in a language"_s;
        Screen s(course);
        s.live();
        s.open(u"estimates"_s);
        const QAbstractItemView& table = s.table();
        QVERIFY(table.sizeHintForColumn(0) > 220);
        QCoreApplication::processEvents();
        QVERIFY2(s.table().columnWidth(0) >= table.sizeHintForColumn(0), qPrintable(QString::number(s.table().columnWidth(0))));
        QVERIFY(s.chart().width() >= s.chart().minimumSizeHint().width());
        const auto top = [&s](const QWidget& widget) { return widget.mapTo(s.page.get(), QPoint()).y(); };
        QVERIFY(top(s.table()) < top(s.chart()) + s.chart().height()); // beside it, as before
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

    void theDaysFillTheRoomThatTheyHave_data()
    {
        QTest::addColumn<QSizeF>("room");
        QTest::addColumn<double>("leastSide"); // of a square
        QTest::newRow("wide and low") << QSizeF(1200, 230) << 17.0;
        QTest::newRow("without a height") << QSizeF(1200, 0) << 17.0;
        QTest::newRow("wide and high") << QSizeF(1440, 770) << 40.0;
        QTest::newRow("high") << QSizeF(500, 900) << 20.0;
        QTest::newRow("too small") << QSizeF(120, 40) << 4.0;
    }

    void theDaysFillTheRoomThatTheyHave()
    {
        QFETCH(QSizeF, room);
        QFETCH(double, leastSide);
        ui::HeatContent content;
        content.days = { QDate(2025, 11, 24), std::vector<int>(365, 30) };
        for (const Qt::LayoutDirection direction : { Qt::LeftToRight, Qt::RightToLeft }) {
            const ui::HeatPainter heat(content, QFont(), direction, room.width(), room.height());
            QVERIFY(heat.rectOf(0).width() >= leastSide);
            QRectF all;
            for (int day = 0; day < 365; ++day) {
                const QRectF square = heat.rectOf(day);
                QCOMPARE(heat.dayAt(square.center()), day);
                QVERIFY(day == 0 || !square.intersects(heat.rectOf(day - 1)));
                all |= square;
            }
            const bool isTooSmall = room.width() < 200;
            QVERIFY(isTooSmall || (all.left() > 0 || direction == Qt::RightToLeft));
            QVERIFY(isTooSmall || all.right() <= room.width());
            QVERIFY(all.bottom() < heat.height()); // the words below have their line
            QVERIFY(isTooSmall || room.height() == 0 || heat.height() <= room.height() + 1);
            QCOMPARE(heat.dayAt({ room.width() / 2, all.bottom() + heat.rectOf(0).height() / 4 }), -1);
            QCOMPARE(heat.dayAt({ room.width() / 2, -1 }), -1);
        }
    }

    void onALargeScreenTheDaysAreLarge()
    {
        Screen s;
        s.live();
        s.open(u"days"_s);
        const double before = s.heat().rectOf(0).width();
        s.page->resize(1848, 1020);
        QTRY_VERIFY(s.heat().rectOf(0).width() > 2 * before);
        QVERIFY(s.heat().height() > s.table().height() * 3 / 4); // beside its table, with its readout below
    }

    void aLongLifeShowsAYearOfDaysAndThreeYearsOfWeeks()
    {
        Screen s;
        for (int week = 0; week < 4 * 52; ++week) {
            s.study(u"base"_s, 7 * week, 30);
        }
        s.open(u"days"_s);
        QCOMPARE(s.cells().size(), std::size_t(53));
        QCOMPARE(s.heat().content().days.first, QDate(2025, 11, 24));
        QVERIFY(s.text(u"progress.summary"_s).startsWith(u"26 h 30 min of study on 53 day"_s));
        QVERIFY(QRectF(s.heat().rect()).contains(s.heat().rectOf(52)) && QRectF(s.heat().rect()).contains(s.heat().rectOf(0)));
        s.page->show(Place { PageId::Progress, {}, u"hours"_s });
        QCOMPARE(s.cells().size(), std::size_t(157));
        QVERIFY(s.text(u"progress.summary"_s).startsWith(u"104 h of study in all"_s)); // the older weeks too
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
};

QTEST_MAIN(tst_ProgressPage)
#include "tst_ProgressPage.moc"

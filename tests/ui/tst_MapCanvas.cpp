// SPDX-License-Identifier: GPL-3.0-or-later
#include <MapCourse.h>
#include <MemoryWorkspace.h>

#include <resources/Resources.h>
#include <ui/map/MapCanvas.h>
#include <ui/theme/Theme.h>

#include <QAccessible>
#include <QGestureEvent>
#include <QPinchGesture>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace waymark;
using ui::MapCanvas;
using ui::MapRole;

namespace {

std::shared_ptr<const domain::MapLayout> layoutOf(const session::Workspace& workspace)
{
    return std::make_shared<const domain::MapLayout>(domain::layoutMap(workspace.roadmap().mapInput()));
}

QImage pictureOf(MapCanvas& canvas)
{
    return canvas.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// The same to the eye: the edge of a smooth line may differ by a shade where it was painted in two parts.
bool looksTheSame(const QImage& one, const QImage& other)
{
    constexpr int shade = 40;
    bool same = one.size() == other.size();
    for (int y = 0; same && y < one.height(); ++y) {
        for (int x = 0; same && x < one.width(); ++x) {
            const QRgb a = one.pixel(x, y);
            const QRgb b = other.pixel(x, y);
            same = std::abs(qRed(a) - qRed(b)) <= shade && std::abs(qGreen(a) - qGreen(b)) <= shade
                && std::abs(qBlue(a) - qBlue(b)) <= shade;
        }
    }
    return same;
}

} // namespace

class tst_MapCanvas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        resources::initialise();
        m_theme = std::make_unique<ui::Theme>(*qApp);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_workspace = std::make_unique<support::MemoryWorkspace>(support::mapCourse());
        m_canvas = makeCanvas();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
    }
    void cleanup() { m_canvas.reset(); }

    void fitShowsAllOfTheMap()
    {
        m_canvas->fit();
        QVERIFY(m_canvas->seen().contains(m_canvas->scene().bounds()));
    }

    void zoomKeepsThePointUnderThePointer()
    {
        m_canvas->zoomTo(1.2);
        const QPointF pointer(200, 150);
        const QPointF before = m_canvas->view().toScene(pointer);
        m_canvas->zoomBy(1.5, pointer);
        const QPointF shift = m_canvas->view().toScene(pointer) - before;
        QVERIFY2(shift.manhattanLength() < 2, "the point has moved");
    }

    void zoomKeepsWithinItsLimits()
    {
        m_canvas->zoomBy(1000);
        QCOMPARE(m_canvas->zoom(), MapCanvas::largestZoom);
        m_canvas->zoomBy(0.00001);
        QCOMPARE(m_canvas->zoom(), m_canvas->smallestZoom());
    }

    void theMapCannotBePushedOutOfSight()
    {
        m_canvas->zoomTo(2);
        m_canvas->panBy(100000, 100000);
        QVERIFY(m_canvas->seen().intersects(m_canvas->scene().bounds()));
        m_canvas->panBy(-200000, -200000);
        QVERIFY(m_canvas->seen().intersects(m_canvas->scene().bounds()));
    }

    void clickSelectsAndAClickOnPaperClears()
    {
        QSignalSpy spy(m_canvas.get(), &MapCanvas::selectionChanged);
        m_canvas->centreOn(m_canvas->scene().rect(indexOf(u"b1"_s)).center());
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, middleOf(u"b1"_s));
        QCOMPARE(m_canvas->selected(), indexOf(u"b1"_s));
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, paper());
        QCOMPARE(m_canvas->selected(), -1);
        QCOMPARE(spy.count(), 2);
    }

    void doubleClickAndEnterAskToOpen()
    {
        QSignalSpy spy(m_canvas.get(), &MapCanvas::openRequested);
        m_canvas->centreOn(m_canvas->scene().rect(indexOf(u"a1"_s)).center());
        QTest::mouseDClick(m_canvas->viewport(), Qt::LeftButton, {}, middleOf(u"a1"_s));
        QTest::keyClick(m_canvas.get(), Qt::Key_Return);
        QCOMPARE(spy.count(), 2);
        QCOMPARE(spy.at(0).at(0).toInt(), indexOf(u"a1"_s));
    }

    void dragPansAndSelectsNothing()
    {
        m_canvas->zoomTo(2);
        m_canvas->centreOn(m_canvas->scene().bounds().center());
        const QPointF before = m_canvas->view().origin;
        const QPoint start(300, 200);
        QTest::mousePress(m_canvas->viewport(), Qt::LeftButton, {}, start);
        QTest::mouseMove(m_canvas->viewport(), start + QPoint(15, 0));
        QTest::mouseMove(m_canvas->viewport(), start + QPoint(40, 25));
        QTest::mouseRelease(m_canvas->viewport(), Qt::LeftButton, {}, start + QPoint(40, 25));
        QCOMPARE(m_canvas->view().origin, before - QPointF(40, 25));
        QCOMPARE(m_canvas->selected(), -1);
    }

    void whatWasRevealedBeforeTheFirstShowIsInTheMiddleAfterIt()
    {
        MapCanvas canvas(**m_workspace);
        canvas.setMap(layoutOf(**m_workspace));
        canvas.zoomTo(2);
        const int index = canvas.scene().nearestTo(canvas.scene().bounds().center());
        canvas.reveal(index);
        canvas.resize(420, 300);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        QVERIFY(canvas.seen().contains(canvas.scene().rect(index)));
    }

    void aPinchZoomsAboutItsMiddle()
    {
        m_canvas->zoomTo(1.2);
        const QPointF middle(200, 150);
        const QPointF before = m_canvas->view().toScene(middle);
        const double scale = m_canvas->view().scale;
        QPinchGesture pinch;
        pinch.setScaleFactor(1.5);
        pinch.setHotSpot(m_canvas->viewport()->mapToGlobal(middle.toPoint()));
        QGestureEvent event({ &pinch });
        QCoreApplication::sendEvent(m_canvas->viewport(), &event);
        QCOMPARE(m_canvas->view().scale, scale * 1.5);
        const QPointF shift = m_canvas->view().toScene(middle) - before;
        QVERIFY2(shift.manhattanLength() < 2, "the point has moved");
    }

    void wheelZoomsAndTouchpadPans()
    {
        m_canvas->zoomTo(2);
        const double zoom = m_canvas->zoom();
        wheel({}, { 0, 120 });
        QVERIFY(m_canvas->zoom() > zoom);
        m_canvas->centreOn(m_canvas->scene().bounds().center());
        const QPointF origin = m_canvas->view().origin;
        wheel({ 0, -30 }, { 0, -120 });
        QCOMPARE(m_canvas->view().origin, origin + QPointF(0, 30));
    }

    void arrowsFollowEdges()
    {
        m_canvas->select(indexOf(u"b3"_s));
        QTest::keyClick(m_canvas.get(), Qt::Key_Right);
        QCOMPARE(m_canvas->selected(), indexOf(u"c1"_s));
        QTest::keyClick(m_canvas.get(), Qt::Key_Left);
        QCOMPARE(m_canvas->selected(), indexOf(u"b3"_s));
        m_canvas->select(indexOf(u"b1"_s));
        QTest::keyClick(m_canvas.get(), Qt::Key_Down);
        QCOMPARE(m_canvas->selected(), indexOf(u"b2"_s));
        QTest::keyClick(m_canvas.get(), Qt::Key_Up);
        QCOMPARE(m_canvas->selected(), indexOf(u"b1"_s));
    }

    void arrowsEnterTheMapAndEscapeLeavesIt()
    {
        QCOMPARE(m_canvas->selected(), -1);
        QTest::keyClick(m_canvas.get(), Qt::Key_Down);
        QVERIFY(m_canvas->selected() >= 0);
        QVERIFY(m_canvas->seen().intersects(m_canvas->scene().rect(m_canvas->selected())));
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QCOMPARE(m_canvas->selected(), -1);
    }

    void arrowsSkipWhatTheFilterLeavesOut()
    {
        ui::MapFilter filter;
        filter.areas = { u"second"_s };
        m_canvas->setFilter(filter);
        QCOMPARE(m_canvas->neighbour(indexOf(u"b3"_s), Qt::Key_Right), -1);
        QVERIFY(m_canvas->neighbour(indexOf(u"b3"_s), Qt::Key_Left) >= 0);
    }

    void pointingLightsThePathAndASelectionLetsTheRestRecede()
    {
        m_canvas->centreOn(m_canvas->scene().rect(indexOf(u"a2"_s)).center());
        QTest::mouseMove(m_canvas->viewport(), middleOf(u"a2"_s) + QPoint(1, 1));
        QTest::mouseMove(m_canvas->viewport(), middleOf(u"a2"_s));
        QTRY_COMPARE(m_canvas->light().role(indexOf(u"a1"_s)), MapRole::Path);
        QCOMPARE(m_canvas->light().opacity(indexOf(u"b1"_s)), 1.0);
        m_canvas->select(indexOf(u"a2"_s));
        QCOMPARE(m_canvas->light().opacity(indexOf(u"b1"_s)), ui::recededOpacity);
    }

    void membersOfAChoiceThatStandTogetherShareAFrame()
    {
        QCOMPARE(m_canvas->scene().frames().size(), std::size_t { 1 });
        QVERIFY(m_canvas->scene().brackets().empty());
        const QRectF frame = m_canvas->scene().frames().front().rect;
        QVERIFY(frame.contains(m_canvas->scene().rect(indexOf(u"b1"_s))));
        QVERIFY(frame.contains(m_canvas->scene().rect(indexOf(u"b2"_s))));
        QVERIFY(!frame.intersects(m_canvas->scene().rect(indexOf(u"b3"_s))));
    }

    void theFlagMovesWithTheNextStep()
    {
        QVERIFY(m_canvas->scene().node(indexOf(u"a1"_s)).isNext);
        m_workspace->finish(u"a1"_s);
        QVERIFY(!m_canvas->scene().node(indexOf(u"a1"_s)).isNext);
        QVERIFY(m_canvas->scene().node(indexOf(u"a2"_s)).isNext);
    }

    void aPannedPictureIsThatOfAFreshPaint()
    {
        m_canvas->zoomTo(1.5);
        m_canvas->centreOn(m_canvas->scene().rect(indexOf(u"b1"_s)).center());
        pictureOf(*m_canvas);
        for (const QPoint step : { QPoint(17, 9), QPoint(-40, 3), QPoint(5, -31), QPoint(-2, 14) }) {
            m_canvas->panBy(step.x(), step.y());
            pictureOf(*m_canvas);
        }
        compareWithAFreshOne();
    }

    void anEditRepaintsWhatItChanged()
    {
        m_canvas->zoomTo(1);
        m_canvas->centreOn(m_canvas->scene().rect(indexOf(u"a1"_s)).center());
        pictureOf(*m_canvas);
        m_workspace->finish(u"a1"_s);
        compareWithAFreshOne();
        QVERIFY((*m_workspace)->undo());
        compareWithAFreshOne();
    }

    void aZoomGestureEndsInACrispPicture()
    {
        pictureOf(*m_canvas);
        m_canvas->zoomBy(1.7, QPointF(120, 90));
        pictureOf(*m_canvas); // the scaled one
        const std::unique_ptr<MapCanvas> fresh = freshOne();
        QTRY_VERIFY(looksTheSame(pictureOf(*m_canvas), pictureOf(*fresh)));
    }

    void aThemeRepaintsTheMap()
    {
        const QImage light = pictureOf(*m_canvas);
        m_theme->setChoice(ui::Theme::Choice::Dark);
        QCoreApplication::processEvents();
        QVERIFY(pictureOf(*m_canvas) != light);
        compareWithAFreshOne();
        m_theme->setChoice(ui::Theme::Choice::Light);
    }

    void anotherCourseTakesTheMapAway()
    {
        m_canvas->select(indexOf(u"c2"_s));
        domain::CourseContent smaller = support::mapCourse();
        smaller.hash = u"another"_s;
        smaller.course.skills.resize(2);
        smaller.course.milestones.clear();
        smaller.course.choices.clear();
        const auto stale = layoutOf(**m_workspace);
        QVERIFY((*m_workspace)->installCourse(smaller));
        QVERIFY(!m_canvas->hasMap());
        QCOMPARE(m_canvas->selected(), -1);
        pictureOf(*m_canvas);
        m_canvas->setMap(stale); // comes too late
        QVERIFY(!m_canvas->hasMap());
        m_canvas->setMap(layoutOf(**m_workspace));
        QCOMPARE(m_canvas->scene().size(), 2);
    }

    void everySkillIsAccessibleByNameAndState()
    {
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(m_canvas.get());
        QVERIFY(list != nullptr);
        QCOMPARE(list->childCount(), (*m_workspace)->roadmap().size());
        for (int i = 0; i < list->childCount(); ++i) {
            const QString name = list->child(i)->text(QAccessible::Name);
            QVERIFY(name.contains((*m_workspace)->roadmap().skill(i).title));
            QVERIFY(name.contains(i == indexOf(u"a1"_s) ? u"Ready"_s : u"Locked"_s));
            QCOMPARE(list->indexOfChild(list->child(i)), i);
            QCOMPARE(list->child(i)->parent(), list);
        }
    }

    void aLockedSkillSaysWhyAndWhatItUnlocks()
    {
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(m_canvas.get());
        const QString words = list->child(indexOf(u"b3"_s))->text(QAccessible::Description);
        QVERIFY(words.contains(u"Alpha two"_s));
        QVERIFY(words.contains(u"A tool"_s));
        QVERIFY(words.contains(u"unlocks Gamma one"_s));
    }

    void anAccessiblePressOpensAndFocusSelects()
    {
        QSignalSpy spy(m_canvas.get(), &MapCanvas::openRequested);
        QAccessibleInterface* node = QAccessible::queryAccessibleInterface(m_canvas.get())->child(indexOf(u"c1"_s));
        node->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.at(0).at(0).toInt(), indexOf(u"c1"_s));
        node->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(m_canvas->selected(), indexOf(u"c1"_s));
        QVERIFY(node->state().selected);
        QVERIFY(!node->state().offscreen);
    }

private:
    std::unique_ptr<MapCanvas> makeCanvas() const
    {
        auto canvas = std::make_unique<MapCanvas>(**m_workspace);
        canvas->setFocusPolicy(Qt::NoFocus); // two cannot have the ring at once
        canvas->resize(640, 480);
        canvas->setMap(layoutOf(**m_workspace));
        canvas->show();
        return canvas;
    }

    std::unique_ptr<MapCanvas> freshOne() const
    {
        std::unique_ptr<MapCanvas> fresh = makeCanvas();
        fresh->setFilter(m_canvas->filter());
        fresh->select(m_canvas->selected());
        fresh->setView(m_canvas->view());
        return fresh;
    }

    void compareWithAFreshOne()
    {
        const std::unique_ptr<MapCanvas> fresh = freshOne();
        QVERIFY(looksTheSame(pictureOf(*m_canvas), pictureOf(*fresh)));
    }

    [[nodiscard]] int indexOf(const QString& id) const { return (*m_workspace)->roadmap().indexOf(id); }
    [[nodiscard]] QPoint middleOf(const QString& id) const
    {
        return m_canvas->view().toView(m_canvas->scene().rect(indexOf(id)).center()).toPoint();
    }

    /// A point of the viewport without a node.
    [[nodiscard]] QPoint paper() const
    {
        for (int x = 10; x < m_canvas->viewport()->width(); x += 10) {
            if (m_canvas->scene().nodeAt(m_canvas->view().toScene(QPointF(x, 20))) < 0) {
                return { x, 20 };
            }
        }
        return {};
    }

    void wheel(const QPoint& pixels, const QPoint& angle)
    {
        const QPointF at(200, 150);
        QWheelEvent event(at, m_canvas->viewport()->mapToGlobal(at), pixels, angle, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_canvas->viewport(), &event);
    }

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<support::MemoryWorkspace> m_workspace;
    std::unique_ptr<MapCanvas> m_canvas;
};

QTEST_MAIN(tst_MapCanvas)
#include "tst_MapCanvas.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <MapPageFixture.h>

#include <ui/map/Inspector.h>
#include <ui/map/MapPicture.h>
#include <ui/map/MapStrips.h>
#include <ui/map/Minimap.h>
#include <ui/map/OutlineView.h>

#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::SkillState;
using ui::MapCanvas;
using ui::MapPage;

class tst_MapPage : public QObject, private fixture::OpenMap
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void aPlaceRevealsItsSkill()
    {
        m_page->show(ui::Place { ui::PageId::Map, u"c2"_s, {} });
        QCOMPARE(m_page->currentSkill(), u"c2"_s);
        QVERIFY(canvas().seen().contains(canvas().scene().rect(indexOf(u"c2"_s))));
        QVERIFY(canvas().hasFocus());
    }

    void aPlaceBeforeTheMapIsThereIsRevealedThen()
    {
        MapPage page(**m_workspace);
        page.resize(1280, 800);
        page.show(ui::Place { ui::PageId::Map, u"c2"_s, {} });
        page.show();
        auto& early = *page.findChild<MapCanvas*>();
        QTRY_VERIFY(early.hasMap());
        QCOMPARE(early.selected(), indexOf(u"c2"_s));
        QVERIFY(early.seen().contains(early.scene().rect(indexOf(u"c2"_s))));
    }

    void keysChangeTheChosenSkill()
    {
        m_page->show(ui::Place { ui::PageId::Map, u"a1"_s, {} });
        QSignalSpy notices(m_page.get(), &ui::Page::noticeRequested);
        QTest::keyClick(&canvas(), Qt::Key_S);
        QVERIFY(is(u"a1"_s, SkillState::Learning));
        QTest::keyClick(&canvas(), Qt::Key_D);
        QVERIFY(is(u"a1"_s, SkillState::Practised));
        QTest::keyClick(&canvas(), Qt::Key_R);
        QVERIFY(is(u"a1"_s, SkillState::Ready));
        QTest::keyClick(&canvas(), Qt::Key_K);
        QVERIFY(is(u"a1"_s, SkillState::Skipped));
        QCOMPARE(notices.count(), 4);
    }

    void aLockedSkillOpensAndSaysWhatIsMissing()
    {
        m_page->show(ui::Place { ui::PageId::Map, u"b3"_s, {} });
        QSignalSpy notices(m_page.get(), &ui::Page::noticeRequested);
        QTest::keyClick(&canvas(), Qt::Key_S);
        QVERIFY(is(u"b3"_s, SkillState::Learning));
        QVERIFY((*m_workspace)->progress().skill(u"b3"_s).mark->overLock);
        QVERIFY(notices.at(0).at(0).toString().contains(u"Alpha two"_s));
    }

    void keysAreSilentWithoutAChosenSkill()
    {
        for (const Qt::Key key : { Qt::Key_S, Qt::Key_D, Qt::Key_K, Qt::Key_R, Qt::Key_Space }) {
            QTest::keyClick(&canvas(), key);
        }
        QVERIFY(!(*m_workspace)->nextUndo());
    }

    void enterAsksForTheLesson()
    {
        QSignalSpy places(m_page.get(), &ui::Page::placeRequested);
        m_page->show(ui::Place { ui::PageId::Map, u"a2"_s, {} });
        QTest::keyClick(&canvas(), Qt::Key_Return);
        QCOMPARE(places.count(), 1);
        QCOMPARE(places.at(0).at(0).value<ui::Place>(), (ui::Place { ui::PageId::Skill, u"a2"_s, {} }));
    }

    void searchJumpsToMatches()
    {
        auto& field = *m_page->findChild<QLineEdit*>(u"mapSearch"_s);
        field.setFocus();
        QTest::keyClicks(&field, u"beta"_s);
        auto& matches = *m_page->findChild<QListWidget*>(u"mapMatches"_s);
        QVERIFY(matches.isVisible());
        QCOMPARE(matches.count(), 3);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(m_page->currentSkill(), u"b1"_s);
        QVERIFY(!matches.isVisible());
        QVERIFY(canvas().hasFocus());
        QTest::keyClick(&canvas(), Qt::Key_F3);
        QCOMPARE(m_page->currentSkill(), u"b2"_s);
        QTest::keyClick(&canvas(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(m_page->currentSkill(), u"b1"_s);
        QTest::keyClick(&canvas(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(m_page->currentSkill(), u"b3"_s);
    }

    void typedLettersInTheFieldAreNoKeys()
    {
        m_page->show(ui::Place { ui::PageId::Map, u"a1"_s, {} });
        auto& field = *m_page->findChild<QLineEdit*>(u"mapSearch"_s);
        field.setFocus();
        QTest::keyClicks(&field, u"skdr"_s);
        QCOMPARE(field.text(), u"skdr"_s);
        QVERIFY(!(*m_workspace)->nextUndo());
    }

    void filtersShowChipsThatTakeThemOut()
    {
        action(u"filter.first"_s).trigger();
        action(u"filter.junior"_s).trigger();
        QVERIFY(canvas().light().isFilteredOut(indexOf(u"b1"_s)));
        QVERIFY(!canvas().light().isFilteredOut(indexOf(u"a1"_s)));
        click(u"chip.area"_s);
        QVERIFY(!canvas().light().isFilteredOut(indexOf(u"b1"_s)));
        QVERIFY(canvas().light().isFilteredOut(indexOf(u"c2"_s)));
        QVERIFY(!action(u"filter.first"_s).isChecked());
        click(u"clearFilter"_s);
        QVERIFY(canvas().filter().isEmpty());
        QVERIFY(m_page->findChild<QWidget*>(u"filterChips"_s)->isHidden());
    }

    void oneMilestoneAtATime()
    {
        action(u"filter.near"_s).trigger();
        action(u"filter.far"_s).trigger();
        QVERIFY(!action(u"filter.near"_s).isChecked());
        QCOMPARE(canvas().filter().milestone, u"far"_s);
    }

    void theOutlineHasTheSameSkillKeysAndFilter()
    {
        m_page->show(ui::Place { ui::PageId::Map, u"a1"_s, {} });
        click(u"button.map.outline"_s);
        QVERIFY(outline().isVisible());
        QVERIFY(!canvas().isVisible());
        QCOMPARE(outline().currentIndex().data().toString(), u"Alpha one"_s);
        outline().setFocus();
        QTest::keyClick(&outline(), Qt::Key_D);
        QVERIFY(is(u"a1"_s, SkillState::Practised));
        QTest::keyClick(&outline(), Qt::Key_Down);
        QCOMPARE(m_page->currentSkill(), u"a2"_s);
        QCOMPARE(canvas().selected(), indexOf(u"a2"_s));
        action(u"filter.third"_s).trigger();
        QCOMPARE(outline().model()->rowCount(), 1);
        QTest::keyClick(&outline(), Qt::Key_O);
        QVERIFY(canvas().isVisible());
    }

    void buttonsAndKeysZoom()
    {
        canvas().fit();
        const double zoom = canvas().zoom();
        click(u"button.map.zoom-in"_s);
        QVERIFY(canvas().zoom() > zoom);
        QTest::keyClick(&canvas(), Qt::Key_0);
        QCOMPARE(canvas().zoom(), 1.0);
        QTest::keyClick(&canvas(), Qt::Key_Plus);
        QVERIFY(canvas().zoom() > 1.0);
        QTest::keyClick(&canvas(), Qt::Key_F);
        QCOMPARE(canvas().zoom(), canvas().smallestZoom());
    }

    void stripsLeadToWhatTheyName()
    {
        auto& areas = *m_page->findChild<ui::AreaStrip*>();
        areas.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&areas, Qt::Key_Down);
        QTest::keyClick(&areas, Qt::Key_Down);
        QVERIFY(areas.accessibleName().contains(u"Third area"_s));
        QTest::keyClick(&areas, Qt::Key_Return);
        QVERIFY(canvas().seen().intersects(canvas().scene().rect(indexOf(u"c1"_s))));
        auto& eras = *m_page->findChild<ui::EraStrip*>();
        QTest::mouseClick(&eras, Qt::LeftButton, {}, QPoint(40, 10));
        QVERIFY(canvas().isViewChosen());
    }

    void theOverviewGoesWhereOneClicks()
    {
        canvas().zoomTo(2);
        auto& minimap = *m_page->findChild<ui::Minimap*>();
        const QPointF wanted = canvas().scene().rect(indexOf(u"c2"_s)).center();
        QTest::mouseClick(&minimap, Qt::LeftButton, {}, minimap.toMinimap(wanted).toPoint());
        QVERIFY(canvas().seen().contains(wanted));
        QTest::keyClick(&canvas(), Qt::Key_M);
        QVERIFY(!minimap.isVisible());
    }

    void theLegendComesAndGoes()
    {
        auto& legend = *m_page->findChild<QWidget*>(u"mapLegend"_s);
        QVERIFY(!legend.isVisible());
        QTest::keyClick(&canvas(), Qt::Key_L);
        QVERIFY(legend.isVisible());
        click(u"closeLegend"_s);
        QVERIFY(!legend.isVisible());
    }

    void aViewIsKeptOverARestart()
    {
        m_page->show(ui::Place { ui::PageId::Map, u"c1"_s, {} });
        canvas().zoomTo(0.8);
        action(u"filter.mid"_s).trigger();
        click(u"closeInspector"_s);
        QCoreApplication::processEvents();
        const QVariantMap view = m_page->view();
        const QPointF centre = canvas().seen().center();

        MapPage again(**m_workspace);
        again.restoreView(view);
        again.resize(1280, 800);
        again.show();
        auto& restored = *again.findChild<MapCanvas*>();
        QTRY_VERIFY(restored.hasMap());
        QCOMPARE(again.currentSkill(), u"c1"_s);
        QCOMPARE(restored.zoom(), 0.8);
        QVERIFY(QLineF(restored.seen().center(), centre).length() < 4);
        QCOMPARE(restored.filter(), canvas().filter());
        QVERIFY(!again.findChild<ui::Inspector*>()->isVisible());
    }

    void actionsOfThePageHaveIdsAndWords()
    {
        for (const QAction* each : m_page->pageActions()) {
            QVERIFY(!each->objectName().isEmpty());
            QVERIFY(!each->text().isEmpty());
            QVERIFY(!each->shortcut().isEmpty());
        }
    }

    void everyControlHasAName()
    {
        for (const QWidget* widget : m_page->findChildren<QWidget*>()) {
            const auto* control = qobject_cast<const QAbstractButton*>(widget);
            if (control != nullptr && control->isVisible() && control->focusPolicy() != Qt::NoFocus) {
                QVERIFY2(!control->accessibleName().isEmpty() || !control->text().isEmpty(), qPrintable(control->objectName()));
            }
        }
    }

    void aReadOnlyLibraryChangesNothing()
    {
        support::MemoryWorkspace locked(support::mapCourse());
        locked.store->setReadOnly(true);
        MapPage page(*locked);
        page.show(ui::Place { ui::PageId::Map, u"a1"_s, {} });
        for (const QAction* each : page.pageActions()) {
            const QString id = each->objectName();
            if (id == u"map.start" || id == u"map.done" || id == u"map.skip" || id == u"map.reset") {
                QVERIFY(!each->isEnabled());
            }
        }
    }

    void picturesShowTheWholeMapWithItsNames()
    {
        const auto svg = ui::mapSvg(**m_workspace);
        QVERIFY(svg.has_value());
        QXmlStreamReader xml(*svg);
        QString words;
        QString title;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == u"title") {
                title = xml.readElementText();
            } else if (xml.isCharacters()) {
                words += xml.text();
            }
        }
        QVERIFY(!xml.hasError());
        QCOMPARE(title, u"A course with a map"_s);
        for (const QString& word : { u"Third area"_s, u"Beta three"_s, u"Near"_s, u"one of"_s }) {
            QVERIFY2(words.contains(word), qPrintable(word));
        }
        const QImage png = QImage::fromData(ui::mapPng(**m_workspace).value_or(QByteArray()));
        QVERIFY(png.width() > 2 * canvas().scene().bounds().width());
        ui::MapFilter filter;
        filter.areas = { u"third"_s };
        const QImage part = QImage::fromData(ui::mapPng(**m_workspace, filter).value_or(QByteArray()));
        QVERIFY(part.height() < png.height());
    }

    void aTitleOfAStrangerStaysTextInThePicture()
    {
        domain::CourseContent content = support::mapCourse();
        content.course.title = u"Maps & roads</title><script>alert(1)</script>"_s;
        const support::MemoryWorkspace stranger(content);
        const auto svg = ui::mapSvg(*stranger);
        QVERIFY(svg.has_value());
        QXmlStreamReader xml(*svg);
        QString title;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                QVERIFY(xml.name() != u"script");
                title += xml.name() == u"title" ? xml.readElementText() : QString();
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(title, content.course.title);
    }

    void aPictureWithoutACourseIsAnError()
    {
        const support::MemoryWorkspace none((domain::CourseContent()));
        QCOMPARE(ui::mapSvg(*none).error().code, domain::ErrorCode::UnknownCourse);
        QCOMPARE(ui::mapPng(*none).error().code, domain::ErrorCode::UnknownCourse);
        MapPage page(*none);
        page.show(ui::Place { ui::PageId::Map, {}, {} });
        page.grab();
    }

private:
    [[nodiscard]] ui::OutlineView& outline() const { return *m_page->findChild<ui::OutlineView*>(); }
};

QTEST_MAIN(tst_MapPage)
#include "tst_MapPage.moc"

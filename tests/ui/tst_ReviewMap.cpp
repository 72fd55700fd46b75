// SPDX-License-Identifier: GPL-3.0-or-later
// An answer to a plan over the map of its course.
#include <MentorWindow.h>

#include <domain/ReviewEdits.h>
#include <resources/Resources.h>
#include <session/PlanMaking.h>
#include <ui/map/MapCanvas.h>
#include <ui/mentor/ReviewView.h>

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickOn;
using support::MentorWindow;

namespace {

/// The plan of a learner who has handed in two skills, answered over the map.
struct Answering : MentorWindow
{
    ui::MapCanvas* canvas = nullptr;

    Answering()
    {
        support::WorkspaceFixture learner;
        learner.finish(u"base"_s);
        learner.finish(u"side"_s);
        exchange::PlanDocument plan = session::planOf(*learner.workspace).value();
        plan.plan = u"5f0c1d3e-8a52-4b6e-9d4f-1a2b3c4d5e6f"_s;
        plan.learner = u"Ada"_s;
        open();
        window->resize(1400, 900);
        window->answerPlan(write(u"ada.json"_s, plan));
        QTRY_VERIFY(isShown(u"reviewView"_s));
        press(Qt::Key_M);
        canvas = childOf<QWidget>(*window, u"planMap"_s)->findChild<ui::MapCanvas*>();
        QTRY_VERIFY(canvas->hasMap());
        canvas->fit();
    }
    [[nodiscard]] int indexOf(const QString& skill) const { return library.workspace->roadmap().indexOf(skill); }
    void install(const QString& course, const QString& version) const
    {
        domain::CourseContent content;
        content.course = support::graphCourse();
        content.course.id = course;
        content.course.version = version;
        content.hash = version;
        QVERIFY(library.workspace->installCourse(content));
    }
    void clickOnNode(const QString& skill) const
    {
        const QPointF middle = canvas->view().toView(canvas->scene().rect(indexOf(skill)).center());
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, middle.toPoint());
    }
    [[nodiscard]] bool isSelected(const QString& skill) const { return canvas->selected() == indexOf(skill); }
    [[nodiscard]] const ui::MapScene::Node& node(const QString& skill) const { return canvas->scene().node(indexOf(skill)); }
    [[nodiscard]] ui::MapRole role(const QString& skill) const { return canvas->light().role(indexOf(skill)); }
    [[nodiscard]] QString current() const
    {
        return childOf<QAbstractItemView>(*window, u"answer.list"_s)->currentIndex().data().toString();
    }
    [[nodiscard]] QString nameOf(const QString& skill) const
    {
        auto* list = QAccessible::queryAccessibleInterface(canvas);
        for (int i = 0; i < list->childCount(); ++i) {
            if (const QString name = list->child(i)->text(QAccessible::Name); name.startsWith(skill)) {
                return name;
            }
        }
        return {};
    }
};

} // namespace

class tst_ReviewMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

    void whatWaitsHasAFlagAndIsLit()
    {
        const Answering f;
        QVERIFY(f.isShown(u"planMap"_s));
        QVERIFY(f.node(u"base"_s).isNext && f.node(u"side"_s).isNext && !f.node(u"middle"_s).isNext);
        QVERIFY(f.node(u"base"_s).state == learning::SkillState::Practised); // in this library nobody has begun it
        QVERIFY(f.role(u"side"_s) != ui::MapRole::Plain && f.role(u"red"_s) == ui::MapRole::Plain);
        QVERIFY(f.isSelected(u"base"_s));
    }

    void aClickChoosesTheSkillThatIsAnswered()
    {
        const Answering f;
        f.clickOnNode(u"side"_s);
        QVERIFY(f.isSelected(u"side"_s));
        QCOMPARE(f.current(), u"Side"_s);
        f.clickOnNode(u"red"_s); // not handed in: it can be looked at all the same
        QVERIFY(f.isSelected(u"red"_s));
        f.press(Qt::Key_1);
        QCOMPARE(f.node(u"red"_s).word, u"Approved"_s);
        QVERIFY(f.isShown(u"planMap"_s));
    }

    void keysGoToTheNextAndThePreviousSkillThatWaits()
    {
        const Answering f;
        f.clickOnNode(u"base"_s);
        QVERIFY(f.canvas->hasFocus());
        f.press(Qt::Key_N);
        QVERIFY(f.isSelected(u"side"_s));
        f.press(Qt::Key_N);
        QVERIFY(f.isSelected(u"base"_s));
        f.press(Qt::Key_P);
        QVERIFY(f.isSelected(u"side"_s));
        QCOMPARE(f.current(), u"Side"_s);
    }

    void aDecisionShowsOnTheMapAndIsTakenBackThere()
    {
        const Answering f;
        f.clickOnNode(u"base"_s);
        f.press(Qt::Key_1);
        QVERIFY(!f.node(u"base"_s).isNext && f.node(u"side"_s).isNext);
        QCOMPARE(f.node(u"base"_s).word, u"Approved"_s);
        QVERIFY(f.nameOf(u"Base"_s).endsWith(u", Approved"_s));
        clickOn(*f.window, u"decision.request-changes"_s);
        QCOMPARE(f.node(u"base"_s).word, u"Changes requested"_s);
        f.canvas->setFocus();
        f.press(Qt::Key_Z, Qt::ControlModifier);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.node(u"base"_s).isNext && f.node(u"base"_s).word.isEmpty());
    }

    void aDecisionLooksDifferentToTheEye()
    {
        const Answering f;
        f.canvas->zoomTo(1); // the words of a node can be read there
        f.canvas->reveal(f.indexOf(u"base"_s));
        const auto picture = [&f] {
            const QRectF node = f.canvas->scene().rect(f.indexOf(u"base"_s)).adjusted(0, -20, 0, 0);
            const QRect area(f.canvas->view().toView(node.topLeft()).toPoint(), f.canvas->view().toView(node.bottomRight()).toPoint());
            return f.canvas->viewport()->grab(area).toImage();
        };
        const QImage waits = picture();
        f.press(Qt::Key_1);
        const QImage approved = picture();
        QVERIFY(approved != waits);
        f.press(Qt::Key_4);
        QVERIFY(picture() != approved);
    }

    void aCourseThatIsInstalledMeanwhileBringsItsMap()
    {
        const Answering f;
        f.install(support::graphCourse().id, u"9.9"_s);
        QTRY_VERIFY(f.canvas->hasMap());
        QVERIFY(f.node(u"base"_s).isNext && f.canvas->isVisible());
    }

    void withAnotherCourseTheMapGoesAndTheViewSaysWhy()
    {
        const Answering f;
        auto* map = f.window->findChild<QAction*>(u"answer.map"_s);
        QVERIFY(map->isEnabled() && !f.isShown(u"answer.caution"_s));
        f.install(u"another"_s, u"1"_s);
        QVERIFY(!map->isEnabled() && !map->isChecked() && !f.isShown(u"planMap"_s));
        QTRY_VERIFY(f.isShown(u"answer.caution"_s));
        f.install(support::graphCourse().id, u"9.9"_s);
        QVERIFY(map->isEnabled());
        QTRY_VERIFY(!f.isShown(u"answer.caution"_s));
    }

    void enterLeadsFromTheMapToTheSkill()
    {
        const Answering f;
        f.clickOnNode(u"side"_s);
        f.press(Qt::Key_Return);
        QVERIFY(!f.isShown(u"planMap"_s) && f.isShown(u"answerSheet"_s));
        QCOMPARE(f.current(), u"Side"_s);
    }
};

QTEST_MAIN(tst_ReviewMap)
#include "tst_ReviewMap.moc"

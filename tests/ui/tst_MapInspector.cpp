// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the map about the skill that is chosen.
#include <MapPageFixture.h>

#include <ui/map/Inspector.h>

#include <QLabel>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::SkillState;

class tst_MapInspector : public QObject, private fixture::OpenMap
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void theInspectorFollowsAndItsLinksLead()
    {
        m_page->show(ui::Place { ui::PageId::Map, u"b3"_s, {} });
        QCOMPARE(inspector().skill(), u"b3"_s);
        QVERIFY(button(u"do.map.start"_s).isVisible());
        QCOMPARE(button(u"do.map.start"_s).text(), u"Start anyway"_s); // b3 is locked
        QVERIFY(!button(u"do.map.reset"_s).isVisible());
        click(u"do.map.start"_s);
        QVERIFY(is(u"b3"_s, SkillState::Learning));
        QVERIFY(button(u"do.map.reset"_s).isVisible());
        click(u"link.c1"_s);
        QCOMPARE(m_page->currentSkill(), u"c1"_s);
        QCOMPARE(canvas().selected(), indexOf(u"c1"_s));
    }

    void theInspectorSaysWhatTheStateRestsOn()
    {
        const auto& skills = (*m_workspace)->course().skills;
        QVERIFY((*m_workspace)->apply(domain::skipSkill((*m_workspace)->context(), skills.front().id)).has_value());
        m_page->show(ui::Place { ui::PageId::Map, skills.front().id, {} });
        QVERIFY(inspector().findChild<QLabel*>(u"inspectorWhy"_s)->text().contains(u"skipped it by choice"_s));
        QVERIFY((*m_workspace)->undo().has_value());
        QVERIFY((*m_workspace)->apply(domain::placeSkills((*m_workspace)->context(), { skills.front().id })).has_value());
        QVERIFY(inspector().findChild<QLabel*>(u"inspectorWhy"_s)->text().contains(u"Placement"_s));
    }

    void theInspectorCanBeClosedAndStaysSo()
    {
        QVERIFY(inspector().isVisible());
        click(u"closeInspector"_s);
        QVERIFY(!inspector().isVisible());
        m_page->show(ui::Place { ui::PageId::Map, u"b3"_s, {} });
        QVERIFY(!inspector().isVisible());
        QTest::keyClick(&canvas(), Qt::Key_I);
        QVERIFY(inspector().isVisible());
    }

    void inANarrowWindowTheInspectorIsASheet()
    {
        m_page->resize(900, 640);
        QCoreApplication::processEvents();
        QVERIFY(!inspector().isVisible()); // nothing is chosen
        const int width = canvas().width();
        m_page->show(ui::Place { ui::PageId::Map, u"a1"_s, {} });
        QCoreApplication::processEvents();
        QVERIFY(inspector().isVisible());
        QCOMPARE(canvas().width(), width);
    }

    void theEmptyInspectorLeadsToTheNextStep()
    {
        click(u"showNextStep"_s);
        QCOMPARE(m_page->currentSkill(), u"a1"_s);
    }

private:
    [[nodiscard]] ui::Inspector& inspector() const { return *m_page->findChild<ui::Inspector*>(); }
};

QTEST_MAIN(tst_MapInspector)
#include "tst_MapInspector.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <MapCourse.h>
#include <MemoryWorkspace.h>

#include <ui/map/MapFilterText.h>
#include <ui/map/MapLight.h>
#include <ui/map/MapStates.h>
#include <ui/theme/Tokens.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::SkillState;
using ui::MapFilter;
using ui::MapRole;

namespace {

/// Ids of the skills that a filter lets through.
QStringList shown(const session::Workspace& workspace, const MapFilter& filter)
{
    const ui::MapLight light = ui::lightFor(workspace, filter, -1, false);
    QStringList ids;
    for (int i = 0; i < workspace.roadmap().size(); ++i) {
        if (!light.isFilteredOut(i)) {
            ids.append(workspace.roadmap().skill(i).id);
        }
    }
    return ids;
}

} // namespace

class tst_MapLight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_workspace = std::make_unique<support::MemoryWorkspace>(support::mapCourse()); }

    void everySkillAroundOneHasARole()
    {
        const std::vector<MapRole> roles = ui::rolesAround(workspace().roadmap(), indexOf(u"b3"_s));
        QCOMPARE(roles[at(u"b3"_s)], MapRole::Self);
        for (const QString& before : { u"a1"_s, u"a2"_s, u"b1"_s, u"b2"_s }) {
            QCOMPARE(roles[at(before)], MapRole::Path);
        }
        for (const QString& after : { u"c1"_s, u"c2"_s }) {
            QCOMPARE(roles[at(after)], MapRole::Unlocks);
        }
    }

    void aSelectionLetsTheRestRecede()
    {
        const ui::MapLight light = ui::lightFor(workspace(), {}, indexOf(u"a2"_s), true);
        QCOMPARE(light.opacity(indexOf(u"a2"_s)), 1.0);
        QCOMPARE(light.opacity(indexOf(u"a1"_s)), 1.0);
        QCOMPARE(light.opacity(indexOf(u"c1"_s)), 1.0);
        QCOMPARE(light.opacity(indexOf(u"b1"_s)), ui::recededOpacity);
        QVERIFY(light.edgeStandsBack(indexOf(u"a1"_s), indexOf(u"b1"_s)));
    }

    void pointingLightsAndLetsNothingRecede()
    {
        const ui::MapLight light = ui::lightFor(workspace(), {}, indexOf(u"a2"_s), false);
        QCOMPARE(light.role(indexOf(u"a1"_s)), MapRole::Path);
        QCOMPARE(light.opacity(indexOf(u"b1"_s)), 1.0);
        QVERIFY(!light.edgeStandsBack(indexOf(u"a1"_s), indexOf(u"b1"_s)));
    }

    void withoutAGoalNothingRecedes()
    {
        const ui::MapLight light = ui::lightFor(workspace(), {}, -1, false);
        for (int i = 0; i < workspace().roadmap().size(); ++i) {
            QCOMPARE(light.opacity(i), 1.0);
        }
    }

    void theWayToTheGoalIsInFullAndTheRestRecedes()
    {
        QVERIFY(workspace().apply(domain::setGoal(workspace().context(), { u"near"_s, 0, {} })));
        const ui::MapLight light = ui::lightFor(workspace(), {}, -1, false);
        QCOMPARE(light.opacity(indexOf(u"b3"_s)), 1.0);
        QVERIFY(light.opacity(indexOf(u"c1"_s)) < 1.0);
        QVERIFY(light.edgeStandsBack(indexOf(u"b3"_s), indexOf(u"c1"_s)));
    }

    void filtersLetThroughWhatTheyName_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("ids");
        const QStringList all { u"a1"_s, u"a2"_s, u"b1"_s, u"b2"_s, u"b3"_s, u"c1"_s, u"c2"_s };
        QTest::newRow("nothing") << QStringList() << all;
        QTest::newRow("area") << QStringList { u"area:first"_s } << QStringList { u"a1"_s, u"a2"_s };
        QTest::newRow("two areas") << QStringList { u"area:first"_s, u"area:third"_s }
                                   << QStringList { u"a1"_s, u"a2"_s, u"c1"_s, u"c2"_s };
        QTest::newRow("level") << QStringList { u"level:senior"_s } << QStringList { u"c2"_s };
        QTest::newRow("state") << QStringList { u"state:ready"_s } << QStringList { u"a1"_s };
        QTest::newRow("milestone") << QStringList { u"milestone:near"_s } << QStringList { u"a1"_s, u"a2"_s, u"b1"_s, u"b3"_s };
        QTest::newRow("both have to fit") << QStringList { u"area:third"_s, u"level:mid"_s } << QStringList { u"c1"_s };
        QTest::newRow("unknown words") << QStringList { u"area:none"_s, u"level:king"_s, u"milestone:moon"_s, u"noise"_s } << all;
    }

    void filtersLetThroughWhatTheyName()
    {
        QFETCH(QStringList, words);
        QFETCH(QStringList, ids);
        QCOMPARE(shown(workspace(), ui::filterFrom(words, workspace().course())), ids);
    }

    void aTextFiltersByTitle()
    {
        MapFilter filter;
        filter.text = u"gamma"_s;
        QCOMPARE(shown(workspace(), filter), QStringList({ u"c1"_s, u"c2"_s }));
    }

    void aFilterGoesToSettingsAndBack()
    {
        const QStringList words { u"area:first"_s, u"level:mid"_s, u"milestone:far"_s, u"state:locked"_s };
        QCOMPARE(ui::textOf(ui::filterFrom(words, workspace().course())), words);
        QVERIFY(ui::filterFrom({}, workspace().course()).isEmpty());
    }

private:
    [[nodiscard]] session::Workspace& workspace() const { return **m_workspace; }
    [[nodiscard]] int indexOf(const QString& id) const { return workspace().roadmap().indexOf(id); }
    [[nodiscard]] std::size_t at(const QString& id) const { return static_cast<std::size_t>(indexOf(id)); }

    std::unique_ptr<support::MemoryWorkspace> m_workspace;
};

QTEST_GUILESS_MAIN(tst_MapLight)
#include "tst_MapLight.moc"

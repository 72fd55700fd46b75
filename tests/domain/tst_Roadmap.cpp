// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>

#include <domain/Roadmap.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Roadmap;

class tst_Roadmap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEdgeRunsForwardInTheOrder()
    {
        const Roadmap roadmap(support::graphCourse());
        std::vector<int> rank(static_cast<std::size_t>(roadmap.size()));
        for (std::size_t i = 0; i < roadmap.topologicalOrder().size(); ++i) {
            rank[static_cast<std::size_t>(roadmap.topologicalOrder()[i])] = static_cast<int>(i);
        }
        QCOMPARE(static_cast<int>(roadmap.topologicalOrder().size()), roadmap.size());
        for (const Roadmap::Edge& edge : roadmap.edges()) {
            QVERIFY(rank[static_cast<std::size_t>(edge.from)] < rank[static_cast<std::size_t>(edge.to)]);
        }
    }

    void cyclesLoseTheEdgeThatClosesThem()
    {
        domain::Course course = support::graphCourse();
        course.skills[0].prerequisites = { u"top"_s }; // base needs top, which needs middle, which needs base
        const Roadmap roadmap(course);
        QVERIFY(!roadmap.ignoredEdges().empty());
        QCOMPARE(static_cast<int>(roadmap.topologicalOrder().size()), roadmap.size());
    }

    void selfLoopsAndMissingEndsAreLeftOut()
    {
        domain::Course course = support::graphCourse();
        course.skills[0].prerequisites = { u"base"_s, u"nobody"_s };
        const Roadmap roadmap(course);
        QVERIFY(roadmap.into(0).empty());
        QCOMPARE(static_cast<int>(roadmap.topologicalOrder().size()), roadmap.size());
    }

    void whatTheCourseNoLongerHasIsCalledByItsId()
    {
        const Roadmap roadmap(support::graphCourse());
        QCOMPARE(roadmap.titleOf(u"base"_s), u"Base"_s);
        QCOMPARE(roadmap.titleOf(u"project"_s), roadmap.find(u"project"_s)->title);
        QCOMPARE(roadmap.titleOf(u"nobody"_s), u"nobody"_s);
    }

    void closureTakesTheShortestMemberOfAGroup()
    {
        const Roadmap roadmap(support::graphCourse());
        const std::vector<int> way = roadmap.closure(*roadmap.milestone(u"whole"_s));
        const auto has = [&](const QString& id) { return std::binary_search(way.begin(), way.end(), roadmap.indexOf(id)); };
        QVERIFY(has(u"blue"_s) && has(u"base"_s) && has(u"top"_s));
        QVERIFY(!has(u"red"_s) && !has(u"side"_s));
    }

    void closureTakesTheChosenMembers()
    {
        const Roadmap roadmap(support::graphCourse());
        const std::vector<int> way = roadmap.closure(*roadmap.milestone(u"whole"_s), { { u"colour"_s, { u"red"_s } } });
        QVERIFY(std::binary_search(way.begin(), way.end(), roadmap.indexOf(u"red"_s)));
        QVERIFY(!std::binary_search(way.begin(), way.end(), roadmap.indexOf(u"blue"_s)));
    }

    void erasAreTheFirstStageThatNeedsASkill()
    {
        const Roadmap roadmap(support::graphCourse());
        QCOMPARE(roadmap.eraOf(roadmap.indexOf(u"base"_s)), 0);
        QCOMPARE(roadmap.eraOf(roadmap.indexOf(u"red"_s)), 1); // any member may be taken
        QCOMPARE(roadmap.eraOf(roadmap.indexOf(u"side"_s)), 3); // a view is no stage: beyond all
    }

    void mistypedIdsFindTheirNeighbours()
    {
        const Roadmap roadmap(support::graphCourse());
        QCOMPARE(roadmap.nearest(u"midle"_s).value(0), u"middle"_s);
        QVERIFY(roadmap.nearest(u"zzzzzzzzzz"_s).isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_Roadmap)
#include "tst_Roadmap.moc"

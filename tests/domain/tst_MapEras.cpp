// SPDX-License-Identifier: GPL-3.0-or-later
// How milestones share eras on the map.
#include <domain/Course.h>
#include <domain/MapEras.h>

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using waymark::domain::mapEras;
using waymark::domain::Milestone;
using waymark::domain::mostMapEras;

namespace {

std::vector<Milestone> stages(int count)
{
    return std::vector<Milestone>(static_cast<std::size_t>(count));
}

} // namespace

class tst_MapEras : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewMilestonesKeepErasOfTheirOwn();
    void manyMilestonesShareByNeighbours();
    void aViewIsNoStage();
    void nothingIsBeyondEverything();
    void anyMilestonesGiveFewErasInOrder();
};

void tst_MapEras::fewMilestonesKeepErasOfTheirOwn()
{
    QCOMPARE(mapEras(stages(3)), (std::vector<int> { 0, 1, 2, 3 }));
    QCOMPARE(mapEras(stages(mostMapEras)), (std::vector<int> { 0, 1, 2, 3, 4, 5 }));
}

void tst_MapEras::manyMilestonesShareByNeighbours()
{
    // The nine of the back-end course: two and two, the last alone.
    QCOMPARE(mapEras(stages(9)), (std::vector<int> { 1, 1, 3, 3, 5, 5, 7, 7, 8, 9 }));
}

void tst_MapEras::aViewIsNoStage()
{
    std::vector<Milestone> milestones = stages(3);
    milestones[1].view = true;
    QCOMPARE(mapEras(milestones), (std::vector<int> { 0, 1, 2, 3 }));
    milestones = stages(7);
    milestones[6].view = true; // six stages: the last two share
    const std::vector<int> eras = mapEras(milestones);
    QCOMPARE(eras[6], 6);
    QCOMPARE(std::set<int>(eras.begin(), eras.begin() + 6).size(), std::size_t(mostMapEras));
}

void tst_MapEras::nothingIsBeyondEverything()
{
    QCOMPARE(mapEras({}), (std::vector<int> { 0 }));
}

void tst_MapEras::anyMilestonesGiveFewErasInOrder()
{
    QVERIFY(rc::check("eras follow the milestones, each ends at its last one", [] {
        const int count = *rc::gen::inRange(0, 40);
        const std::vector<int> eras = mapEras(stages(count));
        RC_ASSERT(eras.size() == std::size_t(count) + 1);
        RC_ASSERT(std::is_sorted(eras.begin(), eras.end()));
        RC_ASSERT(std::set<int>(eras.begin(), eras.end() - 1).size() == std::size_t(std::min(count, mostMapEras)));
        for (std::size_t milestone = 0; milestone < std::size_t(count); ++milestone) {
            RC_ASSERT(eras[milestone] >= int(milestone) && eras[std::size_t(eras[milestone])] == eras[milestone]);
        }
    }));
}

QTEST_APPLESS_MAIN(tst_MapEras)

#include "tst_MapEras.moc"

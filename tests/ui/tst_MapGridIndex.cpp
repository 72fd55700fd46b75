// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapGridIndex.h>

#include <QTest>

#include <algorithm>
#include <random>

using waymark::ui::MapGridIndex;

namespace {

const QRectF bounds(-100, -50, 6000, 3000);

std::vector<QRectF> randomBoxes(int count)
{
    std::mt19937 engine(7);
    const auto below = [&engine](int limit) { return double(engine() % static_cast<unsigned>(limit)); };
    std::vector<QRectF> boxes;
    for (int i = 0; i < count; ++i) {
        boxes.emplace_back(bounds.left() + below(5800), bounds.top() + below(2900), 1 + below(i % 10 == 0 ? 4000 : 200), 1 + below(80));
    }
    return boxes;
}

std::vector<int> found(const MapGridIndex& index, const QRectF& area)
{
    std::vector<int> indices;
    index.query(area, [&indices](int each) { indices.push_back(each); });
    return indices;
}

} // namespace

class tst_MapGridIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryBoxThatMeetsTheArea()
    {
        const std::vector<QRectF> boxes = randomBoxes(800);
        const MapGridIndex index(bounds, boxes);
        for (const QRectF& area : randomBoxes(60)) {
            const std::vector<int> indices = found(index, area);
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                if (boxes[i].intersects(area)) {
                    QVERIFY(std::find(indices.begin(), indices.end(), static_cast<int>(i)) != indices.end());
                }
            }
        }
    }

    void visitsEachThingOnce()
    {
        const std::vector<QRectF> boxes = randomBoxes(300);
        const MapGridIndex index(bounds, boxes);
        std::vector<int> indices = found(index, bounds);
        std::sort(indices.begin(), indices.end());
        QCOMPARE(indices.size(), boxes.size());
        QVERIFY(std::adjacent_find(indices.begin(), indices.end()) == indices.end());
    }

    void severalBoxesOfOneThingAreOneFind()
    {
        const MapGridIndex index(bounds, { QRectF(0, 0, 10, 10), QRectF(3000, 2000, 10, 10), QRectF(5, 5, 10, 10) }, { 0, 0, 1 }, 2);
        QCOMPARE(found(index, QRectF(0, 0, 20, 20)), std::vector<int>({ 0, 1 }));
        QCOMPARE(found(index, QRectF(3000, 2000, 1, 1)), std::vector<int>({ 0 }));
        QVERIFY(found(index, QRectF(1500, 1000, 1, 1)).empty()); // between the two boxes, in the middle of their bounds
    }

    void looksNoFurtherThanTheCellsOfTheArea()
    {
        const MapGridIndex index(bounds, { QRectF(0, 0, 10, 10), QRectF(5000, 2500, 10, 10) });
        QCOMPARE(found(index, QRectF(1, 1, 1, 1)), std::vector<int>({ 0 }));
    }

    void anAreaOutsideTheBoundsIsHarmless()
    {
        const MapGridIndex index(bounds, randomBoxes(20));
        found(index, QRectF(-9000, -9000, 10, 10));
        found(index, QRectF(90000, 90000, 10, 10));
        QVERIFY(found(MapGridIndex(), bounds).empty());
    }
};

QTEST_GUILESS_MAIN(tst_MapGridIndex)
#include "tst_MapGridIndex.moc"

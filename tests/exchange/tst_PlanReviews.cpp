// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanLimits.h>
#include <exchange/PlanOrigin.h>
#include <exchange/PlanReader.h>
#include <exchange/PlanReviews.h>
#include <exchange/PlanWriter.h>
#include <exchange/ReviewReader.h>
#include <exchange/ReviewWriter.h>

#include <ReviewFixture.h>

#include <QTest>

using namespace waymark;
using namespace waymark::exchange;
using namespace Qt::StringLiterals;

namespace {

/// A review with a member of a stranger's own, as ReceivedReview keeps it.
QByteArray reviewWith(const QByteArray& member, int number = 0)
{
    ReviewDocument review = fixture::review();
    review.review = u"44444444-4444-4444-8444-%1"_s.arg(number, 12, 10, QLatin1Char('0'));
    review.created += number;
    review.extra.insert(u"more"_s, member);
    const auto read = readReview(canonicalReview(review));
    return read ? canonicalReview(*read) : QByteArray();
}

QByteArray manyOf(const QByteArray& value, int count)
{
    return '[' + QByteArrayList(count, value).join(',') + ']';
}

QByteArray nested(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

} // namespace

class tst_PlanReviews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanWithItsReviewsCanBeReadAgain_data()
    {
        QTest::addColumn<QByteArrayList>("reviews");
        QTest::addColumn<int>("carried");
        const QByteArray plain = reviewWith("1");
        QTest::newRow("none") << QByteArrayList() << 0;
        QTest::newRow("one") << QByteArrayList { plain } << 1;
        QTest::newRow("as deep as a review may be") << QByteArrayList { plain, reviewWith(nested(limits::jsonNesting - 1), 1) } << 1;
        QTest::newRow("as deep as fits") << QByteArrayList { plain, reviewWith(nested(limits::jsonNesting - 3), 1) } << 2;
        QByteArrayList lists;
        QByteArrayList words;
        QByteArrayList texts;
        for (int i = 0; i < 6; ++i) {
            lists.append(reviewWith(manyOf("[]", limits::jsonNodes / 5), i));
            words.append(reviewWith(manyOf("1", limits::jsonValues / 5), i));
            texts.append(reviewWith('"' + QByteArray(limits::mebibyte * 6, 'x') + '"', i));
        }
        QTest::newRow("many lists") << lists << 2;
        QTest::newRow("many words") << words << 2;
        QTest::newRow("long texts") << texts << 2;
        QTest::newRow("one that is too much alone")
            << QByteArrayList { plain, reviewWith(manyOf("[]", limits::jsonNodes * 2 / 3), 1) } << 1;
        // Short lines that the plan indents: a few bytes become many.
        QTest::newRow("wide when it is written")
            << QByteArrayList { plain, reviewWith(nested(27).replace("[]", manyOf("1", limits::jsonValues / 9 * 4)), 1) } << 1;
    }
    void aPlanWithItsReviewsCanBeReadAgain()
    {
        QFETCH(QByteArrayList, reviews);
        QFETCH(int, carried);
        QVERIFY(!reviews.contains(QByteArray()));
        const domain::Roadmap roadmap(fixture::course());
        const domain::Progress progress = fixture::progress();
        PlanDocument plan
            = planOf(roadmap, progress, learning::skillStates(roadmap, progress), { fixture::november, fixture::reviewedPlan });
        plan.reviews = carriedReviews(reviews);
        plan.revision = revisionOf(plan);
        const auto read = readPlan(planToJson(plan));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        const std::vector<ReviewDocument> found = reviewsOf(*read);
        QCOMPARE(static_cast<int>(found.size()), carried);
        QVERIFY(std::ranges::is_sorted(found, {}, &ReviewDocument::created));
    }

    void theNewestAreCarried()
    {
        QByteArrayList reviews;
        for (int i = 0; i < 6; ++i) {
            reviews.append(reviewWith(manyOf("[]", limits::jsonNodes / 5), i));
        }
        PlanDocument plan;
        plan.reviews = carriedReviews(reviews);
        const std::vector<ReviewDocument> found = reviewsOf(plan);
        QCOMPARE(found.size(), std::size_t(2));
        QVERIFY(found.back().review.endsWith(u'5'));
    }
};

QTEST_APPLESS_MAIN(tst_PlanReviews)
#include "tst_PlanReviews.moc"

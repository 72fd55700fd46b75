// SPDX-License-Identifier: GPL-3.0-or-later
#include <KnowledgeCourses.h>
#include <LearnerAtNoon.h>

#include <learning/NextSteps.h>
#include <learning/Standing.h>
#include <learning/StudyOrder.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Mark;
using learning::Wish;
using learning::WishFate;
using support::mark;
using support::noon;
using support::roadmap;

namespace {

Wish wish(const QString& skill, const QString& before)
{
    return { roadmap().indexOf(skill), roadmap().indexOf(before) };
}

Wish later(const QString& skill, const QString& after)
{
    return { roadmap().indexOf(skill), roadmap().indexOf(after), true };
}

learning::StudyOrder orderOf(const domain::Progress& progress, const std::vector<Wish>& wishes = {}, const QString& milestone = u"whole"_s)
{
    const auto states = learning::skillStates(roadmap(), progress);
    const auto way = learning::wayTo(roadmap(), progress, states, *roadmap().milestone(milestone));
    return learning::studyOrder(roadmap(), progress, states, { way, wishes, {} }, noon);
}

/// The graph of the back-end course with hours that differ.
domain::Roadmap backend()
{
    domain::Course course = fixture::backend().course();
    for (std::size_t i = 0; i < course.skills.size(); ++i) {
        course.skills[i].hours = 1 + static_cast<double>(i * 7 % 13);
    }
    for (std::size_t i = 0; i < course.milestones.size(); ++i) {
        course.milestones[i].id = QString::number(i);
    }
    return domain::Roadmap(course);
}

QStringList ids(const learning::StudyOrder& order, const domain::Roadmap& course = roadmap())
{
    QStringList list;
    for (const int skill : order.skills) {
        list.append(course.skill(skill).id);
    }
    return list;
}

/// Two tongues, both chosen, of which "fluent" needs one; the end needs all. The second tongue has the longer chain ahead.
struct Tongues
{
    Tongues()
        : course(fixture::roadmapOf(
            { u"tongue1"_s, u"tongue2"_s, u"fluent any:tongue"_s, u"special tongue2"_s, u"end tongue1 fluent special"_s }))
    {
        progress.setRecord(domain::RecordKey::ofChoice(u"tongue"_s), domain::Choice { { u"tongue1"_s, u"tongue2"_s } });
    }

    [[nodiscard]] learning::StudyOrder order(const std::vector<std::pair<QString, QString>>& pairs, bool isAfter) const
    {
        std::vector<Wish> wishes;
        for (const auto& [skill, other] : pairs) {
            wishes.push_back({ course.indexOf(skill), course.indexOf(other), isAfter });
        }
        const auto states = learning::skillStates(course, progress);
        return learning::studyOrder(course, progress, states, { fixture::allSkills(course), wishes, {} }, noon);
    }

    domain::Roadmap course;
    domain::Progress progress;
};

} // namespace

class tst_StudyOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLongestChainComesFirst()
    {
        QCOMPARE(ids(orderOf({})), (QStringList { u"base"_s, u"middle"_s, u"blue"_s, u"end"_s, u"top"_s }));
    }

    void whatIsReachedIsNotStudiedAgain()
    {
        domain::Progress progress;
        mark(progress, u"base"_s, Mark::Done);
        mark(progress, u"blue"_s, Mark::Skipped);
        QCOMPARE(ids(orderOf(progress)), (QStringList { u"middle"_s, u"end"_s, u"top"_s }));
    }

    void whatIsBegunComesFirstWhateverItNeeds()
    {
        domain::Progress progress;
        mark(progress, u"top"_s, Mark::Started, 5);
        mark(progress, u"blue"_s, Mark::Started, 9);
        QCOMPARE(ids(orderOf(progress)), (QStringList { u"blue"_s, u"top"_s, u"base"_s, u"middle"_s, u"end"_s }));
    }

    void whatLiesAheadOfTheClockCountsAsTheOldest()
    {
        constexpr qint64 year = 31'536'000'000;
        domain::Progress progress;
        mark(progress, u"blue"_s, Mark::Started, noon.now + year); // under a clock that was ahead
        mark(progress, u"middle"_s, Mark::Started, noon.now + 2 * year);
        mark(progress, u"top"_s, Mark::Started, noon.now - year);
        QCOMPARE(ids(orderOf(progress)).mid(0, 3), (QStringList { u"top"_s, u"middle"_s, u"blue"_s }));
        progress.setRecord(domain::RecordKey::ofItem(u"blue"_s, u"first"_s), domain::ItemMark { noon.now }); // and then under a right one
        QCOMPARE(ids(orderOf(progress)).mid(0, 3), (QStringList { u"blue"_s, u"top"_s, u"middle"_s }));
    }

    void ofAChoiceOneMemberIsEnough()
    {
        domain::Progress progress;
        progress.setRecord(domain::RecordKey::ofChoice(u"colour"_s), domain::Choice { { u"red"_s, u"blue"_s } });
        const QStringList order = ids(orderOf(progress));
        QCOMPARE(order.size(), 6);
        QVERIFY(order.indexOf(u"end"_s) > std::min(order.indexOf(u"red"_s), order.indexOf(u"blue"_s)));
    }

    void afterTwoSkillsOfAnAreaAnotherOneIsTaken()
    {
        // base and middle are of one area; top (2 h) would follow, were not blue with end (5 h) ahead anyway: so ask for less.
        domain::Progress progress;
        mark(progress, u"end"_s, Mark::Skipped);
        const QStringList order = ids(orderOf(progress));
        QCOMPARE(order, (QStringList { u"base"_s, u"middle"_s, u"blue"_s, u"top"_s }));
    }

    void theWayIsWholeAndEachSkillComesAfterWhatItNeeds()
    {
        const domain::Roadmap course = backend();
        const auto states = learning::skillStates(course, {});
        for (const domain::Milestone& milestone : course.course().milestones) {
            const auto way = learning::wayTo(course, {}, states, milestone);
            const learning::StudyOrder order = learning::studyOrder(course, {}, states, { way, {}, {} }, noon);
            QCOMPARE(order.skills.size(), way.size());
            std::vector<char> isPlaced(static_cast<std::size_t>(course.size()), 0);
            for (const int skill : order.skills) {
                for (const auto& edge : course.into(skill)) {
                    const bool isOnWay = std::binary_search(way.begin(), way.end(), edge.from);
                    QVERIFY(edge.group >= 0 || !isOnWay || isPlaced[static_cast<std::size_t>(edge.from)] != 0);
                }
                isPlaced[static_cast<std::size_t>(skill)] = 1;
            }
        }
    }

    void itBeginsWithTheNextStep()
    {
        const domain::Roadmap course = backend();
        domain::Progress progress;
        for (int i = 0; i < 20; ++i) {
            const auto states = learning::skillStates(course, progress);
            const auto* heading = learning::headingFor(course, progress, states);
            const auto order
                = learning::studyOrder(course, progress, states, { learning::wayTo(course, progress, states, *heading), {}, {} }, noon);
            QCOMPARE(order.skills.front(), learning::nextSteps(course, progress, states, noon, 1).front().skill);
            mark(progress, course.skill(order.skills.front()).id, Mark::Done);
        }
    }

    void withAWishThatIsKeptItBeginsWithTheNextStepToo()
    {
        const domain::Roadmap course = backend();
        constexpr int rounds = 6;
        int wished = 0;
        for (int round = 0; round < rounds; ++round) {
            domain::Progress progress;
            progress.setRecord(domain::RecordKey::ofGoal(), domain::Goal { course.course().milestones.back().id, 5, {} });
            for (int i = 0; i < 5; ++i) { // a way of its own for each round
                const auto steps = learning::nextSteps(course, progress, learning::skillStates(course, progress), noon, 3);
                const QString& skill = course.skill(steps[static_cast<std::size_t>((round + i) % std::ssize(steps))].skill).id;
                mark(progress, skill, i % 3 == 2 ? Mark::Started : Mark::Done, i);
            }
            const auto states = learning::skillStates(course, progress);
            const auto way = learning::wayTo(course, progress, states, *learning::headingFor(course, progress, states));
            const auto plain = learning::studyOrder(course, progress, states, { way, {}, {} }, noon).skills;
            const auto open = learning::nextSteps(course, progress, states, noon, 4);
            const QString first = course.skill(plain.front()).id;
            const QString moved = course.skill(open[static_cast<std::size_t>(1 + round % (std::ssize(open) - 1))].skill).id;
            progress.setRecord(domain::RecordKey::ofWish(round % 2 == 0 ? moved : first),
                round % 2 == 0 ? domain::OrderWish { first, {}, 1 } : domain::OrderWish { {}, moved, 1 });
            const auto order = learning::studyOrder(course, progress, states, { way, learning::wishesIn(course, progress), {} }, noon);
            const auto next = learning::nextSteps(course, progress, states, noon, 1);
            QCOMPARE(order.skills.front(), next.front().skill);
            wished += order.wishes.front() == WishFate::Kept && order.skills.front() != plain.front() ? 1 : 0;
        }
        QCOMPARE(wished, rounds); // else it says little
    }

    // Wishes

    void aWishBringsASkillForward()
    {
        const auto order = orderOf({}, { wish(u"top"_s, u"blue"_s) });
        QVERIFY(order.wishes == std::vector { WishFate::Kept });
        QCOMPARE(ids(order), (QStringList { u"base"_s, u"middle"_s, u"top"_s, u"blue"_s, u"end"_s }));
    }

    void aWishBringsWhatTheSkillNeedsForwardToo()
    {
        const auto order = orderOf({}, { wish(u"blue"_s, u"middle"_s) });
        QCOMPARE(ids(order), (QStringList { u"base"_s, u"blue"_s, u"middle"_s, u"end"_s, u"top"_s }));
        const auto deep = orderOf({}, { wish(u"top"_s, u"blue"_s) });
        QVERIFY(ids(deep).indexOf(u"middle"_s) < ids(deep).indexOf(u"blue"_s));
    }

    void aSkillCannotComeBeforeWhatItNeeds()
    {
        const auto order = orderOf({}, { wish(u"end"_s, u"base"_s) });
        QVERIFY(order.wishes == std::vector { WishFate::Needed });
        QCOMPARE(ids(order), ids(orderOf({})));
    }

    void aWishForLaterLetsASkillWait()
    {
        const auto order = orderOf({}, { later(u"middle"_s, u"blue"_s) });
        QVERIFY(order.wishes == std::vector { WishFate::Kept });
        QCOMPARE(ids(order), (QStringList { u"base"_s, u"blue"_s, u"middle"_s, u"end"_s, u"top"_s }));
        // What it waits for is not brought forward: top stays the last, and blue comes behind it.
        QCOMPARE(ids(orderOf({}, { later(u"blue"_s, u"top"_s) })), (QStringList { u"base"_s, u"middle"_s, u"top"_s, u"blue"_s, u"end"_s }));
    }

    void whatIsBegunWaitsForItsWishToo()
    {
        domain::Progress progress;
        mark(progress, u"blue"_s, Mark::Started, 9);
        QCOMPARE(ids(orderOf(progress)).first(), u"blue"_s);
        QCOMPARE(ids(orderOf(progress, { later(u"blue"_s, u"base"_s) })).mid(0, 2), (QStringList { u"base"_s, u"blue"_s }));
    }

    void aSkillCannotComeAfterWhatNeedsIt()
    {
        const auto order = orderOf({}, { later(u"base"_s, u"end"_s) });
        QVERIFY(order.wishes == std::vector { WishFate::Needed });
        QCOMPARE(ids(order), ids(orderOf({})));
    }

    void aMemberOfAChoiceComesAfterWhatNeedsOneOfItWhereAnotherIsReached()
    {
        Tongues tongues;
        mark(tongues.progress, u"tongue1"_s, Mark::Done);
        mark(tongues.progress, u"tongue2"_s, Mark::Started);
        const auto order = tongues.order({ { u"tongue2"_s, u"fluent"_s } }, true);
        QVERIFY(order.wishes == std::vector { WishFate::Kept });
        QCOMPARE(ids(order, tongues.course).mid(0, 2), (QStringList { u"fluent"_s, u"tongue2"_s }));
    }

    void whatNeedsOneOfAChoiceComesBeforeOneMemberButNotBeforeAll()
    {
        Tongues tongues;
        const auto one = tongues.order({ { u"fluent"_s, u"tongue2"_s } }, false);
        QVERIFY(one.wishes == std::vector { WishFate::Kept });
        QCOMPARE(ids(one, tongues.course).mid(0, 3), (QStringList { u"tongue1"_s, u"fluent"_s, u"tongue2"_s }));
        const auto all = tongues.order({ { u"fluent"_s, u"tongue1"_s }, { u"fluent"_s, u"tongue2"_s } }, false);
        QVERIFY(all.wishes == (std::vector { WishFate::Overruled, WishFate::Kept })); // each alone could be
        mark(tongues.progress, u"tongue1"_s, Mark::Skipped); // now nothing stands against it
        QVERIFY(tongues.order({ { u"fluent"_s, u"tongue2"_s } }, false).wishes == std::vector { WishFate::Kept });
        tongues.progress = {};
        QVERIFY(tongues.order({ { u"special"_s, u"tongue2"_s } }, false).wishes == std::vector { WishFate::Needed });
    }

    void aMemberThatWaitsForTheOtherOneCannotStandForIt()
    {
        const Tongues tongues; // fluent before the second, which the first one waits for
        const auto order = tongues.order({ { u"tongue1"_s, u"tongue2"_s }, { u"tongue2"_s, u"fluent"_s } }, true);
        QVERIFY(order.wishes == (std::vector { WishFate::Overruled, WishFate::Kept }));
        QCOMPARE(ids(order, tongues.course).mid(0, 3), (QStringList { u"tongue1"_s, u"fluent"_s, u"tongue2"_s }));
    }

    void aWishBringsNoMemberForwardThatIsNotNeeded()
    {
        Tongues tongues;
        mark(tongues.progress, u"tongue1"_s, Mark::Done);
        domain::Course course = tongues.course.course();
        const auto add = [&course](const QString& id, double hours) {
            course.skills.push_back(course.skills.front());
            course.skills.back().id = id;
            course.skills.back().hours = hours;
        };
        add(u"long"_s, 90);
        add(u"longer"_s, 99);
        tongues.course = domain::Roadmap(course);
        const QStringList order = ids(tongues.order({ { u"fluent"_s, u"long"_s } }, false), tongues.course);
        QCOMPARE(order.mid(0, 3), (QStringList { u"longer"_s, u"fluent"_s, u"long"_s }));
    }

    void whatIsBegunIsNotHeldByWhatItNeeds()
    {
        domain::Progress progress;
        mark(progress, u"top"_s, Mark::Started);
        const auto order = orderOf(progress, { later(u"base"_s, u"top"_s) }); // where it stands anyway
        QVERIFY(order.wishes == std::vector { WishFate::Kept });
        QCOMPARE(ids(order), ids(orderOf(progress)));
    }

    void wishesBothWaysOverruleOneAnother()
    {
        QVERIFY(orderOf({}, { later(u"top"_s, u"blue"_s), wish(u"top"_s, u"blue"_s) }).wishes
            == (std::vector { WishFate::Overruled, WishFate::Kept }));
        QVERIFY(orderOf({}, { wish(u"top"_s, u"blue"_s), later(u"top"_s, u"blue"_s) }).wishes
            == (std::vector { WishFate::Overruled, WishFate::Kept }));
        QVERIFY(orderOf({}, { later(u"blue"_s, u"top"_s), later(u"end"_s, u"top"_s) }).wishes
            == (std::vector { WishFate::Kept, WishFate::Kept }));
    }

    void theLaterOfTwoContraryWishesIsKept()
    {
        const auto order = orderOf({}, { wish(u"top"_s, u"blue"_s), wish(u"blue"_s, u"top"_s) });
        QVERIFY(order.wishes == (std::vector { WishFate::Overruled, WishFate::Kept }));
        QVERIFY(ids(order).indexOf(u"blue"_s) < ids(order).indexOf(u"top"_s));
    }

    void aWishForWhatIsReachedOrOffTheWayIsPast()
    {
        domain::Progress progress;
        mark(progress, u"base"_s, Mark::Done);
        QVERIFY(orderOf(progress, { wish(u"top"_s, u"base"_s) }).wishes == std::vector { WishFate::Past });
        QVERIFY(orderOf(progress, { wish(u"side"_s, u"end"_s) }).wishes == std::vector { WishFate::Past });
        QVERIFY(orderOf(progress, { later(u"top"_s, u"base"_s) }).wishes == std::vector { WishFate::Past });
        QVERIFY(orderOf(progress, { { -1, 99 } }).wishes == std::vector { WishFate::Past });
    }
};

QTEST_GUILESS_MAIN(tst_StudyOrder)
#include "tst_StudyOrder.moc"

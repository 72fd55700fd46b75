// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for the order of study of any course.
#include <KnowledgeCourses.h>
#include <LearnerAtNoon.h>

#include <learning/NextSteps.h>
#include <learning/Standing.h>
#include <learning/StudyOrder.h>

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Mark;
using learning::Wish;
using learning::WishFate;
using support::noon;

namespace {

/// What StudyOrder.h says, word by word, over all skills at each step. There are no wishes for earlier in it: those raise what it counts.
class Definition
{
public:
    Definition(const domain::Roadmap& course, const domain::Progress& progress, const std::vector<learning::SkillState>& states)
        : m_course(course)
        , m_progress(progress)
        , m_states(states)
    {
    }

    [[nodiscard]] std::vector<int> order(const std::vector<int>& way, const std::vector<Wish>& kept) const
    {
        const std::vector<double> chains = learning::chainHours(m_course, way, m_states);
        std::vector<int> open;
        std::copy_if(way.begin(), way.end(), std::back_inserter(open),
            [this](int skill) { return !learning::isReached(m_states[static_cast<std::size_t>(skill)]); });
        std::vector<int> order;
        const auto isLess = [&](int a, int b) { return chains[static_cast<std::size_t>(a)] < chains[static_cast<std::size_t>(b)]; };
        while (!open.empty()) {
            std::vector<int> ready;
            std::copy_if(open.begin(), open.end(), std::back_inserter(ready), [&](int skill) { return isReady(skill, open, order, kept); });
            std::vector<int> begun;
            std::copy_if(ready.begin(), ready.end(), std::back_inserter(begun), [this](int skill) { return isBegun(skill); });
            int chosen = begun.empty()
                ? *std::max_element(ready.begin(), ready.end(), isLess)
                : *std::max_element(begun.begin(), begun.end(), [this](int a, int b) { return touched(a) < touched(b); });
            std::erase_if(ready, [&](int skill) {
                return areaOf(skill) == areaOf(chosen)
                    || chains[static_cast<std::size_t>(skill)] < 0.5 * chains[static_cast<std::size_t>(chosen)];
            });
            const bool isRun = order.size() >= 2 && areaOf(order.back()) == areaOf(chosen) && areaOf(*(order.end() - 2)) == areaOf(chosen);
            if (begun.empty() && isRun && !ready.empty()) {
                chosen = *std::max_element(ready.begin(), ready.end(), isLess);
            }
            std::erase(open, chosen);
            order.push_back(chosen);
        }
        return order;
    }

private:
    [[nodiscard]] bool isReady(int skill, const std::vector<int>& open, const std::vector<int>& order, const std::vector<Wish>& kept) const
    {
        const auto holds
            = [](const std::vector<int>& skills, int each) { return std::find(skills.begin(), skills.end(), each) != skills.end(); };
        for (const Wish& wish : kept) {
            if (wish.skill == skill && holds(open, wish.other)) {
                return false;
            }
        }
        const auto& edges = m_course.into(skill);
        const auto isMet = [&](const domain::Roadmap::Edge& edge) {
            return learning::isReached(m_states[static_cast<std::size_t>(edge.from)]) || holds(order, edge.from);
        };
        return isBegun(skill) || std::all_of(edges.begin(), edges.end(), [&](const domain::Roadmap::Edge& edge) {
            return isMet(edge) || (edge.group >= 0 && std::any_of(edges.begin(), edges.end(), [&](const domain::Roadmap::Edge& other) {
                return other.group == edge.group && isMet(other);
            }));
        });
    }

    [[nodiscard]] bool isBegun(int skill) const { return m_states[static_cast<std::size_t>(skill)] == learning::SkillState::Learning; }
    [[nodiscard]] const QString& areaOf(int skill) const { return m_course.skill(skill).area; }
    [[nodiscard]] qint64 touched(int skill) const { return learning::lastTouched(m_progress.skill(m_course.skill(skill).id), noon.now); }

    const domain::Roadmap& m_course;
    const domain::Progress& m_progress;
    const std::vector<learning::SkillState>& m_states;
};

/// Any course of a few areas, with choices, in which some skills are reached and some begun, some under a clock that was ahead.
domain::Course anyCourse(domain::Progress& progress)
{
    domain::Course course;
    course.choices = { { u"one"_s, u"One"_s, {} }, { u"two"_s, u"Two"_s, {} } };
    const int size = *rc::gen::inRange(2, 30);
    for (int i = 0; i < size; ++i) {
        domain::Skill skill;
        skill.id = QString::number(i);
        skill.area = QString::number(*rc::gen::inRange(0, 3));
        skill.hours = *rc::gen::inRange(1, 5);
        for (int needed = *rc::gen::inRange(0, 3); needed > 0 && i > 0; --needed) {
            skill.prerequisites.append(QString::number(*rc::gen::inRange(0, i)));
        }
        skill.prerequisites.removeDuplicates();
        domain::ChoiceGroup& group = course.choices[static_cast<std::size_t>(*rc::gen::inRange(0, 2))];
        if (i < size / 2 && *rc::gen::inRange(0, 3) == 0) {
            group.members.append(skill.id);
        } else if (i >= size / 2 && *rc::gen::inRange(0, 2) == 0) {
            skill.choices = { group.id };
        }
        if (const int roll = *rc::gen::inRange(0, 8); roll < 2) {
            const qint64 at = noon.now + *rc::gen::inRange(-5, 5);
            progress.setRecord(
                domain::RecordKey::ofSkill(skill.id), domain::SkillMark { roll == 0 ? Mark::Done : Mark::Started, at, at, false });
        }
        course.skills.push_back(skill);
    }
    return course;
}

} // namespace

class tst_StudyOrderProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOrderIsAsItIsDefined()
    {
        const bool holds = rc::check("the order of any course is as it is defined", [] {
            domain::Progress progress;
            const domain::Roadmap course(anyCourse(progress));
            const auto states = learning::skillStates(course, progress);
            const auto anySkill = rc::gen::inRange(0, course.size());
            std::vector<Wish> wishes(static_cast<std::size_t>(*rc::gen::inRange(0, 5)));
            for (Wish& wish : wishes) {
                wish = { *anySkill, *anySkill, true };
            }
            const auto made = learning::studyOrder(course, progress, states, { fixture::allSkills(course), wishes, {} }, noon);
            std::vector<Wish> kept;
            for (std::size_t i = 0; i < wishes.size(); ++i) {
                if (made.wishes[i] == WishFate::Kept) {
                    kept.push_back(wishes[i]);
                }
            }
            RC_ASSERT(made.skills == Definition(course, progress, states).order(fixture::allSkills(course), kept));
        });
        QVERIFY(holds);
    }

    void theFirstStepIsTheFirstOfTheOrder()
    {
        const bool holds = rc::check("the next step is the first of the order, whatever the learner wishes", [] {
            domain::Progress progress;
            domain::Course any = anyCourse(progress);
            domain::Milestone whole { u"whole"_s, u"Whole"_s, {}, {}, false };
            for (const domain::Skill& skill : any.skills) {
                whole.targets.append(skill.id);
            }
            any.milestones = { whole };
            const domain::Roadmap course(any);
            const auto anyId = rc::gen::map(rc::gen::inRange(0, course.size()), [](int index) { return QString::number(index); });
            for (int left = *rc::gen::inRange(0, 6); left > 0; --left) {
                const QString other = *anyId;
                const bool isAfter = *rc::gen::arbitrary<bool>();
                progress.setRecord(domain::RecordKey::ofWish(*anyId),
                    domain::OrderWish { isAfter ? QString() : other, isAfter ? other : QString(), *rc::gen::inRange(0, 9) });
            }
            const auto states = learning::skillStates(course, progress);
            const auto way = learning::wayTo(course, progress, states, course.course().milestones.front());
            const auto order = learning::studyOrder(course, progress, states, { way, learning::wishesIn(course, progress), {} }, noon);
            const auto steps = learning::nextSteps(course, progress, states, noon, 1);
            RC_ASSERT(steps.empty() == order.skills.empty());
            if (!steps.empty()) {
                RC_ASSERT(steps.front().skill == order.skills.front());
            }
        });
        QVERIFY(holds);
    }

    void everyWishThatIsKeptHoldsAndNothingIsLost()
    {
        const bool holds = rc::check("wishes that are kept hold, and one is refused only where it cannot", [] {
            domain::Progress progress;
            const domain::Roadmap course(anyCourse(progress));
            const auto states = learning::skillStates(course, progress);
            const auto anySkill = rc::gen::inRange(0, course.size());
            std::vector<Wish> wishes(static_cast<std::size_t>(*rc::gen::inRange(1, 6)));
            for (Wish& wish : wishes) {
                wish = { *anySkill, *anySkill, *rc::gen::arbitrary<bool>() };
            }
            const auto plain = learning::studyOrder(course, progress, states, { fixture::allSkills(course), {}, {} }, noon);
            const auto made = learning::studyOrder(course, progress, states, { fixture::allSkills(course), wishes, {} }, noon);
            RC_ASSERT(std::is_permutation(made.skills.begin(), made.skills.end(), plain.skills.begin(), plain.skills.end()));
            for (std::size_t i = 0; i < wishes.size(); ++i) {
                const int first = wishes[i].isAfter ? wishes[i].other : wishes[i].skill;
                const int second = wishes[i].isAfter ? wishes[i].skill : wishes[i].other;
                const auto place = [&](int skill) { return std::find(made.skills.begin(), made.skills.end(), skill); };
                const bool isAsWished = place(first) < place(second);
                RC_ASSERT(made.wishes[i] != WishFate::Kept || isAsWished);
                RC_ASSERT(made.wishes[i] != WishFate::Needed || !isAsWished);
            }
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(tst_StudyOrderProperties)
#include "tst_StudyOrderProperties.moc"

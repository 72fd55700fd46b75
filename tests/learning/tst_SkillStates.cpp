// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>

#include <domain/Edits.h>
#include <learning/SkillStates.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::SkillState;

namespace {

/// A learner on the graph course, changed by edits as in the program.
struct Study
{
    domain::Roadmap roadmap { support::graphCourse() };
    domain::Progress progress;
    int edits = 0;

    template <class Build> void apply(Build build)
    {
        const domain::EditContext context { roadmap, progress, 1000 + edits, QString::number(++edits) };
        const domain::Result<domain::Edit> edit = build(context);
        QVERIFY(edit.has_value());
        QVERIFY(domain::applyTo(progress, *edit).has_value());
    }
    void finish(const QString& skill)
    {
        apply([&](const domain::EditContext& context) { return domain::finishSkill(context, skill); });
    }
    QString state(const QString& skill) const
    {
        return learning::toString(learning::skillStates(roadmap, progress)[static_cast<std::size_t>(roadmap.indexOf(skill))]);
    }
    learning::Lock lock(const QString& skill) const
    {
        return learning::lockOf(roadmap, progress, learning::skillStates(roadmap, progress), roadmap.indexOf(skill));
    }
    QStringList wayIn(const QString& skill) const
    {
        QStringList ids;
        for (const int index : lock(skill).wayIn) {
            ids.append(roadmap.skill(index).id);
        }
        return ids;
    }
};

} // namespace

class tst_SkillStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingDoneLeavesOnlyRootsReady()
    {
        const Study study;
        QCOMPARE(study.state(u"base"_s), u"ready"_s);
        for (const QString& id : { u"middle"_s, u"top"_s, u"side"_s, u"red"_s, u"end"_s }) {
            QCOMPARE(study.state(id), u"locked"_s);
        }
    }

    void finishingOpensWhatComesNext()
    {
        Study study;
        study.finish(u"base"_s);
        QCOMPARE(study.state(u"base"_s), u"practised"_s);
        QCOMPARE(study.state(u"middle"_s), u"ready"_s);
        QCOMPARE(study.state(u"top"_s), u"locked"_s);
    }

    void aTickedItemMakesItLearningAndAWholeChecklistPractised()
    {
        Study study;
        study.apply([](const domain::EditContext& context) { return domain::checkItem(context, u"base"_s, u"first"_s); });
        QCOMPARE(study.state(u"base"_s), u"learning"_s);
        study.apply([](const domain::EditContext& context) { return domain::checkItem(context, u"base"_s, u"second"_s); });
        QCOMPARE(study.state(u"base"_s), u"practised"_s);
        study.apply([](const domain::EditContext& context) { return domain::uncheckItem(context, u"base"_s, u"second"_s); });
        QCOMPARE(study.state(u"base"_s), u"learning"_s);
    }

    void aSkippedPrerequisiteCountsAsReached()
    {
        Study study;
        study.apply([](const domain::EditContext& context) { return domain::skipSkill(context, u"base"_s); });
        QCOMPARE(study.state(u"base"_s), u"skipped"_s);
        QCOMPARE(study.state(u"middle"_s), u"ready"_s);
    }

    void oneMemberOfAChoiceIsEnough()
    {
        Study study;
        study.finish(u"base"_s);
        study.finish(u"middle"_s);
        QCOMPARE(study.state(u"end"_s), u"locked"_s);
        study.finish(u"red"_s);
        QCOMPARE(study.state(u"end"_s), u"ready"_s);
    }

    void whatWasDoneIsNeverLockedAgain()
    {
        Study study;
        study.finish(u"top"_s);
        QCOMPARE(study.state(u"top"_s), u"practised"_s);
        study.apply([](const domain::EditContext& context) { return domain::startSkill(context, u"end"_s, true); });
        QCOMPARE(study.state(u"end"_s), u"learning"_s);
    }

    void aLockNamesWhatIsMissingAndTheShortestWayIn()
    {
        Study study;
        const learning::Lock lock = study.lock(u"end"_s);
        QCOMPARE(lock.missing.size(), std::size_t { 1 });
        QCOMPARE(study.roadmap.skill(lock.missing.front()).id, u"middle"_s);
        QCOMPARE(lock.groups, std::vector<int> { 0 });
        QCOMPARE(study.wayIn(u"end"_s), (QStringList { u"base"_s, u"middle"_s, u"blue"_s }));
        QCOMPARE(lock.hours, 5.0);
    }

    void theWayInPrefersAChosenMember()
    {
        Study study;
        study.apply([](const domain::EditContext& context) { return domain::setChoice(context, u"colour"_s, { u"red"_s }); });
        QVERIFY(study.wayIn(u"end"_s).contains(u"red"_s));
        QVERIFY(!study.wayIn(u"end"_s).contains(u"blue"_s));
    }

    void theWayInLeavesOutWhatIsReached()
    {
        Study study;
        study.finish(u"middle"_s);
        study.finish(u"red"_s);
        QVERIFY(study.lock(u"end"_s).isOpen());
        QCOMPARE(study.wayIn(u"end"_s), QStringList {});
        QCOMPARE(study.wayIn(u"side"_s), QStringList { u"base"_s });
    }

    void aProjectOpensWithItsSkillsAndKeepsItsOwnState()
    {
        Study study;
        const auto state = [&study] {
            const auto skills = learning::skillStates(study.roadmap, study.progress);
            return learning::toString(learning::projectStates(study.roadmap, study.progress, skills).front());
        };
        QCOMPARE(state(), u"locked"_s);
        study.finish(u"top"_s);
        QCOMPARE(state(), u"locked"_s); // a member of the choice is missing
        study.finish(u"blue"_s);
        QCOMPARE(state(), u"ready"_s);
        study.apply([](const domain::EditContext& context) { return domain::checkItem(context, u"project"_s, u"first"_s); });
        QCOMPARE(state(), u"learning"_s);
        study.apply([](const domain::EditContext& context) { return domain::checkItem(context, u"project"_s, u"second"_s); });
        QCOMPARE(state(), u"practised"_s);
    }

    void theLockOfAProjectNamesTheShortestWayIn()
    {
        Study study;
        study.finish(u"base"_s);
        const domain::Skill& project = study.roadmap.course().projects.front();
        const auto states = learning::skillStates(study.roadmap, study.progress);
        const learning::Lock lock = learning::lockOf(study.roadmap, study.progress, states, project);
        QCOMPARE(lock.missing, std::vector<int> { study.roadmap.indexOf(u"top"_s) });
        QCOMPARE(lock.groups, std::vector<int> { 0 });
        QStringList ids;
        for (const int index : lock.wayIn) {
            ids.append(study.roadmap.skill(index).id);
        }
        ids.sort();
        QCOMPARE(ids, (QStringList { u"blue"_s, u"middle"_s, u"top"_s }));
        QCOMPARE(lock.hours, 5.0);
    }

    void wordsOfStatesGoBothWays()
    {
        for (int state = 0; state <= static_cast<int>(SkillState::Assumed); ++state) {
            QVERIFY(learning::skillStateFrom(learning::toString(static_cast<SkillState>(state))) == static_cast<SkillState>(state));
        }
        QVERIFY(!learning::skillStateFrom(u"finished"_s));
    }
};

QTEST_APPLESS_MAIN(tst_SkillStates)
#include "tst_SkillStates.moc"

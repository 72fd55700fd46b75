// SPDX-License-Identifier: GPL-3.0-or-later
// What a placement finds, what the learner takes out of it, and how it is taken over.
#include <PlacementDesk.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Attempt;
using domain::Mark;
using session::PlacementSitting;
using session::Workspace;
using support::endless;
using support::PlacementDesk;
using support::quick;
using support::sit;

namespace {

/// Whether all that the skills need is among them, or a member of each choice group.
bool isClosed(const domain::Roadmap& roadmap, const QStringList& skills)
{
    return std::all_of(skills.begin(), skills.end(), [&](const QString& id) {
        const domain::Skill& skill = *roadmap.find(id);
        const bool needs = std::all_of(
            skill.prerequisites.begin(), skill.prerequisites.end(), [&](const QString& need) { return skills.contains(need); });
        return needs && std::all_of(skill.choices.begin(), skill.choices.end(), [&](const QString& group) {
            const QStringList members = roadmap.choice(group)->members;
            return std::any_of(members.begin(), members.end(), [&](const QString& member) { return skills.contains(member); });
        });
    });
}

} // namespace

class tst_PlacementResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theResultIsClosedAndNothingIsStoredBeforeItIsAccepted()
    {
        const PlacementDesk desk(support::backendContent());
        const domain::Progress before = desk.workspace->progress();
        for (const QString& stage : { u"first-program"_s, u"first-api"_s, u"capstone"_s }) {
            PlacementSitting sitting(*desk.workspace, 11, quick);
            const QStringList asked = sit(sitting, desk, stage);
            QVERIFY(asked.size() <= 30);
            QVERIFY(!sitting.known().isEmpty());
            QVERIFY(isClosed(desk.roadmap(), sitting.known()));
            QCOMPARE(sitting.known(), sitting.found());
        }
        QVERIFY(desk.workspace->progress() == before);
        QVERIFY(!desk.workspace->nextUndo());
    }

    /// Of learners who know the course up to a stage, answer as they know, and pass where they do not.
    void mostOfWhatALearnerKnowsIsFound_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<double>("leastFound"); // share of the known skills with questions
        QTest::newRow("knows the first stage") << u"first-program"_s << 0.5;
        QTest::newRow("knows up to the first service") << u"first-api"_s << 0.7;
        QTest::newRow("knows up to the capstone") << u"capstone"_s << 0.9;
    }

    void mostOfWhatALearnerKnowsIsFound()
    {
        QFETCH(QString, stage);
        QFETCH(double, leastFound);
        const PlacementDesk desk(support::backendContent());
        double found = 0;
        double right = 0;
        constexpr int sittings = 5;
        for (quint64 seed = 0; seed < sittings; ++seed) {
            PlacementSitting sitting(*desk.workspace, seed);
            sit(sitting, desk, stage);
            const QStringList claimed = sitting.known();
            int known = 0;
            int hits = 0;
            int hitsWithQuestions = 0;
            for (const domain::Skill& skill : desk.workspace->course().skills) {
                const bool isKnown = desk.isBefore(skill.id, stage);
                known += isKnown && !skill.questions.isEmpty() ? 1 : 0;
                hits += isKnown && claimed.contains(skill.id) ? 1 : 0;
                hitsWithQuestions += isKnown && !skill.questions.isEmpty() && claimed.contains(skill.id) ? 1 : 0;
            }
            found += static_cast<double>(hitsWithQuestions) / known / sittings;
            right += static_cast<double>(hits) / static_cast<double>(std::max<qsizetype>(claimed.size(), 1)) / sittings;
        }
        QVERIFY2(found >= leastFound, qPrintable(QString::number(found)));
        QVERIFY2(right >= 0.9, qPrintable(QString::number(right)));
    }

    void itCanBeStoppedAfterAnyQuestion()
    {
        const PlacementDesk desk(support::backendContent());
        PlacementSitting sitting(*desk.workspace, 5, quick);
        QVERIFY(sitting.known().isEmpty());
        QVERIFY(sitting.accepted()->changes.empty());
        for (int asked = 1; asked <= 8; ++asked) {
            QCOMPARE(sit(sitting, desk, u"capstone"_s, 1).size(), 1);
            QCOMPARE(sitting.asked(), asked);
            QVERIFY(!sitting.isFinished());
            QVERIFY(isClosed(desk.roadmap(), sitting.known()));
            QCOMPARE(sitting.accepted()->changes.size(), static_cast<std::size_t>(sitting.known().size() + asked));
        }
    }

    void beyondTheQuestionsNothingIsClaimed()
    {
        const PlacementDesk desk(support::backendContent());
        PlacementSitting sitting(*desk.workspace, 2, quick);
        sit(sitting, desk, u"senior"_s); // knows all
        QVERIFY(sitting.known().size() > 40);
        for (const QString& skill : sitting.known()) {
            const int index = desk.roadmap().indexOf(skill);
            std::vector<int> reaching = desk.roadmap().descendants(index);
            reaching.push_back(index);
            QVERIFY2(
                std::any_of(reaching.begin(), reaching.end(), [&](int each) { return !desk.roadmap().skill(each).questions.isEmpty(); }),
                qPrintable(skill));
        }
    }

    void whatWasDoneIsEvidence()
    {
        PlacementDesk desk(support::quizGraph());
        const auto knownAfterWrongAnswers = [&desk] {
            PlacementSitting sitting(*desk.workspace, 1, endless);
            sitting.pass(1);
            sitting.pass(1);
            return sitting.known();
        };
        QVERIFY(knownAfterWrongAnswers().isEmpty());
        desk.apply(domain::finishSkill(desk.workspace->context(), u"top"_s));
        desk.apply(domain::finishSkill(desk.workspace->context(), u"end"_s));
        QVERIFY(knownAfterWrongAnswers().contains(u"base"_s));
        QVERIFY(PlacementSitting(*desk.workspace, 1, endless).known().isEmpty()); // before an answer
    }

    void whatIsTakenOutTakesAlongWhatNeedsIt()
    {
        const PlacementDesk desk(support::quizGraph());
        PlacementSitting sitting(*desk.workspace, 1, endless);
        while (const auto question = sitting.question()) {
            QVERIFY(sitting.answer(exchange::rightAnswer(question->question), 1));
        }
        const QStringList all { u"base"_s, u"middle"_s, u"top"_s, u"side"_s, u"red"_s, u"blue"_s, u"end"_s };
        QCOMPARE(sitting.known(), all);
        QCOMPARE(sitting.hoursSpared(), 19.0);
        sitting.takeOut(u"middle"_s);
        QCOMPARE(sitting.known(), (QStringList { u"base"_s, u"side"_s, u"red"_s, u"blue"_s }));
        QCOMPARE(sitting.hoursSpared(), 11.0);
        QCOMPARE(sitting.found(), all);
        sitting.putBack(u"middle"_s);
        QCOMPARE(sitting.known(), all);

        sitting.takeOut(u"blue"_s);
        QVERIFY(sitting.known().contains(u"end"_s)); // red is there still
        sitting.takeOut(u"red"_s);
        QVERIFY(!sitting.known().contains(u"end"_s));
        sitting.putBack(u"end"_s); // needs a colour again
        QCOMPARE(sitting.known(), (QStringList { u"base"_s, u"middle"_s, u"top"_s, u"side"_s, u"red"_s, u"end"_s }));

        sitting.takeOut(u"top"_s);
        sitting.takeOut(u"base"_s);
        QVERIFY(sitting.known().isEmpty());
        QCOMPARE(sitting.hoursSpared(), 0.0);
        QCOMPARE(sitting.accepted()->changes.size(), static_cast<std::size_t>(sitting.asked())); // the answers alone
        sitting.putBack(u"middle"_s);
        QCOMPARE(sitting.known(), (QStringList { u"base"_s, u"middle"_s, u"side"_s, u"red"_s, u"end"_s })); // the top stays out
    }

    void whatIsSaidMeanwhileIsNotOverwritten()
    {
        PlacementDesk desk(support::quizGraph());
        PlacementSitting sitting(*desk.workspace, 1, endless);
        while (const auto question = sitting.question()) {
            QVERIFY(sitting.answer(exchange::rightAnswer(question->question), 1));
        }
        desk.apply(domain::startSkill(desk.workspace->context(), u"middle"_s, false));
        QVERIFY(!sitting.known().contains(u"middle"_s));
        QVERIFY(sitting.known().contains(u"top"_s));
        desk.apply(sitting.accepted());
        QVERIFY(desk.workspace->progress().skill(u"middle"_s).mark->mark == Mark::Started);
    }

    void acceptingIsOneEditThatOneUndoTakesBack()
    {
        PlacementDesk desk(support::backendContent());
        PlacementSitting sitting(*desk.workspace, 4, quick);
        const QStringList asked = sit(sitting, desk, u"first-api"_s, 10);
        const qint64 answered = desk.now;
        desk.now += 60'000;
        const QStringList known = sitting.known();
        const domain::Progress before = desk.workspace->progress();
        QList<session::Changes> changes;
        QObject::connect(desk.workspace.get(), &Workspace::changed, [&changes](const session::Changes& change) { changes.append(change); });
        desk.apply(sitting.accepted());
        QCOMPARE(changes.size(), 1);
        QVERIFY(desk.workspace->nextUndo()->kind == domain::EditKind::PlaceSkills);
        for (const QString& skill : known) {
            QVERIFY(desk.workspace->stateOf(skill) == learning::SkillState::Assumed);
            QCOMPARE(desk.workspace->progress().skill(skill).mark->at, desk.now);
        }
        for (const QString& each : asked) {
            const QString skill = each.section(u'/', 0, 0);
            const Attempt attempt = desk.workspace->progress().skill(skill).attempts.value(each.section(u'/', 1)).first();
            QVERIFY(attempt.source == Attempt::Source::Placement);
            QCOMPARE(attempt.right, desk.isBefore(skill, u"first-api"_s));
            QCOMPARE(attempt.answer.isEmpty(), !attempt.right); // "I do not know" has no words
            QCOMPARE(attempt.at, answered);
            QCOMPARE(attempt.offset, 60);
            QVERIFY(known.contains(skill) || desk.workspace->stateOf(skill) != learning::SkillState::Learning);
        }
        QVERIFY(desk.workspace->undo().has_value());
        QVERIFY(desk.workspace->progress() == before);
        QVERIFY(!desk.workspace->nextUndo());
    }

    void aLibraryThatIsReadOnlyIsAskedButTakesNothing()
    {
        const PlacementDesk desk(support::backendContent());
        desk.store->setReadOnly(true);
        PlacementSitting sitting(*desk.workspace, 4, quick);
        sit(sitting, desk, u"first-api"_s, 5);
        QVERIFY(!sitting.known().isEmpty());
        QVERIFY(!desk.workspace->apply(sitting.accepted()).has_value());
        QVERIFY(desk.workspace->progress() == domain::Progress {});
    }
};

QTEST_GUILESS_MAIN(tst_PlacementResult)
#include "tst_PlacementResult.moc"

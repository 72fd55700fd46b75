// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>
#include <MemoryWorkspace.h>

#include <exchange/CourseReader.h>
#include <session/PlacementSitting.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Attempt;
using domain::Mark;
using exchange::QuestionKind;
using session::PlacementSitting;
using session::Workspace;

namespace {

constexpr qint64 morning = 1'795'255'200'000; // 2026-11-21 10:00 UTC
constexpr learning::PlacementSettings quick { .particles = 500 };
constexpr learning::PlacementSettings endless { .particles = 500, .unsureShare = 0 };

const domain::CourseContent& backend()
{
    static const domain::CourseContent content = [] {
        auto read = exchange::readCourse(QStringLiteral(WAYMARK_SOURCE "/resources/courses/backend"));
        if (!read) {
            qFatal("the bundled course cannot be read");
        }
        return std::move(read->content);
    }();
    return content;
}

/// base -> middle -> top, side after base, and end after middle and a colour; every skill has one question.
domain::CourseContent graph()
{
    domain::CourseContent content;
    content.course = support::graphCourse();
    content.hash = u"graph"_s;
    const QString markdown = u"## Quiz\n\n### Which one?\n\n- [x] This\n\n  It is.\n- [ ] That\n\n  It is not.\n"_s;
    for (domain::Skill& skill : content.course.skills) {
        skill.questions = { u"which-one"_s };
        skill.hasLesson = true;
        content.lessons.push_back({ skill.id, markdown, {} });
    }
    return content;
}

struct Desk
{
    qint64 now = morning;
    support::MemoryStore* store = nullptr;
    std::unique_ptr<Workspace> workspace;

    explicit Desk(const domain::CourseContent& content)
    {
        support::MemoryWorkspace opened(content, { [this] { return now; }, QTimeZone("Europe/Berlin") });
        store = opened.store;
        workspace = std::move(opened.workspace);
    }

    void apply(const domain::Result<domain::Edit>& edit) { QVERIFY(workspace->apply(edit).has_value()); }
    [[nodiscard]] const domain::Roadmap& roadmap() const { return workspace->roadmap(); }
    [[nodiscard]] bool isBefore(const QString& skill, const QString& milestone) const
    {
        const std::vector<int> way = roadmap().closure(*roadmap().milestone(milestone));
        return std::binary_search(way.begin(), way.end(), roadmap().indexOf(skill));
    }
};

/// Answers as somebody who knows what comes up to a milestone, `most` questions at most; gives back what was asked.
QStringList sit(PlacementSitting& sitting, const Desk& desk, const QString& milestone, int most = 100)
{
    QStringList asked;
    while (sitting.question() && asked.size() < most) {
        const session::PlacementQuestion now = *sitting.question();
        asked.append(now.skill + u'/' + now.question.id);
        if (desk.isBefore(now.skill, milestone)) {
            if (!sitting.answer(exchange::rightAnswer(now.question), 9000)) {
                qFatal("the right answer cannot be read");
            }
        } else {
            sitting.pass(2000);
        }
    }
    return asked;
}

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

class tst_PlacementSitting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedAsksTheSame()
    {
        const Desk desk(backend());
        PlacementSitting one(*desk.workspace, 7, quick);
        PlacementSitting same(*desk.workspace, 7, quick);
        PlacementSitting other(*desk.workspace, 8, quick);
        const QStringList asked = sit(one, desk, u"first-api"_s, 12);
        QCOMPARE(asked.size(), 12);
        QCOMPARE(sit(same, desk, u"first-api"_s, 12), asked);
        QCOMPARE(same.known(), one.known());
        QVERIFY(sit(other, desk, u"first-api"_s, 12) != asked);
    }

    void eachSkillIsAskedOnceAndTheOddKindsOnlyWhereNoOtherIs()
    {
        const Desk desk(backend());
        PlacementSitting sitting(*desk.workspace, 3, endless);
        QCOMPARE(sitting.mostQuestions(), 30);
        QSet<QString> skills;
        while (sitting.question()) {
            const session::PlacementQuestion now = *sitting.question();
            QVERIFY(!skills.contains(now.skill));
            skills.insert(now.skill);
            QVERIFY(desk.roadmap().find(now.skill)->questions.contains(now.question.id));
            QVERIFY(now.question.kind != QuestionKind::Order && now.question.kind != QuestionKind::Match
                && now.question.kind != QuestionKind::Predict); // every lesson of the course has another kind too
            sitting.pass(100);
        }
        QCOMPARE(sitting.asked(), 30);
        QVERIFY(sitting.isFinished());
        QVERIFY(sitting.known().isEmpty());
    }

    void theResultIsClosedAndNothingIsStoredBeforeItIsAccepted()
    {
        const Desk desk(backend());
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
        const Desk desk(backend());
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
        const Desk desk(backend());
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
        const Desk desk(backend());
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

    void acceptingIsOneEditThatOneUndoTakesBack()
    {
        Desk desk(backend());
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
        const Desk desk(backend());
        desk.store->setReadOnly(true);
        PlacementSitting sitting(*desk.workspace, 4, quick);
        sit(sitting, desk, u"first-api"_s, 5);
        QVERIFY(!sitting.known().isEmpty());
        QVERIFY(!desk.workspace->apply(sitting.accepted()).has_value());
        QVERIFY(desk.workspace->progress() == domain::Progress {});
    }

    void aCourseWithoutQuestionsIsFinishedAtOnce()
    {
        domain::CourseContent bare;
        bare.course = support::graphCourse();
        bare.hash = u"bare"_s;
        const Desk desk(bare);
        PlacementSitting sitting(*desk.workspace, 1);
        QVERIFY(sitting.isFinished());
        QCOMPARE(sitting.mostQuestions(), 0);
        QVERIFY(sitting.known().isEmpty());
        QVERIFY(!sitting.answer({}, 1));
        QVERIFY(!sitting.back());
        sitting.pass(1);
        QCOMPARE(sitting.asked(), 0);
        QVERIFY(sitting.accepted()->changes.empty());
    }

    void aQuestionWhoseTextIsGoneIsPassedOver()
    {
        domain::CourseContent content = graph();
        content.course.skills[1].questions = { u"once-there"_s };
        content.lessons[2].markdown = u"# No quiz"_s;
        const Desk desk(content);
        PlacementSitting sitting(*desk.workspace, 1, endless);
        QStringList asked;
        for (; sitting.question(); sitting.pass(1)) {
            asked.append(sitting.question()->skill);
        }
        asked.sort();
        QCOMPARE(asked, (QStringList { u"base"_s, u"blue"_s, u"end"_s, u"red"_s, u"side"_s }));
    }

    void anAnswerThatCannotBeReadIsAskedAgain()
    {
        domain::CourseContent content = graph();
        for (domain::Lesson& lesson : content.lessons) {
            lesson.markdown = u"## Quiz\n\n### Which one? {number}\n\n= 42\n\nCounted.\n"_s;
        }
        const Desk desk(content);
        PlacementSitting sitting(*desk.workspace, 1, endless);
        const QString skill = sitting.question()->skill;
        exchange::QuizAnswer answer;
        answer.text = u"many"_s;
        QVERIFY(!sitting.answer(answer, 1));
        QCOMPARE(sitting.asked(), 0);
        QCOMPARE(sitting.question()->skill, skill);
        answer.text = u"42"_s;
        QVERIFY(sitting.answer(answer, 1));
        QCOMPARE(sitting.asked(), 1);
        QCOMPARE(sitting.accepted()->changes.size(), static_cast<std::size_t>(1 + sitting.known().size()));
    }

    void theLastAnswerIsTakenBack()
    {
        const Desk desk(backend());
        PlacementSitting sitting(*desk.workspace, 9, quick);
        sit(sitting, desk, u"capstone"_s, 9);
        const QStringList known = sitting.known();
        const QString question = sitting.question()->question.id;
        sitting.pass(1);
        QVERIFY(sitting.back());
        QCOMPARE(sitting.asked(), 9);
        QCOMPARE(sitting.question()->question.id, question);
        QCOMPARE(sitting.known(), known);
        for (int left = 9; left > 0; --left) {
            QVERIFY(sitting.back());
        }
        QVERIFY(!sitting.back());
        QVERIFY(sitting.known().isEmpty());
        const PlacementSitting fresh(*desk.workspace, 9, quick);
        QCOMPARE(sitting.question()->question.id, fresh.question()->question.id);
    }

    void whatIsDoneOrBegunIsNotAskedNorFound()
    {
        Desk desk(graph());
        desk.apply(domain::finishSkill(desk.workspace->context(), u"base"_s));
        desk.apply(domain::startSkill(desk.workspace->context(), u"middle"_s, false));
        desk.apply(domain::skipSkill(desk.workspace->context(), u"side"_s));
        desk.apply(domain::answerQuestion(desk.workspace->context(), u"red"_s, u"which-one"_s, {}));
        PlacementSitting sitting(*desk.workspace, 1, endless);
        QStringList asked;
        while (const auto question = sitting.question()) {
            asked.append(question->skill);
            QVERIFY(sitting.answer(exchange::rightAnswer(question->question), 1));
        }
        asked.sort();
        QCOMPARE(asked, (QStringList { u"blue"_s, u"end"_s, u"top"_s }));
        QCOMPARE(sitting.known(), (QStringList { u"top"_s, u"blue"_s, u"end"_s }));
    }

    void whatWasDoneIsEvidence()
    {
        Desk desk(graph());
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

    void ofAChoiceThatWasMadeTheOthersAreNotAsked()
    {
        Desk desk(graph());
        desk.apply(domain::setChoice(desk.workspace->context(), u"colour"_s, { u"blue"_s }));
        PlacementSitting sitting(*desk.workspace, 1, endless);
        QStringList asked;
        for (; sitting.question(); sitting.pass(1)) {
            asked.append(sitting.question()->skill);
        }
        QVERIFY(asked.contains(u"blue"_s));
        QVERIFY(!asked.contains(u"red"_s));
    }

    void whatIsTakenOutTakesAlongWhatNeedsIt()
    {
        const Desk desk(graph());
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
        Desk desk(graph());
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
};

QTEST_GUILESS_MAIN(tst_PlacementSitting)
#include "tst_PlacementSitting.moc"

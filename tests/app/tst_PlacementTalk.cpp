// SPDX-License-Identifier: GPL-3.0-or-later
#include <MemoryWorkspace.h>
#include <QuestionCourse.h>

#include <app/PlacementTalk.h>
#include <app/QuizTalk.h>

#include <session/Workspace.h>

#include <QApplication>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Attempt;

namespace {

constexpr qint64 morning = 1'795'255'200'000;

} // namespace

class tst_PlacementTalk : public QObject
{
    Q_OBJECT

    std::unique_ptr<session::Workspace> m_workspace;
    QString m_out;

    void open(const QString& quiz = support::choiceOfTwo())
    {
        m_workspace = support::MemoryWorkspace(support::questionCourse(quiz), support::clockAt(morning)).workspace;
    }

    /// The exit code of a talk in which these lines are typed.
    template <class Talk> int talk(QString typed, const auto&... more)
    {
        m_out.clear();
        QTextStream in(&typed);
        QTextStream out(&m_out);
        app::Console console({ in, out, out }, false);
        const app::Invocation invocation;
        const app::VerbCall call { invocation, console, m_workspace.get(), {} };
        return Talk(call, more...).run();
    }

private Q_SLOTS:
    void init() { open(); }

    void aResultIsTakenOverWithAYes()
    {
        QCOMPARE(talk<app::PlacementTalk>(u"a\n"_s.repeated(7) + u"y\n"_s), 0);
        QVERIFY2(m_out.contains(u"Question 1 of at most 7"_s), qPrintable(m_out));
        QVERIFY(m_out.contains(u"\nOne\n  base "_s));
        QVERIFY(m_out.contains(u"\nThree\n"_s));
        QVERIFY(m_out.contains(u"You seem to know 7 skill(s) already: 19 h of study spared."_s));
        QVERIFY(!m_out.contains(u"It is."_s)); // no answer is explained
        QVERIFY(m_workspace->stateOf(u"end"_s) == learning::SkillState::Assumed);
        QVERIFY(m_workspace->nextUndo()->kind == domain::EditKind::PlaceSkills);
        QVERIFY(m_out.contains(m_workspace->nextUndo()->id));
        const auto attempts = m_workspace->progress().skill(m_workspace->roadmap().skill(0).id).attempts;
        QVERIFY(attempts.isEmpty() || attempts.first().first().source == Attempt::Source::Placement);
    }

    void anythingElseStoresNothing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("no") << u"a\na\na\nq\nn\n"_s;
        QTest::newRow("nothing") << u"a\na\na\nq\n\n"_s;
        QTest::newRow("the input ends at the question") << u"a\na\na\nq\n"_s;
        QTest::newRow("the input ends before") << u"a\na\n"_s;
        QTest::newRow("does not know") << u"?\n"_s.repeated(7) + u"y\n"_s;
        QTest::newRow("leaves at once") << u"q\ny\n"_s;
    }

    void anythingElseStoresNothing()
    {
        QFETCH(QString, typed);
        QCOMPARE(talk<app::PlacementTalk>(typed), 0);
        QVERIFY(m_workspace->progress() == domain::Progress {});
        QVERIFY(!m_workspace->nextUndo());
    }

    void whereNothingCanBeAskedThatIsSaid()
    {
        for (const domain::Skill& skill : m_workspace->course().skills) {
            QVERIFY(m_workspace->apply(domain::finishSkill(m_workspace->context(), skill.id)).has_value());
        }
        QCOMPARE(talk<app::PlacementTalk>(u"a\n"_s), 0);
        QVERIFY(m_out.contains(u"There is nothing to ask"_s));
    }

    void aQuestionMarkIsAnAnswerWhereItIsRight()
    {
        open(u"{text}\n\n= `?`\n\nIt stands for a value.\n"_s);
        QCOMPARE(talk<app::QuizTalk>(u"?\n"_s, *app::questionsOf(*m_workspace, u"base"_s)), 0);
        QVERIFY2(m_out.contains(u"Right."_s), qPrintable(m_out));
        QCOMPARE(talk<app::QuizTalk>(u"q\n"_s, *app::questionsOf(*m_workspace, u"top"_s)), 0);
        QVERIFY(!m_out.contains(u"ight."_s));
    }

    void notToKnowIsAWrongAnswerOfTheQuiz()
    {
        QCOMPARE(talk<app::QuizTalk>(u"?\n"_s, *app::questionsOf(*m_workspace, u"base"_s)), 0);
        QVERIFY(m_out.contains(u"Not right."_s) && m_out.contains(u"It is."_s)); // and it is explained
        const Attempt attempt = m_workspace->progress().skill(u"base"_s).attempts.first().first();
        QVERIFY(!attempt.right && attempt.answer.isEmpty());
    }

    void theQuizAsksWhatPlacementAskedAsIfItWereNew()
    {
        QCOMPARE(talk<app::PlacementTalk>(u"a\n"_s.repeated(7) + u"y\n"_s), 0);
        QString asked;
        for (const domain::Skill& skill : m_workspace->course().skills) {
            asked = m_workspace->progress().skill(skill.id).attempts.isEmpty() ? asked : skill.id;
        }
        QVERIFY(!asked.isEmpty());
        QCOMPARE(talk<app::QuizTalk>(u"b\n"_s, *app::questionsOf(*m_workspace, asked)), 0);
        QCOMPARE(m_workspace->masteryOf(asked).tries.tries, 1);
    }
};

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    tst_PlacementTalk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_PlacementTalk.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <MemoryWorkspace.h>
#include <SampleCourse.h>

#include <session/RecallDesk.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Grade;
using session::RecallDesk;
using session::Workspace;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;

domain::CourseContent courseWithCards()
{
    domain::CourseContent content = support::sampleCourse();
    content.course.skills[0].cards = { u"what-is-a-commit"_s, u"what-is-a-branch"_s, u"what-is-gone"_s };
    content.lessons[0].markdown
        = u"## Flashcards\n\n| Front | Back |\n| --- | --- |\n| What is a commit? | a *snapshot* |\n| What is a branch? | a name |\n"_s;
    return content;
}

struct Fixture
{
    qint64 now = 1'795'255'200'000; // 2026-11-21 10:00 UTC
    std::unique_ptr<Workspace> workspace;
    QList<session::Changes> changes;

    Fixture()
    {
        workspace = support::MemoryWorkspace(courseWithCards(), { [this] { return now; }, QTimeZone::utc() }).workspace;
        QObject::connect(workspace.get(), &Workspace::changed, [this](const session::Changes& change) { changes.append(change); });
    }

    void apply(const domain::Result<domain::Edit>& edit) { QVERIFY2(workspace->apply(edit).has_value(), "the edit fails"); }
    void start() { apply(domain::startSkill(workspace->context(), u"vcs-git"_s, false)); }

    [[nodiscard]] QStringList asked(std::optional<int> minutes = {}) const
    {
        const RecallDesk desk(*workspace);
        const auto cards = desk.cards();
        QStringList ids;
        for (const int index : desk.session(cards, minutes).cards) {
            const learning::QueueCard& each = cards[static_cast<std::size_t>(index)];
            ids.append(each.skill + u'/' + each.card);
        }
        return ids;
    }

    void grade(const QString& card, Grade grade)
    {
        const RecallDesk desk(*workspace);
        const auto shown = desk.card(u"vcs-git"_s, card);
        QVERIFY(shown.has_value());
        apply(desk.graded(*shown, grade, 4000));
    }
};

const QString commit = u"what-is-a-commit"_s;
const QString branch = u"what-is-a-branch"_s;

} // namespace

class tst_RecallDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cardsComeWithTheSkillThatIsStarted()
    {
        Fixture f;
        QVERIFY(f.asked().isEmpty());
        QCOMPARE(RecallDesk(*f.workspace).due(), session::RecallDue {});
        f.start();
        QVERIFY(f.asked().contains(u"vcs-git/"_s + commit));
        QCOMPARE(RecallDesk(*f.workspace).due().fresh, 3);
        QCOMPARE(RecallDesk(*f.workspace).due().minutes, 1);
    }

    void aCardHasItsTextFromTheLesson()
    {
        const Fixture f;
        const RecallDesk desk(*f.workspace);
        const auto card = desk.card(u"vcs-git"_s, commit);
        QVERIFY(card.has_value());
        QCOMPARE(exchange::plainText(card->front).trimmed(), u"What is a commit?"_s);
        QCOMPARE(exchange::plainText(card->back).trimmed(), u"a snapshot"_s);
        QVERIFY(!card->isOwn);
        QCOMPARE(desk.card(u"vcs-git"_s, u"what-is-gone"_s).error().code, domain::ErrorCode::UnknownItem);
        QCOMPARE(desk.card(u"nowhere"_s, commit).error().code, domain::ErrorCode::UnknownSkill);
    }

    void theTurnLeavesOutACardWithoutText()
    {
        Fixture f;
        QVERIFY(!RecallDesk(*f.workspace).next().card);
        f.start();
        const session::RecallTurn turn = RecallDesk(*f.workspace).next();
        QCOMPARE(turn.card->card, commit);
        for (const QString& card : { commit, branch }) {
            f.apply(domain::suspendCard(f.workspace->context(), u"vcs-git"_s, card, true));
        }
        QVERIFY(!RecallDesk(*f.workspace).next().card); // the course names a third one, and its lesson has no text for it
        QCOMPARE(RecallDesk(*f.workspace).next().asked, 0);
    }

    void ownWordsStandInForTheCourses()
    {
        Fixture f;
        f.start();
        f.apply(domain::writeCard(f.workspace->context(), u"vcs-git"_s, commit, u"A commit?"_s, u"A *whole* tree"_s));
        const auto card = RecallDesk(*f.workspace).card(u"vcs-git"_s, commit);
        QVERIFY(card->isOwn);
        QCOMPARE(exchange::plainText(card->back).trimmed(), u"A whole tree"_s);
        f.apply(domain::writeCard(f.workspace->context(), u"vcs-git"_s, {}, u"Mine?"_s, u"Mine."_s));
        QCOMPARE(f.asked().size(), 4);
    }

    void aGradeIsOneEditThatUndoTakesBack()
    {
        Fixture f;
        f.start();
        f.changes.clear();
        f.grade(commit, Grade::Good);
        QCOMPARE(f.changes.size(), 1);
        QVERIFY(f.changes[0].recall);
        const domain::SkillProgress& of = f.workspace->progress().skill(u"vcs-git"_s);
        const domain::Recall recall = of.recalls.value(commit).first();
        QCOMPARE(recall.algorithm, u"fsrs-6"_s);
        QCOMPARE(recall.milliseconds, 4000);
        QCOMPARE(recall.at, f.now);
        QVERIFY(of.cards.value(commit).schedule.memory == recall.after);
        QVERIFY(f.workspace->undo().has_value());
        QVERIFY(f.workspace->progress().skill(u"vcs-git"_s).cards.isEmpty());
        QVERIFY(f.workspace->progress().skill(u"vcs-git"_s).recalls.isEmpty());
    }

    void theWayOfACardIsThatOfThePreview()
    {
        Fixture f;
        f.start();
        for (const Grade grade : { Grade::Good, Grade::Good, Grade::Hard, Grade::Again, Grade::Easy }) {
            const RecallDesk desk(*f.workspace);
            const auto next = desk.preview(*desk.card(u"vcs-git"_s, commit));
            f.grade(commit, grade);
            const auto& place = f.workspace->progress().skill(u"vcs-git"_s).cards.value(commit).schedule;
            QVERIFY(place == next[static_cast<std::size_t>(grade) - 1]);
            f.now = std::max(place.due, f.now + minute);
        }
    }

    void dueCardsComeBackOnTheirDay()
    {
        Fixture f;
        f.start();
        f.grade(commit, Grade::Easy);
        QVERIFY(!f.asked().contains(u"vcs-git/"_s + commit));
        f.now += 40 * day;
        QVERIFY(f.asked().contains(u"vcs-git/"_s + commit));
        QCOMPARE(RecallDesk(*f.workspace).due().due, 1);
    }

    void whatIsLaidAsideOrPutOffIsNotAsked()
    {
        Fixture f;
        f.start();
        f.apply(domain::suspendCard(f.workspace->context(), u"vcs-git"_s, commit, true));
        f.apply(domain::buryCard(f.workspace->context(), u"vcs-git"_s, branch, f.now + day));
        QCOMPARE(f.asked(), QStringList { u"vcs-git/what-is-gone"_s });
        f.now += 2 * day;
        QVERIFY(f.asked().contains(u"vcs-git/"_s + branch));
    }

    void theMinutesBoundTheSession()
    {
        Fixture f;
        f.start();
        for (int i = 0; i < 30; ++i) {
            f.apply(domain::writeCard(f.workspace->context(), u"vcs-git"_s, {}, u"Front %1"_s.arg(i), u"Back"_s));
        }
        f.apply(domain::setRecall(f.workspace->context(), { 0.9, 20, 100 }));
        QCOMPARE(f.asked(1).size(), 4); // of fifteen seconds each
        QCOMPARE(f.asked().size(), 33);
        f.apply(domain::setRecall(f.workspace->context(), { 0.9, 20, 5 }));
        QCOMPARE(f.asked().size(), 5);
    }

    void thePaceIsThatOfTheNewestRecalls()
    {
        Fixture f;
        f.start();
        for (int i = 0; i < 30; ++i) {
            f.apply(domain::writeCard(f.workspace->context(), u"vcs-git"_s, {}, u"Front %1"_s.arg(i), u"Back"_s));
        }
        f.apply(domain::setRecall(f.workspace->context(), { 0.9, 20, 100 }));
        const auto recallOften = [&f](const QString& card, int times, int milliseconds) {
            for (int i = 0; i < times; ++i) {
                f.now += minute;
                const RecallDesk desk(*f.workspace);
                f.apply(desk.graded(*desk.card(u"vcs-git"_s, card), Grade::Again, milliseconds));
            }
        };
        recallOften(commit, 60, 60'000);
        QCOMPARE(f.asked(1).size(), 1);
        recallOften(branch, 200, 4000);
        QCOMPARE(f.asked(1).size(), 15);
        recallOften(branch, 200, 0); // how long is not known
        QCOMPARE(f.asked(1).size(), 15);
    }

    void aCardOfASkillThatWasTakenBackIsStillAsked()
    {
        Fixture f;
        f.start();
        f.grade(commit, Grade::Good);
        f.apply(domain::resetSkill(f.workspace->context(), u"vcs-git"_s));
        f.now += 40 * day;
        QCOMPARE(f.asked(), QStringList { u"vcs-git/"_s + commit }); // no new ones
    }

    void timeAloneChangesStates()
    {
        Fixture f;
        f.changes.clear();
        f.workspace->noticeTime();
        QVERIFY(f.changes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_RecallDesk)
#include "tst_RecallDesk.moc"

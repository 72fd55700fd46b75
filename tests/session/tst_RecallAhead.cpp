// SPDX-License-Identifier: GPL-3.0-or-later
#include <CardFixture.h>

#include <learning/LearningDays.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Grade;
using session::RecallDesk;
using support::CardFixture;

namespace {

const QString git = CardFixture::git;
const QString commit = CardFixture::commit;
const QString branch = CardFixture::branch;

qint64 morning(const CardFixture& f, int days)
{
    return learning::startOfLearningDay(learning::learningDay(f.now, f.workspace->zone()).addDays(days), f.workspace->zone());
}

} // namespace

class tst_RecallAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutCardsNothingComes()
    {
        const CardFixture f(false);
        QVERIFY(!RecallDesk(*f.workspace).ahead());
    }

    void aShortStepComesBackToday()
    {
        const CardFixture f;
        f.grade(branch, Grade::Easy);
        f.grade(commit, Grade::Again);
        const auto ahead = RecallDesk(*f.workspace).ahead();
        QCOMPARE(ahead->at, f.now + CardFixture::minute);
        QCOMPARE(ahead->cards, 1);
    }

    void whatIsDueOnOneDayIsCounted()
    {
        CardFixture f;
        f.grade(commit, Grade::Easy);
        const qint64 due = f.state(commit).schedule.due;
        f.now += CardFixture::day; // no sibling of the other
        f.grade(branch, Grade::Easy);
        f.apply(domain::buryCard(f.workspace->context(), git, commit, f.state(branch).schedule.due));
        const auto ahead = RecallDesk(*f.workspace).ahead();
        QVERIFY(due < f.state(branch).schedule.due);
        QCOMPARE(ahead->at, f.state(branch).schedule.due);
        QCOMPARE(ahead->cards, 2);
    }

    void newCardsComeWithTheNextDay()
    {
        const CardFixture f;
        f.apply(domain::setRecall(f.workspace->context(), { 0.9, 20, 1 }));
        f.grade(commit, Grade::Easy);
        const auto ahead = RecallDesk(*f.workspace).ahead();
        QCOMPARE(ahead->at, morning(f, 1));
        QCOMPARE(ahead->cards, 1);
    }

    void aSiblingThatWasPutOffComesTomorrow()
    {
        CardFixture f;
        f.grade(commit, Grade::Easy);
        f.grade(branch, Grade::Easy);
        f.now += 90 * CardFixture::day;
        f.grade(commit, Grade::Easy);
        QVERIFY(!RecallDesk(*f.workspace).next().card);
        QCOMPARE(RecallDesk(*f.workspace).ahead()->at, morning(f, 1));
    }

    void whatIsLaidAsideNeverComes()
    {
        const CardFixture f;
        for (const QString& card : { commit, branch }) {
            f.grade(card, Grade::Good);
            f.apply(domain::suspendCard(f.workspace->context(), git, card, true));
        }
        QVERIFY(!RecallDesk(*f.workspace).ahead());
    }

    void theMomentAheadIsTheOneFromWhichSomethingIsAsked()
    {
        CardFixture f;
        for (int i = 0; i < 12; ++i) {
            f.write(u"Front %1"_s.arg(i));
        }
        for (int turn = 0; turn < 60; ++turn) {
            const RecallDesk desk(*f.workspace);
            if (const auto card = desk.next().card) {
                f.grade(card->card, static_cast<Grade>(1 + turn % 4));
                continue;
            }
            const auto ahead = desk.ahead();
            QVERIFY(ahead && ahead->at > f.now);
            f.now = ahead->at - 1;
            QVERIFY(!desk.next().card);
            f.now = ahead->at;
            QCOMPARE(desk.next().asked, ahead->cards);
        }
    }

    void theLoadIsTheSumOfWhatEachCardAsks()
    {
        const CardFixture f;
        QCOMPARE(RecallDesk(*f.workspace).loadAt(0.9).cards, 0);
        f.grade(commit, Grade::Easy);
        f.grade(branch, Grade::Again); // on its short steps
        const session::RecallLoad usual = RecallDesk(*f.workspace).loadAt(0.9);
        QCOMPARE(usual.cards, 1);
        QCOMPARE(usual.recallsADay, 1.0 / 8); // S = 8.2956 days after a first Easy
        double last = 0;
        for (const double retention : { 0.7, 0.8, 0.9, 0.95, 0.99 }) {
            const double load = RecallDesk(*f.workspace).loadAt(retention).recallsADay;
            QVERIFY(load > last);
            last = load;
        }
        f.apply(domain::suspendCard(f.workspace->context(), git, commit, true));
        QCOMPARE(RecallDesk(*f.workspace).loadAt(0.9).cards, 0);
    }

    void aCardIsFromTheSectionThatHasItsWords()
    {
        const CardFixture f;
        const RecallDesk desk(*f.workspace);
        QCOMPARE(desk.sectionOf(git, commit), u"Mental model"_s);
        QCOMPARE(desk.sectionOf(git, branch), u"Key ideas"_s);
        QCOMPARE(desk.sectionOf(CardFixture::sql, CardFixture::join), QString()); // the lesson has no body
        QCOMPARE(desk.sectionOf(git, f.write(u"snapshot"_s)), QString()); // it stands in no lesson
        QCOMPARE(desk.sectionOf(u"nowhere"_s, commit), QString());
    }
};

QTEST_GUILESS_MAIN(tst_RecallAhead)
#include "tst_RecallAhead.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <CardFixture.h>

#include <learning/LearningDays.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Grade;
using session::CardAct;
using session::CardId;
using support::CardFixture;
using Place = session::CardStanding::Place;

namespace {

const QString git = CardFixture::git;
const QString commit = CardFixture::commit;
const QString branch = CardFixture::branch;

QStringList shelf(const CardFixture& f)
{
    return session::shelvedCards(*f.workspace->roadmap().find(git), f.workspace->progress().skill(git));
}

bool act(const CardFixture& f, CardAct act, const std::vector<CardId>& cards)
{
    const auto edit = f.workspace->apply(session::actOn(*f.workspace, act, cards));
    return edit && !edit->changes.empty();
}

} // namespace

class tst_CardShelf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShelfHasWhatWasMetOrWritten()
    {
        const CardFixture f;
        QVERIFY(shelf(f).isEmpty()); // the skill is begun, and no card was asked
        f.grade(branch, Grade::Good);
        QCOMPARE(shelf(f), QStringList { branch });
        const QString own = f.write(u"Mine?"_s);
        f.apply(domain::suspendCard(f.workspace->context(), git, commit, true));
        QCOMPARE(shelf(f), QStringList({ commit, branch, own }));
        QCOMPARE(session::cardsOf(*f.workspace->roadmap().find(git), f.workspace->progress().skill(git)).size(), 3);
    }

    void aCardSaysWhereItStands()
    {
        CardFixture f;
        const QString own = f.write(u"Mine?"_s);
        QCOMPARE(f.standing(own).place, Place::New);
        QVERIFY(f.standing(own).isOwn && f.standing(own).hasOwnWords);
        f.grade(commit, Grade::Easy);
        QCOMPARE(f.standing(commit).place, Place::Later);
        QCOMPARE(f.standing(commit).due, f.state(commit).schedule.due);
        QVERIFY(!f.standing(commit).isOwn);
        f.now += 90 * CardFixture::day;
        QCOMPARE(f.standing(commit).place, Place::Due);
        f.apply(domain::buryCard(f.workspace->context(), git, commit, f.now + CardFixture::day));
        QCOMPARE(f.standing(commit).place, Place::PutOff);
        QCOMPARE(f.standing(commit).due, f.now + CardFixture::day);
        f.apply(domain::suspendCard(f.workspace->context(), git, commit, true));
        QCOMPARE(f.standing(commit).place, Place::LaidAside);
        QCOMPARE(f.standing(commit).due, 0);
    }

    void aLeechStaysOneUntilItIsRewritten()
    {
        const CardFixture f;
        f.forget(commit, 7);
        QVERIFY(!f.standing(commit).isLeech);
        f.forget(commit, 8);
        QVERIFY(f.standing(commit).isLeech);
        f.forget(commit, 9); // the page says it at the eighth and twelfth time only
        QVERIFY(f.standing(commit).isLeech);
        QCOMPARE(f.standing(commit).lapses, 9);
    }

    void anActOnSeveralIsOneStep()
    {
        const CardFixture f;
        f.grade(commit, Grade::Good);
        f.grade(branch, Grade::Good);
        const domain::Progress before = f.workspace->progress();
        QVERIFY(act(f, CardAct::LayAside, { { git, commit }, { git, branch } }));
        QVERIFY(f.state(commit).suspended && f.state(branch).suspended);
        QVERIFY(f.workspace->nextUndo()->kind == domain::EditKind::SuspendCard);
        QCOMPARE(f.workspace->nextUndo()->subject, QString());
        QVERIFY(f.workspace->undo().has_value());
        QVERIFY(f.workspace->progress() == before);
    }

    void anActOnOneNamesItsSkill()
    {
        const CardFixture f;
        f.grade(commit, Grade::Good);
        QVERIFY(act(f, CardAct::LayAside, { { git, commit } }));
        QCOMPARE(f.workspace->nextUndo()->subject, git);
    }

    void takenUpMeansNeitherAsideNorPutOff()
    {
        const CardFixture f;
        f.grade(commit, Grade::Good);
        QVERIFY(!act(f, CardAct::TakeUp, { { git, commit } })); // nothing to take back
        f.apply(domain::buryCard(f.workspace->context(), git, commit, f.now + CardFixture::day));
        QVERIFY(act(f, CardAct::LayAside, { { git, commit } }));
        QVERIFY(act(f, CardAct::TakeUp, { { git, commit } }));
        QVERIFY(!f.state(commit).suspended);
        QCOMPARE(f.state(commit).buriedUntil, 0);
        QVERIFY(!session::canAct(*f.workspace, CardAct::TakeUp, { git, commit }));
    }

    void putOffIsUntilTheNextLearningDay()
    {
        const CardFixture f;
        f.grade(commit, Grade::Good);
        QVERIFY(act(f, CardAct::PutOff, { { git, commit } }));
        QCOMPARE(f.state(commit).buriedUntil, learning::startOfLearningDay(QDate(2026, 11, 22), QTimeZone::utc()));
        QVERIFY(!session::canAct(*f.workspace, CardAct::PutOff, { git, commit }));
    }

    void whatIsNotDueBeforeTomorrowCannotBePutOff()
    {
        const CardFixture f;
        f.grade(commit, Grade::Easy);
        QVERIFY(!session::canAct(*f.workspace, CardAct::PutOff, { git, commit }));
        QVERIFY(!act(f, CardAct::PutOff, { { git, commit } }));
    }

    void removedMeansTheCoursesWordsOrGone()
    {
        const CardFixture f;
        const QString own = f.write(u"Mine?"_s);
        f.grade(own, Grade::Good);
        f.apply(domain::writeCard(f.workspace->context(), git, commit, u"In my words"_s, u"Back"_s));
        QVERIFY(!session::canAct(*f.workspace, CardAct::Remove, { git, branch }));
        QVERIFY(act(f, CardAct::Remove, { { git, own }, { git, commit }, { git, branch } }));
        QVERIFY(shelf(f).isEmpty());
        session::CardTexts texts(*f.workspace);
        QCOMPARE(texts.of({ git, commit }).front, u"What is a commit?"_s);
        QVERIFY(f.workspace->undo().has_value());
        QCOMPARE(shelf(f), QStringList({ commit, own }));
        QCOMPARE(f.state(own).schedule.reps, 1);
    }

    void textsAreReadOnceAndAnewAfterForgetting()
    {
        const CardFixture f;
        session::CardTexts texts(*f.workspace);
        QVERIFY(!texts.hasRead(git));
        QCOMPARE(texts.of({ git, commit }).back, u"a snapshot"_s);
        QVERIFY(texts.hasRead(git));
        f.apply(domain::writeCard(f.workspace->context(), git, commit, u"*Mine*\n\n`code`"_s, u"Back"_s));
        QCOMPARE(texts.of({ git, commit }).front, u"What is a commit?"_s);
        texts.forget(git);
        QCOMPARE(texts.of({ git, commit }).front, u"Mine code"_s);
        QCOMPARE(texts.of({ git, u"gone"_s }).front, QString());
        QCOMPARE(texts.of({ u"nowhere"_s, commit }).front, QString());
    }
};

QTEST_GUILESS_MAIN(tst_CardShelf)
#include "tst_CardShelf.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <OpenCopies.h>

#include <QTest>

#include <random>
#include <string>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using support::Copy;
using support::courseWithCards;
using support::day;
using support::installed;
using support::MemoryStore;
using support::minute;
using support::openedAt;

namespace {

bool mergedIn(const Copy& into, const MemoryStore& other)
{
    const Copy there(other, openedAt);
    const session::MergePreview preview = into.preview(there).value();
    return preview.isEmpty() || into.workspace->apply(preview.merge.edit).has_value();
}

void liveOn(const Copy& one, int what, const MemoryStore& other)
{
    const auto place = one.workspace->progress().skill(one.skill()).cards.value(u"first"_s);
    switch (what) {
    case 0:
        (void)one.workspace->undo();
        break;
    case 1:
        (void)mergedIn(one, other);
        break;
    case 2:
        (void)one.workspace->apply(domain::suspendCard(one.workspace->context(), one.skill(), u"first"_s, !place.suspended));
        break;
    case 3:
        one.answer(what % 2 == 0);
        break;
    default:
        one.recall(static_cast<domain::Grade>(what - 3));
        break;
    }
}

} // namespace

class tst_CopyMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardRecalledInBothStandsWhereAllRecallsLead()
    {
        const MemoryStore common = installed(courseWithCards());
        const Copy a(common, openedAt);
        const Copy b(common, openedAt + 3 * day);
        a.recall(domain::Grade::Good);
        b.recall(domain::Grade::Again);
        const MemoryStore before = *a.store;
        const QByteArray merged = a.mergedHash(b);
        QCOMPARE(b.mergedHash(Copy(before, openedAt)), merged);
        const domain::SkillProgress& skill = a.workspace->progress().skill(a.skill());
        QCOMPARE(skill.recalls.value(u"first"_s).size(), 2);
        QCOMPARE(skill.cards.value(u"first"_s).schedule.reps, 2);
        QVERIFY(a.isWhereRecallsLead());
        QVERIFY(a.preview(b).value().isEmpty()); // and so it stays
    }

    void ofTheAnswersToAQuestionOneIsTheFirst()
    {
        const MemoryStore common = installed(courseWithCards());
        const Copy a(common, openedAt + day);
        const Copy b(common, openedAt);
        a.answer(true);
        b.answer(false);
        const MemoryStore before = *a.store;
        const QByteArray merged = a.mergedHash(b);
        QCOMPARE(b.mergedHash(Copy(before, openedAt)), merged);
        QVERIFY(a.isWhereRecallsLead());
        const auto attempts = a.workspace->progress().skill(a.skill()).attempts.value(u"which"_s);
        QCOMPARE(attempts.size(), 2);
        for (const domain::Attempt& attempt : attempts) {
            QCOMPARE(attempt.first, !attempt.right);
        }
    }

    void aCopyThatOnlySuspendedACardLeavesItsPlace()
    {
        const MemoryStore common = installed(courseWithCards());
        const Copy a(common, openedAt);
        a.recall(domain::Grade::Good);
        const Copy b(*a.store, openedAt + day);
        b.apply(domain::suspendCard(b.workspace->context(), b.skill(), u"first"_s, true));
        const domain::CardState before = a.workspace->progress().skill(a.skill()).cards.value(u"first"_s);
        (void)a.mergedHash(b);
        const domain::CardState after = a.workspace->progress().skill(a.skill()).cards.value(u"first"_s);
        QVERIFY(after.suspended && after.schedule == before.schedule);
        QVERIFY(a.isWhereRecallsLead());
    }

    void ofAWatchThatBothCopiesStoppedOneEntryIsLeft()
    {
        const MemoryStore common = installed(courseWithCards());
        const Copy start(common, openedAt);
        start.apply(domain::startTimer(start.workspace->context(), start.skill()));
        const Copy a(*start.store, openedAt + 20 * minute);
        const Copy b(*start.store, openedAt + 50 * minute);
        a.apply(domain::stopTimer(a.workspace->context()));
        b.apply(domain::stopTimer(b.workspace->context()));
        const MemoryStore before = *a.store;
        const QByteArray merged = a.mergedHash(b);
        QCOMPARE(b.mergedHash(Copy(before, openedAt + 60 * minute)), merged);
        QCOMPARE(a.workspace->progress().minutesOn(a.skill()), 50); // and not 70; the other length waits
        QCOMPARE(a.workspace->progress().conflicts().size(), 1);
    }

    void aWatchThatTheOtherCopyHasStoppedIsTakenOff()
    {
        const MemoryStore common = installed(courseWithCards());
        const Copy start(common, openedAt);
        start.apply(domain::startTimer(start.workspace->context(), start.skill()));
        const Copy a(*start.store, openedAt + 30 * minute);
        const Copy b(*start.store, openedAt + 20 * minute);
        b.apply(domain::stopTimer(b.workspace->context()));
        QVERIFY(b.preview(a).value().watchThere.has_value());
        QVERIFY(b.preview(a).value().isEmpty());
        const session::MergePreview preview = a.preview(b).value();
        QVERIFY(preview.stopsWatch && !preview.watchThere);
        QCOMPARE(preview.removed, 0);
        a.apply(preview.merge.edit);
        QVERIFY(!a.workspace->progress().timer());
        QCOMPARE(a.workspace->progress().minutesOn(a.skill()), 20);
        QVERIFY(a.workspace->undo().has_value());
        QVERIFY(a.workspace->progress().timer().has_value());
    }

    void anotherWatchGoesOn()
    {
        const MemoryStore common = installed(courseWithCards());
        const Copy a(common, openedAt + 30 * minute);
        const Copy b(common, openedAt + 20 * minute);
        a.apply(domain::startTimer(a.workspace->context(), a.skill()));
        b.apply(domain::addTime(b.workspace->context(), b.skill(), openedAt, 20));
        const session::MergePreview preview = a.preview(b).value();
        QVERIFY(!preview.stopsWatch);
        a.apply(preview.merge.edit);
        QVERIFY(a.workspace->progress().timer().has_value());
    }

    /// Cards recalled in three copies, with undo, clocks that stand apart or are set back, and merges in between; none within two
    /// hours of the turn of the day, where a replay takes the day as it is stored.
    void afterAnyLifeCardsStandWhereTheirRecallsLead()
    {
        for (quint64 seed = 1; seed <= 60; ++seed) {
            std::mt19937_64 random(seed);
            const auto below = [&random](int limit) { return static_cast<int>(random() % static_cast<quint64>(limit)); };
            std::vector<MemoryStore> copies(3, installed(courseWithCards()));
            for (int i = 0; i < 20; ++i) {
                const auto which = static_cast<std::size_t>(below(3));
                const Copy one(copies[which], openedAt + below(40) * day + below(3) * day / 4);
                liveOn(one, below(8), copies[static_cast<std::size_t>(below(3))]);
                copies[which] = *one.store;
            }
            const Copy a(copies[0], openedAt);
            const Copy b(copies[1], openedAt);
            (void)mergedIn(a, copies[1]);
            (void)mergedIn(b, copies[0]);
            const std::string of = "seed " + std::to_string(seed);
            QVERIFY2(a.isWhereRecallsLead() && b.isWhereRecallsLead(), of.c_str());
            QVERIFY2(domain::contentHash(a.workspace->progress()) == domain::contentHash(b.workspace->progress()), of.c_str());
            QVERIFY2(a.preview(b).value().isEmpty(), of.c_str());
        }
    }

    void workOnAnOlderEditionOfTheCourseGoesWhereItsSkillWent()
    {
        const MemoryStore common = installed(support::sampleCourse());
        const Copy b(common, openedAt);
        b.apply(domain::writeNote(b.workspace->context(), b.skill(), u"words"_s));
        const Copy a(common, openedAt);
        const QString old = a.skill();
        domain::CourseContent newer = support::sampleCourse();
        newer.course.skills.front().id = u"renamed"_s;
        newer.course.moved.insert(old, u"renamed"_s);
        for (domain::Skill& skill : newer.course.skills) {
            skill.prerequisites.replaceInStrings(old, u"renamed"_s);
        }
        for (domain::Lesson& lesson : newer.lessons) {
            lesson.skill = lesson.skill == old ? u"renamed"_s : lesson.skill;
        }
        QVERIFY(a.workspace->installCourse(newer).has_value());
        a.apply(a.preview(b).value().merge.edit);
        QVERIFY(a.workspace->progress().skill(u"renamed"_s).note.has_value());
        // The other way round its ids are not known yet.
        const auto refused = b.preview(a);
        QVERIFY(!refused && refused.error().code == ErrorCode::Refused);
        // Also where the old id stands inside a record alone.
        const Copy c(common, openedAt);
        QVERIFY(c.preview(a).has_value());
        c.apply(domain::addTime(c.workspace->context(), c.skill(), openedAt - day, 20));
        const auto also = c.preview(a);
        QVERIFY(!also && also.error().code == ErrorCode::Refused);
    }
};

QTEST_GUILESS_MAIN(tst_CopyMerge)
#include "tst_CopyMerge.moc"

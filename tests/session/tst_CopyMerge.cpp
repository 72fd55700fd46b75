// SPDX-License-Identifier: GPL-3.0-or-later
#include <CopyMerges.h>
#include <MergedCopies.h>
#include <SampleCourse.h>

#include <domain/JournalReplay.h>
#include <domain/StudyEdits.h>
#include <learning/Replay.h>
#include <session/CopyMerge.h>
#include <session/MovingIds.h>
#include <session/RecallDesk.h>
#include <session/Workspace.h>

#include <QTest>

#include <algorithm>
#include <random>
#include <string>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using session::Workspace;
using support::MemoryStore;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;
constexpr qint64 morning = 1'790'000'000'000;

domain::CourseContent courseWithCards()
{
    domain::CourseContent content = support::sampleCourse();
    content.course.skills.front().cards = { u"first"_s };
    content.course.skills.front().questions = { u"which"_s };
    return content;
}

MemoryStore installed(const domain::CourseContent& content)
{
    MemoryStore store;
    if (!store.installCourse(content)) {
        qFatal("the course does not install");
    }
    return store;
}

/// A copy of a library, open at a moment.
struct Copy
{
    MemoryStore* store = nullptr; ///< owned by the workspace
    std::unique_ptr<Workspace> workspace;

    Copy(const MemoryStore& of, qint64 now)
    {
        auto owned = std::make_unique<MemoryStore>(of);
        store = owned.get();
        workspace = std::move(*Workspace::open(std::move(owned), { [now] { return now; }, QTimeZone::utc() }));
    }

    [[nodiscard]] QString skill() const { return workspace->course().skills.front().id; }
    void apply(const domain::Result<domain::Edit>& edit) const
    {
        if (const auto done = workspace->apply(edit); !done || done->changes.empty()) {
            qFatal("the edit is not made");
        }
    }
    void recall(domain::Grade grade) const
    {
        const domain::CardState state = workspace->progress().skill(skill()).cards.value(u"first"_s);
        apply(session::RecallDesk(*workspace).graded({ skill(), u"first"_s, {}, {}, false, state }, grade, 900));
    }
    void answer(bool right) const
    {
        domain::Attempt attempt;
        attempt.right = right;
        apply(domain::answerQuestion(workspace->context(), skill(), u"which"_s, attempt));
    }
    [[nodiscard]] domain::LibraryContents read() const
    {
        return { store->libraryId().value(), store->course().value().value(), workspace->progress(), support::wholeJournal(*store) };
    }
    [[nodiscard]] domain::Result<session::MergePreview> preview(const Copy& other) const
    {
        return session::previewOf(*session::libraryHere(*workspace), other.read(), u"other.waymark"_s);
    }
    [[nodiscard]] QByteArray mergedHash(const Copy& other) const
    {
        apply(preview(other).value().merge.edit);
        return domain::contentHash(workspace->progress());
    }
    [[nodiscard]] bool isWhereRecallsLead() const
    {
        const QHash<QString, qint64> order = domain::orderOf(support::historyIn(*store));
        return learning::replay(workspace->progress(), { workspace->zone(), order, &workspace->course() }).differences.empty();
    }
};

bool mergedIn(const Copy& into, const MemoryStore& other)
{
    const Copy there(other, morning);
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
        const Copy a(common, morning);
        const Copy b(common, morning + 3 * day);
        a.recall(domain::Grade::Good);
        b.recall(domain::Grade::Again);
        const MemoryStore before = *a.store;
        const QByteArray merged = a.mergedHash(b);
        QCOMPARE(b.mergedHash(Copy(before, morning)), merged);
        const domain::SkillProgress& skill = a.workspace->progress().skill(a.skill());
        QCOMPARE(skill.recalls.value(u"first"_s).size(), 2);
        QCOMPARE(skill.cards.value(u"first"_s).schedule.reps, 2);
        QVERIFY(a.isWhereRecallsLead());
        QVERIFY(a.preview(b).value().isEmpty()); // and so it stays
    }

    void ofTheAnswersToAQuestionOneIsTheFirst()
    {
        const MemoryStore common = installed(courseWithCards());
        const Copy a(common, morning + day);
        const Copy b(common, morning);
        a.answer(true);
        b.answer(false);
        const MemoryStore before = *a.store;
        const QByteArray merged = a.mergedHash(b);
        QCOMPARE(b.mergedHash(Copy(before, morning)), merged);
        QVERIFY(a.isWhereRecallsLead());
        const auto attempts = a.workspace->progress().skill(a.skill()).attempts.value(u"which"_s);
        QCOMPARE(attempts.size(), 2);
        for (const domain::Attempt& attempt : attempts) {
            QCOMPARE(attempt.first, !attempt.right);
        }
    }

    void aPreviewCountsAndNamesSkills()
    {
        const MemoryStore common = installed(support::sampleCourse());
        const Copy a(common, morning);
        const Copy b(common, morning);
        b.apply(domain::writeNote(b.workspace->context(), b.skill(), u"words"_s));
        b.apply(domain::setLearner(b.workspace->context(), u"Ada"_s));
        const session::MergePreview preview = a.preview(b).value();
        QCOMPARE(preview.added, 2);
        QCOMPARE(preview.changed, 0);
        QCOMPARE(preview.removed, 0);
        QCOMPARE(preview.merge.newEdits, 2);
        QCOMPARE(preview.skills, QStringList(a.skill()));
    }

    void aPreviewCountsWhatComesOfTheReplay()
    {
        const MemoryStore common = installed(courseWithCards());
        const Copy a(common, morning);
        const Copy b(common, morning + 3 * day);
        a.recall(domain::Grade::Good);
        b.recall(domain::Grade::Again);
        const session::MergePreview preview = a.preview(b).value();
        QCOMPARE(preview.added, 1); // the recall
        QCOMPARE(preview.changed + preview.removed, static_cast<int>(preview.merge.edit.changes.size()) - 2); // and what it absorbed
        QCOMPARE(preview.skills, QStringList(a.skill()));
    }

    void aCopyThatOnlySuspendedACardLeavesItsPlace()
    {
        const MemoryStore common = installed(courseWithCards());
        const Copy a(common, morning);
        a.recall(domain::Grade::Good);
        const Copy b(*a.store, morning + day);
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
        const Copy start(common, morning);
        start.apply(domain::startTimer(start.workspace->context(), start.skill()));
        const Copy a(*start.store, morning + 20 * minute);
        const Copy b(*start.store, morning + 50 * minute);
        a.apply(domain::stopTimer(a.workspace->context()));
        b.apply(domain::stopTimer(b.workspace->context()));
        const MemoryStore before = *a.store;
        const QByteArray merged = a.mergedHash(b);
        QCOMPARE(b.mergedHash(Copy(before, morning + 60 * minute)), merged);
        QCOMPARE(a.workspace->progress().minutesOn(a.skill()), 50); // and not 70; the other length waits
        QCOMPARE(a.workspace->progress().conflicts().size(), 1);
    }

    void aWatchThatTheOtherCopyHasStoppedIsTakenOff()
    {
        const MemoryStore common = installed(courseWithCards());
        const Copy start(common, morning);
        start.apply(domain::startTimer(start.workspace->context(), start.skill()));
        const Copy a(*start.store, morning + 30 * minute);
        const Copy b(*start.store, morning + 20 * minute);
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
        const Copy a(common, morning + 30 * minute);
        const Copy b(common, morning + 20 * minute);
        a.apply(domain::startTimer(a.workspace->context(), a.skill()));
        b.apply(domain::addTime(b.workspace->context(), b.skill(), morning, 20));
        const session::MergePreview preview = a.preview(b).value();
        QVERIFY(!preview.stopsWatch);
        a.apply(preview.merge.edit);
        QVERIFY(a.workspace->progress().timer().has_value());
    }

    void whoeverMovedOnIsTold()
    {
        const Copy a(installed(courseWithCards()), morning);
        const auto isStill = [&a](const session::LibraryHere& here) { return session::isStill(*a.workspace, here).value(); };
        const auto first = session::libraryHere(*a.workspace).value();
        QVERIFY(isStill(first));
        a.apply(domain::writeNote(a.workspace->context(), a.skill(), u"words"_s));
        QVERIFY(!isStill(first));
        const auto second = session::libraryHere(*a.workspace).value();
        QVERIFY(isStill(second) && a.workspace->undo().has_value() && !isStill(second));
        const auto third = session::libraryHere(*a.workspace).value();
        QVERIFY(a.workspace->redo().has_value() && !isStill(third) && !isStill(second));
        const auto fourth = session::libraryHere(*a.workspace).value();
        QVERIFY(a.workspace->installCourse(support::sampleCourse()).has_value() && !isStill(fourth));
    }

    /// Where no edit can be read on the thread of the workspace.
    void whoeverAsksWhetherItStillHoldsReadsNoEdit()
    {
        class Unread final : public MemoryStore
        {
        public:
            using MemoryStore::MemoryStore;
            explicit Unread(const MemoryStore& other)
                : MemoryStore(other)
            {
            }
            domain::Result<std::vector<domain::JournalEntry>> journal(int) override { return domain::failure(ErrorCode::Io); }
        };
        const Copy a(installed(courseWithCards()), morning);
        a.apply(domain::writeNote(a.workspace->context(), a.skill(), u"words"_s));
        const auto closed = Workspace::open(std::make_unique<Unread>(*a.store), { [] { return morning; }, QTimeZone::utc() });
        const session::HereReader reader = session::hereReader(**closed);
        const session::LibraryHere here = reader({}).value();
        QCOMPARE(here.contents.journal.size(), std::size_t { 1 });
        QVERIFY(session::isStill(**closed, here).value());
        QVERIFY((*closed)->undo() && !session::isStill(**closed, here).value());
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(reader({ stop.get_token() }).error().code, ErrorCode::Cancelled);
    }

    void aPreviewEndsAtEachMomentAtWhichItIsAskedTo_data()
    {
        QTest::addColumn<bool>("isMoved");
        QTest::newRow("ids are looked for") << false;
        QTest::newRow("ids are moved") << true;
    }
    void aPreviewEndsAtEachMomentAtWhichItIsAskedTo()
    {
        QFETCH(const bool, isMoved);
        const MemoryStore common = installed(courseWithCards());
        const Copy a(common, morning);
        const Copy b(common, morning + day);
        for (int i = 0; i < 40; ++i) {
            a.recall(domain::Grade::Good);
            b.recall(domain::Grade::Hard);
        }
        session::LibraryHere here = session::libraryHere(*a.workspace).value();
        if (isMoved) {
            here.contents.course.skills.front().id = u"renamed"_s;
            here.contents.course.moved.insert(a.skill(), u"renamed"_s);
        }
        domain::LibraryContents other = b.read();
        other.course.moved.insert(u"gone"_s, a.skill()); // so that ids are looked for
        std::vector<int> said;
        const auto preview = session::previewOf(here, other, {}, {}, [&said](int permille) { said.push_back(permille); });
        QVERIFY(preview && preview->skills.contains(u"renamed"_s) == isMoved);
        QVERIFY(said.size() > 10 && std::ranges::is_sorted(said));
        for (std::size_t last = 0; last + 1 < said.size(); ++last) {
            std::stop_source stop;
            std::size_t calls = 0;
            const auto ended = session::previewOf(
                here, other, u"other.waymark"_s, stop.get_token(), [&](int) { calls++ == last ? (void)stop.request_stop() : void(); });
            QVERIFY(!ended && ended.error().code == ErrorCode::Cancelled && ended.error().subject == u"other.waymark");
            QCOMPARE(calls, last + 1);
        }
    }

    /// Also where places of cards are lost, and cards have no recalls.
    void noWordOfAPreviewGoesBackOrBeyondTheEnd()
    {
        const Copy a(installed(courseWithCards()), morning);
        const Copy b(installed(courseWithCards()), morning + day);
        for (int i = 0; i < 100; ++i) {
            const QString id = QString::number(i);
            support::change(*b.store, u"place-"_s + id, domain::RecordKey::ofCard(b.skill(), u"place-"_s + id), domain::CardState {});
            support::change(*b.store, u"recall-"_s + id, domain::RecordKey::ofRecall(b.skill(), u"recall-"_s + id, id), domain::Recall {});
        }
        const domain::LibraryContents other { b.store->libraryId().value(), b.store->course().value().value(), b.store->progress().value(),
            support::wholeJournal(*b.store) };
        std::vector<int> said;
        QVERIFY(session::previewOf(session::libraryHere(*a.workspace).value(), other, {}, {}, [&said](int permille) {
            said.push_back(permille);
        }).has_value());
        QVERIFY(std::ranges::is_sorted(said) && said.front() >= 0 && said.back() == 1'000);
    }

    /// Else moved() is not asked.
    void idsAreFoundWhereverACourseMovesThem()
    {
        domain::Course used;
        used.moved = { { u"skill-1"_s, u"skill-9"_s }, { u"skill-4"_s, u"skill-2"_s } };
        domain::Course unused;
        unused.moved = { { u"skill-70"_s, u"skill-71"_s } };
        const domain::Moves moves(used);
        const domain::Moves movesNothing(unused);
        const domain::MergeWatch watch;
        for (quint64 seed = 1; seed <= 40; ++seed) {
            const support::MergedCopies copies(seed, 2, static_cast<int>(seed % 8) * 8, support::MergedCopies::Salvaged);
            MemoryStore copy = copies.at(0);
            const domain::LibraryContents contents { {}, {}, copy.progress().value(), support::wholeJournal(copy) };
            const domain::LearnerHistory history = support::historyIn(copy);
            const bool isMoved = domain::moved(moves, history).value() != history;
            const std::string of = "seed " + std::to_string(seed);
            QVERIFY2(session::MovingIds(moves, { watch, 0, 0 }).areIn(contents).value() || !isMoved, of.c_str());
            QVERIFY2(!session::MovingIds(movesNothing, { watch, 0, 0 }).areIn(contents).value(), of.c_str());
        }
    }

    void aPreviewSaysHowFarItIsAndEndsWhenAsked()
    {
        const MemoryStore common = installed(courseWithCards());
        const Copy a(common, morning);
        const Copy b(common, morning);
        b.apply(domain::writeNote(b.workspace->context(), b.skill(), u"words"_s));
        const session::LibraryHere here = session::libraryHere(*a.workspace).value();
        std::vector<int> said;
        QVERIFY(session::previewOf(here, b.read(), {}, {}, [&said](int permille) { said.push_back(permille); }).has_value());
        QVERIFY(std::ranges::is_sorted(said) && said.front() == 0 && said.back() == 1'000);
        std::stop_source stop;
        stop.request_stop();
        const auto ended = session::previewOf(here, b.read(), u"other.waymark"_s, stop.get_token());
        QVERIFY(!ended && ended.error().code == ErrorCode::Cancelled);
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
                const Copy one(copies[which], morning + below(40) * day + below(3) * day / 4);
                liveOn(one, below(8), copies[static_cast<std::size_t>(below(3))]);
                copies[which] = *one.store;
            }
            const Copy a(copies[0], morning);
            const Copy b(copies[1], morning);
            (void)mergedIn(a, copies[1]);
            (void)mergedIn(b, copies[0]);
            const std::string of = "seed " + std::to_string(seed);
            QVERIFY2(a.isWhereRecallsLead() && b.isWhereRecallsLead(), of.c_str());
            QVERIFY2(domain::contentHash(a.workspace->progress()) == domain::contentHash(b.workspace->progress()), of.c_str());
            QVERIFY2(a.preview(b).value().isEmpty(), of.c_str());
        }
    }

    void anotherLibraryIsRefused()
    {
        const Copy a(installed(support::sampleCourse()), morning);
        domain::LibraryContents other = a.read();
        other.libraryId = u"another"_s;
        const auto refused = session::previewOf(*session::libraryHere(*a.workspace), other, u"other.waymark"_s);
        QVERIFY(!refused && refused.error().code == ErrorCode::OtherLibrary && refused.error().subject == u"other.waymark");
    }

    void workOnAnOlderEditionOfTheCourseGoesWhereItsSkillWent()
    {
        const MemoryStore common = installed(support::sampleCourse());
        const Copy b(common, morning);
        b.apply(domain::writeNote(b.workspace->context(), b.skill(), u"words"_s));
        const Copy a(common, morning);
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
        const Copy c(common, morning);
        QVERIFY(c.preview(a).has_value());
        c.apply(domain::addTime(c.workspace->context(), c.skill(), morning - day, 20));
        const auto also = c.preview(a);
        QVERIFY(!also && also.error().code == ErrorCode::Refused);
    }
};

QTEST_GUILESS_MAIN(tst_CopyMerge)
#include "tst_CopyMerge.moc"

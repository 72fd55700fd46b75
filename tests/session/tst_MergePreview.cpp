// SPDX-License-Identifier: GPL-3.0-or-later
#include <MergedCopies.h>
#include <OpenCopies.h>

#include <session/MovingIds.h>

#include <QTest>

#include <algorithm>
#include <string>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using session::Workspace;
using support::Copy;
using support::courseWithCards;
using support::day;
using support::installed;
using support::MemoryStore;
using support::openedAt;

class tst_MergePreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPreviewCountsAndNamesSkills()
    {
        const MemoryStore common = installed(support::sampleCourse());
        const Copy a(common, openedAt);
        const Copy b(common, openedAt);
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
        const Copy a(common, openedAt);
        const Copy b(common, openedAt + 3 * day);
        a.recall(domain::Grade::Good);
        b.recall(domain::Grade::Again);
        const session::MergePreview preview = a.preview(b).value();
        QCOMPARE(preview.added, 1); // the recall
        QCOMPARE(preview.changed + preview.removed, static_cast<int>(preview.merge.edit.changes.size()) - 2); // and what it absorbed
        QCOMPARE(preview.skills, QStringList(a.skill()));
    }

    void whoeverMovedOnIsTold()
    {
        const Copy a(installed(courseWithCards()), openedAt);
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
        const Copy a(installed(courseWithCards()), openedAt);
        a.apply(domain::writeNote(a.workspace->context(), a.skill(), u"words"_s));
        const auto closed = Workspace::open(std::make_unique<Unread>(*a.store), { [] { return openedAt; }, QTimeZone::utc() });
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
        const Copy a(common, openedAt);
        const Copy b(common, openedAt + day);
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
        const Copy a(installed(courseWithCards()), openedAt);
        const Copy b(installed(courseWithCards()), openedAt + day);
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
        const Copy a(common, openedAt);
        const Copy b(common, openedAt);
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

    void anotherLibraryIsRefused()
    {
        const Copy a(installed(support::sampleCourse()), openedAt);
        domain::LibraryContents other = a.read();
        other.libraryId = u"another"_s;
        const auto refused = session::previewOf(*session::libraryHere(*a.workspace), other, u"other.waymark"_s);
        QVERIFY(!refused && refused.error().code == ErrorCode::OtherLibrary && refused.error().subject == u"other.waymark");
    }
};

QTEST_GUILESS_MAIN(tst_MergePreview)
#include "tst_MergePreview.moc"

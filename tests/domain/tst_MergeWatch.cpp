// SPDX-License-Identifier: GPL-3.0-or-later
// How whoever waits for a merge hears of it and ends it.
#include <CopyMerges.h>

#include <domain/AbsorbedEdits.h>
#include <domain/PracticeOrder.h>
#include <domain/MergedRecord.h>

#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::EditKind;
using domain::ErrorCode;
using domain::JournalState;
using domain::RecordKey;
using support::change;
using support::copyThatTookIn;
using support::MemoryStore;
using support::morning;
using support::tried;

namespace {

/// Long work, by name, and how often it passes over all of what it is given.
struct Step
{
    const char* name;
    std::size_t passes;
    std::function<domain::Result<void>(const domain::MergeStretch&)> work;
};

template <class T> domain::Result<void> ended(const domain::Result<T>& result)
{
    return result.map([](const auto&) {});
}

constexpr std::size_t many = 640;

/// Recalls, each of a card of its own that the other edits do not know of.
domain::LearnerHistory manyRecalls()
{
    domain::LearnerHistory copy;
    for (std::size_t i = 0; i < many; ++i) {
        const QString id = u"edit-%1"_s.arg(i, 4, 10, QChar(u'0'));
        const RecordKey key = RecordKey::ofRecall(u"vcs-git"_s, u"card-%1"_s.arg(i), id);
        domain::Recall recall;
        recall.at = morning;
        copy.records.emplace_back(key, recall);
        const QStringList parents = i == 0 ? QStringList() : QStringList(copy.journal.back().edit.id);
        copy.journal.push_back({ { id, EditKind::RecallCard, {}, morning, { { key, std::nullopt, recall } } }, static_cast<qint64>(i + 1),
            JournalState::Applied, 0, parents });
    }
    return copy;
}

/// All of them at once, as a plan is imported.
domain::LearnerHistory oneLongEdit(const domain::LearnerHistory& of)
{
    domain::LearnerHistory copy { of.records, { of.journal.front() } };
    for (std::size_t i = 1; i < of.journal.size(); ++i) {
        copy.journal.front().edit.changes.push_back(of.journal[i].edit.changes.front());
    }
    return copy;
}

/// The same merge, over records that the journal has lost, and which it has changed.
domain::LearnerHistory mergeOverLost(domain::LearnerHistory merge, const domain::LearnerHistory& lost)
{
    for (const auto& [key, record] : lost.records) {
        domain::Recall after = std::get<domain::Recall>(record);
        after.at += 1;
        merge.journal.front().edit.changes.push_back({ key, record, after });
        merge.records.emplace_back(key, after);
    }
    return merge;
}

} // namespace

class tst_MergeWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// So that however large two copies are, neither a word nor a cancel waits long.
    void longWorkSpeaksEveryFewEditsAndEndsAtEachWord()
    {
        const domain::LearnerHistory copy = manyRecalls();
        const domain::LearnerHistory one = oneLongEdit(copy);
        const domain::MergeHistory known = domain::historyOf(copy, {}).value();
        const domain::Absorbed absorbed = domain::absorbedOf(known, {}).value();
        const domain::LearnerHistory taken = copyThatTookIn(known);
        const domain::CausalOrder order = domain::CausalOrder::of(known).value();
        domain::Course course;
        course.moved = { { u"vcs-git"_s, u"git"_s } };
        const domain::Moves moves(course);
        const auto released = [&known](const domain::MergeStretch& stretch) -> domain::Result<void> {
            auto edits = known.edits;
            return domain::release(edits, stretch) ? domain::Result<void>() : domain::failure(ErrorCode::Cancelled);
        };
        const std::vector<Step> steps {
            { "reading a journal", 1, [&](const auto& stretch) { return ended(domain::historyOf(copy, stretch)); } },
            { "looking for what it has lost", 2, [&](const auto& stretch) { return ended(domain::lostEdits(copy, stretch)); } },
            { "the same in one edit", 2, [&](const auto& stretch) { return ended(domain::lostEdits(one, stretch)); } },
            { "taking in what a merge brought", 2, [&](const auto& stretch) { return ended(domain::historyOf(taken, stretch)); } },
            { "uniting", 2, [&](const auto& stretch) { return ended(domain::united(known, known, stretch)); } },
            { "finding news", 1, [&](const auto& stretch) { return ended(domain::newsOf(known, {}, stretch)); } },
            { "putting in order", 3, [&](const auto& stretch) { return ended(domain::CausalOrder::of(known, stretch)); } },
            { "gathering touches", 1, [&](const auto& stretch) { return ended(domain::touchesOf(order, stretch)); } },
            { "ordering recalls", 2, [&](const auto& stretch) { return ended(domain::orderOf(order, stretch)); } },
            { "writing what was brought", 1, [&](const auto& stretch) { return ended(domain::absorbedOf(known, stretch)); } },
            { "reading it", 1, [&](const auto& stretch) { return ended(domain::historyOf(absorbed, stretch)); } },
            { "moving ids", 4, [&](const auto& stretch) { return ended(domain::moved(moves, copy, stretch)); } },
            { "moving those of one edit", 4, [&](const auto& stretch) { return ended(domain::moved(moves, one, stretch)); } },
            { "moving those that a merge brought", 4, [&](const auto& stretch) { return ended(domain::moved(moves, taken, stretch)); } },
            { "giving back room", 1, released },
        };
        for (const Step& step : steps) {
            std::size_t words = 0;
            const domain::MergeWatch counting { {}, [&words](int) { ++words; } };
            QVERIFY2(step.work({ counting, 0, 1'000 }), step.name);
            QVERIFY2(words >= step.passes * (many / domain::MergeStretch::often),
                qPrintable(u"%1: %2 words"_s.arg(QString::fromLatin1(step.name)).arg(words)));
            for (std::size_t last = 0; last < words; ++last) {
                std::stop_source stop;
                std::size_t calls = 0;
                const domain::MergeWatch watch { stop.get_token(), [&](int) { calls++ == last ? (void)stop.request_stop() : void(); } };
                const auto end = step.work({ watch, 0, 1'000 });
                QVERIFY2(!end && end.error().code == ErrorCode::Cancelled && calls == last + 1, step.name);
            }
        }
    }

    /// Two copies, of which one knows half of what the other one knows.
    void aMergeSpeaksInEachOfItsLoops()
    {
        const domain::LearnerHistory copy = manyRecalls();
        domain::LearnerHistory ours = copy;
        ours.journal.resize(many / 2);
        ours.records.resize(many / 2);
        std::size_t words = 0;
        QVERIFY(tried(ours, copy, { {}, [&words](int) { ++words; } }).has_value());
        constexpr std::size_t overHalf = 8; // ours read, its losses (2), united, torn, strayed, given back; news told
        constexpr std::size_t overAll = 3 + 11; // theirs read, its losses (2); joined, affected, in order (3), touched, its practices,
                                                // touches given back, recalls, news found, all given back
        constexpr std::size_t ofEach = many + many / 2; // each card put in order, each new record set
        const std::size_t expected = (overHalf * many / 2 + overAll * many) / domain::MergeStretch::often + ofEach;
        QCOMPARE(words, expected);
    }

    /// Also where an edit in an edit is long, as a merge is that has taken in another one.
    void noWordGoesBackOrBeyondTheEnd()
    {
        const domain::MergeHistory inOneEdit = domain::historyOf(oneLongEdit(manyRecalls()), {}).value();
        const domain::LearnerHistory taken = mergeOverLost(copyThatTookIn(inOneEdit), manyRecalls());
        const domain::MergeHistory inMany = domain::historyOf(manyRecalls(), {}).value();
        const domain::LearnerHistory takenOfMany = mergeOverLost(copyThatTookIn(inMany), manyRecalls());
        domain::Course course;
        course.moved = { { u"vcs-git"_s, u"git"_s } };
        const domain::Moves moves(course);
        const std::vector<Step> steps {
            { "looking for what has been brought", 1, [&](const auto& stretch) { return ended(domain::lostEdits(takenOfMany, stretch)); } },
            { "moving what has been brought", 1, [&](const auto& stretch) { return ended(domain::moved(moves, takenOfMany, stretch)); } },
            { "reading a journal", 1, [&](const auto& stretch) { return ended(domain::historyOf(taken, stretch)); } },
            { "looking for what it has lost", 1, [&](const auto& stretch) { return ended(domain::lostEdits(taken, stretch)); } },
            { "moving ids", 1, [&](const auto& stretch) { return ended(domain::moved(moves, taken, stretch)); } },
            { "a merge", 1,
                [&](const auto& stretch) {
                    const auto say = [&stretch](int permille) { (void)stretch.goesOn(static_cast<std::size_t>(permille), 1'000, 1); };
                    return ended(tried(manyRecalls(), taken, { {}, say }));
                } },
            { "more than was thought", 1,
                [](const auto& stretch) -> domain::Result<void> {
                    (void)stretch.goesOn(64, 32);
                    return {};
                } },
        };
        constexpr int first = 100;
        constexpr int last = 1'000'000'000; // so fine that a step in a step is seen
        for (const Step& step : steps) {
            std::vector<int> said;
            const domain::MergeWatch watch { {}, [&said](int permille) { said.push_back(permille); } };
            QVERIFY2(step.work({ watch, first, last }), step.name);
            QVERIFY2(!said.empty() && std::ranges::is_sorted(said), step.name);
            QVERIFY2(said.front() >= first && said.back() <= last, step.name);
        }
    }

    void aMergeSaysHowFarItIsAndEndsWhenAsked()
    {
        MemoryStore b;
        for (int i = 0; i < 200; ++i) {
            change(b, QString::number(i), RecordKey::ofNote(u"skill-%1"_s.arg(i)), domain::Note { u"words"_s, false, morning });
        }
        const domain::LearnerHistory theirs = support::historyIn(b);
        std::vector<int> said;
        QVERIFY(tried({}, theirs, { {}, [&said](int permille) { said.push_back(permille); } }).has_value());
        QVERIFY(said.size() > 10 && std::ranges::is_sorted(said) && said.front() >= 0 && said.back() <= 1'000);
        // Asked at any of these moments it ends.
        for (std::size_t last = 0; last < said.size(); ++last) {
            std::stop_source stop;
            std::size_t calls = 0;
            const auto ended = tried({}, theirs, { stop.get_token(), [&](int) { calls++ == last ? (void)stop.request_stop() : void(); } });
            QVERIFY(!ended && ended.error().code == ErrorCode::Cancelled);
            QCOMPARE(calls, last + 1);
        }
    }
};

QTEST_GUILESS_MAIN(tst_MergeWatch)
#include "tst_MergeWatch.moc"

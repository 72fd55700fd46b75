// SPDX-License-Identifier: GPL-3.0-or-later
#include <CopyMerges.h>
#include <RandomRecords.h>

#include <domain/AbsorbedEdits.h>
#include <domain/JournalReplay.h>
#include <domain/MergedRecord.h>
#include <domain/MergeLimits.h>
#include <domain/PracticeOrder.h>
#include <domain/RecordFields.h>
#include <domain/RecordParts.h>

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <functional>
#include <limits>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::CardState;
using domain::EditKind;
using domain::ErrorCode;
using domain::JournalState;
using domain::Meeting;
using domain::Progress;
using domain::Record;
using domain::RecordKey;
using domain::RecordKind;
using domain::RecordPart;
using support::change;
using support::committed;
using support::hashOf;
using support::MemoryStore;
using support::mergedWith;
using support::mergeOf;
using support::morning;
using support::recordOf;

namespace {

const RecordKey git = RecordKey::ofSkill(u"vcs-git"_s);
const RecordKey gitNote = RecordKey::ofNote(u"vcs-git"_s);
const RecordKey goal = RecordKey::ofGoal();

domain::Note note(const QString& text, qint64 at = morning)
{
    return { text, false, at };
}

domain::Result<domain::Merge> tried(
    const domain::LearnerHistory& ours, const domain::LearnerHistory& theirs, const domain::MergeWatch& watch)
{
    const domain::Roadmap roadmap { domain::Course {} };
    Progress progress;
    for (const auto& [key, record] : ours.records) {
        progress.setRecord(key, record);
    }
    return domain::mergeCopies({ roadmap, progress, morning, u"m"_s }, ours.journal, theirs, watch);
}

/// With a merge in its journal that brought in these edits.
domain::LearnerHistory copyThatTookIn(const domain::MergeHistory& edits)
{
    const domain::MergeWatch watch;
    const domain::RecordChange brought { RecordKey::ofAbsorbed(u"m"_s), std::nullopt, domain::absorbedOf(edits, { watch, 0, 0 }).value() };
    return { {}, { { { u"m"_s, EditKind::MergeLibrary, {}, morning, { brought } }, 1, JournalState::Applied, 0, {} } } };
}

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

QStringList fieldsOf(RecordKind kind)
{
    QStringList names;
    const Record record = domain::emptyRecord(kind);
    const auto add = [&names](const char* name, const auto& /*value*/) {
        names += QLatin1StringView(name) == "memory"_L1 ? QStringList { u"stability"_s, u"difficulty"_s }
                                                        : QStringList(QLatin1StringView(name));
    };
    std::visit([&add](const auto& each) { domain::visitFields(each, add); }, record);
    names.sort();
    return names;
}

double numberIn(const RecordPart& part, const QJsonObject& fields)
{
    const QJsonValue value = fields[part.fields.front()];
    return value.isBool() ? static_cast<double>(value.toBool()) : value.toDouble();
}

/// Whether what two copies have made of a part has become what it should; `waits` are the values that wait for an answer.
bool isMetAs(const RecordPart& part, const QJsonObject& merged, const std::array<QJsonObject, 2>& sides, const QStringList& waits)
{
    const double number = numberIn(part, merged);
    const double one = numberIn(part, sides[0]);
    const double other = numberIn(part, sides[1]);
    const QString shown = domain::textOf(part, merged);
    const bool isOneOfBoth = shown == domain::textOf(part, sides[0]) || shown == domain::textOf(part, sides[1]);
    switch (part.meeting) {
    case Meeting::Ask: {
        const bool isOne = shown == domain::textOf(part, sides[0]);
        const QString waiting = QString::fromUtf8(QJsonDocument(sides[isOne ? 1 : 0]).toJson(QJsonDocument::Compact));
        return isOneOfBoth && waits == QStringList(waiting);
    }
    case Meeting::Larger:
        return number == std::max(one, other) && waits.isEmpty();
    case Meeting::Smaller:
        return number == std::min(one, other) && waits.isEmpty();
    case Meeting::Earliest:
        return number == (one == 0 || other == 0 ? std::max(one, other) : std::min(one, other)) && waits.isEmpty();
    case Meeting::Members:
    case Meeting::Derived:
        return waits.isEmpty() && (part.meeting == Meeting::Members || isOneOfBoth);
    }
    return false;
}

} // namespace

/// What copies know of each other where their lives were odd, and what becomes of each part of a record.
class tst_MergeHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldOfEveryRecordIsInOnePart()
    {
        for (std::size_t i = 0; i < domain::recordKinds; ++i) {
            const auto kind = static_cast<RecordKind>(i);
            QStringList chosen;
            for (const RecordPart& part : domain::partsOf(kind)) {
                chosen += part.fields;
            }
            chosen.sort();
            QVERIFY2(domain::isMerged(kind) == !chosen.isEmpty(), qPrintable(domain::toString(kind)));
            QVERIFY2(chosen.isEmpty() || chosen == fieldsOf(kind), qPrintable(domain::toString(kind)));
        }
    }

    void eachPartOfEveryRecordMeetsAsItShould()
    {
        support::RandomRecords random(7);
        for (int i = 0; i < 300; ++i) {
            const RecordKey key = random.key();
            const Record before = random.record(key.kind);
            for (const RecordPart& part : domain::partsOf(key.kind)) {
                MemoryStore a;
                change(a, u"1"_s, key, before);
                MemoryStore b = a;
                std::array<QJsonObject, 2> sides { domain::fieldsOf(before), domain::fieldsOf(before) };
                domain::putPart(sides[0], part, domain::fieldsOf(random.record(key.kind)));
                domain::putPart(sides[1], part, domain::fieldsOf(random.record(key.kind)));
                const bool isSame = sides[0] == sides[1] || sides[0] == domain::fieldsOf(before) || sides[1] == domain::fieldsOf(before);
                if (isSame) {
                    continue;
                }
                change(a, u"2"_s, key, domain::recordOf(key.kind, sides[0]));
                change(b, u"3"_s, key, domain::recordOf(key.kind, sides[1]));
                MemoryStore merged = mergedWith(a, b, u"m"_s);
                const Progress progress = merged.progress().value();
                const RecordKey conflict = RecordKey::ofConflict(key, part.fields.front());
                const QStringList waits = progress.conflicts().value(conflict).others;
                const auto record = progress.record(key);
                QVERIFY2(record && isMetAs(part, domain::fieldsOf(*record), sides, waits),
                    qPrintable(domain::toString(key.kind) + u' ' + part.fields.front()));
                QCOMPARE(progress.conflicts().size(), waits.isEmpty() ? 0 : 1);
            }
        }
    }

    void partsOfTheStateOfACardMeetApart()
    {
        const RecordKey key = RecordKey::ofCard(u"vcs-git"_s, u"first"_s);
        MemoryStore a;
        CardState state;
        state.schedule.last = morning;
        state.schedule.reps = 1;
        change(a, u"1"_s, key, state);
        MemoryStore b = a;
        state.suspended = true;
        change(a, u"2"_s, key, state);
        state.suspended = false;
        state.buriedUntil = morning + 5;
        state.schedule.last = morning + 1;
        state.schedule.reps = 2;
        change(b, u"3"_s, key, state);
        state.suspended = true;
        MemoryStore merged = mergedWith(a, b, u"m"_s);
        QVERIFY(recordOf(merged, key) == Record(state));
        QVERIFY(merged.progress().value().conflicts().isEmpty());
    }

    void theFirstStartOfASkillIsTheEarlierOne()
    {
        MemoryStore a;
        MemoryStore b;
        change(a, u"1"_s, git, domain::SkillMark { domain::Mark::Started, morning + 9, morning + 9, false });
        change(b, u"2"_s, git, domain::SkillMark { domain::Mark::Started, morning + 5, morning + 5, false });
        const Record both = domain::SkillMark { domain::Mark::Started, morning + 9, morning + 5, false };
        QVERIFY(recordOf(mergedWith(a, b, u"m"_s), git) == both);
        MemoryStore never;
        change(never, u"3"_s, git, domain::SkillMark { domain::Mark::Started, morning, 0, false });
        QVERIFY(std::get<domain::SkillMark>(*recordOf(mergedWith(a, never, u"m"_s), git)).startedAt == morning + 9);
    }

    void whatWasTakenBackBeforeAMergeStaysTakenBack()
    {
        MemoryStore a;
        MemoryStore c;
        change(c, u"1"_s, goal, domain::Goal { u"junior"_s, 5, {} });
        a = mergedWith(a, c, u"m"_s);
        change(a, u"2"_s, gitNote, note(u"words"_s));
        c = mergedWith(c, a, u"n"_s);
        QVERIFY(recordOf(c, gitNote).has_value());
        QVERIFY(a.undo().has_value()); // the note
        QVERIFY(a.undo().has_value()); // and the merge under it
        QVERIFY(!recordOf(mergedWith(a, c, u"o"_s), gitNote));
        QVERIFY(!recordOf(mergedWith(c, a, u"o"_s), gitNote));
        QVERIFY(recordOf(mergedWith(a, c, u"o"_s), goal).has_value());
    }

    void anAnswerBringsARemovedRecordBackAsItWas()
    {
        MemoryStore a;
        MemoryStore b;
        change(a, u"1"_s, git, domain::SkillMark { domain::Mark::Done, morning + 3, morning, true });
        change(b, u"2"_s, git, domain::SkillMark { domain::Mark::Skipped, morning + 5, 0, false });
        a = mergedWith(a, b, u"m"_s);
        const bool isDoneShown = std::get<domain::SkillMark>(*recordOf(a, git)).mark == domain::Mark::Done;
        change(a, u"3"_s, git, std::nullopt);
        const Progress progress = a.progress().value();
        const RecordKey conflict = progress.conflicts().firstKey();
        const auto values = domain::valuesOf(progress, conflict);
        QVERIFY(values && !values->shown && values->others.size() == 1);
        const Record left = isDoneShown ? domain::SkillMark { domain::Mark::Skipped, morning + 5, 0, false }
                                        : domain::SkillMark { domain::Mark::Done, morning + 3, morning, true };
        QVERIFY(values->others.front() == left);
        const domain::Roadmap roadmap { domain::Course {} };
        committed(a, domain::answerConflict({ roadmap, progress, morning, u"4"_s }, conflict, 0).value());
        QVERIFY(recordOf(a, git) == left);
    }

    void aHistoryThatCannotBeIsNotBelieved_data()
    {
        QTest::addColumn<int>("turns");
        QTest::addColumn<JournalState>("state");
        QTest::addColumn<QStringList>("parents");
        QTest::newRow("turns below none") << -1 << JournalState::Applied << QStringList();
        QTest::newRow("turns without end") << domain::limits::editTurns + 2 << JournalState::Applied << QStringList();
        QTest::newRow("applied after one turn") << 1 << JournalState::Applied << QStringList();
        QTest::newRow("taken back after two") << 2 << JournalState::Undone << QStringList();
        QTest::newRow("a parent without end") << 0 << JournalState::Applied << QStringList(QString(1'000, u'x'));
        QTest::newRow("a parent without name") << 0 << JournalState::Applied << QStringList(QString());
        QTest::newRow("a parent of two words") << 0 << JournalState::Applied << QStringList(u"two words"_s);
    }
    void aHistoryThatCannotBeIsNotBelieved()
    {
        QFETCH(const int, turns);
        QFETCH(const JournalState, state);
        QFETCH(const QStringList, parents);
        const domain::LearnerHistory forged { {}, { { { u"1"_s, EditKind::SetGoal, {}, morning, {} }, 1, state, turns, parents } } };
        QCOMPARE(tried({}, forged, {}).error().code, ErrorCode::LibraryCorrupt);
        QCOMPARE(tried(forged, {}, {}).error().code, ErrorCode::Refused);
    }

    /// Else it would be taken in, and no merge could read it again.
    void whatCannotBeToldIsNotBelieved_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<qint64>("at");
        QTest::newRow("an id of two words") << u"a b"_s << morning;
        QTest::newRow("an id with a control character") << u"a\u0001"_s << morning;
        QTest::newRow("beyond all numbers of JSON") << u"1"_s << std::numeric_limits<qint64>::max();
        QTest::newRow("before them") << u"1"_s << std::numeric_limits<qint64>::min();
    }
    void whatCannotBeToldIsNotBelieved()
    {
        QFETCH(const QString, id);
        QFETCH(const qint64, at);
        const domain::LearnerHistory forged { {}, { { { id, EditKind::SetGoal, {}, at, {} }, 1, JournalState::Applied, 0, {} } } };
        QCOMPARE(tried({}, forged, {}).error().code, ErrorCode::LibraryCorrupt);
    }

    void moreEditsSideBySideThanCanBeAreRefused()
    {
        domain::MergeHistory known;
        for (std::size_t i = 0; i <= domain::limits::sideBySide; ++i) {
            const QString id = u"edit-%1"_s.arg(i);
            known.edits[id].edit = { id, EditKind::WriteNote, {}, morning, { { gitNote, std::nullopt, note(id) } } };
        }
        QCOMPARE(tried({}, copyThatTookIn(known), {}).error().code, ErrorCode::TooLarge);
        known.edits.erase(known.edits.begin());
        QVERIFY(tried({}, copyThatTookIn(known), {}).has_value());
    }

    /// Ten thousand edits that know nothing, and thousands that know all of them.
    void aHistoryTooWideToOrderIsRefusedAndHarmsNoDoctor()
    {
        constexpr int roots = 10'000;
        constexpr int others = 100 + static_cast<int>(domain::limits::knowledge / roots);
        domain::MergeHistory known;
        QStringList ids;
        for (int i = 0; i < roots + others; ++i) {
            const QString id = u"edit-%1"_s.arg(i, 6, 10, QChar(u'0'));
            known.edits[id] = domain::KnownEdit { { id, EditKind::SetGoal, {}, morning, {} }, i < roots ? QStringList() : ids };
            ids = i < roots ? ids + QStringList(id) : i == roots ? QStringList(id) : ids;
        }
        for (const int i : { 0, roots + 1 }) { // two recalls of one card, the first one the later by its clock
            const RecordKey key = RecordKey::ofRecall(u"vcs-git"_s, u"first"_s, QString::number(i));
            domain::Recall recall;
            recall.at = morning - i;
            std::next(known.edits.begin(), i)->second.edit.changes = { { key, std::nullopt, recall } };
        }
        const domain::LearnerHistory forged = copyThatTookIn(known);
        QCOMPARE(tried({}, forged, {}).error().code, ErrorCode::TooLarge);
        QVERIFY(!domain::orderOf(forged).isEmpty()); // that of the journal, where no other can be known
    }

    void aHistoryWithoutEndIsRefused()
    {
        QStringList parents;
        for (int i = 0; i <= domain::limits::editParents; ++i) {
            parents.append(QString::number(i));
        }
        const domain::LearnerHistory forged { {},
            { { { u"1"_s, EditKind::SetGoal, {}, morning, {} }, 1, JournalState::Applied, 0, parents } } };
        QCOMPARE(tried({}, forged, {}).error().code, ErrorCode::TooLarge);
    }

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
        constexpr std::size_t overAll = 3 + 10; // theirs read, its losses (2); joined, affected, in order (3), touched, its practices,
                                                // touches given back, recalls, news found, all given back: one more than ten
        constexpr std::size_t ofEach = many + many / 2; // each card put in order, each new record set
        const std::size_t expected = (overHalf * many / 2 + (overAll + 1) * many) / domain::MergeStretch::often + ofEach;
        QCOMPARE(words, expected);
    }

    void aMergeSaysHowFarItIsAndEndsWhenAsked()
    {
        MemoryStore b;
        for (int i = 0; i < 200; ++i) {
            change(b, QString::number(i), RecordKey::ofNote(u"skill-%1"_s.arg(i)), note(u"words"_s));
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

QTEST_GUILESS_MAIN(tst_MergeHistory)
#include "tst_MergeHistory.moc"

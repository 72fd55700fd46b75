// SPDX-License-Identifier: GPL-3.0-or-later
#include <CopyMerges.h>
#include <CourseEditions.h>
#include <MovedIds.h>
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
using support::copyThatTookIn;
using support::hashOf;
using support::MemoryStore;
using support::mergedWith;
using support::mergeOf;
using support::morning;
using support::recordOf;
using support::tried;

namespace {

const RecordKey git = RecordKey::ofSkill(u"vcs-git"_s);
const RecordKey gitNote = RecordKey::ofNote(u"vcs-git"_s);
const RecordKey goal = RecordKey::ofGoal();

domain::Note note(const QString& text, qint64 at = morning)
{
    return { text, false, at };
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

    /// A copy that takes in what was undone there before the course was knows none of its ids either.
    void whatWasTakenBackWithACourseHasNoIdOfIt()
    {
        using support::asStep;
        MemoryStore a;
        QVERIFY(a.installCourse(support::sampleCourse()).has_value());
        MemoryStore b = a;
        QVERIFY(a.installCourse(asStep(support::secondEdition(), u"i"_s)).has_value());
        change(a, u"1"_s, RecordKey::ofNote(u"git"_s), domain::Note { u"taken back"_s, false, morning });
        QVERIFY(a.undo().has_value() && a.undo().has_value());
        b = mergedWith(b, a, u"m"_s);
        QCOMPARE(support::movedIdIn(a), QString());
        QCOMPARE(support::movedIdIn(b), QString());
        const domain::Note mine { u"mine"_s, false, morning };
        change(b, u"2"_s, gitNote, mine);
        a = mergedWith(a, b, u"n"_s);
        for (MemoryStore* copy : { &a, &b }) {
            QVERIFY(copy->installCourse(asStep(support::secondEdition(), u"j"_s)).has_value());
            QVERIFY(recordOf(*copy, RecordKey::ofNote(u"git"_s)) == Record(mine) && !recordOf(*copy, gitNote));
        }
        QCOMPARE(hashOf(mergedWith(b, a, u"o"_s)), hashOf(a));
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
};

QTEST_GUILESS_MAIN(tst_MergeHistory)
#include "tst_MergeHistory.moc"

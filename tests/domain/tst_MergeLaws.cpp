// SPDX-License-Identifier: GPL-3.0-or-later
#include <MergedCopies.h>

#include <domain/MergedRecord.h>

#include <QTest>

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::hashOf;
using support::MemoryStore;
using support::MergedCopies;
using support::mergedWith;

namespace {

constexpr int steps = 18; ///< of a life, over all copies

/// A part of a record that is asked about.
using Place = std::pair<domain::RecordKey, QString>;

QString textIn(const std::optional<domain::Record>& record, const domain::RecordPart& part)
{
    return record ? domain::textOf(part, domain::fieldsOf(*record)) : QString();
}

/// All that a copy shows, and all that waits in it.
std::vector<std::pair<Place, QString>> valuesIn(const domain::Progress& progress)
{
    std::vector<std::pair<Place, QString>> values;
    for (const auto& [key, record] : progress.records()) {
        if (const auto conflict = domain::conflictAt(key)) {
            for (const QString& other : std::get<domain::Conflict>(record).others) {
                values.emplace_back(*conflict, other);
            }
        } else if (key.kind != domain::RecordKind::Absorbed) {
            for (const domain::RecordPart& part : domain::partsOf(key.kind)) {
                if (part.meeting == domain::Meeting::Ask) {
                    values.emplace_back(Place(key, part.fields.front()), textIn(record, part));
                }
            }
        }
    }
    return values;
}

bool isAppliedIn(const domain::MergeHistory& history, const QString& edit)
{
    const auto known = history.edits.find(edit);
    return known != history.edits.end() && known->second.state == domain::JournalState::Applied;
}

/// Whether an edit changed a part from the value or answered its conflict; or to the value, where it was taken back.
bool doesAwayWith(const domain::Edit& edit, const Place& place, const QString& value, bool isTakenBack)
{
    const std::vector<domain::RecordPart>& parts = domain::partsOf(place.first.kind);
    const auto part = std::ranges::find_if(parts, [&](const auto& each) { return each.fields.front() == place.second; });
    return std::ranges::any_of(edit.changes, [&](const domain::RecordChange& change) {
        const bool isAnswer = change.key == domain::RecordKey::ofConflict(place.first, place.second) && !change.after;
        return (isAnswer && !isTakenBack)
            || (change.key == place.first && textIn(isTakenBack ? change.after : change.before, *part) == value);
    });
}

/// Whether somebody has seen the value and replaced it, or has taken back the edit that gave it, where this copy knows nothing of that.
bool isReplacedElsewhere(const Place& place, const QString& value, const domain::MergeHistory& here, const domain::MergeHistory& all)
{
    return std::ranges::any_of(all.edits, [&](const auto& each) {
        const bool isMade = isAppliedIn(all, each.first);
        return isMade != isAppliedIn(here, each.first) && doesAwayWith(each.second.edit, place, value, !isMade);
    });
}

bool isShownOrWaits(const domain::Progress& progress, const Place& place, const QString& value)
{
    const std::vector<domain::RecordPart>& parts = domain::partsOf(place.first.kind);
    const auto part = std::ranges::find_if(parts, [&](const auto& each) { return each.fields.front() == place.second; });
    const std::optional<domain::Record> record = progress.record(place.first);
    const domain::Conflict conflict = progress.conflicts().value(domain::RecordKey::ofConflict(place.first, place.second));
    return conflict.others.contains(value) || (record && domain::textOf(*part, domain::fieldsOf(*record)) == value);
}

/// Undo of a merge gives the records before, redo those after; and what was taken back can be merged again.
bool isStepOfUndo(MemoryStore a, const MemoryStore& b)
{
    const domain::Progress before = a.progress().value();
    MemoryStore there = b;
    const domain::Merge merge = support::mergeOf(a, there, u"1"_s);
    if (merge.edit.changes.empty()) {
        return true;
    }
    support::committed(a, merge.edit);
    const domain::Progress after = a.progress().value();
    const bool isBack = a.undo().has_value() && a.progress().value() == before;
    return isBack && hashOf(mergedWith(a, b, u"2"_s)) == domain::contentHash(after) && a.redo().has_value()
        && a.progress().value() == after;
}

/// The rule gives for each record what edits, undo, redo, merges and answers have made of it.
bool isMadeByItsHistory(MemoryStore copy)
{
    const domain::Progress progress = copy.progress().value();
    const domain::MergeHistory history = domain::historyOf(support::wholeJournal(copy));
    const domain::CausalOrder order(history);
    for (const auto& [key, touches] : domain::touchesOf(order)) {
        const domain::MergedRecord merged = domain::merged(key.kind, touches, order);
        for (const domain::RecordPart& part : domain::partsOf(key.kind)) {
            const domain::Conflict open = progress.conflicts().value(domain::RecordKey::ofConflict(key, part.fields.front()));
            if (merged.others.value(part.fields.front()) != open.others) {
                return false;
            }
        }
        if (merged.record != progress.record(key)) {
            return false;
        }
    }
    return true;
}

bool isNothingLost(MemoryStore one, MemoryStore other, MemoryStore merged)
{
    const domain::Progress progress = merged.progress().value();
    const domain::MergeHistory here = domain::historyOf(support::wholeJournal(one));
    const domain::MergeHistory all = domain::united(here, domain::historyOf(support::wholeJournal(other)));
    return std::ranges::all_of(valuesIn(one.progress().value()), [&](const auto& each) {
        const auto& [place, value] = each;
        return isShownOrWaits(progress, place, value) || isReplacedElsewhere(place, value, here, all);
    });
}

std::set<domain::RecordKey> touchedIn(MemoryStore one, MemoryStore other)
{
    const domain::MergeHistory there = domain::historyOf(support::wholeJournal(other));
    std::set<domain::RecordKey> keys;
    for (const auto& [id, known] : domain::historyOf(support::wholeJournal(one)).edits) {
        const auto present = there.edits.find(id);
        if (present != there.edits.end() && present->second == known) {
            continue;
        }
        for (const domain::RecordChange& change : known.edit.changes) {
            if (change.key.kind != domain::RecordKind::Conflict) {
                keys.insert(change.key);
            }
        }
    }
    return keys;
}

/// A record that one side alone has touched is in the merge as that side has it.
bool isAsTheOnlySideHasIt(MemoryStore a, MemoryStore b, MemoryStore merged)
{
    const std::set<domain::RecordKey> byA = touchedIn(a, b);
    const std::set<domain::RecordKey> byB = touchedIn(b, a);
    const domain::Progress both = merged.progress().value();
    const auto isAsIn
        = [&both](MemoryStore& side, const domain::RecordKey& key) { return both.record(key) == side.progress().value().record(key); };
    return std::ranges::all_of(byA, [&](const auto& key) { return byB.contains(key) || isAsIn(a, key); })
        && std::ranges::all_of(byB, [&](const auto& key) { return byA.contains(key) || isAsIn(b, key); });
}

enum Law {
    ByHistory,
    Commutative,
    Associative,
    Idempotent,
    OneStep,
    NothingLost,
    OneSide,
    Laws,
};

} // namespace

/// The laws of a merge, over random lives of three copies. Each life is asked for all of them; WAYMARK_LIVES says how many there are.
class tst_MergeLaws : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        bool isSet = false;
        const int asked = qEnvironmentVariableIntValue("WAYMARK_LIVES", &isSet);
        const quint64 lives = isSet ? static_cast<quint64>(asked) : 1'000;
        for (quint64 seed = 1; seed <= lives; ++seed) {
            live(seed);
        }
        qInfo("merge: %llu lives of three copies, each asked for %d laws", lives, int { Laws });
    }

    void aCopyIsWhatItsHistoryMakesOfIt() { QCOMPARE(m_broken[ByHistory], QString()); }
    void whicheverCopyMergesTheyAreEqual() { QCOMPARE(m_broken[Commutative], QString()); }
    void theOrderOfMergesMakesNoDifference() { QCOMPARE(m_broken[Associative], QString()); }
    void aSecondMergeChangesNothing() { QCOMPARE(m_broken[Idempotent], QString()); }
    void aMergeIsTakenBackAndMadeAgain() { QCOMPARE(m_broken[OneStep], QString()); }
    void whatNobodyHasReplacedIsShownOrWaits() { QCOMPARE(m_broken[NothingLost], QString()); }
    void whatOneSideAloneTouchedIsAsThere() { QCOMPARE(m_broken[OneSide], QString()); }

private:
    void live(quint64 seed)
    {
        const MergedCopies copies(seed, 3, steps);
        const MemoryStore& a = copies.at(0);
        const MemoryStore& b = copies.at(1);
        const MemoryStore& c = copies.at(2);
        MemoryStore ab = mergedWith(a, b, u"1"_s);
        const MemoryStore all = mergedWith(ab, c, u"2"_s);
        MemoryStore there = b;
        const auto ask
            = [&](Law law, bool isKept) { m_broken[law] = m_broken[law].isEmpty() && !isKept ? u"seed %1"_s.arg(seed) : m_broken[law]; };
        ask(ByHistory, isMadeByItsHistory(c) && isMadeByItsHistory(all));
        ask(Commutative, hashOf(ab) == hashOf(mergedWith(b, a, u"3"_s)));
        ask(Associative,
            hashOf(all) == hashOf(mergedWith(a, mergedWith(b, c, u"4"_s), u"5"_s))
                && hashOf(all) == hashOf(mergedWith(mergedWith(a, c, u"6"_s), b, u"7"_s)));
        // And the other copy has then all that this one has.
        ask(Idempotent,
            support::mergeOf(ab, there, u"8"_s).edit.changes.empty() && support::mergeOf(ab, ab, u"9"_s).edit.changes.empty()
                && hashOf(mergedWith(b, ab, u"10"_s)) == hashOf(ab));
        ask(OneStep, isStepOfUndo(a, b));
        ask(NothingLost, isNothingLost(a, b, ab) && isNothingLost(b, a, ab));
        ask(OneSide, isAsTheOnlySideHasIt(a, b, ab));
    }

    std::array<QString, Laws> m_broken; ///< the first seed that broke each law
};

QTEST_GUILESS_MAIN(tst_MergeLaws)
#include "tst_MergeLaws.moc"

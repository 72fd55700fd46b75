// SPDX-License-Identifier: GPL-3.0-or-later
#include <MergedCopies.h>

#include <domain/MergedRecord.h>

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <array>
#include <map>
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

const domain::RecordPart& partAt(const Place& place)
{
    const std::vector<domain::RecordPart>& parts = domain::partsOf(place.first.kind);
    return *std::ranges::find_if(parts, [&](const auto& each) { return each.fields.front() == place.second; });
}

/// Of two skills that a course makes one, a copy that has used both keeps both ids: the merge leaves an entry under either.
domain::RecordKey joined(domain::RecordKey key)
{
    key.skill.replace(u"skill-4"_s, u"skill-2"_s);
    key.item.replace(u"skill-4"_s, u"skill-2"_s);
    return key;
}

/// All that a copy shows, and all that waits in it.
std::vector<std::pair<Place, QString>> valuesIn(const domain::Progress& progress)
{
    std::vector<std::pair<Place, QString>> values;
    for (const auto& [key, record] : progress.records()) {
        if (const auto conflict = domain::conflictAt(key)) {
            const domain::RecordPart& part = partAt(*conflict);
            for (const QString& other : std::get<domain::Conflict>(record).others) {
                values.emplace_back(Place(joined(conflict->first), conflict->second),
                    domain::textOf(part, QJsonDocument::fromJson(other.toUtf8()).object()));
            }
        } else {
            for (const domain::RecordPart& part : domain::partsOf(key.kind)) {
                if (part.meeting == domain::Meeting::Ask) {
                    values.emplace_back(Place(joined(key), part.fields.front()), textIn(record, part));
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
    const domain::RecordPart& part = partAt(place);
    return std::ranges::any_of(edit.changes, [&](const domain::RecordChange& change) {
        const auto conflict = domain::conflictAt(change.key);
        const bool isAnswer = conflict && Place(joined(conflict->first), conflict->second) == place && !change.after;
        return (isAnswer && !isTakenBack)
            || (joined(change.key) == place.first && textIn(isTakenBack ? change.after : change.before, part) == value);
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
    const std::vector<std::pair<Place, QString>> values = valuesIn(progress);
    return std::ranges::find(values, std::pair(place, value)) != values.end();
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
    const QByteArray hash = hashOf(a);
    const bool isBack = a.undo().has_value() && a.progress().value() == before;
    return isBack && hashOf(mergedWith(a, b, u"2"_s)) == hash && a.redo().has_value() && a.progress().value() == after;
}

/// What the rule gives for each record that its edits, undo, redo, merges and answers have touched.
std::map<domain::RecordKey, domain::MergedRecord> madeBy(const domain::MergeHistory& history)
{
    const domain::CausalOrder order = domain::CausalOrder::of(history).value();
    std::map<domain::RecordKey, domain::MergedRecord> made;
    const auto touched = domain::touchesOf(order).value();
    for (const auto& [key, touches] : touched) {
        made.emplace(key, domain::merged(key.kind, touches, order).value());
    }
    return made;
}

/// Where a course has made two ids one, a question from before may stand until the next merge.
enum class Questions { AsByHistory, NoFewer };

bool isMadeByItsHistory(MemoryStore copy, Questions questions)
{
    const domain::Progress progress = copy.progress().value();
    for (const auto& [key, merged] : madeBy(support::knownTo(copy))) {
        for (const domain::RecordPart& part : domain::partsOf(key.kind)) {
            const QStringList open = progress.conflicts().value(domain::RecordKey::ofConflict(key, part.fields.front())).others;
            const QStringList wanted = merged.others.value(part.fields.front());
            const auto isOpen = [&open](const QString& other) { return open.contains(other); };
            if (questions == Questions::AsByHistory ? open != wanted : !std::ranges::all_of(wanted, isOpen)) {
                return false;
            }
        }
        if (!domain::isSameButDerived(key.kind, merged.record, progress.record(key))) {
            return false;
        }
    }
    return true;
}

/// Without the questions that have stood from before a course.
domain::Progress withoutOldQuestions(domain::Progress progress, const domain::MergeHistory& history)
{
    const auto made = madeBy(history);
    const domain::Progress before = progress;
    for (const domain::RecordKey& conflict : before.conflicts().keys()) {
        const auto at = domain::conflictAt(conflict).value();
        const QStringList others = made.contains(at.first) ? made.at(at.first).others.value(at.second) : QStringList();
        progress.setRecord(conflict, others.isEmpty() ? std::nullopt : std::optional<domain::Record>(domain::Conflict { others }));
    }
    return progress;
}

bool isNothingLost(MemoryStore one, MemoryStore other, MemoryStore merged, Questions questions)
{
    const domain::Progress progress = merged.progress().value();
    const domain::MergeHistory here = support::knownTo(one);
    const domain::MergeHistory all = domain::united(here, support::knownTo(other)).value();
    const domain::Progress before = one.progress().value();
    const bool mayBeOld = questions == Questions::NoFewer;
    return std::ranges::all_of(valuesIn(mayBeOld ? withoutOldQuestions(before, here) : before), [&](const auto& each) {
        const auto& [place, value] = each;
        return isShownOrWaits(progress, place, value) || isReplacedElsewhere(place, value, here, all);
    });
}

std::set<domain::RecordKey> touchedIn(MemoryStore one, MemoryStore other)
{
    const domain::MergeHistory there = support::knownTo(other);
    std::set<domain::RecordKey> keys;
    for (const auto& [id, known] : support::knownTo(one).edits) {
        const auto present = there.edits.find(id);
        if (present != there.edits.end() && present->second == known) {
            continue;
        }
        for (const domain::RecordChange& change : known.edit.changes) {
            if (domain::isMerged(change.key.kind) && joined(change.key).skill != u"skill-2") {
                keys.insert(change.key);
            }
        }
    }
    return keys;
}

/// A record that one side alone has touched is in the merge as that side has it; and one that damage took from it as its history tells.
bool isAsTheOnlySideHasIt(MemoryStore a, MemoryStore b, MemoryStore merged)
{
    const std::set<domain::RecordKey> byA = touchedIn(a, b);
    const std::set<domain::RecordKey> byB = touchedIn(b, a);
    const domain::Progress both = merged.progress().value();
    const auto isAsIn = [&both](MemoryStore& side, const domain::RecordKey& key) {
        const std::optional<domain::Record> present = side.progress().value().record(key);
        return both.record(key) == present
            || (!present && domain::isSameButDerived(key.kind, both.record(key), madeBy(support::knownTo(side)).at(key).record));
    };
    return std::ranges::all_of(byA, [&](const auto& key) { return byB.contains(key) || isAsIn(a, key); })
        && std::ranges::all_of(byB, [&](const auto& key) { return byA.contains(key) || isAsIn(b, key); });
}

/// United in whatever order and however often.
bool areUnitedAsSets(const MemoryStore& a, const MemoryStore& b, const MemoryStore& c)
{
    const domain::MergeHistory one = support::knownTo(a);
    const domain::MergeHistory two = support::knownTo(b);
    const domain::MergeHistory three = support::knownTo(c);
    const auto united
        = [](const domain::MergeHistory& ours, const domain::MergeHistory& theirs) { return domain::united(ours, theirs).value(); };
    const domain::MergeHistory all = united(united(one, two), three);
    return all == united(one, united(three, two)) && all == united(all, two) && united(one, one) == one;
}

enum Law {
    ByHistory,
    AsSets,
    Commutative,
    Associative,
    Idempotent,
    OneStep,
    NothingLost,
    OneSide,
    ByAnyRoad,
    Laws,
};

using Broken = std::array<QString, Laws>; ///< the first seed that broke each law

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
        const quint64 lives = isSet ? static_cast<quint64>(asked) : 300;
        for (quint64 seed = 1; seed <= lives; ++seed) {
            live(seed, static_cast<MergedCopies::Fate>(seed % 3));
        }
        qInfo("merge: %llu lives of three copies, a third of them salvaged and a third with moved ids, each asked for %d laws", lives,
            int { Laws });
    }

    void aCopyIsWhatItsHistoryMakesOfIt() { QCOMPARE(m_broken[ByHistory], QString()); }
    void historiesAreSets() { QCOMPARE(m_broken[AsSets], QString()); }
    void whicheverCopyMergesTheyAreEqual() { QCOMPARE(m_broken[Commutative], QString()); }
    void theOrderOfMergesMakesNoDifference() { QCOMPARE(m_broken[Associative], QString()); }
    void aSecondMergeChangesNothing() { QCOMPARE(m_broken[Idempotent], QString()); }
    void aMergeIsTakenBackAndMadeAgain() { QCOMPARE(m_broken[OneStep], QString()); }
    void whatNobodyHasReplacedIsShownOrWaits() { QCOMPARE(m_broken[NothingLost], QString()); }
    void whatOneSideAloneTouchedIsAsThere() { QCOMPARE(m_broken[OneSide], QString()); }
    void wheneverTheCourseIsInstalledTheyAreEqual() { QCOMPARE(m_broken[ByAnyRoad], QString()); }

private:
    void live(quint64 seed, MergedCopies::Fate fate)
    {
        const MergedCopies copies(seed, 3, steps, fate);
        std::array<MemoryStore, 3> of { copies.at(0), copies.at(1), copies.at(2) };
        const std::array<MemoryStore, 3> before = of;
        if (fate == MergedCopies::Updated) {
            std::ranges::for_each(of, [](MemoryStore& each) { support::updateCourse(each, u"course"_s); });
        }
        const auto ask
            = [&](Law law, bool isKept) { m_broken[law] = m_broken[law].isEmpty() && !isKept ? u"seed %1"_s.arg(seed) : m_broken[law]; };
        askLaws(of, fate, ask);
        ask(ByAnyRoad, hashOf(mergedWith(of[0], before[1], u"1"_s)) == hashOf(mergedWith(of[0], of[1], u"2"_s)));
    }

    template <class Ask> static void askLaws(const std::array<MemoryStore, 3>& of, MergedCopies::Fate fate, const Ask& ask)
    {
        const auto& [a, b, c] = of;
        MemoryStore ab = mergedWith(a, b, u"1"_s);
        const MemoryStore all = mergedWith(ab, c, u"2"_s);
        MemoryStore there = b;
        const Questions questions = fate == MergedCopies::Updated ? Questions::NoFewer : Questions::AsByHistory;
        ask(ByHistory,
            (fate == MergedCopies::Salvaged || isMadeByItsHistory(c, questions)) && isMadeByItsHistory(all, Questions::AsByHistory));
        ask(AsSets, areUnitedAsSets(a, b, c));
        ask(Commutative, hashOf(ab) == hashOf(mergedWith(b, a, u"3"_s)));
        ask(Associative,
            hashOf(all) == hashOf(mergedWith(a, mergedWith(b, c, u"4"_s), u"5"_s))
                && hashOf(all) == hashOf(mergedWith(mergedWith(a, c, u"6"_s), b, u"7"_s)));
        // And the other copy has then all that this one has.
        ask(Idempotent,
            support::mergeOf(ab, there, u"8"_s).edit.changes.empty() && support::mergeOf(ab, ab, u"9"_s).edit.changes.empty()
                && hashOf(mergedWith(b, ab, u"10"_s)) == hashOf(ab));
        ask(OneStep, isStepOfUndo(a, b));
        ask(NothingLost, isNothingLost(a, b, ab, questions) && isNothingLost(b, a, ab, questions));
        ask(OneSide, isAsTheOnlySideHasIt(a, b, ab));
    }

    Broken m_broken;
};

QTEST_GUILESS_MAIN(tst_MergeLaws)
#include "tst_MergeLaws.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MergedRecord.h>

#include <domain/MergeLimits.h>

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

double numberOf(const RecordPart& part, const QString& text)
{
    const QJsonValue value = QJsonDocument::fromJson(text.toUtf8()).object()[part.fields.front()];
    return value.isBool() ? static_cast<double>(value.toBool()) : value.toDouble();
}

/// Which of two numbers of a part is shown: a total order for all copies.
bool isShownBefore(const RecordPart& part, const QString& a, const QString& b)
{
    const double left = numberOf(part, a);
    const double right = numberOf(part, b);
    if (left == right) {
        return a > b;
    }
    switch (part.meeting) {
    case Meeting::Smaller:
        return left < right;
    case Meeting::Earliest:
        return left != 0 && (right == 0 || left < right);
    default:
        return left > right;
    }
}

/// A value, and by which edit.
struct Candidate
{
    std::size_t edit = 0;
    QString value;
};

class UnitedTouches
{
public:
    UnitedTouches(RecordKind kind, const std::vector<Touch>& touches, const CausalOrder& order, const std::stop_token& stop);

    Result<MergedRecord> result() const;

private:
    /// How a walk over all touches ended.
    enum class Walk {
        Done,
        Stopped,
        TooWide,
    };

    template <class Step> [[nodiscard]] Walk walk(const Step& step) const; ///< over the applied ones, while it is not too wide
    bool addLast(const TouchFields& fields);
    [[nodiscard]] QString shownOf(const RecordPart& part, const PartValues& values) const;
    [[nodiscard]] QString membersOf(const RecordPart& part) const;

    RecordKind m_kind;
    const CausalOrder& m_order;
    std::stop_token m_stop;
    std::vector<TouchFields> m_applied;
    std::vector<const TouchFields*> m_last; ///< those of the record that no other one knows
    Walk m_end = Walk::Done;
};

UnitedTouches::UnitedTouches(RecordKind kind, const std::vector<Touch>& touches, const CausalOrder& order, const std::stop_token& stop)
    : m_kind(kind)
    , m_order(order)
    , m_stop(stop)
{
    m_applied.reserve(touches.size());
    for (const Touch& touch : touches) {
        if (touch.isApplied) {
            m_applied.emplace_back(touch);
        }
    }
    m_end = walk([this](const TouchFields& fields) { return addLast(fields); });
}

template <class Step> UnitedTouches::Walk UnitedTouches::walk(const Step& step) const
{
    constexpr std::size_t often = 256;
    for (std::size_t i = 0; i < m_applied.size(); ++i) {
        if (i % often == 0 && m_stop.stop_requested()) {
            return Walk::Stopped;
        }
        if (!step(m_applied[i])) {
            return Walk::TooWide;
        }
    }
    return Walk::Done;
}

bool UnitedTouches::addLast(const TouchFields& fields)
{
    if (fields.touch.isOfRecord) {
        std::erase_if(m_last, [&](const TouchFields* earlier) { return m_order.isKnownTo(earlier->touch.edit, fields.touch.edit); });
        m_last.push_back(&fields);
    }
    return m_last.size() <= limits::sideBySide;
}

QString UnitedTouches::membersOf(const RecordPart& part) const
{
    PartMembers members(part, m_order);
    for (const TouchFields& fields : m_applied) {
        members.add(fields);
    }
    return members.text();
}

/// Where several touches are last, not all of them removals.
QString UnitedTouches::shownOf(const RecordPart& part, const PartValues& values) const
{
    if (part.meeting == Meeting::Members) {
        return membersOf(part);
    }
    std::vector<Candidate> candidates;
    for (const PartValues::Given* given : values.standing()) {
        candidates.push_back({ given->edit, given->value });
    }
    if (candidates.empty()) { // a removal took it out of one copy, while another one changed other parts
        for (const TouchFields* last : m_last) {
            if (last->touch.after != nullptr) {
                candidates.push_back({ last->touch.edit, textOf(part, last->after) });
            }
        }
    }
    return std::ranges::min_element(candidates, [&](const Candidate& a, const Candidate& b) {
        return part.meeting == Meeting::Ask ? isLater(m_order, a.edit, b.edit) : isShownBefore(part, a.value, b.value);
    })->value;
}

Result<MergedRecord> UnitedTouches::result() const
{
    MergedRecord merged;
    Walk end = m_end;
    // All taken back: what there was before the first edit of a journal is an edit of its own, see LostEdits.h.
    const auto removals = std::ranges::count_if(m_last, [](const TouchFields* last) { return last->touch.after == nullptr; });
    const bool isThere = removals < std::ssize(m_last);
    const bool isOfSeveral = m_last.size() > 1;
    merged.isKeptFromRemoval = removals > 0 && isThere;
    QJsonObject fields = isThere && !isOfSeveral ? m_last.front()->after : QJsonObject();
    for (const RecordPart& part : partsOf(m_kind)) {
        PartValues values(part, m_order);
        if (end == Walk::Done) {
            end = walk([&values](const TouchFields& touch) {
                values.add(touch);
                return !values.isTooWide();
            });
        }
        if (end != Walk::Done) {
            return end == Walk::Stopped ? failure(ErrorCode::Cancelled)
                                        : failure(ErrorCode::TooLarge, {}, u"more open values than can be"_s);
        }
        if (isOfSeveral && isThere) {
            putPart(fields, part, shownOf(part, values));
        }
        const std::optional<QString> shown = isThere ? std::optional(textOf(part, fields)) : std::nullopt;
        if (const QStringList waiting = values.waiting(shown); part.meeting == Meeting::Ask && !waiting.isEmpty()) {
            merged.others.insert(part.fields.front(), waiting);
        }
    }
    if (isThere) {
        merged.record = isOfSeveral ? recordOf(m_kind, fields) : *m_last.front()->touch.after;
    }
    return merged;
}

bool isFound(const KnownEdit& known)
{
    return known.edit.kind == EditKind::MergeLibrary; // a merge itself has no changes in a history
}

const Record* recordIn(const std::optional<Record>& side)
{
    return side ? &*side : nullptr;
}

/// What an edit did to a conflict about a record.
void addConflict(std::vector<Touch>& of, std::size_t edit, const KnownEdit& known, const QString& part, const RecordChange& change)
{
    const bool isThere = !of.empty() && of.back().edit == edit;
    if (change.before && !change.after && isThere) {
        of.back().answered.append(part);
    }
    const auto* left = isFound(known) && change.after ? std::get_if<Conflict>(&*change.after) : nullptr;
    if (left != nullptr) {
        if (!isThere) {
            of.push_back({ .edit = edit, .isApplied = known.isApplied(), .isFound = true, .isOfRecord = false });
        }
        of.back().waits.insert(part, left->others);
    }
}

} // namespace

Result<std::map<RecordKey, std::vector<Touch>>> touchesOf(const CausalOrder& order, const MergeStretch& stretch)
{
    std::map<RecordKey, std::vector<Touch>> touches;
    for (std::size_t i = 0; i < order.edits().size(); ++i) {
        if (!stretch.goesOn(i, order.edits().size())) {
            return failure(ErrorCode::Cancelled);
        }
        const KnownEdit& known = *order.edits()[i];
        for (const RecordChange& change : known.edit.changes) {
            if (!isMerged(change.key.kind)) {
                continue;
            }
            std::vector<Touch>& of = touches[change.key];
            if (of.empty() || of.back().edit != i) {
                of.push_back({ .edit = i, .before = recordIn(change.before), .isApplied = known.isApplied(), .isFound = isFound(known) });
            }
            of.back().after = recordIn(change.after); // an edit may swap a record more than once
        }
        for (const RecordChange& change : known.edit.changes) {
            if (const auto conflict = conflictAt(change.key)) {
                addConflict(touches[conflict->first], i, known, conflict->second, change);
            }
        }
    }
    return touches;
}

Result<MergedRecord> merged(RecordKind kind, const std::vector<Touch>& touches, const CausalOrder& order, const std::stop_token& stop)
{
    return UnitedTouches(kind, touches, order, stop).result();
}

} // namespace waymark::domain

// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/AbsorbedEdits.h>

#include <domain/MergeLimits.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

constexpr double farthestTime = 9'007'199'254'740'992; // 2^53: so far numbers of JSON are whole

QByteArray line(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray line(const KnownEdit& known)
{
    // The changes are text in the text: what the journal has, to the letter.
    return line(QJsonObject { { u"id"_s, known.edit.id }, { u"kind"_s, toString(known.edit.kind) }, { u"subject"_s, known.edit.subject },
        { u"at"_s, static_cast<double>(known.edit.at) }, { u"parents"_s, QJsonArray::fromStringList(known.parents) },
        { u"state"_s, static_cast<int>(known.state) }, { u"turns"_s, known.turns },
        { u"changes"_s, QString::fromUtf8(changesToJson(known.edit.changes)) } });
}

bool isId(const QString& id)
{
    return !id.isEmpty() && id.size() <= limits::editIdCharacters
        && std::ranges::all_of(id, [](QChar c) { return c.isPrint() && !c.isSpace(); });
}

bool areIds(const QStringList& ids)
{
    return ids.size() <= limits::editParents && std::ranges::all_of(ids, isId);
}

std::optional<QStringList> idsIn(const QJsonValue& value)
{
    QStringList ids;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& id : array) {
        ids.append(id.toString());
    }
    const bool isRight = value.isArray() && areIds(ids) && std::ranges::is_sorted(ids) && std::ranges::adjacent_find(ids) == ids.end();
    return isRight ? std::optional(ids) : std::nullopt;
}

std::optional<int> numberIn(const QJsonValue& value, int most)
{
    const int number = value.toInt(-1);
    return number < 0 || number > most ? std::nullopt : std::optional(number);
}

/// A journal knows of an edit that was taken back whether it can be redone; nobody else does.
bool isReadable(const KnownEdit& known)
{
    return isSound(known) && (known.state != JournalState::Abandoned || known.turns % 2 == 0) && canBeTold(known.edit, known.parents);
}

std::optional<KnownEdit> knownFrom(const QJsonObject& object)
{
    const auto kind = editKindFrom(object[u"kind"].toString());
    const auto state = numberIn(object[u"state"], static_cast<int>(JournalState::Abandoned));
    const auto turns = numberIn(object[u"turns"], limits::editTurns);
    const auto parents = idsIn(object[u"parents"]);
    auto changes = changesFromJson(object[u"changes"].toString().toUtf8());
    const QJsonValue at = object[u"at"];
    const bool isTime = at.isDouble() && std::abs(at.toDouble()) <= farthestTime;
    if (!kind || !state || !turns || !parents || !changes || !isTime) {
        return std::nullopt;
    }
    KnownEdit known;
    known.edit
        = { object[u"id"].toString(), *kind, object[u"subject"].toString(), static_cast<qint64>(at.toDouble()), std::move(*changes) };
    known.parents = *parents;
    known.state = static_cast<JournalState>(*state);
    known.turns = *turns;
    return isReadable(known) ? std::optional(std::move(known)) : std::nullopt;
}

} // namespace

bool canBeTold(const Edit& edit, const QStringList& parents)
{
    return isId(edit.id) && std::abs(static_cast<double>(edit.at)) <= farthestTime && areIds(parents);
}

bool isSound(const KnownEdit& known)
{
    const bool isOdd = known.turns % 2 != 0;
    return known.turns >= 0 && known.turns <= limits::editTurns
        && (known.state == JournalState::Abandoned || isOdd == (known.state == JournalState::Undone));
}

Result<Absorbed> absorbedOf(const MergeHistory& history, const MergeStretch& stretch)
{
    if (!areIds(history.heads)) {
        return failure(ErrorCode::TooLarge, {}, u"more heads than %1"_s.arg(limits::editParents));
    }
    Absorbed absorbed { line(QJsonObject { { u"heads"_s, QJsonArray::fromStringList(history.heads) } }) };
    std::size_t done = 0;
    for (const auto& [id, known] : history.edits) {
        if (!stretch.goesOn(done++, history.edits.size())) {
            return failure(ErrorCode::Cancelled);
        }
        if (!isReadable(known)) {
            return failure(ErrorCode::TooLarge, {}, u"edit %1 of its history"_s.arg(done));
        }
        absorbed.edits += line(known);
    }
    return absorbed;
}

Result<MergeHistory> historyOf(const Absorbed& absorbed, const MergeStretch& stretch)
{
    const QList<QByteArray> lines = absorbed.edits.split('\n');
    const auto heads = idsIn(QJsonDocument::fromJson(lines.first()).object()[u"heads"]);
    if (!heads || !lines.last().isEmpty()) {
        return failure(ErrorCode::InvalidFile, {}, u"what a merge brought in has no beginning or no end"_s);
    }
    MergeHistory history { {}, *heads };
    for (qsizetype i = 1; i < lines.size() - 1; ++i) {
        if (!stretch.goesOn(static_cast<std::size_t>(i), static_cast<std::size_t>(lines.size()))) {
            return failure(ErrorCode::Cancelled);
        }
        auto known = knownFrom(QJsonDocument::fromJson(lines.at(i)).object());
        if (!known) {
            return failure(ErrorCode::InvalidFile, {}, u"edit %1 of what a merge brought in cannot be read"_s.arg(i));
        }
        const QString id = known->edit.id;
        history.edits.insert_or_assign(id, std::move(*known));
    }
    return history;
}

} // namespace waymark::domain

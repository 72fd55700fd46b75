// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Merge.h>

#include <domain/EditParts.h>
#include <domain/RecordParts.h>

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

const RecordPart* partOf(RecordKind kind, const QString& name)
{
    const std::vector<RecordPart>& parts = partsOf(kind);
    const auto found = std::ranges::find_if(parts, [&name](const RecordPart& part) { return part.fields.front() == name; });
    return found == parts.end() ? nullptr : &*found;
}

} // namespace

std::optional<ConflictValues> valuesOf(const Progress& progress, const RecordKey& conflict)
{
    const auto at = conflictAt(conflict);
    const auto open = progress.conflicts().constFind(conflict);
    const RecordPart* part = at ? partOf(at->first.kind, at->second) : nullptr;
    if (part == nullptr || open == progress.conflicts().cend()) {
        return std::nullopt;
    }
    ConflictValues values { at->first, at->second, progress.record(at->first), {}, {} };
    values.written.push_back(values.shown ? stampOf(fieldsOf(*values.shown)) : 0);
    for (const QString& other : open->others) {
        const QJsonObject left = QJsonDocument::fromJson(other.toUtf8()).object();
        values.written.push_back(stampOf(left));
        QJsonObject fields = values.shown ? fieldsOf(*values.shown) : left;
        putPart(fields, *part, left);
        values.others.push_back(recordOf(at->first.kind, fields));
    }
    return values;
}

QString conflictKeyText(const RecordKey& conflict)
{
    constexpr qsizetype digits = 8;
    const QStringList parts { toString(conflict.kind), conflict.skill, conflict.item, conflict.id };
    const QByteArray hash = QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(digits));
}

std::optional<RecordKey> conflictFrom(const Progress& progress, const QString& name)
{
    const auto isMeant = [&name](const RecordKey& conflict) { return conflictKeyText(conflict) == name.toLower(); };
    const QList<RecordKey> open = progress.conflicts().keys();
    const auto found = std::ranges::find_if(open, isMeant);
    const bool isAlone = found != open.end() && std::none_of(found + 1, open.end(), isMeant);
    return isAlone ? std::optional(*found) : std::nullopt;
}

Result<Edit> answerConflict(const EditContext& context, const RecordKey& conflict, std::optional<int> other)
{
    const auto values = valuesOf(context.progress, conflict);
    if (!values || (other && (*other < 0 || *other >= std::ssize(values->others)))) {
        return failure(ErrorCode::UnknownEntry, other ? QString::number(*other + 2) : conflict.skill);
    }
    Edit edit = beginEdit(context, EditKind::AnswerConflict, conflict.skill);
    const std::optional<Record> after = other ? values->others[static_cast<std::size_t>(*other)] : values->shown;
    // Also where it stays as it is: this is what another copy learns the answer from.
    edit.changes.push_back({ values->record, values->shown, after });
    edit.changes.push_back({ conflict, context.progress.record(conflict), std::nullopt });
    return edit;
}

} // namespace waymark::domain

// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/DraftValues.h>

#include <domain/Edits.h>
#include <domain/StudyEdits.h>

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark::session {

namespace {

/// By DraftKind. Evidence was the first to be kept, without a word for its kind.
constexpr std::array<QLatin1StringView, std::variant_size_v<DraftValue>> kindWords { ""_L1, "time"_L1, "card"_L1, "goal"_L1, "cue"_L1,
    "daysOff"_L1, "answer"_L1 };

constexpr QStringView dateTimeFormat = u"yyyy-MM-ddTHH:mm";

bool isWithin(double value, double least, double most)
{
    return value >= least && value <= most;
}

QJsonObject fieldsToJson(const TimeFields& fields)
{
    return { { u"start"_s, fields.start.toString(dateTimeFormat) }, { u"minutes"_s, fields.minutes } };
}

bool read(const QJsonObject& object, TimeFields& fields)
{
    fields.start = QDateTime::fromString(object[u"start"].toString(), dateTimeFormat);
    fields.start.setTimeSpec(Qt::UTC);
    fields.minutes = object[u"minutes"].toInt();
    const bool isEmpty = !fields.start.isValid() && fields.minutes == 0;
    return isEmpty || (fields.start.isValid() && isWithin(fields.minutes, 1, domain::longestEntry));
}

QJsonObject fieldsToJson(const CardFields& fields)
{
    return { { u"skill"_s, fields.skill }, { u"front"_s, fields.front }, { u"back"_s, fields.back } };
}

bool read(const QJsonObject& object, CardFields& fields)
{
    fields = { object[u"skill"].toString(), object[u"front"].toString(), object[u"back"].toString() };
    return true;
}

QJsonObject fieldsToJson(const GoalFields& fields)
{
    return { { u"milestone"_s, fields.goal.milestone }, { u"hours"_s, fields.goal.hoursPerWeek },
        { u"deadline"_s, fields.goal.deadline.toString(Qt::ISODate) }, { u"name"_s, fields.name },
        { u"members"_s, QJsonArray::fromStringList(fields.members) } };
}

bool read(const QJsonObject& object, GoalFields& fields)
{
    fields.goal.milestone = object[u"milestone"].toString();
    fields.goal.hoursPerWeek = object[u"hours"].toDouble();
    fields.goal.deadline = QDate::fromString(object[u"deadline"].toString(), Qt::ISODate);
    fields.name = object[u"name"].toString();
    const QJsonArray members = object[u"members"].toArray();
    for (const auto& member : members) {
        fields.members.append(member.toString());
    }
    return isWithin(fields.goal.hoursPerWeek, 0, domain::mostHoursAWeek);
}

QJsonObject fieldsToJson(const CueFields& fields)
{
    return { { u"cue"_s, fields.cue }, { u"minutes"_s, fields.minutes }, { u"doing"_s, fields.doing } };
}

bool read(const QJsonObject& object, CueFields& fields)
{
    fields = { object[u"cue"].toString(), object[u"minutes"].toInt(), object[u"doing"].toInt() };
    return isWithin(fields.minutes, 0, domain::longestEntry) && isWithin(fields.doing, 1, domain::mostInDoing);
}

template <class Fields> QJsonObject asJson(const Written<Fields>& draft)
{
    return { { u"now"_s, fieldsToJson(draft.now) }, { u"base"_s, fieldsToJson(draft.base) } };
}

QJsonObject asJson(const EvidenceDraft& draft)
{
    return { { u"id"_s, draft.id }, { u"kind"_s, domain::toString(draft.evidence.kind) }, { u"text"_s, draft.evidence.text },
        { u"base"_s, draft.base } };
}

QJsonObject asJson(const DaysOffDraft& draft)
{
    return { { u"first"_s, draft.off.first.toString(Qt::ISODate) }, { u"last"_s, draft.off.last.toString(Qt::ISODate) },
        { u"reason"_s, draft.off.reason } };
}

QJsonObject asJson(const AnswerDraft& draft)
{
    return { { u"text"_s, draft.text } };
}

template <class Fields> std::optional<DraftValue> writtenFrom(const QJsonObject& object)
{
    Written<Fields> draft;
    const bool isSound = object[u"now"].isObject() && read(object[u"now"].toObject(), draft.now) && draft.now != Fields()
        && read(object[u"base"].toObject(), draft.base);
    return isSound ? std::optional<DraftValue>(draft) : std::nullopt;
}

std::optional<DraftValue> evidenceFrom(const QJsonObject& object)
{
    const auto kind = domain::evidenceKindFrom(object[u"kind"].toString());
    const QString text = object[u"text"].toString();
    if (!kind || text.isEmpty()) {
        return std::nullopt;
    }
    return EvidenceDraft { object[u"id"].toString(), { *kind, text, 0 }, object[u"base"].toString() };
}

std::optional<DraftValue> daysOffFrom(const QJsonObject& object)
{
    const auto day = [&object](const QString& name) { return QDate::fromString(object[name].toString(), Qt::ISODate); };
    const DaysOffDraft draft { { day(u"first"_s), day(u"last"_s), object[u"reason"].toString() } };
    const bool isSound = draft.off.first.isValid() && draft.off.last >= draft.off.first;
    return isSound ? std::optional<DraftValue>(draft) : std::nullopt;
}

} // namespace

QString toKey(const DraftPlace& place)
{
    const QString about = place.skill + u'/' + place.part;
    return place.kind == DraftKind::Evidence ? about : kindWords[static_cast<std::size_t>(place.kind)] + u'/' + about;
}

std::optional<DraftPlace> draftPlaceFrom(const QString& key)
{
    const QStringList parts = key.split(u'/');
    if (parts.size() == 2) {
        return DraftPlace { DraftKind::Evidence, parts[0], parts[1] };
    }
    const auto* kind = std::find(kindWords.begin() + 1, kindWords.end(), parts[0]);
    if (parts.size() != 3 || kind == kindWords.end()) {
        return std::nullopt;
    }
    return DraftPlace { static_cast<DraftKind>(kind - kindWords.begin()), parts[1], parts[2] };
}

QJsonObject toJson(const DraftValue& value)
{
    return std::visit([](const auto& draft) { return asJson(draft); }, value);
}

std::optional<DraftValue> draftFrom(DraftKind kind, const QJsonObject& object)
{
    switch (kind) {
    case DraftKind::Evidence:
        return evidenceFrom(object);
    case DraftKind::Time:
        return writtenFrom<TimeFields>(object);
    case DraftKind::Card:
        return writtenFrom<CardFields>(object);
    case DraftKind::Goal:
        return writtenFrom<GoalFields>(object);
    case DraftKind::Cue:
        return writtenFrom<CueFields>(object);
    case DraftKind::DaysOff:
        return daysOffFrom(object);
    case DraftKind::Answer:
        break;
    }
    const QString text = object[u"text"].toString();
    return text.isEmpty() ? std::nullopt : std::optional<DraftValue>(AnswerDraft { text });
}

} // namespace waymark::session

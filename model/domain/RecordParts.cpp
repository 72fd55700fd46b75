// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/RecordParts.h>

#include <domain/RecordFields.h>

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

const RecordPart stamp { { u"at"_s }, Meeting::Larger };

/// Of the records of skills, quiz and recall.
std::vector<RecordPart> partsOfLearning(RecordKind kind)
{
    switch (kind) {
    case RecordKind::SkillMark:
        return { { { u"mark"_s } }, { { u"startedAt"_s }, Meeting::Earliest }, { { u"overLock"_s }, Meeting::Larger }, stamp };
    case RecordKind::ItemMark:
        return { stamp };
    case RecordKind::Evidence:
        return { { { u"kind"_s, u"text"_s } }, stamp };
    case RecordKind::Note: // a note that one side keeps to itself goes out from neither
        return { { { u"text"_s } }, { { u"shared"_s }, Meeting::Smaller }, stamp };
    case RecordKind::Attempt: // which answer was the first follows from all of them
        return { { { u"source"_s, u"right"_s, u"hints"_s, u"milliseconds"_s, u"answer"_s, u"offset"_s } },
            { { u"first"_s }, Meeting::Derived }, stamp };
    case RecordKind::Recall: // what was remembered follows from the recalls before
        return { { { u"grade"_s, u"algorithm"_s, u"weights"_s, u"milliseconds"_s, u"offset"_s, u"retention"_s } },
            { { u"elapsedDays"_s, u"stability"_s, u"difficulty"_s }, Meeting::Derived }, stamp };
    case RecordKind::CardState: // the place of a card follows from its recalls
        return { { { u"suspended"_s } }, { { u"buriedUntil"_s }, Meeting::Larger },
            { { u"last"_s, u"phase"_s, u"step"_s, u"stability"_s, u"difficulty"_s, u"due"_s, u"scheduledDays"_s, u"reps"_s, u"lapses"_s,
                  u"introduced"_s },
                Meeting::Derived } };
    case RecordKind::OwnCard:
        return { { { u"front"_s } }, { { u"back"_s } }, stamp };
    case RecordKind::RecallOptions:
        return { { { u"retention"_s } }, { { u"minutes"_s } }, { { u"newPerDay"_s } } };
    default:
        return {};
    }
}

/// Of the records of the mentor.
std::vector<RecordPart> partsOfReviews(RecordKind kind)
{
    switch (kind) {
    case RecordKind::MentorQuestion:
        return { { { u"text"_s } }, stamp };
    case RecordKind::SelfScore:
        return { { { u"level"_s } }, stamp };
    case RecordKind::ReceivedReview:
        return { { { u"json"_s, u"reviewer"_s, u"fingerprint"_s, u"revision"_s, u"created"_s } }, stamp };
    case RecordKind::ReviewAnswer:
        return { { { u"answer"_s } }, stamp };
    case RecordKind::SignOff:
        return { { { u"decision"_s, u"role"_s, u"reviewer"_s, u"fingerprint"_s, u"signature"_s, u"created"_s, u"seen"_s } }, stamp };
    case RecordKind::PinnedKey: // whoever compared the fingerprint of a key has compared it
        return { { { u"name"_s, u"key"_s, u"firstReview"_s } }, { { u"confirmed"_s }, Meeting::Larger }, stamp };
    default:
        return {};
    }
}

/// Of the records of plan and week.
std::vector<RecordPart> partsOfPlan(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Goal:
        return { { { u"milestone"_s } }, { { u"hoursPerWeek"_s } }, { { u"deadline"_s } } };
    case RecordKind::Choice:
        return { { { u"members"_s }, Meeting::Members } };
    case RecordKind::Learner:
        return { { { u"name"_s } } };
    case RecordKind::TimeEntry:
        return { { { u"minutes"_s } }, { { u"skill"_s } }, { { u"start"_s, u"offset"_s } } };
    case RecordKind::StudyRhythm:
        return { { { u"minutes"_s } }, { { u"cue"_s, u"cueMinutes"_s } }, { { u"doingLimit"_s } } };
    case RecordKind::DaysOff:
        return { { { u"first"_s, u"last"_s, u"reason"_s } } };
    case RecordKind::OrderWish:
        return { { { u"before"_s, u"after"_s } }, stamp };
    case RecordKind::BoardPlace:
        return { { { u"lane"_s } }, stamp };
    default:
        return {};
    }
}

std::vector<RecordPart> madeParts(RecordKind kind)
{
    for (const auto parts : { partsOfLearning, partsOfReviews, partsOfPlan }) {
        if (std::vector<RecordPart> made = parts(kind); !made.empty()) {
            return made;
        }
    }
    return {};
}

} // namespace

bool isMerged(RecordKind kind)
{
    return kind != RecordKind::RunningTimer && kind != RecordKind::Absorbed && kind != RecordKind::Conflict;
}

const std::vector<RecordPart>& partsOf(RecordKind kind)
{
    static const auto all = [] {
        std::array<std::vector<RecordPart>, recordKinds> made;
        for (std::size_t i = 0; i < made.size(); ++i) {
            made[i] = madeParts(static_cast<RecordKind>(i));
        }
        return made;
    }();
    return all[static_cast<std::size_t>(kind)];
}

QJsonObject fieldsOf(const Record& record)
{
    return QJsonDocument::fromJson(recordToJson(record)).object();
}

Record recordOf(RecordKind kind, const QJsonObject& fields)
{
    const auto record = recordFromJson(kind, QJsonDocument(fields).toJson(QJsonDocument::Compact));
    return record ? *record : emptyRecord(kind);
}

QString textOf(const RecordPart& part, const QJsonObject& fields)
{
    QJsonObject own;
    putPart(own, part, fields);
    return QString::fromUtf8(QJsonDocument(own).toJson(QJsonDocument::Compact));
}

void putPart(QJsonObject& fields, const RecordPart& part, const QJsonObject& from)
{
    for (const QString& field : part.fields) {
        fields.remove(field);
        if (const auto value = from.constFind(field); value != from.constEnd()) {
            fields.insert(field, *value);
        }
    }
}

void putPart(QJsonObject& fields, const RecordPart& part, const QString& text)
{
    putPart(fields, part, QJsonDocument::fromJson(text.toUtf8()).object());
}

qint64 stampOf(const QJsonObject& fields)
{
    constexpr double end = 253'402'300'799'999.0; // of the year 9999
    return static_cast<qint64>(std::clamp(fields.value(stamp.fields.front()).toDouble(), 0.0, end));
}

bool isSameButDerived(RecordKind kind, const std::optional<Record>& a, const std::optional<Record>& b)
{
    if (!a || !b || *a == *b || !isMerged(kind)) {
        return a == b;
    }
    const QJsonObject left = fieldsOf(*a);
    const QJsonObject right = fieldsOf(*b);
    return std::ranges::all_of(partsOf(kind), [&](const RecordPart& part) {
        return part.meeting == Meeting::Derived
            || std::ranges::all_of(part.fields, [&](const QString& field) { return left.value(field) == right.value(field); });
    });
}

} // namespace waymark::domain

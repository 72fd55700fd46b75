// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/RecordParts.h>

#include <domain/RecordFields.h>

#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

const QString stamp = u"at"_s;

/// The parts that are told by hand: fields that change apart from each other. `at` is added where a record has it.
std::vector<RecordPart> namedParts(RecordKind kind)
{
    switch (kind) {
    case RecordKind::SkillMark:
        return { { { u"mark"_s } }, { { u"startedAt"_s }, Meeting::Larger }, { { u"overLock"_s }, Meeting::Larger } };
    case RecordKind::Note: // a note that one side keeps to itself goes out from neither
        return { { { u"text"_s } }, { { u"shared"_s }, Meeting::Smaller } };
    case RecordKind::Goal:
        return { { { u"milestone"_s } }, { { u"hoursPerWeek"_s } }, { { u"deadline"_s } } };
    case RecordKind::RecallOptions:
        return { { { u"retention"_s } }, { { u"minutes"_s } }, { { u"newPerDay"_s } } };
    case RecordKind::StudyRhythm:
        return { { { u"minutes"_s } }, { { u"cue"_s, u"cueMinutes"_s } }, { { u"doingLimit"_s } } };
    case RecordKind::OwnCard:
        return { { { u"front"_s } }, { { u"back"_s } } };
    case RecordKind::Choice:
        return { { { u"members"_s }, Meeting::Members } };
    default:
        return {};
    }
}

/// All fields that may be in a record of a kind, but for the stamp; memory is two.
QStringList fieldNames(RecordKind kind, bool& hasStamp)
{
    QStringList names;
    const Record record = emptyRecord(kind);
    const auto add = [&](const char* name, const auto& /*value*/) {
        if (const QString field = QString::fromLatin1(name); field == stamp) {
            hasStamp = true;
        } else if (field == u"memory") {
            names += { u"stability"_s, u"difficulty"_s };
        } else {
            names.append(field);
        }
    };
    std::visit([&add](const auto& each) { visitFields(each, add); }, record);
    return names;
}

std::vector<RecordPart> madeParts(RecordKind kind)
{
    std::vector<RecordPart> parts = namedParts(kind);
    bool hasStamp = false;
    const QStringList names = fieldNames(kind, hasStamp);
    if (parts.empty() && !names.isEmpty()) { // the place of a card follows from its recalls: nobody is asked
        parts.push_back({ names, kind == RecordKind::CardState ? Meeting::Larger : Meeting::Ask });
    }
    if (hasStamp) {
        parts.push_back({ { stamp }, Meeting::Larger });
    }
    return parts;
}

} // namespace

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
    for (const QString& field : part.fields) {
        if (const auto value = fields.constFind(field); value != fields.constEnd()) {
            own.insert(field, *value);
        }
    }
    return QString::fromUtf8(QJsonDocument(own).toJson(QJsonDocument::Compact));
}

void putPart(QJsonObject& fields, const RecordPart& part, const QString& text)
{
    const QJsonObject own = QJsonDocument::fromJson(text.toUtf8()).object();
    for (const QString& field : part.fields) {
        fields.remove(field);
        if (const auto value = own.constFind(field); value != own.constEnd()) {
            fields.insert(field, *value);
        }
    }
}

} // namespace waymark::domain

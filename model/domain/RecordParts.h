// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edit.h>

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace waymark::domain {

/// What becomes of a part of a record that two copies changed to different values.
enum class Meeting {
    Ask, ///< both are kept until the learner answers
    Larger, ///< the larger number, or true: a later stamp, a wish that either side had
    Smaller, ///< the smaller number, or false: that which gives less away
    Earliest, ///< the smaller number that is not 0, which means never
    Members, ///< a list is a set: what one side added is in, what one side took out is out
    Derived, ///< follows from other records and is made anew from them; until then the larger one
};

/// Fields of a record that only make sense together.
struct RecordPart
{
    QStringList fields; ///< names as in JSON; the first names the part, and is the number by which two values are compared

    Meeting meeting = Meeting::Ask;
};

/// Whether copies tell each other of records of a kind. The watch belongs to the copy that it runs in; what a merge keeps about itself each
/// copy has of its own.
[[nodiscard]] bool isMerged(RecordKind kind);

/// All parts of a kind of record, each field in one of them; none of a kind that is not merged. Stamps of time that go along with other
/// fields are parts of their own that nobody is asked about.
[[nodiscard]] const std::vector<RecordPart>& partsOf(RecordKind kind);

/// The fields of a record as JSON, and a record of them.
[[nodiscard]] QJsonObject fieldsOf(const Record& record);
[[nodiscard]] Record recordOf(RecordKind kind, const QJsonObject& fields);

/// One part as canonical JSON: equal text is equal value. And put into a record in place of its own.
[[nodiscard]] QString textOf(const RecordPart& part, const QJsonObject& fields);
void putPart(QJsonObject& fields, const RecordPart& part, const QJsonObject& from);
void putPart(QJsonObject& fields, const RecordPart& part, const QString& text);

/// The moment that a record tells of its last change, in UTC milliseconds from 1970 to 9999; 0 where it tells none.
[[nodiscard]] qint64 stampOf(const QJsonObject& fields);

/// Whether two records, or none, are the same but for what follows from other records.
[[nodiscard]] bool isSameButDerived(RecordKind kind, const std::optional<Record>& a, const std::optional<Record>& b);

} // namespace waymark::domain

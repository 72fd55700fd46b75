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
    Larger, ///< the larger number: follows from other records, or is of no weight
    Smaller, ///< the smaller number: that which gives less away
    Members, ///< a list is a set: what one side added is in, what one side took out is out
};

/// Fields of a record that only make sense together.
struct RecordPart
{
    QStringList fields; ///< names as in JSON; the first names the part

    Meeting meeting = Meeting::Ask;
};

/// All parts of a kind of record. Stamps of time that go along with other fields are parts of their own that nobody is asked about.
[[nodiscard]] const std::vector<RecordPart>& partsOf(RecordKind kind);

/// The fields of a record as JSON, and a record of them.
[[nodiscard]] QJsonObject fieldsOf(const Record& record);
[[nodiscard]] Record recordOf(RecordKind kind, const QJsonObject& fields);

/// One part as canonical JSON: equal text is equal value. And put into a record in place of its own.
[[nodiscard]] QString textOf(const RecordPart& part, const QJsonObject& fields);
void putPart(QJsonObject& fields, const RecordPart& part, const QString& text);

} // namespace waymark::domain

// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/RecordColumns.h>

#include <domain/RecordFields.h>
#include <domain/StoredWords.h>

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::Record;
using domain::RecordKind;

namespace {

QString listText(const QStringList& list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList listFrom(const QString& text)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue& each : array) {
        list.append(each.toString());
    }
    return list;
}

/// Appends each field of a record as the values of its columns.
struct ColumnWriter
{
    QVariantList& values;

    void operator()(const char* /*name*/, QDate day) const { values.append(day.isValid() ? day.toString(Qt::ISODate) : QString()); }
    void operator()(const char* /*name*/, const QStringList& list) const { values.append(listText(list)); }
    void operator()(const char* /*name*/, domain::Grade grade) const { values.append(static_cast<int>(grade)); }
    void operator()(const char* /*name*/, domain::Utf8<const QByteArray&> text) const { values.append(text.bytes); }
    void operator()(const char* /*name*/, const domain::WeekMinutes& minutes) const
    {
        for (const int each : minutes) {
            values.append(each);
        }
    }
    void operator()(const char* /*name*/, const std::optional<domain::Memory>& memory) const
    {
        values.append(memory ? QVariant(memory->stability) : QVariant());
        values.append(memory ? QVariant(memory->difficulty) : QVariant());
    }
    void operator()(const char* /*name*/, std::optional<int> number) const { values.append(number ? QVariant(*number) : QVariant()); }
    template <class Value> void operator()(const char* /*name*/, const Value& value) const
    {
        if constexpr (std::is_enum_v<Value>) {
            values.append(domain::toString(value));
        } else {
            values.append(value);
        }
    }
};

/// And takes them out of a row, one after the other.
struct ColumnReader
{
    const Row& row;
    int at = 0; ///< the next column

    void operator()(const char* /*name*/, QString& text) { text = row.text(at++); }
    void operator()(const char* /*name*/, qint64& moment) { moment = row.number(at++); }
    void operator()(const char* /*name*/, int& number) { number = row.smallNumber(at++); }
    void operator()(const char* /*name*/, std::optional<int>& number)
    {
        if (!row.isNull(at)) {
            number = row.smallNumber(at);
        }
        ++at;
    }
    void operator()(const char* /*name*/, double& number) { number = row.real(at++); }
    void operator()(const char* /*name*/, bool& flag) { flag = row.flag(at++); }
    void operator()(const char* /*name*/, domain::Grade& grade) { grade = domain::gradeFrom(row.smallNumber(at++)); }
    void operator()(const char* /*name*/, QDate& day) { day = QDate::fromString(row.text(at++), Qt::ISODate); }
    void operator()(const char* /*name*/, QStringList& list) { list = listFrom(row.text(at++)); }
    void operator()(const char* /*name*/, domain::Utf8<QByteArray&> text) { text.bytes = row.bytes(at++); }
    void operator()(const char* /*name*/, QByteArray& bytes) { bytes = row.bytes(at++); }
    void operator()(const char* /*name*/, domain::WeekMinutes& minutes)
    {
        for (int& each : minutes) {
            each = row.smallNumber(at++);
        }
    }
    void operator()(const char* /*name*/, std::optional<domain::Memory>& memory)
    {
        if (!row.isNull(at)) {
            memory = domain::Memory { row.real(at), row.real(at + 1) };
        }
        at += 2;
    }
    template <class Word>
    requires std::is_enum_v<Word>
    void operator()(const char* /*name*/, Word& word) { domain::readWord(row.text(at++), word); }
};

} // namespace

QVariantList columnsOf(const Record& record)
{
    QVariantList values;
    std::visit([&values](const auto& each) { domain::visitFields(each, ColumnWriter { values }); }, record);
    return values;
}

Record recordFrom(RecordKind kind, const Row& row, int at)
{
    Record record = domain::emptyRecord(kind);
    std::visit([&](auto& each) { domain::visitFields(each, ColumnReader { row, at }); }, record);
    return record;
}

} // namespace waymark::storage

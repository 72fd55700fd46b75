// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Edit.h>

#include <domain/KeyParts.h>
#include <domain/RecordFields.h>
#include <domain/StoredWords.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>
#include <numeric>
#include <string_view>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

/// JSON numbers are doubles: milliseconds of any date Waymark accepts stay far below. A damaged journal may hold any number.
constexpr double mostMilliseconds = 9'007'199'254'740'992; // 2^53

QJsonValue ms(qint64 at)
{
    return QJsonValue(static_cast<double>(at));
}
qint64 ms(const QJsonValue& value)
{
    return static_cast<qint64>(std::clamp(value.toDouble(), -mostMilliseconds, mostMilliseconds));
}

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Puts each field of a record into an object.
struct FieldWriter
{
    QJsonObject& object;

    void operator()(const char* name, const QString& text) const { put(name, text); }
    void operator()(const char* name, qint64 at) const { put(name, ms(at)); }
    void operator()(const char* name, int number) const { put(name, number); }
    void operator()(const char* name, double number) const { put(name, number); }
    void operator()(const char* name, std::optional<int> number) const
    {
        if (number) {
            put(name, *number);
        }
    }
    void operator()(const char* name, bool flag) const { put(name, flag); }
    void operator()(const char* name, Grade grade) const { put(name, static_cast<int>(grade)); }
    void operator()(const char* name, QDate day) const { put(name, day.isValid() ? day.toString(Qt::ISODate) : QString()); }
    void operator()(const char* name, const QStringList& texts) const { put(name, QJsonArray::fromStringList(texts)); }
    void operator()(const char* name, Utf8<const QByteArray&> text) const { put(name, QString::fromUtf8(text.bytes)); }
    void operator()(const char* name, const QByteArray& key) const { put(name, QString::fromLatin1(key.toBase64(base64Url))); }
    void operator()(const char* name, const WeekMinutes& minutes) const
    {
        QJsonArray days;
        for (const int each : minutes) {
            days.append(each);
        }
        put(name, days);
    }
    void operator()(const char* /*name*/, const std::optional<Memory>& memory) const
    {
        if (memory) {
            put("stability", memory->stability);
            put("difficulty", memory->difficulty);
        }
    }
    template <class Word>
    requires std::is_enum_v<Word>
    void operator()(const char* name, Word word) const { put(name, toString(word)); }

private:
    void put(const char* name, const QJsonValue& value) const { object.insert(QLatin1StringView(name), value); }
};

/// And takes it out.
struct FieldReader
{
    const QJsonObject& object;

    void operator()(const char* name, QString& text) const { text = value(name).toString(); }
    void operator()(const char* name, qint64& at) const { at = ms(value(name)); }
    void operator()(const char* name, int& number) const { number = value(name).toInt(); }
    void operator()(const char* name, std::optional<int>& number) const
    {
        if (object.contains(QLatin1StringView(name))) {
            number = value(name).toInt();
        }
    }
    /// A journal from before 0003 does not name the retention of a recall: it stays what it is without one.
    void operator()(const char* name, double& number) const { number = value(name).toDouble(number); }
    void operator()(const char* name, bool& flag) const { flag = value(name).toBool(); }
    void operator()(const char* name, Grade& grade) const { grade = gradeFrom(value(name).toInt()); }
    void operator()(const char* name, QDate& day) const { day = QDate::fromString(value(name).toString(), Qt::ISODate); }
    void operator()(const char* name, QStringList& texts) const
    {
        const QJsonArray array = value(name).toArray();
        for (const QJsonValue& each : array) {
            texts.append(each.toString());
        }
    }
    void operator()(const char* name, WeekMinutes& minutes) const
    {
        const QJsonArray days = value(name).toArray();
        for (qsizetype i = 0; i < std::ssize(minutes); ++i) {
            minutes[static_cast<std::size_t>(i)] = days.at(i).toInt();
        }
    }
    void operator()(const char* name, Utf8<QByteArray&> text) const { text.bytes = value(name).toString().toUtf8(); }
    void operator()(const char* name, QByteArray& key) const { key = QByteArray::fromBase64(value(name).toString().toLatin1(), base64Url); }
    void operator()(const char* /*name*/, std::optional<Memory>& memory) const
    {
        if (object.contains(u"stability"_s)) {
            memory = Memory { value("stability").toDouble(), value("difficulty").toDouble() };
        }
    }
    template <class Word>
    requires std::is_enum_v<Word>
    void operator()(const char* name, Word& word) const { readWord(value(name).toString(), word); }

private:
    [[nodiscard]] QJsonValue value(const char* name) const { return object[QLatin1StringView(name)]; }
};

Record recordFrom(RecordKind kind, const QJsonObject& object)
{
    Record record = emptyRecord(kind);
    std::visit([&object](auto& each) { visitFields(each, FieldReader { object }); }, record);
    return record;
}

const QStringList& recordKindWords()
{
    static const QStringList words { u"skill"_s, u"item"_s, u"evidence"_s, u"note"_s, u"goal"_s, u"choice"_s, u"learner"_s, u"time"_s,
        u"attempt"_s, u"recall"_s, u"card"_s, u"own-card"_s, u"recall-options"_s, u"mentor-question"_s, u"self-score"_s, u"review"_s,
        u"review-answer"_s, u"sign-off"_s, u"pinned-key"_s, u"study-rhythm"_s, u"days-off"_s, u"order-wish"_s, u"board-place"_s,
        u"running-timer"_s, u"absorbed"_s, u"conflict"_s };
    return words;
}

QJsonObject toObject(const Record& record)
{
    QJsonObject object;
    std::visit([&object](const auto& each) { visitFields(each, FieldWriter { object }); }, record);
    return object;
}

QJsonObject toObject(const RecordChange& change)
{
    QJsonObject o { { u"record"_s, toString(change.key.kind) } };
    const auto put = [&o](const QString& name, const QString& value) {
        if (!value.isEmpty()) {
            o.insert(name, value);
        }
    };
    put(u"skill"_s, change.key.skill);
    put(u"item"_s, change.key.item);
    put(u"id"_s, change.key.id);
    if (change.before) {
        o.insert(u"before"_s, toObject(*change.before));
    }
    if (change.after) {
        o.insert(u"after"_s, toObject(*change.after));
    }
    return o;
}

} // namespace

QString toString(RecordKind kind)
{
    return recordKindWords().at(static_cast<int>(kind));
}

std::optional<RecordKind> recordKindFrom(const QString& word)
{
    const qsizetype kind = recordKindWords().indexOf(word);
    return kind < 0 ? std::nullopt : std::optional(static_cast<RecordKind>(kind));
}

QByteArray recordToJson(const Record& record)
{
    return QJsonDocument(toObject(record)).toJson(QJsonDocument::Compact);
}

Result<Record> recordFromJson(RecordKind kind, const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return failure(ErrorCode::InvalidFile, {}, u"a record is not a JSON object"_s);
    }
    return recordFrom(kind, document.object());
}

QByteArray changesToJson(const std::vector<RecordChange>& changes)
{
    QJsonArray array;
    for (const RecordChange& change : changes) {
        array.append(toObject(change));
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

namespace {

/// With the parts that a key of this kind has, and no others.
RecordKey keyOf(RecordKind kind, const QJsonObject& o)
{
    const RecordKey all { kind, o[u"skill"].toString(), o[u"item"].toString(), o[u"id"].toString() };
    RecordKey key { kind, {}, {}, {} };
    for (const KeyPart part : keyPartsOf(kind)) {
        key.*part = all.*part;
    }
    return key;
}

Result<RecordChange> changeFrom(const QJsonObject& o)
{
    const auto kind = recordKindFrom(o[u"record"].toString());
    if (!kind) {
        return failure(ErrorCode::InvalidFile, {}, u"unknown record kind: "_s + o[u"record"].toString());
    }
    RecordChange change { keyOf(*kind, o), std::nullopt, std::nullopt };
    if (o.contains(u"before"_s)) {
        change.before = recordFrom(*kind, o[u"before"].toObject());
    }
    if (o.contains(u"after"_s)) {
        change.after = recordFrom(*kind, o[u"after"].toObject());
    }
    return change;
}

// Of one change, which has some ten lists and objects. Qt makes a value of its own of each, so that a text of nothing but brackets takes
// fifty times its size. Most entries has one that chooses among all the 5,000 skills that a course may have, before and after.
constexpr int mostLists = 10'000;
constexpr int mostEntries = 2'000'000;

/// Takes an array of objects apart without reading them, so that each can be read by itself.
class JsonObjects
{
public:
    explicit JsonObjects(const QByteArray& json)
        : m_json(json)
    {
        m_next = !take('[') ? Next::Nothing : take(']') ? Next::End : Next::Object;
    }

    /// The text of the next object, which lives as long as the whole; none after the last one and where something else stands.
    std::optional<QByteArray> next()
    {
        skipSpace();
        const qsizetype start = m_at;
        if (m_next != Next::Object || !skipObject()) {
            m_next = m_next == Next::Object ? Next::Nothing : m_next;
            return std::nullopt;
        }
        const qsizetype end = m_at;
        m_next = take(',') ? Next::Object : take(']') ? Next::End : Next::Nothing;
        return QByteArray::fromRawData(m_json.constData() + start, end - start);
    }
    /// After the last one: whether the array ended there, and the text with it.
    [[nodiscard]] bool isWhole()
    {
        skipSpace();
        return m_next == Next::End && m_at == m_json.size();
    }

private:
    enum class Next { Object, End, Nothing };

    void skipSpace()
    {
        constexpr std::string_view spaces = " \t\r\n";
        while (m_at < m_json.size() && spaces.find(m_json[m_at]) != std::string_view::npos) {
            ++m_at;
        }
    }
    bool take(char wanted)
    {
        skipSpace();
        const bool isThere = m_at < m_json.size() && m_json[m_at] == wanted;
        m_at += isThere ? 1 : 0;
        return isThere;
    }
    /// To the brace that closes the one here; braces in strings are text. False where there is none, and beyond those bounds.
    bool skipObject()
    {
        int open = 0;
        int lists = 0;
        int entries = 0;
        bool isText = false;
        const std::string_view json(m_json.constData(), static_cast<std::size_t>(m_json.size()));
        for (auto at = static_cast<std::size_t>(m_at); at < json.size(); ++at) {
            const char c = json[at];
            if (isText) {
                at += c == '\\' ? 1 : 0;
                isText = c != '"';
                continue;
            }
            isText = c == '"';
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            lists += c == '{' || c == '[' ? 1 : 0;
            entries += c == ',' ? 1 : 0;
            if (lists > mostLists || entries > mostEntries) {
                return false;
            }
            if (open == 0) {
                m_at = static_cast<qsizetype>(at + 1);
                return c == '}';
            }
        }
        return false;
    }

    const QByteArray& m_json;
    qsizetype m_at = 0;
    Next m_next = Next::Nothing;
};

/// Counts the texts in the lists of a record.
struct ListedTexts
{
    std::size_t& count;

    template <class Field> void operator()(const char* /*name*/, const Field& /*field*/) const { }
    void operator()(const char* /*name*/, const QStringList& texts) const { count += static_cast<std::size_t>(texts.size()); }
};

std::size_t partsOf(const RecordChange& change)
{
    std::size_t parts = 1;
    for (const std::optional<Record>* side : { &change.before, &change.after }) {
        if (*side) {
            std::visit([&parts](const auto& each) { visitFields(each, ListedTexts { parts }); }, **side);
        }
    }
    return parts;
}

} // namespace

std::size_t partsOf(const std::vector<RecordChange>& changes)
{
    return std::transform_reduce(
        changes.begin(), changes.end(), std::size_t { 0 }, std::plus<>(), [](const RecordChange& change) { return partsOf(change); });
}

Result<std::vector<RecordChange>> changesFromJson(const QByteArray& json, const std::function<bool()>& goesOn, std::size_t mostParts)
{
    constexpr std::size_t often = 32;
    constexpr qsizetype longText = 100'000; // what a merge has brought in may be of some megabytes
    const auto notAnArray = [] { return failure(ErrorCode::InvalidFile, {}, u"the changes of an edit are not a JSON array of objects"_s); };
    std::vector<RecordChange> changes;
    std::size_t parts = 0;
    JsonObjects objects(json);
    while (const auto text = objects.next()) {
        if (goesOn && (changes.size() % often == 0 || text->size() > longText) && !goesOn()) {
            return failure(ErrorCode::Cancelled);
        }
        const QJsonDocument object = QJsonDocument::fromJson(*text);
        if (goesOn && text->size() > longText && !goesOn()) {
            return failure(ErrorCode::Cancelled);
        }
        auto change = object.isObject() ? changeFrom(object.object()) : notAnArray();
        if (!change) {
            return tl::unexpected(change.error());
        }
        parts += partsOf(*change);
        if (parts > mostParts) {
            return failure(ErrorCode::InvalidFile, {}, u"an edit has too many changes"_s);
        }
        changes.push_back(std::move(*change));
    }
    return objects.isWhole() ? Result<std::vector<RecordChange>>(std::move(changes)) : notAnArray();
}

} // namespace waymark::domain

// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Edit.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

QString markWord(Mark mark)
{
    switch (mark) {
    case Mark::Started:
        return u"started"_s;
    case Mark::Done:
        return u"done"_s;
    case Mark::Skipped:
        return u"skipped"_s;
    case Mark::Assumed:
        return u"assumed"_s;
    }
    return {};
}

Mark markFrom(const QString& word)
{
    if (word == u"done"_s) {
        return Mark::Done;
    }
    if (word == u"skipped"_s) {
        return Mark::Skipped;
    }
    return word == u"assumed"_s ? Mark::Assumed : Mark::Started;
}

// JSON numbers are doubles: milliseconds of any date Waymark accepts stay far below 2^53.
QJsonValue ms(qint64 at)
{
    return QJsonValue(static_cast<double>(at));
}
qint64 ms(const QJsonValue& value)
{
    return static_cast<qint64>(value.toDouble());
}

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

struct ToObject
{
    QJsonObject operator()(const SkillMark& mark) const
    {
        return { { u"mark"_s, markWord(mark.mark) }, { u"at"_s, ms(mark.at) }, { u"startedAt"_s, ms(mark.startedAt) },
            { u"overLock"_s, mark.overLock } };
    }
    QJsonObject operator()(const ItemMark& mark) const { return { { u"at"_s, ms(mark.at) } }; }
    QJsonObject operator()(const Evidence& proof) const
    {
        return { { u"kind"_s, toString(proof.kind) }, { u"text"_s, proof.text }, { u"at"_s, ms(proof.at) } };
    }
    QJsonObject operator()(const Note& note) const
    {
        return { { u"text"_s, note.text }, { u"shared"_s, note.shared }, { u"at"_s, ms(note.at) } };
    }
    QJsonObject operator()(const Goal& goal) const
    {
        return { { u"milestone"_s, goal.milestone }, { u"hoursPerWeek"_s, goal.hoursPerWeek },
            { u"deadline"_s, goal.deadline.isValid() ? goal.deadline.toString(Qt::ISODate) : QString() } };
    }
    QJsonObject operator()(const Choice& choice) const { return { { u"members"_s, QJsonArray::fromStringList(choice.members) } }; }
    QJsonObject operator()(const Learner& learner) const { return { { u"name"_s, learner.name } }; }
    QJsonObject operator()(const TimeEntry& entry) const
    {
        return { { u"skill"_s, entry.skill }, { u"start"_s, ms(entry.start) }, { u"minutes"_s, entry.minutes } };
    }
    QJsonObject operator()(const Attempt& attempt) const
    {
        return { { u"source"_s, toString(attempt.source) }, { u"right"_s, attempt.right }, { u"first"_s, attempt.first },
            { u"hints"_s, attempt.hints }, { u"milliseconds"_s, attempt.milliseconds }, { u"answer"_s, attempt.answer },
            { u"at"_s, ms(attempt.at) }, { u"offset"_s, attempt.offset } };
    }
    QJsonObject operator()(const Recall& recall) const
    {
        return { { u"grade"_s, static_cast<int>(recall.grade) }, { u"stability"_s, recall.after.stability },
            { u"difficulty"_s, recall.after.difficulty }, { u"elapsedDays"_s, recall.elapsedDays }, { u"algorithm"_s, recall.algorithm },
            { u"weights"_s, recall.weights }, { u"milliseconds"_s, recall.milliseconds }, { u"at"_s, ms(recall.at) },
            { u"offset"_s, recall.offset }, { u"retention"_s, recall.retention } };
    }
    QJsonObject operator()(const CardState& card) const
    {
        const CardSchedule& way = card.schedule;
        QJsonObject o { { u"phase"_s, toString(way.phase) }, { u"step"_s, way.step }, { u"last"_s, ms(way.last) },
            { u"due"_s, ms(way.due) }, { u"scheduledDays"_s, way.scheduledDays }, { u"reps"_s, way.reps }, { u"lapses"_s, way.lapses },
            { u"introduced"_s, ms(card.introduced) }, { u"suspended"_s, card.suspended }, { u"buriedUntil"_s, ms(card.buriedUntil) } };
        if (way.memory) {
            o.insert(u"stability"_s, way.memory->stability);
            o.insert(u"difficulty"_s, way.memory->difficulty);
        }
        return o;
    }
    QJsonObject operator()(const OwnCard& card) const
    {
        return { { u"front"_s, card.front }, { u"back"_s, card.back }, { u"at"_s, ms(card.at) } };
    }
    QJsonObject operator()(const RecallOptions& options) const
    {
        return { { u"retention"_s, options.retention }, { u"minutes"_s, options.minutes }, { u"newPerDay"_s, options.newPerDay } };
    }
    QJsonObject operator()(const MentorQuestion& question) const { return { { u"text"_s, question.text }, { u"at"_s, ms(question.at) } }; }
    QJsonObject operator()(const SelfScore& score) const { return { { u"level"_s, score.level }, { u"at"_s, ms(score.at) } }; }
    QJsonObject operator()(const ReceivedReview& review) const
    {
        return { { u"json"_s, QString::fromUtf8(review.json) }, { u"reviewer"_s, review.reviewer },
            { u"fingerprint"_s, review.fingerprint }, { u"revision"_s, review.revision }, { u"created"_s, ms(review.created) },
            { u"at"_s, ms(review.at) } };
    }
    QJsonObject operator()(const ReviewAnswer& answer) const
    {
        return { { u"answer"_s, toString(answer.kind) }, { u"at"_s, ms(answer.at) } };
    }
    QJsonObject operator()(const SignOff& signOff) const
    {
        return { { u"decision"_s, toString(signOff.decision) }, { u"role"_s, toString(signOff.role) }, { u"reviewer"_s, signOff.reviewer },
            { u"fingerprint"_s, signOff.fingerprint }, { u"signature"_s, toString(signOff.signature) },
            { u"created"_s, ms(signOff.created) }, { u"at"_s, ms(signOff.at) }, { u"seen"_s, QJsonArray::fromStringList(signOff.seen) } };
    }
    QJsonObject operator()(const PinnedKey& key) const
    {
        return { { u"name"_s, key.name }, { u"key"_s, QString::fromLatin1(key.key.toBase64(base64Url)) },
            { u"firstReview"_s, key.firstReview }, { u"confirmed"_s, key.confirmed }, { u"at"_s, ms(key.at) } };
    }
};

QStringList textsFrom(const QJsonValue& value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array) {
        texts.append(each.toString());
    }
    return texts;
}

/// What is no word of ours is read as that which vouches for least.
SignOff signOffFrom(const QJsonObject& o)
{
    return { decisionFrom(o[u"decision"].toString()).value_or(Decision::RequestChanges),
        reviewerRoleFrom(o[u"role"].toString()).value_or(ReviewerRole::Peer), o[u"reviewer"].toString(), o[u"fingerprint"].toString(),
        signatureStateFrom(o[u"signature"].toString()).value_or(SignatureState::None), ms(o[u"created"]), ms(o[u"at"]),
        textsFrom(o[u"seen"]) };
}

Record mentorRecordFrom(RecordKind kind, const QJsonObject& o)
{
    switch (kind) {
    case RecordKind::SelfScore:
        return SelfScore { o[u"level"].toInt(), ms(o[u"at"]) };
    case RecordKind::ReceivedReview:
        return ReceivedReview { o[u"json"].toString().toUtf8(), o[u"reviewer"].toString(), o[u"fingerprint"].toString(),
            o[u"revision"].toString(), ms(o[u"created"]), ms(o[u"at"]) };
    case RecordKind::ReviewAnswer:
        return ReviewAnswer { reviewAnswerFrom(o[u"answer"].toString()).value_or(ReviewAnswer::Kind::Accepted), ms(o[u"at"]) };
    case RecordKind::SignOff:
        return signOffFrom(o);
    case RecordKind::PinnedKey:
        return PinnedKey { o[u"name"].toString(), QByteArray::fromBase64(o[u"key"].toString().toLatin1(), base64Url),
            o[u"firstReview"].toString(), o[u"confirmed"].toBool(), ms(o[u"at"]) };
    default:
        return MentorQuestion { o[u"text"].toString(), ms(o[u"at"]) };
    }
}

/// A grade of 1 to 4; what is none is Again, the careful reading of a damaged record.
Grade gradeFrom(int number)
{
    return number >= 1 && number <= 4 ? static_cast<Grade>(number) : Grade::Again;
}

CardState cardFrom(const QJsonObject& o)
{
    CardState card;
    CardSchedule& way = card.schedule;
    way.phase = phaseFrom(o[u"phase"].toString()).value_or(CardSchedule::Phase::New);
    way.step = o[u"step"].toInt();
    if (o.contains(u"stability"_s)) {
        way.memory = Memory { o[u"stability"].toDouble(), o[u"difficulty"].toDouble() };
    }
    way.last = ms(o[u"last"]);
    way.due = ms(o[u"due"]);
    way.scheduledDays = o[u"scheduledDays"].toInt();
    way.reps = o[u"reps"].toInt();
    way.lapses = o[u"lapses"].toInt();
    card.introduced = ms(o[u"introduced"]);
    card.suspended = o[u"suspended"].toBool();
    card.buriedUntil = ms(o[u"buriedUntil"]);
    return card;
}

Record recordFrom(RecordKind kind, const QJsonObject& o)
{
    switch (kind) {
    case RecordKind::SkillMark:
        return SkillMark { markFrom(o[u"mark"].toString()), ms(o[u"at"]), ms(o[u"startedAt"]), o[u"overLock"].toBool() };
    case RecordKind::ItemMark:
        return ItemMark { ms(o[u"at"]) };
    case RecordKind::Evidence:
        return Evidence { evidenceKindFrom(o[u"kind"].toString()).value_or(EvidenceKind::Note), o[u"text"].toString(), ms(o[u"at"]) };
    case RecordKind::Note:
        return Note { o[u"text"].toString(), o[u"shared"].toBool(), ms(o[u"at"]) };
    case RecordKind::Goal:
        return Goal { o[u"milestone"].toString(), o[u"hoursPerWeek"].toDouble(),
            QDate::fromString(o[u"deadline"].toString(), Qt::ISODate) };
    case RecordKind::Choice:
        return Choice { textsFrom(o[u"members"]) };
    case RecordKind::Learner:
        return Learner { o[u"name"].toString() };
    case RecordKind::TimeEntry:
        return TimeEntry { o[u"skill"].toString(), ms(o[u"start"]), o[u"minutes"].toInt() };
    case RecordKind::Attempt:
        return Attempt { attemptSourceFrom(o[u"source"].toString()).value_or(Attempt::Source::Quiz), o[u"right"].toBool(),
            o[u"first"].toBool(), o[u"hints"].toInt(), o[u"milliseconds"].toInt(), o[u"answer"].toString(), ms(o[u"at"]),
            o[u"offset"].toInt() };
    case RecordKind::Recall:
        return Recall { gradeFrom(o[u"grade"].toInt()), { o[u"stability"].toDouble(), o[u"difficulty"].toDouble() },
            o[u"elapsedDays"].toInt(), o[u"algorithm"].toString(), o[u"weights"].toString(), o[u"milliseconds"].toInt(), ms(o[u"at"]),
            o[u"offset"].toInt(), o[u"retention"].toDouble(Recall {}.retention) }; // a journal from before 0003 does not name it
    case RecordKind::CardState:
        return cardFrom(o);
    case RecordKind::OwnCard:
        return OwnCard { o[u"front"].toString(), o[u"back"].toString(), ms(o[u"at"]) };
    case RecordKind::RecallOptions:
        return RecallOptions { o[u"retention"].toDouble(), o[u"minutes"].toInt(), o[u"newPerDay"].toInt() };
    case RecordKind::MentorQuestion:
    case RecordKind::SelfScore:
    case RecordKind::ReceivedReview:
    case RecordKind::ReviewAnswer:
    case RecordKind::SignOff:
    case RecordKind::PinnedKey:
        return mentorRecordFrom(kind, o);
    }
    return SkillMark {};
}

const QStringList& recordKindWords()
{
    static const QStringList words { u"skill"_s, u"item"_s, u"evidence"_s, u"note"_s, u"goal"_s, u"choice"_s, u"learner"_s, u"time"_s,
        u"attempt"_s, u"recall"_s, u"card"_s, u"own-card"_s, u"recall-options"_s, u"mentor-question"_s, u"self-score"_s, u"review"_s,
        u"review-answer"_s, u"sign-off"_s, u"pinned-key"_s };
    return words;
}

QJsonObject toObject(const Record& record)
{
    return std::visit(ToObject {}, record);
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

Result<std::vector<RecordChange>> changesFromJson(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray()) {
        return failure(ErrorCode::InvalidFile, {}, u"the changes of an edit are not a JSON array"_s);
    }
    std::vector<RecordChange> changes;
    const QJsonArray array = document.array();
    for (const QJsonValue& value : array) {
        const QJsonObject o = value.toObject();
        const qsizetype kind = recordKindWords().indexOf(o[u"record"].toString());
        if (kind < 0) {
            return failure(ErrorCode::InvalidFile, {}, u"unknown record kind: "_s + o[u"record"].toString());
        }
        RecordChange change;
        change.key = { static_cast<RecordKind>(kind), o[u"skill"].toString(), o[u"item"].toString(), o[u"id"].toString() };
        if (o.contains(u"before"_s)) {
            change.before = recordFrom(change.key.kind, o[u"before"].toObject());
        }
        if (o.contains(u"after"_s)) {
            change.after = recordFrom(change.key.kind, o[u"after"].toObject());
        }
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace waymark::domain

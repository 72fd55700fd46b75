// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/ConflictWords.h>

#include <ui/words/Isolated.h>
#include <ui/words/LocalTime.h>
#include <ui/words/Percent.h>
#include <ui/words/PlanWords.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/ShortDate.h>
#include <ui/words/ShownText.h>
#include <ui/words/Words.h>

#include <domain/RecordParts.h>

#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::ConflictValues;
using domain::Record;
using domain::RecordKind;

namespace {

constexpr qint64 minute = 60'000;

std::vector<std::optional<Record>> recordsOf(const ConflictValues& conflict)
{
    std::vector<std::optional<Record>> records { conflict.shown };
    records.insert(records.end(), conflict.others.begin(), conflict.others.end());
    return records;
}

/// Those that are there more than once, as a flag each.
std::vector<bool> doublesOf(const QStringList& texts)
{
    std::vector<bool> doubles;
    doubles.reserve(static_cast<std::size_t>(texts.size()));
    for (const QString& text : texts) {
        doubles.push_back(texts.count(text) > 1);
    }
    return doubles;
}

/// How many characters a text begins with as the one that is nearest to it does.
qsizetype commonStart(const QStringList& texts, qsizetype index)
{
    const QString& text = texts.at(index);
    qsizetype longest = 0;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (i != index) {
            const auto parting = std::mismatch(text.begin(), text.end(), texts.at(i).begin(), texts.at(i).end());
            longest = std::max<qsizetype>(longest, parting.first - text.begin());
        }
    }
    return longest;
}

} // namespace

/// The text of each kind of record, or of the part that is asked about; Exact where the usual text does not tell it from another one.
struct ConflictWords::Value
{
    const ConflictValues& conflict;
    const RecordWords::Place& place;
    Detail detail;

    [[nodiscard]] bool isExact() const { return detail == Detail::Exact; }
    [[nodiscard]] QString moment(qint64 at) const
    {
        return isExact() ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(at, place.zone), u"yyyy-MM-dd HH:mm:ss.zzz"_s)
                         : momentText(at, place.zone);
    }

    QString operator()(const domain::SkillMark& mark) const
    {
        switch (mark.mark) {
        case domain::Mark::Started:
            return tr("Started");
        case domain::Mark::Done:
            return tr("Done");
        case domain::Mark::Skipped:
            return tr("Skipped");
        case domain::Mark::Assumed:
            return tr("Assumed");
        }
        return {};
    }
    QString operator()(const domain::ItemMark& mark) const { return tr("Ticked %1", "moment").arg(moment(mark.at)); }
    QString operator()(const domain::Evidence& proof) const
    {
        return tr("%1: %2", "kind and text").arg(Words::evidence(proof.kind), isolated(shownText(proof.text)));
    }
    QString operator()(const domain::Note& note) const { return shownText(note.text); }
    QString operator()(const domain::MentorQuestion& question) const { return shownText(question.text); }
    QString operator()(const domain::Learner& learner) const { return shownText(learner.name); }
    QString operator()(const domain::OwnCard& card) const { return shownText(conflict.part == u"front" ? card.front : card.back); }
    QString operator()(const domain::SelfScore& score) const
    {
        const QString level = tr("%1 of 3", "points").arg(score.level);
        return isExact() ? tr("%1, given %2", "points and moment").arg(level, moment(score.at)) : level;
    }
    QString operator()(const domain::BoardPlace& board) const
    {
        return isExact() ? tr("%1, since %2", "column of the board and moment").arg(PlanWords::lane(board.lane), moment(board.at))
                         : PlanWords::lane(board.lane);
    }
    QString operator()(const domain::DaysOff& off) const { return PlanWords::daysOff({ off.first, off.last, shownLine(off.reason) }); }
    QString operator()(const domain::Choice& choice) const
    {
        QStringList titles;
        for (const QString& member : choice.members) {
            titles.append(RecordWords::title(member, place.roadmap));
        }
        return QLocale().createSeparatedList(isolated(titles));
    }
    QString operator()(const domain::Goal& goal) const
    {
        if (conflict.part == u"hoursPerWeek") {
            return Words::hours(goal.hoursPerWeek);
        }
        if (conflict.part == u"deadline") {
            return goal.deadline.isValid() ? shortDate(goal.deadline) : tr("no deadline");
        }
        const domain::Milestone* milestone = place.roadmap.milestone(goal.milestone);
        return shownLine(milestone == nullptr ? goal.milestone : milestone->title);
    }
    QString operator()(const domain::RecallOptions& options) const
    {
        return conflict.part == u"retention" ? shareText(options.retention, isExact() ? 4 : 0)
            : conflict.part == u"minutes"    ? Words::minutes(options.minutes)
                                             : QLocale().toString(options.newPerDay);
    }
    QString operator()(const domain::StudyRhythm& rhythm) const
    {
        if (conflict.part == u"doingLimit") {
            return QLocale().toString(rhythm.doingLimit);
        }
        if (conflict.part == u"cue") {
            domain::StudyRhythm shown = rhythm;
            shown.cue = shownLine(rhythm.cue);
            return PlanWords::cue(shown);
        }
        QStringList days;
        for (std::size_t i = 0; i < rhythm.minutes.size(); ++i) {
            days.append(tr("%1 %2", "weekday and minutes")
                            .arg(QLocale().dayName(static_cast<int>(i) + 1, QLocale::ShortFormat), Words::minutes(rhythm.minutes[i])));
        }
        return QLocale().createSeparatedList(days);
    }
    QString operator()(const domain::TimeEntry& time) const
    {
        if (conflict.part == u"minutes") {
            return Words::minutes(time.minutes);
        }
        if (conflict.part == u"skill") {
            return RecordWords::title(time.skill, place.roadmap);
        }
        return isExact() ? tr("%1 (%2)", "moment and place").arg(moment(time.start), offsetText(time.offset.value_or(0)))
                         : startText(time, place.zone);
    }
    QString operator()(const domain::RunningTimer& timer) const
    {
        const QString skill = RecordWords::title(timer.skill, place.roadmap);
        const QString since = moment(timer.startedAt);
        const QString counted = Words::minutes(timer.milliseconds / minute);
        if (!timer.isRunning()) {
            return tr("Paused on \"%1\", begun %2, %3 counted", "skill, moment, minutes").arg(isolated(skill), since, counted);
        }
        return timer.milliseconds < minute
            ? tr("Runs on \"%1\" since %2", "skill and moment").arg(isolated(skill), moment(timer.runningSince))
            : tr("Runs on \"%1\" since %2, begun %3, %4 counted before", "skill, two moments, minutes")
                  .arg(isolated(skill), moment(timer.runningSince), since, counted);
    }
    QString operator()(const domain::OrderWish& wish) const
    {
        const QString other = RecordWords::title(wish.other(), place.roadmap);
        const QString text = wish.isAfter() ? tr("After \"%1\"").arg(isolated(other)) : tr("Before \"%1\"").arg(isolated(other));
        return isExact() ? tr("%1, wished %2", "place in the order and moment").arg(text, moment(wish.at)) : text;
    }
    QString operator()(const domain::ReviewAnswer& answer) const
    {
        switch (answer.kind) {
        case domain::ReviewAnswer::Kind::Accepted:
            return tr("Accepted");
        case domain::ReviewAnswer::Kind::Rejected:
            return tr("Rejected");
        case domain::ReviewAnswer::Kind::Resolved:
            return tr("Dealt with");
        }
        return {};
    }
    QString operator()(const domain::SignOff& signOff) const
    {
        const QString who = tr("%1 by %2 (%3), decided %4", "decision, reviewer, role, moment")
                                .arg(ReviewWords::decision(signOff.decision), isolated(ReviewWords::reviewer(shownLine(signOff.reviewer))),
                                    ReviewWords::role(signOff.role), moment(signOff.created));
        const QString how = tr(
            "You accepted it %1; signature: %2; it saw %n piece(s) of evidence.", "moment, a word", static_cast<int>(signOff.seen.size()))
                                .arg(moment(signOff.at), ReviewWords::signatureWord(signOff.signature));
        return who + u'\n' + how;
    }
    QString operator()(const domain::PinnedKey& key) const
    {
        const QString known = key.confirmed ? tr("its fingerprint was compared") : tr("its fingerprint was not compared");
        return tr("%1: known since %2, %3", "name of a reviewer, moment, whether the key was compared")
            .arg(isolated(ReviewWords::reviewer(shownLine(key.name))), moment(key.at), known);
    }
    QString operator()(const domain::ReceivedReview& review) const
    {
        return tr("By %1, written %2, received %3", "reviewer and two moments")
            .arg(isolated(ReviewWords::reviewer(shownLine(review.reviewer))), moment(review.created), moment(review.at));
    }
    QString operator()(const domain::Attempt& attempt) const
    {
        const QString when = moment(attempt.at);
        const QString answer = shownLine(attempt.answer);
        return attempt.right ? tr("Right, %1: %2", "moment and answer").arg(when, isolated(answer))
                             : tr("Wrong, %1: %2", "moment and answer").arg(when, isolated(answer));
    }
    QString operator()(const domain::Recall& recall) const
    {
        return tr("%1, %2", "grade of a recall and moment").arg(Words::grade(recall.grade), moment(recall.at));
    }
    QString operator()(const domain::CardState& card) const { return card.suspended ? tr("Laid aside") : tr("Asked when it is due"); }
    QString operator()(const domain::Absorbed&) const { return {}; }
    QString operator()(const domain::Conflict&) const { return {}; }
};

QString ConflictWords::partName(const ConflictValues& conflict)
{
    const QString& part = conflict.part;
    switch (conflict.record.kind) {
    case RecordKind::Goal:
        return part == u"hoursPerWeek" ? tr("Hours a week") : part == u"deadline" ? tr("Deadline") : QString();
    case RecordKind::RecallOptions:
        return part == u"retention" ? tr("Wanted recall") : part == u"minutes" ? tr("Minutes of a recall session") : tr("New cards a day");
    case RecordKind::StudyRhythm:
        return part == u"minutes" ? tr("Minutes of the weekdays")
            : part == u"cue"      ? tr("When study begins")
                                  : tr("Skills in Doing at once");
    default:
        return {};
    }
}

QString ConflictWords::about(const ConflictValues& conflict, const RecordWords::Place& place)
{
    if (QString part = partName(conflict); !part.isEmpty()) {
        return part;
    }
    const std::optional<Record> record
        = conflict.shown || conflict.others.empty() ? conflict.shown : std::optional(conflict.others.front());
    const QString title = RecordWords::title(conflict.record.skill, place.roadmap);
    if (conflict.record.kind == RecordKind::TimeEntry) {
        const QString entry = RecordWords::name(conflict.record, record, place);
        return conflict.part == u"minutes" ? tr("Minutes: %1", "of study time").arg(entry)
            : conflict.part == u"skill"    ? tr("Skill: %1", "of study time").arg(entry)
                                           : tr("Beginning: %1", "of study time").arg(entry);
    }
    if (conflict.record.kind != RecordKind::OwnCard) {
        // The name of a reviewer or the day of an entry may be what differs: then it is in the values.
        const bool isWhole = conflict.record.skill.isEmpty() && conflict.record.kind != RecordKind::ReceivedReview;
        return RecordWords::name(conflict.record, isWhole ? std::nullopt : record, place);
    }
    const auto* card = record ? std::get_if<domain::OwnCard>(&*record) : nullptr;
    return conflict.part == u"front" || card == nullptr
        ? tr("Front of a card of your own on \"%1\"").arg(isolated(title))
        : tr("Back of the card on \"%1\": %2", "skill and front").arg(isolated(title), isolated(shownLine(card->front)));
}

QString ConflictWords::value(
    const std::optional<Record>& record, const ConflictValues& conflict, const RecordWords::Place& place, Detail detail)
{
    const QString text = record ? std::visit(Value { conflict, place, detail }, *record) : QString();
    return text.isEmpty() ? tr("nothing") : text;
}

/// The fields that are asked about as the library has them: no two values have the same.
QString ConflictWords::asStored(const std::optional<Record>& record, const ConflictValues& conflict)
{
    if (!record) {
        return {};
    }
    const QJsonObject fields = domain::fieldsOf(*record);
    for (const domain::RecordPart& part : domain::partsOf(conflict.record.kind)) {
        if (part.fields.first() == conflict.part) {
            return shownText(domain::textOf(part, fields));
        }
    }
    return shownText(QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact)));
}

QStringList ConflictWords::values(const ConflictValues& conflict, const RecordWords::Place& place)
{
    const auto records = recordsOf(conflict);
    QStringList texts;
    for (const auto& record : records) {
        texts.append(value(record, conflict, place, Detail::Usual));
    }
    std::vector<bool> doubles = doublesOf(texts);
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (doubles[i]) {
            texts[static_cast<qsizetype>(i)] = value(records[i], conflict, place, Detail::Exact);
        }
    }
    doubles = doublesOf(texts);
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (doubles[i]) {
            QString& text = texts[static_cast<qsizetype>(i)];
            text = tr("%1\nAs it is stored: %2", "a value, and the same as text of the library").arg(text, asStored(records[i], conflict));
        }
    }
    return texts;
}

QStringList ConflictWords::lines(const ConflictValues& conflict, const RecordWords::Place& place)
{
    constexpr qsizetype most = 120; // characters
    constexpr qsizetype before = 24; // of what is the same, for the eye to find the place
    const QStringList texts = values(conflict, place).replaceInStrings(u"\n"_s, u" \u23ce "_s);
    QStringList lines;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const qsizetype same = commonStart(texts, i);
        const qsizetype from = same > most / 2 ? same - before : 0;
        const QString rest = texts.at(i).mid(from, most);
        lines.append((from > 0 ? u"\u2026"_s : QString()) + rest + (from + most < texts.at(i).size() ? u"\u2026"_s : QString()));
    }
    return lines;
}

} // namespace waymark::ui

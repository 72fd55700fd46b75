// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/MergeWords.h>

#include <ui/words/PlanWords.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/ShortDate.h>
#include <ui/words/Words.h>

#include <QLocale>

namespace waymark::ui {

using domain::RecordKind;

namespace {

QString titleOf(const QString& skill, const domain::Roadmap& roadmap)
{
    const domain::Skill* found = roadmap.find(skill);
    return found == nullptr ? skill : found->title;
}

} // namespace

/// The text of each kind of record, or of the part that is asked about.
struct MergeWords::Value
{
    const QString& part;
    const domain::Roadmap& roadmap;
    const QTimeZone& zone;

    [[nodiscard]] QString moment(qint64 at) const { return shortDateTime(QDateTime::fromMSecsSinceEpoch(at, zone)); }

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
    QString operator()(const domain::Evidence& proof) const
    {
        return tr("%1: %2", "kind and text").arg(Words::evidence(proof.kind), proof.text);
    }
    QString operator()(const domain::Note& note) const { return note.text; }
    QString operator()(const domain::MentorQuestion& question) const { return question.text; }
    QString operator()(const domain::Learner& learner) const { return learner.name; }
    QString operator()(const domain::OwnCard& card) const { return part == u"front" ? card.front : card.back; }
    QString operator()(const domain::SelfScore& score) const { return QLocale().toString(score.level); }
    QString operator()(const domain::BoardPlace& place) const { return PlanWords::lane(place.lane); }
    QString operator()(const domain::DaysOff& off) const { return PlanWords::daysOff(off); }
    QString operator()(const domain::Goal& goal) const
    {
        if (part == u"hoursPerWeek") {
            return Words::hours(goal.hoursPerWeek);
        }
        if (part == u"deadline") {
            return goal.deadline.isValid() ? shortDate(goal.deadline) : tr("no deadline");
        }
        const domain::Milestone* milestone = roadmap.milestone(goal.milestone);
        return milestone == nullptr ? goal.milestone : milestone->title;
    }
    QString operator()(const domain::RecallOptions& options) const
    {
        constexpr double whole = 100.0;
        return part == u"retention" ? tr("%1 %", "a share").arg(QLocale().toString(options.retention * whole, 'f', 0))
            : part == u"minutes"    ? Words::minutes(options.minutes)
                                    : QLocale().toString(options.newPerDay);
    }
    QString operator()(const domain::StudyRhythm& rhythm) const
    {
        if (part == u"doingLimit") {
            return QLocale().toString(rhythm.doingLimit);
        }
        if (part == u"cue") {
            return PlanWords::cue(rhythm);
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
        return tr("%1 on \"%2\", from %3", "study time, skill, moment")
            .arg(Words::minutes(time.minutes), titleOf(time.skill, roadmap), moment(time.start));
    }
    QString operator()(const domain::RunningTimer& timer) const
    {
        return tr("Watch on \"%1\" since %2").arg(titleOf(timer.skill, roadmap), moment(timer.startedAt));
    }
    QString operator()(const domain::OrderWish& wish) const
    {
        return wish.isAfter() ? tr("After \"%1\"").arg(titleOf(wish.other(), roadmap))
                              : tr("Before \"%1\"").arg(titleOf(wish.other(), roadmap));
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
        return tr("%1, by %2", "decision and reviewer")
            .arg(ReviewWords::decision(signOff.decision), ReviewWords::reviewer(signOff.reviewer));
    }
    /// What is written once and never changed differs only where somebody has forged it: shown as it is stored.
    template <class R> QString operator()(const R& record) const { return QString::fromUtf8(domain::recordToJson(record)); }
};

QString MergeWords::value(const domain::ConflictValues& conflict, const std::optional<domain::Record>& record,
    const domain::Roadmap& roadmap, const QTimeZone& zone)
{
    const QString text = record ? std::visit(Value { conflict.part, roadmap, zone }, *record) : QString();
    return text.isEmpty() ? tr("nothing") : text;
}

QString MergeWords::aboutSkill(RecordKind kind, const QString& skill)
{
    switch (kind) {
    case RecordKind::SkillMark:
        return tr("Mark of \"%1\"").arg(skill);
    case RecordKind::Note:
        return tr("Note on \"%1\"").arg(skill);
    case RecordKind::Evidence:
        return tr("Evidence of \"%1\"").arg(skill);
    case RecordKind::OwnCard:
        return tr("A card of \"%1\"").arg(skill);
    case RecordKind::MentorQuestion:
        return tr("Question to the mentor about \"%1\"").arg(skill);
    case RecordKind::SelfScore:
        return tr("Your score for \"%1\"").arg(skill);
    case RecordKind::SignOff:
        return tr("Sign-off of \"%1\"").arg(skill);
    case RecordKind::OrderWish:
        return tr("Order of \"%1\"").arg(skill);
    case RecordKind::BoardPlace:
        return tr("Place of \"%1\" on the board").arg(skill);
    default:
        return tr("An entry for \"%1\"").arg(skill);
    }
}

QString MergeWords::aboutPlan(const domain::ConflictValues& conflict)
{
    switch (conflict.record.kind) {
    case RecordKind::Goal:
        return conflict.part == u"milestone" ? tr("Goal") : conflict.part == u"deadline" ? tr("Deadline") : tr("Hours a week");
    case RecordKind::Learner:
        return tr("Your name");
    case RecordKind::TimeEntry:
        return tr("Study time");
    case RecordKind::RunningTimer:
        return tr("The watch");
    case RecordKind::RecallOptions:
        return conflict.part == u"retention" ? tr("Wanted recall")
            : conflict.part == u"minutes"    ? tr("Minutes of a recall session")
                                             : tr("New cards a day");
    case RecordKind::StudyRhythm:
        return conflict.part == u"minutes" ? tr("Minutes of the weekdays")
            : conflict.part == u"cue"      ? tr("When study begins")
                                           : tr("Skills in Doing at once");
    case RecordKind::DaysOff:
        return tr("Days off");
    case RecordKind::ReviewAnswer:
        return tr("Answer to a review");
    case RecordKind::PinnedKey:
        return tr("Key of a reviewer");
    default:
        return tr("An entry");
    }
}

QString MergeWords::about(const domain::ConflictValues& conflict, const domain::Roadmap& roadmap)
{
    const QString& skill = conflict.record.skill;
    return skill.isEmpty() ? aboutPlan(conflict) : aboutSkill(conflict.record.kind, titleOf(skill, roadmap));
}

QString MergeWords::waiting(int conflicts)
{
    return tr("%n difference(s) between copies wait for your answer; nothing of either is lost until then.", nullptr, conflicts);
}

QStringList MergeWords::lines(const session::MergePreview& preview, const domain::Roadmap& roadmap)
{
    if (preview.isEmpty()) {
        return { tr("Nothing to merge: this library has all that the copy has.") };
    }
    if (preview.added + preview.changed + preview.removed == 0 && preview.merge.conflicts.empty()) {
        return { tr("Nothing of yours changes: what the copy has besides was taken back, or is the same here.") };
    }
    QStringList lines { tr("%n step(s) of the copy are not here yet.", nullptr, preview.merge.newEdits),
        tr("New: %1. Changed: %2. Removed: %3.", "numbers of records")
            .arg(QLocale().toString(preview.added), QLocale().toString(preview.changed), QLocale().toString(preview.removed)) };
    if (!preview.skills.isEmpty()) {
        constexpr qsizetype most = 5;
        QStringList titles;
        for (const QString& skill : preview.skills.mid(0, most)) {
            titles.append(titleOf(skill, roadmap));
        }
        const QString list = QLocale().createSeparatedList(titles);
        const auto more = static_cast<int>(preview.skills.size() - titles.size());
        lines.append(more == 0 ? tr("Skills: %1.").arg(list) : tr("Skills: %1, and %n more.", nullptr, more).arg(list));
    }
    if (!preview.merge.keptFromRemoval.empty()) {
        lines.append(tr("%n entry(s) removed in one copy and changed in the other: kept.", nullptr,
            static_cast<int>(preview.merge.keptFromRemoval.size())));
    }
    if (!preview.merge.conflicts.empty()) {
        lines.append(waiting(static_cast<int>(preview.merge.conflicts.size())));
    }
    return lines;
}

} // namespace waymark::ui

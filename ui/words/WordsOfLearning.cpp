// SPDX-License-Identifier: GPL-3.0-or-later
// The words of quiz, recall and mastery.
#include <ui/words/Words.h>

#include <ui/words/Percent.h>
#include <ui/words/ReviewWords.h>

#include <learning/Vouching.h>
#include <session/Workspace.h>

#include <QLocale>

#include <algorithm>
#include <array>

namespace waymark::ui {

using domain::Grade;

QString Words::grade(Grade grade)
{
    switch (grade) {
    case Grade::Again:
        return tr("Again");
    case Grade::Hard:
        return tr("Hard");
    case Grade::Good:
        return tr("Good");
    case Grade::Easy:
        return tr("Easy");
    }
    return {};
}

QString Words::interval(const domain::CardSchedule& card, qint64 now)
{
    constexpr qint64 minute = 60'000;
    constexpr int daysOfMonth = 30;
    constexpr int daysOfYear = 365;
    const int days = card.scheduledDays;
    if (days <= 0) {
        return minutes(static_cast<int>(std::max<qint64>(1, (card.due - now + minute / 2) / minute)));
    }
    if (days < 2 * daysOfMonth) {
        return tr("%1 d", "a number of days").arg(days);
    }
    const bool isLong = days >= 2 * daysOfYear;
    const QString number = QLocale().toString(days / static_cast<double>(isLong ? daysOfYear : daysOfMonth), 'f', 1);
    return isLong ? tr("%1 y", "a number of years").arg(number) : tr("%1 mo", "a number of months").arg(number);
}

QString Words::mastery(const learning::MasteryStanding& standing)
{
    const learning::TryStanding& tries = standing.tries;
    QStringList sentences;
    if (tries.tries > 0) {
        sentences.append(tr("First tries: %1 of the last %2 right.").arg(tries.right).arg(std::min(tries.tries, learning::leastTries)));
    }
    if (standing.recall) {
        sentences.append(tr("Its cards are remembered with a chance of %1.", "percent").arg(shareText(*standing.recall)));
    }
    if (standing.isFading()) {
        sentences.append(standing.recall.value_or(1) < learning::fadingRecall
                ? tr("It fades until the cards that are due are recalled.")
                : tr("It fades until its questions are answered right again."));
    }
    QStringList missing;
    if (tries.triesMissing > 0) {
        missing.append(tr("%n more first try(s)", nullptr, tries.triesMissing));
    } else if (tries.rightMissing > 0 && !tries.passes) {
        missing.append(tr("%n right one(s) in a row", nullptr, tries.rightMissing));
    }
    if (tries.daysMissing > 0) {
        missing.append(tr("tries on %n more day(s)", nullptr, tries.daysMissing));
    }
    if (standing.itemsMissing > 0) {
        missing.append(tr("evidence for %n item(s) of the checklist", nullptr, standing.itemsMissing));
    }
    if (!standing.hasPractice) {
        missing.append(tr("a lab result or a rubric score"));
    }
    if (standing.needsSignOff) {
        missing.append(tr("a sign-off"));
    }
    if (!missing.isEmpty()) {
        sentences.append(tr("To be mastered it needs %1.").arg(QLocale().createSeparatedList(missing)));
    }
    return sentences.join(u' ');
}

QString Words::why(const session::Workspace& workspace, const QString& skill)
{
    const domain::Skill* found = workspace.roadmap().find(skill);
    if (found == nullptr) {
        return {};
    }
    const learning::Vouching vouching = learning::vouchingOf(workspace.progress().skill(skill), workspace.stateOf(skill));
    QStringList sentences { stateReason(workspace, *found), ReviewWords::signOff(vouching, workspace.progress().keys(), workspace.zone()) };
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString Words::stateReason(const session::Workspace& workspace, const domain::Skill& skill)
{
    using learning::SkillState;
    switch (workspace.stateOf(skill.id)) {
    case SkillState::Locked:
        return lock(workspace.lockOf(skill.id), workspace.roadmap());
    case SkillState::Ready:
        return skill.prerequisites.isEmpty() && skill.choices.isEmpty() ? QString() : tr("Everything that it needs is reached.");
    case SkillState::Learning:
    case SkillState::Practised:
    case SkillState::Mastered:
    case SkillState::Fading: {
        const bool canBeTried = !(skill.questions.isEmpty() && skill.cards.isEmpty()); // outlines and projects ask no questions
        return canBeTried ? mastery(workspace.masteryOf(skill.id)) : QString();
    }
    case SkillState::Skipped:
        return tr("You skipped it by choice; what comes after it is open.");
    case SkillState::Assumed:
        return tr("Placement takes it for known. A wrong answer or a forgotten card opens it again.");
    }
    return {};
}

QStringList Words::reading(const exchange::Verdict& verdict)
{
    using exchange::AnswerRule;
    QStringList sentences;
    if (!verdict.read.isEmpty()) {
        sentences.append(tr("It was read as: %1").arg(verdict.read));
    }
    const std::array<std::pair<AnswerRule, QString>, 11> rules { {
        { AnswerRule::Case, tr("Capitals do not count in this answer.") },
        { AnswerRule::Spaces, tr("Blanks more or fewer do not count in this answer.") },
        { AnswerRule::UnicodeForm, tr("Other forms of a character, such as wide letters or curly quotes, count as the plain one.") },
        { AnswerRule::Marks, tr("Backticks around an answer, a prompt before it and a full stop after it do not count.") },
        { AnswerRule::DecimalComma, tr("A comma before the decimals is read as a point.") },
        { AnswerRule::Grouping, tr("Separators of thousands do not count.") },
        { AnswerRule::Unit, tr("What the question names, such as the unit, may stand beside the number.") },
        { AnswerRule::Tolerance, tr("It is not the exact number, but as near to it as the question allows.") },
        { AnswerRule::CaseMatters, tr("The capitals alone are wrong: they count in code.") },
        { AnswerRule::Ambiguous, tr("That may be one of two numbers: leave separators of thousands out.") },
        { AnswerRule::UnknownUnit, tr("The question does not ask for that unit: type the number alone.") },
    } };
    for (const auto& [rule, sentence] : rules) {
        if (verdict.rules.testFlag(rule)) {
            sentences.append(sentence);
        }
    }
    return sentences;
}

} // namespace waymark::ui

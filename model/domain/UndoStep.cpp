// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/UndoStep.h>

#include <QHash>

#include <algorithm>

namespace waymark::domain {

namespace {

/// The change of the watch; null for an edit that leaves it alone.
template <class Changes> auto* watchIn(Changes& changes)
{
    const auto found = std::ranges::find_if(changes, [](const RecordChange& change) { return change.key == RecordKey::ofTimer(); });
    return found == changes.end() ? nullptr : &*found;
}

/// Steps that put the watch somewhere, and where the asides that went along with them have left it.
class WatchSteps
{
public:
    struct Step
    {
        qint64 sequence = 0;
        std::optional<Record> watch;
    };

    /// A step; they come in their order.
    void add(const JournalEntry& step)
    {
        m_sequences.insert(step.edit.id, step.sequence);
        if (const RecordChange* watch = watchIn(step.edit.changes)) {
            m_steps.push_back({ step.sequence, watch->after });
        }
    }
    /// The one that an aside went along with, which has left the watch where the aside has; null where it is none of them. An aside is
    /// behind no step that was made later than the step that stood last when it was made: whatever came later was taken back then. Where
    /// that one is not among them it has been abandoned, and none of these was made later.
    const Step* goAlong(const JournalEntry& aside)
    {
        const RecordChange* watch = watchIn(aside.edit.changes);
        if (watch == nullptr) {
            return nullptr;
        }
        const std::optional<qint64> last = lastBefore(aside);
        const auto isIt = [&](const Step& step) { return (!last || step.sequence <= *last) && step.watch == watch->before; };
        const auto found = std::find_if(m_steps.rbegin(), m_steps.rend(), isIt);
        if (found == m_steps.rend()) {
            return nullptr;
        }
        found->watch = watch->after;
        return &*found;
    }
    [[nodiscard]] const Step& oldest() const { return m_steps.front(); }

private:
    /// The step that stood last when an aside was made, if it is among them.
    [[nodiscard]] std::optional<qint64> lastBefore(const JournalEntry& aside) const
    {
        std::optional<qint64> last;
        for (const QString& parent : aside.parents) {
            const auto known = m_sequences.constFind(parent);
            last = known == m_sequences.cend() ? last : std::max(last, std::optional(*known));
        }
        return last;
    }

    std::vector<Step> m_steps;
    QHash<QString, qint64> m_sequences; ///< by the ids of all steps
};

/// An aside as it is told where the skill of its watch is called so.
JournalEntry onSkill(const QString& skill, JournalEntry aside)
{
    for (RecordChange& change : aside.edit.changes) {
        for (std::optional<Record>* side : { &change.before, &change.after }) {
            auto* watch = *side ? std::get_if<RunningTimer>(&**side) : nullptr;
            if (watch == nullptr) {
                continue;
            }
            aside.edit.subject = aside.edit.subject == watch->skill ? skill : aside.edit.subject;
            watch->skill = skill;
        }
    }
    return aside;
}

/// A turn of an installation finds in the watch what its asides have made of it since, and leaves that there under the other name.
void passAsides(UndoStep& step, RecordChange& watch, const std::vector<JournalEntry>& applied, bool isBack)
{
    std::optional<Record>& goes = isBack ? watch.after : watch.before;
    std::optional<Record>& comes = isBack ? watch.before : watch.after;
    const auto* named = comes ? std::get_if<RunningTimer>(&*comes) : nullptr;
    if (named == nullptr) {
        return;
    }
    const QString skill = named->skill;
    for (const JournalEntry& aside : applied) {
        if (const RecordChange* later = watchIn(aside.edit.changes)) {
            goes = later->after;
            step.renamed.push_back(onSkill(skill, aside));
            comes = watchIn(step.renamed.back().edit.changes)->after;
        }
    }
}

} // namespace

UndoStep stepBack(const JournalEntry& newest, const std::vector<JournalEntry>& applied)
{
    UndoStep step { newest.edit, { { newest.sequence, JournalState::Undone } } };
    RecordChange* watch = watchIn(step.edit.changes);
    if (watch == nullptr) {
        return step;
    }
    if (isInstallation(newest.edit.kind)) {
        passAsides(step, *watch, applied, true);
        return step;
    }
    for (const JournalEntry& aside : applied) {
        if (const RecordChange* later = watchIn(aside.edit.changes)) {
            watch->after = later->after;
            step.states.emplace_back(aside.sequence, JournalState::Undone);
        }
    }
    return step;
}

UndoStep stepForward(const JournalEntry& oldest, const std::vector<JournalEntry>& undone, const std::vector<JournalEntry>& applied)
{
    UndoStep step { oldest.edit, { { oldest.sequence, JournalState::Applied } } };
    RecordChange* watch = watchIn(step.edit.changes);
    if (watch == nullptr) {
        return step;
    }
    if (isInstallation(oldest.edit.kind)) {
        passAsides(step, *watch, applied, false);
        return step;
    }
    for (const JournalEntry& aside : applied) {
        if (const RecordChange* meanwhile = watchIn(aside.edit.changes)) {
            watch->before = meanwhile->after;
            step.states.emplace_back(aside.sequence, JournalState::Abandoned);
        }
    }
    WatchSteps steps;
    steps.add(oldest);
    for (const JournalEntry& entry : undone) {
        if (!isAside(entry.edit.kind)) {
            steps.add(entry);
        } else if (const auto* with = steps.goAlong(entry); with != nullptr && with->sequence == oldest.sequence) {
            step.states.emplace_back(entry.sequence, JournalState::Applied);
        }
    }
    watch->after = steps.oldest().watch;
    return step;
}

std::vector<qint64> asidesOfOlderSteps(qint64 sequence, const std::vector<JournalEntry>& undone)
{
    std::vector<qint64> asides;
    WatchSteps steps;
    for (const JournalEntry& entry : undone) {
        if (!isAside(entry.edit.kind)) {
            steps.add(entry);
        } else if (const auto* with = steps.goAlong(entry); with != nullptr && with->sequence < sequence && sequence < entry.sequence) {
            asides.push_back(entry.sequence);
        }
    }
    return asides;
}

} // namespace waymark::domain

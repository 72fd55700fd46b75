// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/ReachedAt.h>

#include <algorithm>

namespace waymark::learning {

namespace {

/// When the last item of a whole checklist was ticked; none while one is open.
std::optional<qint64> wholeChecklistAt(const domain::Skill& skill, const domain::SkillProgress& progress)
{
    std::optional<qint64> last;
    for (const domain::ChecklistItem& item : skill.checklist) {
        const auto found = progress.items.constFind(item.id);
        if (found == progress.items.cend() || !found->mark) {
            return {};
        }
        last = std::max(last.value_or(found->mark->at), found->mark->at);
    }
    return last;
}

} // namespace

bool isReachedByStudy(SkillState state)
{
    return state == SkillState::Practised || state == SkillState::Mastered || state == SkillState::Fading;
}

std::optional<qint64> reachedAt(const domain::Skill& skill, const domain::SkillProgress& progress, SkillState state)
{
    if (!isReached(state)) {
        return {};
    }
    const bool isByStudy = isReachedByStudy(state);
    const std::optional<qint64> whole = isByStudy ? wholeChecklistAt(skill, progress) : std::nullopt;
    const bool isMarked
        = progress.mark && progress.mark->mark != domain::Mark::Started && (progress.mark->mark == domain::Mark::Done || !isByStudy);
    if (whole && isMarked) {
        return std::min(*whole, progress.mark->at);
    }
    return whole ? whole : isMarked ? std::optional(progress.mark->at) : std::nullopt;
}

} // namespace waymark::learning

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/SkillIcons.h>

namespace waymark::ui {

using learning::SkillState;

IconId iconOf(SkillState state)
{
    switch (state) {
    case SkillState::Locked:
        return IconId::StateLocked;
    case SkillState::Ready:
        return IconId::StateReady;
    case SkillState::Learning:
        return IconId::StateLearning;
    case SkillState::Practised:
        return IconId::StatePractised;
    case SkillState::Mastered:
        return IconId::StateMastered;
    case SkillState::Fading:
        return IconId::StateFading;
    case SkillState::Skipped:
        return IconId::StateSkipped;
    case SkillState::Assumed:
        return IconId::StateAssumed;
    }
    return IconId::StateLocked;
}

Tone toneOf(SkillState state)
{
    return naturalTone(iconOf(state));
}

} // namespace waymark::ui

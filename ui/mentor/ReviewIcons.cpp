// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/ReviewIcons.h>

namespace waymark::ui {

using domain::Decision;
using domain::SignatureState;
using exchange::CommentKind;

ReviewSign signOf(CommentKind kind)
{
    switch (kind) {
    case CommentKind::Blocker:
        return { IconId::Warning, Tone::Danger };
    case CommentKind::Improvement:
        return { IconId::Edit, Tone::Mark };
    case CommentKind::Praise:
        return { IconId::Check, Tone::Mastered };
    }
    return {};
}

ReviewSign signOf(Decision decision)
{
    switch (decision) {
    case Decision::Approve:
        return { IconId::Check, Tone::Mastered };
    case Decision::ApproveWithNotes:
        return { IconId::Note, Tone::Mastered };
    case Decision::RequestChanges:
        return { IconId::Edit, Tone::Mark };
    case Decision::Reject:
        return { IconId::Close, Tone::Danger };
    }
    return {};
}

ReviewSign signOf(SignatureState state)
{
    switch (state) {
    case SignatureState::Verified:
        return { IconId::Check, Tone::Mastered };
    case SignatureState::Unknown:
        return { IconId::Help, Tone::Mark };
    case SignatureState::None:
        return { IconId::Info, Tone::SoftText };
    case SignatureState::Bad:
        return { IconId::Warning, Tone::Danger };
    }
    return {};
}

} // namespace waymark::ui

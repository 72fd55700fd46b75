// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/SchedulePane.h>

#include <ui/plan/ScheduleView.h>
#include <ui/words/PlanWords.h>

#include <domain/StudyEdits.h>

#include <algorithm>

/// How skills are moved in the order of the plan.
namespace waymark::ui {

using session::OrderedWish;

namespace {

/// What a move of the skill could not have: its own wish, or one that was kept before it. Null for neither.
const OrderedWish* unmetBy(const QString& skill, const std::vector<OrderedWish>& before, const std::vector<OrderedWish>& after)
{
    const auto wasUnmet = [&before](const OrderedWish& wish) {
        const auto was = std::ranges::find(before, wish.skill, &OrderedWish::skill);
        return was != before.end() && was->isUnmet();
    };
    auto found = std::ranges::find(after, skill, &OrderedWish::skill);
    if (found == after.end() || !found->isUnmet()) {
        found = std::ranges::find_if(
            after, [&](const OrderedWish& wish) { return wish.skill != skill && wish.isUnmet() && !wasUnmet(wish); });
    }
    return found == after.end() ? nullptr : &*found;
}

} // namespace

/// What cannot be is said at once; the note above the list keeps it.
void SchedulePane::move(const QString& skill, const QString& before)
{
    const std::vector<OrderedWish> wishes = wishesOf(m_workspace, m_outset);
    if (m_workspace.isReadOnly() || !m_workspace.apply(session::movedInOrder(m_workspace, m_outset, skill, before))) {
        return;
    }
    if (m_isStale) {
        refresh();
    }
    m_list->choose(skill);
    const std::vector<OrderedWish> now = wishesOf(m_workspace, m_outset);
    if (const OrderedWish* unmet = unmetBy(skill, wishes, now)) {
        Q_EMIT noticeRequested(PlanWords::fate(*unmet, m_workspace.roadmap()), NoticeTone::Info);
    }
}

void SchedulePane::moveEarlier()
{
    const QString skill = currentSkill();
    move(skill, m_model->skillAbove(m_model->rowOf(skill)));
}

void SchedulePane::moveLater()
{
    const QString skill = currentSkill();
    const QString next = m_model->skillFrom(m_model->rowOf(skill) + 1);
    move(skill, m_model->skillFrom(m_model->rowOf(next) + 1));
}

void SchedulePane::moveFirst()
{
    move(currentSkill(), m_model->skillFrom(0));
}

void SchedulePane::moveLast()
{
    move(currentSkill(), {});
}

/// Both its own wish and those of others that name it.
void SchedulePane::putBack()
{
    const QString skill = currentSkill();
    QStringList wished;
    for (const OrderedWish& wish : wishesOf(m_workspace, m_outset)) {
        if (wish.skill == skill || wish.other == skill) {
            wished.append(wish.skill);
        }
    }
    forget(wished);
    m_list->choose(skill);
}

void SchedulePane::forget(const QStringList& skills)
{
    const domain::EditContext context = m_workspace.context();
    std::vector<domain::Edit> edits;
    for (const QString& skill : skills) {
        if (const auto edit = domain::forgetWish(context, skill)) {
            edits.push_back(*edit);
        }
    }
    if (!edits.empty()) {
        m_workspace.apply(domain::joined(context, domain::EditKind::ForgetWish, skills.front(), edits));
    }
    m_list->setFocus(Qt::OtherFocusReason); // the button that was pressed is gone
}

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/planpage/PlanPage.h>

#include <exchange/PlanWriter.h>

/// Plans and reviews written out by hand, and a map for them.
namespace waymark::fixture {

using namespace Qt::StringLiterals;

inline constexpr qint64 morning = 1'795'338'000'123; // 2026-11-22, 09:00 UTC

inline exchange::PlanItem planItem(const QString& id, const QString& text, bool done, const QStringList& evidence = {})
{
    exchange::PlanItem item { id, text, {}, {}, {} };
    if (done) {
        item.doneAt = morning;
    }
    for (const QString& each : evidence) {
        item.evidence.push_back({ u"%1-proof-%2"_s.arg(id).arg(item.evidence.size()), { domain::EvidenceKind::Note, each, morning }, {} });
    }
    return item;
}

inline exchange::PlanSkill planSkill(const QString& id, const QString& title, learning::SkillState state)
{
    exchange::PlanSkill skill;
    skill.id = id;
    skill.title = title;
    skill.area = u"base"_s;
    skill.outcome = u"Can do "_s + title;
    skill.level = domain::Level::Junior;
    skill.hours = 4;
    skill.state = state;
    return skill;
}

/// Two areas; one skill handed in with all that a skill can have, one begun, one locked.
inline exchange::PlanDocument smallPlan()
{
    exchange::PlanDocument plan;
    plan.plan = u"5f0c1d3e-8a52-4b6e-9d4f-1a2b3c4d5e6f"_s;
    plan.created = morning;
    plan.learner = u"Ada Example"_s;
    plan.courseId = u"demo"_s;
    plan.courseTitle = u"A small course"_s;
    plan.courseVersion = u"1.2.0"_s;
    plan.goal = domain::Goal { u"first"_s, 5, QDate(2027, 3, 1) };
    plan.areas = { { u"base"_s, u"Foundations"_s, {} }, { u"net"_s, u"Networks & HTTP"_s, {} } };
    plan.milestones = { { u"first"_s, u"First program"_s, 1, 3, 12, {} } };
    exchange::PlanSkill git = planSkill(u"base-git"_s, u"Git basics"_s, learning::SkillState::Practised);
    git.submitted = true;
    git.standing = learning::Standing::Self;
    git.spentMinutes = 150;
    git.mark = domain::SkillMark { domain::Mark::Done, morning, morning - 1000, false };
    git.checklist
        = { planItem(u"commit"_s, u"Make a commit"_s, true, { u"  two\n\tlines"_s }), planItem(u"merge"_s, u"Merge a branch"_s, false) };
    git.question = domain::MentorQuestion { u"Is one branch enough?"_s, morning };
    git.note = domain::Note { u"What I would tell a friend."_s, true, morning };
    git.rubric = { { { u"works"_s, u"It works"_s, { u"no"_s, u"a bit"_s, u"mostly"_s, u"fully"_s } }, 2, morning, {} } };
    exchange::PlanSkill text = planSkill(u"base-text"_s, u"Text files"_s, learning::SkillState::Learning);
    text.checklist = { planItem(u"open"_s, u"Open a file"_s, true) };
    exchange::PlanSkill http = planSkill(u"net-ask"_s, u"Requests"_s, learning::SkillState::Locked);
    http.area = u"net"_s;
    http.after = { u"base-git"_s };
    plan.skills = { git, text, http };
    plan.history = { { QDate(2026, 11, 21), u"base-git"_s, true, true, { u"commit"_s }, { u"commit-proof-0"_s }, {} } };
    plan.revision = exchange::revisionOf(plan);
    return plan;
}

/// The small plan with a text wherever a plan has one.
inline exchange::PlanDocument planFullOf(const QString& text)
{
    exchange::PlanDocument plan = smallPlan();
    plan.learner = plan.courseTitle = plan.courseVersion = text;
    plan.areas[0].title = plan.milestones[0].title = text;
    exchange::PlanSkill& skill = plan.skills[0];
    skill.title = skill.outcome = text;
    skill.checklist[0].text = text;
    skill.checklist[0].evidence[0].evidence.text = text;
    skill.question->text = skill.note->text = text;
    skill.rubric[0].criterion.title = skill.rubric[0].criterion.levels[2] = text;
    skill.signOff = exchange::PlanSignOff { u"r"_s, {}, false, {} };
    skill.signOff->signOff.reviewer = text;
    return plan;
}

inline exchange::ReviewDocument reviewFullOf(const QString& text)
{
    exchange::ReviewDocument review;
    review.review = u"0c7ad1f4-2f43-4f0e-8a53-5d1f6a7b8c9d"_s;
    review.reviewer.name = review.overall.text = text;
    review.overall.decision = domain::Decision::Approve;
    review.created = morning;
    review.comments = { { u"c-1"_s, u"base-git"_s, u"commit"_s, exchange::CommentKind::Blocker, text, false, {} } };
    review.decisions = { { u"base-git"_s, domain::Decision::RequestChanges, text, {}, {}, {}, {} } };
    return review;
}

/// A row of nodes, one a skill, each joined to the next.
inline ui::PlanPageMap mapOf(const exchange::PlanDocument& plan)
{
    ui::PlanPageMap map;
    map.bounds = QRectF(140, 48, 240.0 * static_cast<double>(plan.skills.size()), 80);
    map.bands = { { u"Foundations"_s, 0, 48, 80 } };
    map.eras = { { u"First program"_s, 140, 900 } };
    for (const exchange::PlanSkill& skill : plan.skills) {
        const QRectF rect(160 + 240.0 * static_cast<double>(map.nodes.size()), 60, 184, 56);
        if (!map.nodes.empty()) {
            const QPointF from(rect.left() - 56, 88);
            const QPointF to(rect.left(), 88);
            map.edges.push_back({ map.nodes.back().skill, skill.id, false, { from, from, to, to } });
        }
        map.nodes.push_back({ skill.id, rect });
    }
    return map;
}

/// The page of a plan with its map, told in UTC.
inline QByteArray planPageOf(const exchange::PlanDocument& plan, const std::vector<exchange::ReviewDocument>& reviews = {})
{
    return ui::planPage(plan, mapOf(plan), QTimeZone::utc(), reviews);
}

} // namespace waymark::fixture

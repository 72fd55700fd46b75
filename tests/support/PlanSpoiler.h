// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanOrigin.h>
#include <exchange/PlanWriter.h>

#include <JsonSpoiler.h>
#include <PlanFixture.h>

/// A plan that says a bit of everything, and plans made from it by changing one place.
namespace waymark::fixture {

inline exchange::PlanDocument planFor(const Progress& progress)
{
    const Roadmap roadmap(course());
    return exchange::planOf(
        roadmap, progress, learning::skillStates(roadmap, progress), { november, exchange::planIdOf(u"first"_s), QTimeZone::utc(), {} });
}

inline exchange::PlanDocument wholePlan()
{
    using namespace exchange;
    PlanDocument plan = planFor(progress());
    plan.courseTitle = u"A small course"_s;
    plan.milestones = { { u"first"_s, u"First program"_s, 1, 2, 2.5, {} }, { u"end"_s, u"Can apply"_s, 1, 3, 14.5, {} } };
    plan.skills[0].submitted = true;
    plan.skills[0].rubric.front().self = 2;
    plan.skills[0].rubric.front().at = november;
    plan.skills[1].submitted = true;
    plan.skills[1].question = MentorQuestion { u"Which of the two?"_s, november };
    plan.skills[1].signOff = PlanSignOff { u"44444444-4444-4444-8444-444444444444"_s,
        { Decision::ApproveWithNotes, ReviewerRole::Mentor, u"Grace Example"_s, QString(64, u'c'), SignatureState::Verified, november,
            november, { QString(64, u'1') } },
        false, {} };
    plan.forecast = R"({"p50": "2027-02-01", "p85": "2027-03-15"})";
    plan.lastReview = november - 5'000;
    plan.parent = QString(64, u'a');
    plan.revision = revisionOf(plan);
    return plan;
}

class PlanSpoiler : public JsonSpoiler
{
public:
    explicit PlanSpoiler(const exchange::PlanDocument& good = wholePlan())
        : JsonSpoiler(exchange::planToJson(good), "learner")
    {
    }
};

/// A page that carries a plan as plan.html does.
inline QByteArray pageOf(QByteArray json)
{
    return "<!doctype html><html><body><p>A plan</p><script type=\"application/json\" id=\"waymark-plan\">" + json.replace("<", "\\u003c")
        + "</script></body></html>";
}

} // namespace waymark::fixture

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DrivenModels.h"
#include "PlanPageFixture.h"
#include "ReviewedLibrary.h"

#include <ui/backups/BackupListModel.h>
#include <ui/mentor/ComparisonModel.h>
#include <ui/mentor/PlanListModel.h>

namespace waymark::support {

class Plans : public Driven
{
public:
    using Driven::Driven;
    void step() override
    {
        switch (below(4)) {
        case 0:
            m_filter.setWords(words());
            break;
        case 1:
            m_filter.setWaitingOnly(oneIn(2));
            break;
        case 2:
            sort(m_filter);
            break;
        default:
            m_model.setCohort(cohort());
        }
    }
    QList<QAbstractItemModel*> models() override { return { &m_model, &m_filter }; }

private:
    exchange::Cohort cohort()
    {
        exchange::Cohort made;
        for (int left = below(9); left > 0; --left) {
            exchange::PlanSummary plan;
            plan.file = u"plan-%1.json"_s.arg(left);
            plan.learner = oneIn(4) ? QString() : u"Name %1"_s.arg(below(5));
            plan.done = below(5);
            plan.total = plan.done + below(5);
            plan.waiting = below(3);
            plan.lastReview = below(3) * reviewedNow / 2;
            made.plans.push_back({ plan, {} });
        }
        for (int left = below(3); left > 0; --left) {
            made.unreadable.push_back({ domain::ErrorCode::InvalidPlan, u"broken-%1.json"_s.arg(left), {} });
        }
        return made;
    }

    ui::PlanListModel m_model { QTimeZone::utc() };
    ui::PlanListFilter m_filter { m_model };
};

class Comparison : public Driven
{
public:
    using Driven::Driven;
    void step() override { m_model.setComparison(exchange::comparePlans(plan(), plan())); }
    QList<QAbstractItemModel*> models() override { return { &m_model }; }

private:
    exchange::PlanDocument plan()
    {
        exchange::PlanDocument made = fixture::smallPlan();
        for (exchange::PlanSkill& skill : made.skills) {
            skill.state = static_cast<learning::SkillState>(below(5));
            skill.spentMinutes = below(90);
        }
        made.skills.resize(static_cast<std::size_t>(below(static_cast<int>(made.skills.size()) + 1)));
        return made;
    }

    ui::ComparisonModel m_model;
};

class Backups : public Driven
{
public:
    using Driven::Driven;
    void step() override
    {
        const auto any = [this] { return m_backups.begin() + below(static_cast<int>(m_backups.size())); };
        switch (below(3)) {
        case 0:
            ++m_made;
            m_backups.insert(m_backups.begin(), { u"/backups/%1"_s.arg(m_made), reviewedNow + m_made * 60'000, below(9'000), 0 });
            break;
        case 1:
            if (!m_backups.empty()) {
                m_backups.erase(any());
            }
            break;
        default:
            if (!m_backups.empty()) {
                any()->testedAt = reviewedNow + below(9) * 60'000;
            }
        }
        m_model.setBackups(m_backups);
    }
    QList<QAbstractItemModel*> models() override { return { &m_model }; }

private:
    ui::BackupListModel m_model { QTimeZone::utc() };
    std::vector<domain::BackupEntry> m_backups;
    int m_made = 0;
};

} // namespace waymark::support

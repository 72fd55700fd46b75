// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanCsv.h>

#include <exchange/IsoMoment.h>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

QStringList skillCells(const PlanSkill& skill)
{
    return { skill.area, skill.id, skill.title, skill.level ? domain::toString(*skill.level) : QString(),
        QString::number(skill.hours, 'g', 15), learning::toString(skill.state) };
}

QStringList itemCells(const PlanItem& item)
{
    return { item.id, item.text, item.doneAt ? u"yes"_s : u"no"_s, item.doneAt ? isoMoment(*item.doneAt) : QString() };
}

} // namespace

CsvRows planTable(const PlanDocument& plan)
{
    CsvRows rows { { u"area"_s, u"skill id"_s, u"title"_s, u"level"_s, u"hours"_s, u"state"_s, u"item id"_s, u"item"_s, u"done"_s,
        u"done at"_s, u"evidence kind"_s, u"evidence"_s } };
    for (const PlanSkill& skill : plan.skills) {
        const QStringList first = skillCells(skill);
        if (skill.checklist.empty()) {
            rows.push_back(first + QStringList { {}, {}, {}, {}, {}, {} });
        }
        for (const PlanItem& item : skill.checklist) {
            const QStringList second = first + itemCells(item);
            if (item.evidence.empty()) {
                rows.push_back(second + QStringList { {}, {} });
            }
            for (const PlanEvidence& proof : item.evidence) {
                rows.push_back(second + QStringList { domain::toString(proof.evidence.kind), proof.evidence.text });
            }
        }
    }
    return rows;
}

QByteArray planToCsv(const PlanDocument& plan)
{
    return toCsv(planTable(plan));
}

} // namespace waymark::exchange

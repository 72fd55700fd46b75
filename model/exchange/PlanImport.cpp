// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanImport.h>

#include <domain/Moves.h>

#include <map>
#include <numeric>
#include <set>

namespace waymark::exchange {

using domain::EditContext;
using domain::Record;
using domain::RecordKey;
using domain::RecordKind;

namespace {

using Records = std::map<RecordKey, Record>;

/// When a record was made; none for records that do not say.
std::optional<qint64> timeOf(const Record& record)
{
    return std::visit(
        [](const auto& value) -> std::optional<qint64> {
            if constexpr (requires { value.at; }) {
                return value.at;
            } else {
                return std::nullopt;
            }
        },
        record);
}

bool replaces(const Record& newer, const Record& present)
{
    if (newer == present || newer.index() == static_cast<std::size_t>(RecordKind::Learner)
        || newer.index() == static_cast<std::size_t>(RecordKind::TimeEntry)) {
        return false;
    }
    const std::optional<qint64> at = timeOf(newer);
    return !at || *at > *timeOf(present);
}

/// The plan's records under today's ids. Where two old ids became one, the newer record stands.
Records movedRecords(const EditContext& context, const PlanDocument& plan)
{
    const domain::Moves moves(context.roadmap.course());
    Records records;
    for (auto& [key, record] : recordsOf(plan)) {
        const RecordKey place = moves.key(key);
        const Record moved = moves.record(std::move(record));
        const auto [present, isNew] = records.try_emplace(place, moved);
        if (!isNew && replaces(moved, present->second)) {
            present->second = moved;
        }
    }
    return records;
}

struct Merge
{
    domain::Edit edit;
    PlanPreview preview;
};

QString skillOf(const RecordKey& key, const Record& record)
{
    return key.kind == RecordKind::TimeEntry ? std::get<domain::TimeEntry>(record).skill : key.skill;
}

void listSkills(const EditContext& context, const std::set<QString>& touched, PlanPreview& preview)
{
    for (const QString& skill : touched) {
        preview.skills.append(skill);
        if (context.roadmap.find(skill) == nullptr) {
            preview.unknownSkills.append(skill);
        }
    }
}

Merge mergeOf(const EditContext& context, const PlanDocument& plan)
{
    Merge merge;
    merge.edit.id = context.id;
    merge.edit.kind = domain::EditKind::ImportPlan;
    merge.edit.subject = plan.courseId;
    merge.edit.at = context.now;
    std::set<QString> touched;
    for (auto& [key, record] : movedRecords(context, plan)) {
        std::optional<Record> present = context.progress.record(key);
        PlanPreview::Count& count = merge.preview.counts[static_cast<std::size_t>(key.kind)];
        if (present && !replaces(record, *present)) {
            ++count.kept;
            continue;
        }
        ++(present ? count.replaced : count.added);
        if (QString skill = skillOf(key, record); !skill.isEmpty()) {
            touched.insert(std::move(skill));
        }
        merge.edit.changes.push_back({ key, std::move(present), record });
    }
    listSkills(context, touched, merge.preview);
    const QString& installed = context.roadmap.course().id;
    const QString& name = context.progress.learnerName();
    merge.preview.otherCourse = !installed.isEmpty() && plan.courseId != installed;
    merge.preview.otherLearner = !name.isEmpty() && !plan.learner.isEmpty() && plan.learner != name;
    merge.preview.altered = plan.altered;
    return merge;
}

} // namespace

int PlanPreview::changes() const
{
    return std::accumulate(counts.begin(), counts.end(), 0, [](int sum, const Count& count) { return sum + count.added + count.replaced; });
}

std::vector<std::pair<RecordKey, Record>> recordsOf(const PlanDocument& plan)
{
    std::vector<std::pair<RecordKey, Record>> records;
    for (const PlanSkill& skill : plan.skills) {
        if (skill.mark) {
            records.emplace_back(RecordKey::ofSkill(skill.id), *skill.mark);
        }
        if (skill.note) {
            records.emplace_back(RecordKey::ofNote(skill.id), *skill.note);
        }
        if (skill.question) {
            records.emplace_back(RecordKey::ofQuestion(skill.id), *skill.question);
        }
        for (const PlanScore& score : skill.rubric) {
            if (score.self) {
                records.emplace_back(RecordKey::ofScore(skill.id, score.criterion.id), domain::SelfScore { *score.self, score.at });
            }
        }
        for (const PlanItem& item : skill.checklist) {
            if (item.doneAt) {
                records.emplace_back(RecordKey::ofItem(skill.id, item.id), domain::ItemMark { *item.doneAt });
            }
            for (const PlanEvidence& proof : item.evidence) {
                records.emplace_back(RecordKey::ofEvidence(skill.id, item.id, proof.id), proof.evidence);
            }
        }
    }
    for (const PlanChoice& choice : plan.choices) {
        records.emplace_back(RecordKey::ofChoice(choice.group), domain::Choice { choice.members });
    }
    for (const PlanTime& time : plan.time) {
        records.emplace_back(RecordKey::ofTime(time.id), time.entry);
    }
    if (plan.goal) {
        records.emplace_back(RecordKey::ofGoal(), *plan.goal);
    }
    if (!plan.learner.isEmpty()) {
        records.emplace_back(RecordKey::ofLearner(), domain::Learner { plan.learner });
    }
    return records;
}

domain::Result<domain::Edit> planImportEdit(const EditContext& context, const PlanDocument& plan)
{
    return mergeOf(context, plan).edit;
}

PlanPreview planPreview(const EditContext& context, const PlanDocument& plan)
{
    return mergeOf(context, plan).preview;
}

} // namespace waymark::exchange

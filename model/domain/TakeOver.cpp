// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/TakeOver.h>

#include <set>

namespace waymark::domain {

TakeOver takeOver(const EditContext& context, const std::vector<Edit>& theirs)
{
    TakeOver result;
    result.edit.id = context.id;
    result.edit.kind = EditKind::ImportPlan;
    result.edit.subject = context.roadmap.course().id;
    result.edit.at = context.now;
    Progress state = context.progress;
    std::set<RecordKey> touched;
    for (const Edit& edit : theirs) {
        for (const RecordChange& change : edit.changes) {
            const std::optional<Record> present = state.record(change.key);
            if (present == change.after) {
                continue;
            }
            if (present != change.before) {
                ++result.left;
                continue;
            }
            state.setRecord(change.key, change.after);
            touched.insert(change.key);
        }
    }
    for (const RecordKey& key : touched) {
        std::optional<Record> before = context.progress.record(key);
        std::optional<Record> after = state.record(key);
        if (before != after) {
            result.edit.changes.push_back({ key, std::move(before), std::move(after) });
        }
    }
    result.taken = static_cast<int>(result.edit.changes.size());
    return result;
}

} // namespace waymark::domain

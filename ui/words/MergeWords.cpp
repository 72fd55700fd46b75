// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/MergeWords.h>

#include <ui/words/Isolated.h>
#include <ui/words/LocalTime.h>
#include <ui/words/RecordWords.h>

#include <session/Workspace.h>

#include <QLocale>

namespace waymark::ui {

QString MergeWords::waiting(int conflicts)
{
    return tr("%n difference(s) between copies wait for your answer; nothing of either is lost until then.", nullptr, conflicts);
}

QString MergeWords::noConflicts()
{
    return tr("No copy of this library says anything differently. When a merge finds such a thing, it is asked here.");
}

QString MergeWords::changedMeanwhile()
{
    return tr("This library has changed meanwhile. This is what the merge would do now.");
}

QStringList MergeWords::ofWatches(const session::MergePreview& preview, const session::Workspace& workspace)
{
    QStringList lines;
    const auto& there = preview.watchThere;
    const auto& here = workspace.progress().timer();
    if (there && here && there->skill == here->skill && there->startedAt == here->startedAt) {
        lines.append(tr("The watch on \"%1\" is on in both copies. Stop it in one of them: the next merge takes it off in the other.")
                         .arg(isolated(RecordWords::title(there->skill, workspace.roadmap()))));
    } else if (there) {
        lines.append(
            tr("A watch is on over there, on \"%1\" since %2. It stays there: stop it where it was started.", "skill and moment")
                .arg(isolated(RecordWords::title(there->skill, workspace.roadmap())), momentText(there->startedAt, workspace.zone())));
    }
    if (preview.stopsWatch && here) {
        lines.append(tr("Your watch on \"%1\" is taken off: it was stopped in the other copy, which has kept its time.")
                         .arg(isolated(RecordWords::title(here->skill, workspace.roadmap()))));
    }
    return lines;
}

QStringList MergeWords::lines(const session::MergePreview& preview, const session::Workspace& workspace)
{
    if (preview.isEmpty()) {
        return QStringList(tr("Nothing to merge: this library has all that the copy has.")) + ofWatches(preview, workspace);
    }
    if (preview.added + preview.changed + preview.removed == 0 && preview.merge.conflicts.empty()) {
        return QStringList(tr("Nothing of yours changes: what the copy has besides was taken back, or is the same here."))
            + ofWatches(preview, workspace);
    }
    QStringList lines { tr("%n step(s) of the copy are not here yet.", nullptr, preview.merge.newEdits),
        tr("New: %1. Changed: %2. Removed: %3.", "numbers of records")
            .arg(QLocale().toString(preview.added), QLocale().toString(preview.changed), QLocale().toString(preview.removed)) };
    if (!preview.skills.isEmpty()) {
        constexpr qsizetype most = 5;
        QStringList titles;
        for (const QString& skill : preview.skills.mid(0, most)) {
            titles.append(RecordWords::title(skill, workspace.roadmap()));
        }
        const QString list = QLocale().createSeparatedList(isolated(titles));
        const auto more = static_cast<int>(preview.skills.size() - titles.size());
        lines.append(more == 0 ? tr("Skills: %1.").arg(list) : tr("Skills: %1, and %n more.", nullptr, more).arg(list));
    }
    lines += ofWatches(preview, workspace);
    if (!preview.merge.conflicts.empty()) {
        lines.append(waiting(static_cast<int>(preview.merge.conflicts.size())));
    }
    if (!preview.merge.keptFromRemoval.empty()) {
        lines.append(tr("%n entry(s) removed in one copy and changed in the other: kept.", nullptr,
            static_cast<int>(preview.merge.keptFromRemoval.size())));
    }
    return lines;
}

QStringList MergeWords::kept(const session::MergePreview& preview, const session::Workspace& workspace)
{
    domain::Progress after = workspace.progress();
    if (preview.merge.keptFromRemoval.empty() || !domain::applyTo(after, preview.merge.edit)) {
        return {};
    }
    QStringList names;
    for (const domain::RecordKey& key : preview.merge.keptFromRemoval) {
        names.append(RecordWords::name(key, after.record(key), { workspace.roadmap(), workspace.zone() }));
    }
    return names;
}

std::vector<OpenConflict> openConflicts(const domain::Progress& progress)
{
    std::vector<OpenConflict> open;
    for (const domain::RecordKey& key : progress.conflicts().keys()) {
        if (auto values = domain::valuesOf(progress, key)) {
            open.push_back({ key, std::move(*values) });
        }
    }
    return open;
}

} // namespace waymark::ui

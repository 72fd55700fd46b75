// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/StillLibrary.h>

#include <domain/BackupShelf.h>
#include <session/StudyPlan.h>

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace waymark::session {

namespace {

using domain::Edit;
using domain::ErrorCode;
using domain::Result;

constexpr int daysTold = 84; ///< so far ahead go a calendar and the summary of a week

/// What it tells, taken once.
struct Held
{
    Result<QString> id;
    domain::Course course;
    domain::Progress progress;
    QHash<QString, domain::Lesson> lessons; ///< by skill
    std::vector<domain::JournalEntry> editsOfHours; ///< newest first
};

class StillStore final : public domain::Store
{
public:
    explicit StillStore(std::shared_ptr<const Held> held)
        : m_held(std::move(held))
    {
    }

    Result<std::optional<domain::Course>> course() override { return std::optional(m_held->course); }
    Result<QString> courseHash() override { return QString(); }
    Result<qint64> courseSize() override { return 0; }
    Result<domain::Lesson> lesson(const QString& skill) override
    {
        const auto found = m_held->lessons.constFind(skill);
        return found == m_held->lessons.cend() ? domain::failure(ErrorCode::UnknownSkill, skill) : Result<domain::Lesson>(*found);
    }
    Result<domain::CourseAsset> asset(const QString& name) override { return domain::failure(ErrorCode::FileMissing, name); }
    Result<domain::FormerCourse> installCourse(const domain::CourseContent& /*content*/) override { return refused(); }
    Result<domain::Progress> progress() override { return m_held->progress; }
    Result<void> commit(const Edit& /*edit*/) override { return refused(); }
    Result<Edit> undo() override { return refused(); }
    Result<Edit> redo() override { return refused(); }
    Result<std::optional<Edit>> nextUndo() override { return std::optional<Edit>(); }
    Result<std::optional<Edit>> nextRedo() override { return std::optional<Edit>(); }
    Result<std::vector<domain::JournalEntry>> journal(int /*limit*/) override { return std::vector<domain::JournalEntry>(); }
    Result<std::vector<domain::JournalEntry>> applied(const std::vector<domain::EditKind>& kinds, qint64 since) override
    {
        std::vector<domain::JournalEntry> found;
        std::ranges::copy_if(m_held->editsOfHours, std::back_inserter(found), [&](const domain::JournalEntry& entry) {
            return entry.edit.at >= since && std::ranges::find(kinds, entry.edit.kind) != kinds.end();
        });
        return found;
    }
    Result<domain::JournalStamp> journalStamp() override { return domain::JournalStamp(); }
    [[nodiscard]] domain::LibraryReader reader() const override
    {
        return [](const domain::ReadingWatch& /*watch*/) -> Result<domain::LibraryContents> { return refused(); };
    }
    Result<std::vector<domain::SearchHit>> search(const QString& /*words*/, int /*limit*/) override
    {
        return std::vector<domain::SearchHit>();
    }
    Result<QString> libraryId() override { return m_held->id; }
    [[nodiscard]] bool isReadOnly() const override { return true; }

private:
    static tl::unexpected<domain::Error> refused() { return domain::failure(ErrorCode::ReadOnly); }

    std::shared_ptr<const Held> m_held;
};

/// The skills and projects whose texts exports tell of: the rubrics of projects that are begun, and the units of what comes soon.
QSet<QString> toldOf(const Workspace& workspace)
{
    QSet<QString> told;
    for (const domain::Skill& project : workspace.course().projects) {
        if (workspace.progress().skills().contains(project.id)) {
            told.insert(project.id);
        }
    }
    const StudyOutset outset = studyOutset(workspace);
    const QDate last = outset.input.today.addDays(daysTold);
    for (const learning::StudySlot& slot : scheduleOf(outset).timetable) {
        if (slot.day <= last) {
            told.insert(workspace.roadmap().skill(slot.skill).id);
        }
    }
    return told;
}

} // namespace

StillLibrary stillOf(const Workspace& workspace)
{
    Held held { workspace.libraryId(), workspace.course(), workspace.progress(), {}, workspace.editsOfHours() };
    for (const QString& id : toldOf(workspace)) {
        if (const auto lesson = workspace.lesson(id)) {
            held.lessons.insert(id, *lesson);
        }
    }
    return [held = std::make_shared<const Held>(std::move(held)), now = workspace.now(), zone = workspace.zone()] {
        return Workspace::open(std::make_unique<StillStore>(held), { [now] { return now; }, zone });
    };
}

} // namespace waymark::session

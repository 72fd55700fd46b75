// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryStore.h"

#include "PlainSearch.h"

#include <domain/BackupShelf.h>
#include <domain/CourseStep.h>
#include <domain/JournalReplay.h>
#include <domain/Moves.h>
#include <domain/UndoStep.h>

#include <limits>
#include <memory>
#include <utility>

namespace waymark::support {

namespace {

std::optional<domain::Edit> headOf(const domain::JournalEntry* entry)
{
    if (entry == nullptr) {
        return std::nullopt;
    }
    const domain::Edit& edit = entry->edit;
    return domain::Edit { edit.id, edit.kind, edit.subject, edit.at, {} };
}

} // namespace

MemoryStore::MemoryStore() = default;
MemoryStore::MemoryStore(const MemoryStore& other) = default;
MemoryStore::MemoryStore(MemoryStore&& other) noexcept = default;
MemoryStore& MemoryStore::operator=(const MemoryStore& other) = default;
MemoryStore& MemoryStore::operator=(MemoryStore&& other) noexcept = default;
MemoryStore::~MemoryStore() = default;

void MemoryStore::become(domain::History history)
{
    m_progress = std::move(history.records);
    m_journal.setEntries(std::move(history.journal));
}

domain::Result<std::optional<domain::Course>> MemoryStore::course()
{
    if (m_readsToFail > 0) {
        --m_readsToFail;
        return domain::failure(domain::ErrorCode::Io, QStringLiteral("library"), QStringLiteral("the disk"));
    }
    return m_content ? std::optional(m_content->course) : std::nullopt;
}

domain::Result<QString> MemoryStore::libraryId()
{
    return QStringLiteral("6f6d0c52-5d5a-4d0e-9f3a-2f0c8f0b7a11");
}

domain::Result<QString> MemoryStore::courseHash()
{
    return m_content ? m_content->hash : QString();
}

domain::Result<domain::Lesson> MemoryStore::lesson(const QString& skill)
{
    return lessonOf(m_content, skill);
}

domain::Result<domain::CourseAsset> MemoryStore::asset(const QString& name)
{
    return assetOf(m_content, name);
}

domain::Result<qint64> MemoryStore::courseSize()
{
    return m_content ? domain::sizeOf(*m_content) : 0;
}

domain::Result<domain::FormerCourse> MemoryStore::installCourse(const domain::CourseContent& content)
{
    auto allowed = mayChange();
    if (allowed) {
        allowed = checkContent(content);
    }
    const bool isSame = m_content && m_content->hash == content.hash && m_content->course == content.course;
    const bool isStep = m_content && content.step && !isSame;
    if (allowed && isStep && m_journal.has(content.step->id)) {
        allowed = domain::failure(domain::ErrorCode::StaleEdit, content.step->id);
    }
    return allowed.map([&] { return install(content, isStep); });
}

domain::FormerCourse MemoryStore::install(const domain::CourseContent& content, bool isStep)
{
    if (isStep) {
        m_journal.letGoOfUndone();
        m_journal.append(domain::installation(*content.step, content.course));
    }
    const bool isSame = m_content && m_content->hash == content.hash && m_content->course == content.course;
    const domain::LearnerHistory before { m_progress.records(), m_journal.entries() };
    const domain::LearnerHistory now = domain::moved(domain::Moves(content.course), before).value();
    m_journal.setEntries(now.journal);
    m_progress = {};
    for (const auto& [key, record] : now.records) {
        m_progress.setRecord(key, record);
    }
    auto outcome = domain::FormerCourse::Passed;
    if (isStep) {
        const bool isKept = m_journal.keep(content.step->id, { *m_content, domain::swapBetween(before, now) });
        outcome = isKept ? domain::FormerCourse::Kept : domain::FormerCourse::Lost;
    }
    m_content = content;
    m_content->step.reset();
    if (!isStep && !(isSame && before == now)) {
        m_journal.forgetSteps();
    }
    return outcome;
}

domain::Result<domain::Progress> MemoryStore::progress()
{
    return m_progress;
}

domain::Result<void> MemoryStore::commit(const domain::Edit& edit)
{
    if (auto allowed = mayChange(); !allowed) {
        return allowed;
    }
    if (m_journal.has(edit.id)) {
        return domain::failure(domain::ErrorCode::StaleEdit, edit.id);
    }
    if (auto applied = domain::applyTo(m_progress, edit); !applied) {
        return applied;
    }
    if (!domain::isAside(edit.kind)) {
        m_journal.letGoOfUndone();
    }
    m_journal.append(edit);
    return {};
}

domain::Result<domain::Edit> MemoryStore::undo()
{
    const domain::JournalEntry* newest = m_journal.newestApplied();
    if (auto allowed = mayTurn(newest, domain::ErrorCode::NothingToUndo); !allowed) {
        return tl::unexpected<domain::Error>(allowed.error());
    }
    const domain::UndoStep step = domain::stepBack(turnable(*newest), m_journal.after(newest->sequence, domain::JournalState::Applied));
    return turned(step, domain::inverse(step.edit));
}

domain::Result<domain::Edit> MemoryStore::redo()
{
    const domain::JournalEntry* oldest = m_journal.oldestUndone();
    if (auto allowed = mayTurn(oldest, domain::ErrorCode::NothingToRedo); !allowed) {
        return tl::unexpected<domain::Error>(allowed.error());
    }
    const domain::UndoStep step = domain::stepForward(turnable(*oldest), m_journal.after(oldest->sequence, domain::JournalState::Undone),
        m_journal.after(oldest->sequence, domain::JournalState::Applied));
    return turned(step, step.edit);
}

domain::Result<std::optional<domain::Edit>> MemoryStore::nextUndo()
{
    return headOf(m_journal.newestApplied());
}

domain::Result<std::optional<domain::Edit>> MemoryStore::nextRedo()
{
    return headOf(m_journal.oldestUndone());
}

domain::Result<std::vector<domain::JournalEntry>> MemoryStore::journal(int limit)
{
    return m_journal.newest(limit);
}

domain::Result<std::vector<domain::JournalEntry>> MemoryStore::applied(const std::vector<domain::EditKind>& kinds, qint64 since)
{
    return m_journal.applied(kinds, since);
}

domain::Result<std::vector<domain::SearchHit>> MemoryStore::search(const QString& words, int limit)
{
    return plainSearch(m_content, m_progress, words, limit);
}

domain::Result<domain::JournalStamp> MemoryStore::journalStamp()
{
    return domain::stampOf(m_journal.entries());
}

domain::LibraryReader MemoryStore::reader() const
{
    const auto now = std::make_shared<const domain::LibraryContents>(domain::LibraryContents { MemoryStore().libraryId().value(),
        m_content ? m_content->course : domain::Course {}, m_progress, m_journal.newest(std::numeric_limits<int>::max()) });
    return [now](const domain::ReadingWatch& watch) -> domain::Result<domain::LibraryContents> {
        if (watch.stop.stop_requested()) {
            return domain::failure(domain::ErrorCode::Cancelled);
        }
        return *now;
    };
}

domain::Result<void> MemoryStore::mayChange() const
{
    if (const auto during = m_during) { // it may say what happens next time
        during();
    }
    if (m_error) {
        return tl::unexpected<domain::Error>(*m_error);
    }
    return m_isReadOnly ? domain::Result<void>(domain::failure(domain::ErrorCode::ReadOnly)) : domain::Result<void>();
}

domain::Result<void> MemoryStore::mayTurn(const domain::JournalEntry* entry, domain::ErrorCode nothing) const
{
    auto allowed = mayChange();
    return allowed && entry == nullptr ? domain::Result<void>(domain::failure(nothing)) : allowed;
}

/// With what its turn changes.
domain::JournalEntry MemoryStore::turnable(const domain::JournalEntry& entry)
{
    domain::JournalEntry whole = entry;
    if (domain::isInstallation(entry.edit.kind)) {
        whole.edit.changes = m_journal.kept(entry.edit.id).swap.changes;
    }
    return whole;
}

domain::Result<domain::Edit> MemoryStore::turned(const domain::UndoStep& step, const domain::Edit& done)
{
    if (auto applied = domain::applyTo(m_progress, done); !applied) {
        return tl::unexpected<domain::Error>(applied.error());
    }
    m_journal.setStates(step.states);
    m_journal.rewrite(step.renamed);
    if (domain::isInstallation(step.edit.kind)) {
        m_journal.turn(step, *m_content);
    }
    return step.edit;
}

} // namespace waymark::support

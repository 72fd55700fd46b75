// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/CourseStep.h>
#include <domain/Edits.h>
#include <domain/Store.h>
#include <exchange/LessonDocument.h>
#include <learning/NextSteps.h>
#include <learning/SkillStates.h>
#include <learning/Standing.h>
#include <session/ChangeTurns.h>
#include <session/Changes.h>

#include <QDate>
#include <QObject>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace waymark::session {

class Drafts;

/// Where the time comes from. Nothing below the composition asks the system for it.
struct Clock
{
    std::function<qint64()> now; ///< UTC milliseconds
    QTimeZone zone;
};

/// The one object that the screens talk to: the installed course, the learner's progress over it, and the only road by which
/// either changes. It owns the Store; every change is in the store before it is seen here. Lives on the window's thread.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// Reads the course and the progress from the store. Any error of the store.
    [[nodiscard]] static domain::Result<std::unique_ptr<Workspace>> open(std::unique_ptr<domain::Store> store, Clock clock);
    ~Workspace() override;

    [[nodiscard]] bool hasCourse() const { return !m_roadmap.course().id.isEmpty(); }
    [[nodiscard]] bool isReadOnly() const { return m_isBehind || m_store->isReadOnly(); }
    /// The store has changed and could not be read again, twice: all that is seen here is of before, and read-only until noticeDay() has
    /// read it. See fellBehind().
    [[nodiscard]] bool isBehind() const { return m_isBehind; }
    [[nodiscard]] const domain::Roadmap& roadmap() const { return m_roadmap; }
    [[nodiscard]] const domain::Course& course() const { return m_roadmap.course(); }
    [[nodiscard]] const domain::Progress& progress() const { return m_progress; }
    [[nodiscard]] const std::vector<learning::SkillState>& states() const { return m_states; }
    [[nodiscard]] const std::vector<learning::SkillState>& projectStates() const { return m_projectStates; }
    /// Of a skill or a project; Locked for an unknown one.
    [[nodiscard]] learning::SkillState stateOf(const QString& skill) const;
    [[nodiscard]] learning::Lock lockOf(const QString& skill) const; ///< of a skill or a project
    [[nodiscard]] learning::MasteryStanding masteryOf(
        const QString& skill) const; ///< of a skill or a project; nothing proved for an unknown one
    [[nodiscard]] std::vector<learning::NextStep> nextSteps(int count = 3) const;
    [[nodiscard]] const domain::Skill* nextProject() const; ///< to work on now; null for none
    [[nodiscard]] const domain::Milestone* headingFor() const;
    [[nodiscard]] learning::MilestoneStanding standingOf(const domain::Milestone& milestone) const;
    [[nodiscard]] std::vector<int> wayTo(const domain::Milestone& milestone) const;
    [[nodiscard]] learning::StudyWeek studyWeek(Qt::DayOfWeek firstDay) const;
    [[nodiscard]] domain::Result<QString> libraryId() const { return m_store->libraryId(); }
    [[nodiscard]] qint64 now() const { return m_clock.now(); }
    [[nodiscard]] learning::Moment moment() const { return { m_clock.now(), m_clock.zone }; }
    [[nodiscard]] const QTimeZone& zone() const { return m_clock.zone; }

    [[nodiscard]] domain::Result<domain::Lesson> lesson(const QString& skill) const { return m_store->lesson(skill); }
    /// The text of a skill or project in its structure; read once and kept for the one asked for last.
    [[nodiscard]] domain::Result<std::shared_ptr<const exchange::LessonDocument>> document(const QString& skill) const;
    [[nodiscard]] domain::Result<domain::CourseAsset> asset(const QString& name) const { return m_store->asset(name); }
    [[nodiscard]] domain::Result<std::vector<domain::SearchHit>> search(const QString& words, int limit) const;
    [[nodiscard]] domain::Result<std::vector<domain::JournalEntry>> journal(int limit) const { return m_store->journal(limit); }

    [[nodiscard]] domain::Result<domain::JournalStamp> journalStamp() const { return m_store->journalStamp(); }
    [[nodiscard]] domain::LibraryReader reader() const { return m_store->reader(); } ///< for another thread

    /// What stands in editors and is no record yet: none of it is undone or stored in the library.
    [[nodiscard]] Drafts& drafts() const { return *m_drafts; }

    /// The edits that may have set the hours of study, of the last hundred days, newest first. Empty where the journal cannot be read.
    [[nodiscard]] const std::vector<domain::JournalEntry>& editsOfHours() const;

    /// What the functions in Edits.h build from: the present progress, the present time, a new id.
    [[nodiscard]] domain::EditContext context() const;

    /// Commits an edit: store first, then memory, then one changed(). An edit without changes is given back and leaves no trace.
    /// On an error nothing has changed; the error is also announced by failed(). After StaleEdit everything has been read again. While a
    /// change is being stored another one is LibraryBusy, with cameTooEarly() in place of failed(): what comes by itself waits, see
    /// whenStill().
    domain::Result<domain::Edit> apply(const domain::Result<domain::Edit>& edit);
    domain::Result<domain::Edit> undo();
    domain::Result<domain::Edit> redo();
    [[nodiscard]] const std::optional<domain::Edit>& nextUndo() const { return m_nextUndo; }
    [[nodiscard]] const std::optional<domain::Edit>& nextRedo() const { return m_nextRedo; }

    /// Where another course is installed this is one step of undo: see domain/CourseStep.h.
    domain::Result<domain::FormerCourse> installCourse(const domain::CourseContent& content);
    /// Whether the present course could be brought back if this one took its place; none where it would not, or there is none.
    [[nodiscard]] std::optional<domain::Keeping> courseKeeping(const domain::CourseContent& next) const;

    [[nodiscard]] bool isChanging() const { return m_turns.isChanging(); } ///< a change is being stored at this moment
    /// Acts now, or where a change is being stored behind it: see ChangeTurns.
    void whenStill(QObject* who, ChangeTurns::Act act, const QString& name = {}) { m_turns.whenStill(who, std::move(act), name); }

    /// States anew, with one changed() if any is another, or the learning day is: what was known yesterday may have faded by now.
    void noticeTime();
    /// The same, but nothing within a learning day, so that it may be asked often; and what is behind is read again.
    void noticeDay();

Q_SIGNALS:
    void changed(const waymark::session::Changes& changes);
    void failed(const waymark::domain::Error& error);
    /// A change was asked for while another one is being stored: nothing has failed, and whoever asked may do so again.
    void cameTooEarly(const waymark::domain::Error& error);
    void fellBehind(const waymark::domain::Error& error);
    void caughtUp(); ///< behind changed()

private:
    Workspace(std::unique_ptr<domain::Store> store, Clock clock);
    domain::Result<void> reload();
    domain::Result<void> readAgain();
    [[nodiscard]] domain::Result<void> mayChange();
    domain::Result<void> followCourse(const domain::Course* taken = nullptr);
    void adopt(const domain::Edit& edit);
    [[nodiscard]] QDate today() const;
    void catchUp(const domain::Error& error);
    void refreshStates(Changes& changes);
    void refreshSteps();
    template <class T> domain::Result<T> announced(domain::Result<T> result);
    template <class Work> auto inTurn(const Work& work) -> decltype(work());

    ChangeTurns m_turns;
    std::unique_ptr<domain::Store> m_store;
    std::unique_ptr<Drafts> m_drafts;
    Clock m_clock;
    domain::Roadmap m_roadmap;
    domain::Progress m_progress;
    std::vector<learning::SkillState> m_states;
    std::vector<learning::SkillState> m_projectStates;
    bool m_isBehind = false;
    QDate m_day; ///< the learning day that the states are of, as the screens know it
    mutable QString m_documentOf;
    mutable std::shared_ptr<const exchange::LessonDocument> m_document;
    mutable std::optional<std::vector<domain::JournalEntry>> m_editsOfHours; ///< read when it is asked for
    std::optional<domain::Edit> m_nextUndo;
    std::optional<domain::Edit> m_nextRedo;
};

} // namespace waymark::session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanDocument.h>
#include <exchange/ReviewDocument.h>
#include <session/ReviewGaps.h>
#include <session/Workspace.h>

#include <QObject>

#include <memory>
#include <optional>

namespace waymark::exchange {
class SigningKey;
}

namespace waymark::session {

/// A comment of an earlier review that stands in the plan and that its author has not closed.
struct OpenThread
{
    exchange::ReviewComment comment;
    QString reviewer; ///< the name under that review; only an answer of theirs closes the thread, see exchange::ClosedThreads
    bool isSigned = false; ///< then only one that the same key signs
};

/// The mentor's side of the round trip: one plan that came, and the answer to it as it grows. The plan is never changed. The draft is
/// a review file beside the library, written with every change, found again when the same revision of the plan is opened. It has steps
/// to undo of its own; nothing of it is in the library.
class ReviewDesk : public QObject
{
    Q_OBJECT

public:
    /// Reads a plan, JSON or page, and the draft that was begun for it. `drafts` is the folder of drafts; it need not exist. The errors of
    /// readPlan(); FileMissing, Io. A draft that cannot be read is set aside under another name, and isDraftLost() says so.
    [[nodiscard]] static domain::Result<std::unique_ptr<ReviewDesk>> open(const QString& file, const QString& drafts, Clock clock);
    /// The same with a plan that was read out of the file already, on a worker.
    [[nodiscard]] static std::unique_ptr<ReviewDesk> open(
        const QString& file, exchange::PlanDocument plan, const QString& drafts, Clock clock);

    [[nodiscard]] const QString& file() const { return m_file; }
    [[nodiscard]] const exchange::PlanDocument& plan() const { return m_plan; }
    [[nodiscard]] const exchange::ReviewDocument& draft() const { return m_draft; }
    [[nodiscard]] bool isDraftLost() const { return m_isDraftLost; }
    [[nodiscard]] const exchange::PlanSkill* skill(const QString& id) const; ///< null for an unknown one

    [[nodiscard]] QStringList submitted() const; ///< ids of skills that wait for a decision, in plan order
    /// The next submitted skill after (`step` 1) or before (-1) a skill in plan order, round the end; empty for none.
    [[nodiscard]] QString nextSubmitted(const QString& from, int step) const;
    [[nodiscard]] std::vector<exchange::ReviewComment> commentsOn(const QString& skill, const QString& item) const;
    [[nodiscard]] const exchange::ReviewDecision* decisionOn(const QString& skill) const; ///< null for none
    [[nodiscard]] std::optional<int> scoreOf(const QString& skill, const QString& criterion) const;
    [[nodiscard]] const std::vector<OpenThread>& openThreads() const { return m_threads; }

    /// Adds a comment, or changes the one with its id. An empty id gets a new one. Gives the id.
    QString putComment(exchange::ReviewComment comment);
    void removeComment(const QString& id);
    void closeThread(const QString& comment, bool closed);
    void decide(const QString& skill, std::optional<domain::Decision> decision, const QString& text);
    /// 0 to 3; none takes it back. Scores go out with a decision, so a skill without one keeps none.
    void score(const QString& skill, const QString& criterion, std::optional<int> level);
    void setOverall(std::optional<domain::Decision> decision, const QString& text);
    void setReviewer(const QString& name, domain::ReviewerRole role);
    void discard(); ///< an empty draft; can be undone

    [[nodiscard]] bool canUndo() const { return m_at > 0; }
    [[nodiscard]] bool canRedo() const { return m_at + 1 < m_steps.size(); }
    void undo();
    void redo();

    void keep(); ///< writes the draft again where that failed
    [[nodiscard]] exchange::ReviewDocument empty() const; ///< an answer of its own that says nothing yet
    /// Why the last change is not in the draft's file; none where it is.
    [[nodiscard]] const std::optional<domain::Error>& failure() const { return m_failure; }
    [[nodiscard]] std::vector<ReviewGap> gaps() const { return gapsOf(m_draft, m_plan); } ///< empty when it can go out
    /// The review as it goes out now and as its reader will see it: the evidence that was seen, signed where a key is given. Error Refused
    /// while there are gaps, and where the reader would refuse it.
    [[nodiscard]] domain::Result<exchange::ReviewDocument> finished(const exchange::SigningKey* key) const;
    /// Writes it and forgets the draft. Once more without a change it is the same review, byte by byte; what is changed from then on is
    /// another one. The errors of finished() and of AtomicFile, which leave the draft as it is.
    domain::Result<void> send(const QString& file, const exchange::SigningKey* key);

Q_SIGNALS:
    void changed();
    void failed(const waymark::domain::Error& error); ///< the draft could not be written; it is still here

private:
    ReviewDesk(QString file, QString draftFile, exchange::PlanDocument plan, Clock clock);
    void readDraft();
    void take(exchange::ReviewDocument draft);
    void show(std::size_t step);
    void write();
    [[nodiscard]] domain::Result<void> writeDraft() const;
    void findThreads();

    QString m_file;
    QString m_draftFile;
    exchange::PlanDocument m_plan;
    Clock m_clock;
    exchange::ReviewDocument m_draft;
    std::vector<exchange::ReviewDocument> m_steps; ///< the draft after each change, the first one as it was opened
    std::size_t m_at = 0;
    bool m_isDraftLost = false;
    std::optional<exchange::ReviewDocument> m_sent; ///< as it went out, until the draft is another again
    std::vector<OpenThread> m_threads; ///< of the plan, which never changes
    std::optional<domain::Error> m_failure;
};

} // namespace waymark::session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/QuizAnswers.h>
#include <learning/Placement.h>
#include <session/Workspace.h>

#include <QSet>

#include <optional>
#include <stop_token>
#include <vector>

namespace waymark::session {

/// What is asked now: one question of a skill's quiz.
struct PlacementQuestion
{
    QString skill;
    exchange::QuizQuestion question;
};

/// What a sitting begins with, as values. What was practised is gone through like answers: of a learner who has practised much that takes a
/// second, so a window makes the placement on a worker.
struct PlacementBeginning
{
    domain::Roadmap roadmap;
    std::vector<int> askable; ///< ascending
    std::vector<int> practised;
    quint64 seed = 0;
    learning::PlacementSettings settings;

    [[nodiscard]] learning::Placement placement(const std::stop_token& stop = {}) const; ///< before the first question
};

/// One sitting of the placement test: questions one after the other, and what they show. It only reads the workspace; nothing is stored
/// before the edit of accepted() is applied. Holds for one course: made anew when another is installed.
///
/// Asked are skills that have a question and of which nothing was said yet. A skill that is practised, mastered, fading or assumed counts
/// as known (Placement::practised) and is not asked. One that was begun or skipped is neither asked nor evidence: to begin or to skip a
/// skill says nothing of what one knows. Of a choice group in which the learner has chosen, the others are not asked.
///
/// Found is what the answers make more likely than not, as far as a skill with a question, or one known already, rests on it: of what lies
/// beyond all questions nothing is claimed.
class PlacementSitting
{
public:
    static constexpr int secondsPerQuestion = 30; ///< for an estimate; nothing was measured

    /// Stops later than Placement by itself: at its own share those who know the first stages are left after half of the questions, with
    /// half of what they know unfound.
    static constexpr learning::PlacementSettings patient { .unsureShare = 0.02 };

    /// The same seed, records and answers ask the same.
    PlacementSitting(const Workspace& workspace, quint64 seed, const learning::PlacementSettings& settings = patient);
    /// With the placement that this beginning has made. What has changed in the workspace since is of no harm, unless it is the course.
    PlacementSitting(const Workspace& workspace, const PlacementBeginning& beginning, learning::Placement placement);

    [[nodiscard]] static PlacementBeginning beginningOf(
        const Workspace& workspace, quint64 seed, const learning::PlacementSettings& settings = patient);

    /// None when it is finished.
    [[nodiscard]] const std::optional<PlacementQuestion>& question() const { return m_question; }
    [[nodiscard]] bool isFinished() const { return !m_question; }
    [[nodiscard]] int asked() const { return static_cast<int>(m_given.size()); }
    [[nodiscard]] int mostQuestions() const; ///< 0: the course has none to ask

    /// False, and nothing happens, for an answer that cannot be read (Verdict::readable). `milliseconds` from the question to the answer.
    [[nodiscard]] bool answer(const exchange::QuizAnswer& answer, int milliseconds);
    void pass(int milliseconds); ///< "I do not know": a wrong answer
    /// Takes the last answer back and asks it again; false where there is none.
    bool back();

    /// Skills that would be assumed but for what was taken out: ids in course order, closed over prerequisites.
    [[nodiscard]] QStringList found() const;
    /// The same without what was taken out and what needs that.
    [[nodiscard]] QStringList known() const;
    void takeOut(const QString& skill);
    /// Also puts back what the skill needs.
    void putBack(const QString& skill);
    [[nodiscard]] double hoursSpared() const; ///< of the known skills

    /// One edit: the known skills are assumed, and the answers are kept as attempts of placement at the times when they were given. The
    /// errors of domain::placeSkills and domain::answerQuestion, if the course has changed.
    [[nodiscard]] domain::Result<domain::Edit> accepted() const;

private:
    struct Given
    {
        QString skill;
        QString question;
        bool right = false;
        int milliseconds = 0;
        QString text;
        qint64 at = 0; ///< UTC milliseconds
    };
    using Flags = std::vector<char>; ///< by skill

    PlacementSitting(const Workspace& workspace, const PlacementBeginning& beginning);
    [[nodiscard]] std::optional<exchange::QuizQuestion> questionOf(const QString& skill) const;
    void take(const exchange::QuizAnswer& answer, bool right, int milliseconds);
    void ask();
    void claim();
    [[nodiscard]] Flags foundFlags() const;
    [[nodiscard]] Flags knownFlags() const;
    [[nodiscard]] bool isMet(const domain::Roadmap::Edge& edge, const Flags& found, const Flags& known) const;
    [[nodiscard]] QStringList idsOf(const Flags& flags) const;

    const Workspace& m_workspace;
    quint64 m_seed;
    learning::PlacementSettings m_settings;
    std::vector<int> m_askable;
    learning::Placement m_begun; ///< before the first question
    learning::Placement m_placement;
    std::optional<PlacementQuestion> m_question;
    std::vector<Given> m_given;
    Flags m_claimed; ///< whatever was said of it
    QSet<QString> m_takenOut;
};

} // namespace waymark::session

// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/PlacementSitting.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::session {

using domain::Attempt;
using domain::Roadmap;
using exchange::QuestionKind;
using exchange::QuizQuestion;
using learning::SkillState;

namespace {

constexpr qsizetype longestKept = 1000; ///< characters of an answer that the journal keeps

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Short to answer and seldom hit by guessing. The others are about the lesson's own code, or long to put together.
bool suitsPlacement(QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::Single:
    case QuestionKind::ChooseAll:
    case QuestionKind::Number:
    case QuestionKind::Text:
    case QuestionKind::Line:
        return true;
    case QuestionKind::Order:
    case QuestionKind::Match:
    case QuestionKind::Predict:
        break;
    }
    return false;
}

/// By the learner's own work, or because an earlier placement was accepted and nothing has failed since.
bool countsAsKnown(SkillState state)
{
    return learning::isReached(state) && state != SkillState::Skipped;
}

bool isLeftByChoice(const domain::Course& course, const domain::Progress& progress, const QString& skill)
{
    return std::any_of(course.choices.begin(), course.choices.end(), [&](const domain::ChoiceGroup& group) {
        const QStringList chosen = progress.choices().value(group.id).members;
        return group.members.contains(skill) && !chosen.isEmpty() && !chosen.contains(skill);
    });
}

bool isAskable(int skill, const domain::EditContext& context)
{
    const domain::Skill& each = context.roadmap.skill(skill);
    return !each.questions.isEmpty() && domain::canPlaceSkill(context, each.id)
        && !isLeftByChoice(context.roadmap.course(), context.progress, each.id);
}

} // namespace

learning::Placement PlacementBeginning::placement(const std::stop_token& stop) const
{
    learning::Placement placement(roadmap, askable, seed, settings);
    for (const int skill : practised) {
        if (stop.stop_requested()) {
            break;
        }
        placement.practised(skill);
    }
    return placement;
}

PlacementBeginning PlacementSitting::beginningOf(const Workspace& workspace, quint64 seed, const learning::PlacementSettings& settings)
{
    PlacementBeginning beginning { workspace.roadmap(), {}, {}, seed, settings };
    const domain::EditContext context = workspace.context();
    for (int skill = 0; skill < context.roadmap.size(); ++skill) {
        if (isAskable(skill, context)) {
            beginning.askable.push_back(skill);
        }
        if (countsAsKnown(workspace.states()[at(skill)])) {
            beginning.practised.push_back(skill);
        }
    }
    return beginning;
}

PlacementSitting::PlacementSitting(const Workspace& workspace, quint64 seed, const learning::PlacementSettings& settings)
    : PlacementSitting(workspace, beginningOf(workspace, seed, settings))
{
}

PlacementSitting::PlacementSitting(const Workspace& workspace, const PlacementBeginning& beginning)
    : PlacementSitting(workspace, beginning, beginning.placement())
{
}

PlacementSitting::PlacementSitting(const Workspace& workspace, const PlacementBeginning& beginning, learning::Placement placement)
    : m_workspace(workspace)
    , m_seed(beginning.seed)
    , m_settings(beginning.settings)
    , m_askable(beginning.askable)
    , m_begun(std::move(placement))
    , m_placement(m_begun)
{
    ask();
}

int PlacementSitting::mostQuestions() const
{
    return std::min(m_settings.mostQuestions, static_cast<int>(m_askable.size()));
}

/// One of the questions that suit, by the seed; the same for a skill whenever it is asked in this sitting.
std::optional<QuizQuestion> PlacementSitting::questionOf(const QString& skill) const
{
    const auto document = m_workspace.document(skill);
    const domain::Skill* of = m_workspace.roadmap().find(skill);
    if (!document || of == nullptr) {
        return std::nullopt;
    }
    std::vector<const QuizQuestion*> suiting;
    std::vector<const QuizQuestion*> others;
    for (const exchange::LessonUnit& unit : (*document)->units) {
        for (const QuizQuestion& question : unit.quiz) {
            if (of->questions.contains(question.id)) {
                (suitsPlacement(question.kind) ? suiting : others).push_back(&question);
            }
        }
    }
    const auto& from = suiting.empty() ? others : suiting;
    if (from.empty()) {
        return std::nullopt;
    }
    // The place of a skill in the course keeps skills apart that have the same seed.
    const auto index = static_cast<quint64>(m_workspace.roadmap().indexOf(skill));
    return *from[learning::Dice(m_seed ^ ((index + 1) << 32)).below(from.size())];
}

void PlacementSitting::ask()
{
    m_question.reset();
    while (const std::optional<int> next = m_placement.next()) {
        const QString& skill = m_workspace.roadmap().skill(*next).id;
        if (std::optional<QuizQuestion> question = questionOf(skill)) {
            m_question = PlacementQuestion { skill, std::move(*question) };
            break;
        }
        m_placement.leaveOut(*next); // its text is gone from the lesson
    }
    claim();
}

bool PlacementSitting::answer(const exchange::QuizAnswer& answer, int milliseconds)
{
    if (!m_question) {
        return false;
    }
    const exchange::Verdict verdict = exchange::judge(m_question->question, answer);
    if (verdict.readable) {
        take(answer, verdict.right, milliseconds);
    }
    return verdict.readable;
}

void PlacementSitting::pass(int milliseconds)
{
    if (m_question) {
        take({}, false, milliseconds);
    }
}

void PlacementSitting::take(const exchange::QuizAnswer& answer, bool right, int milliseconds)
{
    const QuizQuestion& question = m_question->question;
    m_given.push_back(
        { m_question->skill, question.id, right, milliseconds, exchange::textOf(question, answer).left(longestKept), m_workspace.now() });
    m_placement.answered(m_workspace.roadmap().indexOf(m_question->skill), right);
    ask();
}

bool PlacementSitting::back()
{
    if (m_given.empty()) {
        return false;
    }
    m_given.pop_back();
    m_placement = m_begun; // particles that were resampled cannot be brought back: the answers are gone through again
    for (const Given& each : m_given) {
        m_placement.answered(m_workspace.roadmap().indexOf(each.skill), each.right);
    }
    ask();
    return true;
}

/// Goes from what is likely, and askable or known already, to what that rests on.
void PlacementSitting::claim()
{
    const Roadmap& roadmap = m_workspace.roadmap();
    Flags likely(at(roadmap.size()), 0);
    for (const int skill : m_placement.known()) {
        likely[at(skill)] = 1;
    }
    m_claimed.assign(at(roadmap.size()), 0);
    std::vector<int> open;
    const auto add = [&](int skill) {
        if (likely[at(skill)] != 0 && m_claimed[at(skill)] == 0) {
            m_claimed[at(skill)] = 1;
            open.push_back(skill);
        }
    };
    for (int skill = 0; skill < roadmap.size(); ++skill) {
        if (countsAsKnown(m_workspace.states()[at(skill)]) || std::binary_search(m_askable.begin(), m_askable.end(), skill)) {
            add(skill);
        }
    }
    while (!open.empty()) {
        const int skill = open.back();
        open.pop_back();
        for (const Roadmap::Edge& edge : roadmap.into(skill)) {
            add(edge.from);
        }
    }
}

PlacementSitting::Flags PlacementSitting::foundFlags() const
{
    const domain::EditContext context = m_workspace.context();
    Flags found = m_claimed;
    for (int skill = 0; skill < context.roadmap.size(); ++skill) {
        found[at(skill)] = found[at(skill)] != 0 && domain::canPlaceSkill(context, context.roadmap.skill(skill).id) ? 1 : 0;
    }
    return found;
}

/// Whether the prerequisite of an edge is known or has a word of its own; of a choice group one member is enough.
bool PlacementSitting::isMet(const Roadmap::Edge& edge, const Flags& found, const Flags& known) const
{
    if (edge.group < 0) {
        return known[at(edge.from)] != 0 || found[at(edge.from)] == 0;
    }
    const std::vector<Roadmap::Edge>& edges = m_workspace.roadmap().into(edge.to);
    return std::any_of(edges.begin(), edges.end(), [&](const Roadmap::Edge& each) {
        const bool hasOwnWord = m_claimed[at(each.from)] != 0 && found[at(each.from)] == 0;
        const bool isReached = learning::isReached(m_workspace.states()[at(each.from)]);
        return each.group == edge.group && (known[at(each.from)] != 0 || hasOwnWord || isReached);
    });
}

PlacementSitting::Flags PlacementSitting::knownFlags() const
{
    const Roadmap& roadmap = m_workspace.roadmap();
    const Flags found = foundFlags();
    Flags known(found.size(), 0);
    for (const int skill : roadmap.topologicalOrder()) {
        const bool isIn = found[at(skill)] != 0 && !m_takenOut.contains(roadmap.skill(skill).id);
        const std::vector<Roadmap::Edge>& edges = roadmap.into(skill);
        const auto isMetHere = [&](const Roadmap::Edge& edge) { return isMet(edge, found, known); };
        known[at(skill)] = isIn && std::all_of(edges.begin(), edges.end(), isMetHere) ? 1 : 0;
    }
    return known;
}

QStringList PlacementSitting::idsOf(const Flags& flags) const
{
    QStringList ids;
    for (int skill = 0; skill < static_cast<int>(flags.size()); ++skill) {
        if (flags[at(skill)] != 0) {
            ids.append(m_workspace.roadmap().skill(skill).id);
        }
    }
    return ids;
}

QStringList PlacementSitting::found() const
{
    return idsOf(foundFlags());
}

QStringList PlacementSitting::known() const
{
    return idsOf(knownFlags());
}

void PlacementSitting::takeOut(const QString& skill)
{
    m_takenOut.insert(skill);
}

void PlacementSitting::putBack(const QString& skill)
{
    const Roadmap& roadmap = m_workspace.roadmap();
    const Flags found = foundFlags();
    std::vector<int> open { roadmap.indexOf(skill) };
    while (!open.empty()) {
        const int each = open.back();
        open.pop_back();
        if (each < 0 || found[at(each)] == 0) {
            continue;
        }
        m_takenOut.remove(roadmap.skill(each).id);
        // What it needs may be out: its prerequisites, and of a choice group whose members are all out the first.
        const Flags known = knownFlags();
        std::vector<int> groups;
        for (const Roadmap::Edge& edge : roadmap.into(each)) {
            const bool isSeen = edge.group >= 0 && std::find(groups.begin(), groups.end(), edge.group) != groups.end();
            if (!isSeen && found[at(edge.from)] != 0 && !isMet(edge, found, known)) {
                open.push_back(edge.from);
                groups.push_back(edge.group);
            }
        }
    }
}

double PlacementSitting::hoursSpared() const
{
    double hours = 0;
    const Flags known = knownFlags();
    for (int skill = 0; skill < static_cast<int>(known.size()); ++skill) {
        hours += known[at(skill)] != 0 ? m_workspace.roadmap().skill(skill).hours : 0;
    }
    return hours;
}

domain::Result<domain::Edit> PlacementSitting::accepted() const
{
    const domain::EditContext now = m_workspace.context();
    std::vector<domain::Edit> edits;
    const domain::Result<domain::Edit> placed = domain::placeSkills(now, known());
    if (!placed) {
        return placed;
    }
    edits.push_back(*placed);
    for (const Given& each : m_given) {
        Attempt attempt;
        attempt.source = Attempt::Source::Placement;
        attempt.right = each.right;
        attempt.milliseconds = each.milliseconds;
        attempt.answer = each.text;
        attempt.offset = domain::offsetMinutes(each.at, m_workspace.zone());
        const domain::EditContext then { now.roadmap, now.progress, each.at, now.id };
        const domain::Result<domain::Edit> answered = domain::answerQuestion(then, each.skill, each.question, attempt);
        if (!answered) {
            return answered;
        }
        edits.push_back(*answered);
    }
    return domain::joined(now, domain::EditKind::PlaceSkills, {}, edits);
}

} // namespace waymark::session

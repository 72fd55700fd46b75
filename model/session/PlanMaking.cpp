// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/PlanMaking.h>

#include <exchange/Credentials.h>
#include <exchange/PlanOrigin.h>
#include <session/StudyPlan.h>

namespace waymark::session {

namespace {

QHash<QString, std::vector<exchange::RubricCriterion>> rubricsOfProjects(const Workspace& workspace)
{
    QHash<QString, std::vector<exchange::RubricCriterion>> rubrics;
    for (const domain::Skill& project : workspace.course().projects) {
        if (!workspace.progress().skills().contains(project.id)) {
            continue;
        }
        if (const auto rubric = rubricOf(workspace, project.id)) {
            rubrics.insert(project.id, *rubric);
        }
    }
    return rubrics;
}

} // namespace

domain::Result<std::vector<exchange::RubricCriterion>> rubricOf(const Workspace& workspace, const QString& skill)
{
    const domain::Skill* found = workspace.roadmap().find(skill);
    if (found == nullptr) {
        return domain::failure(domain::ErrorCode::UnknownSkill, skill);
    }
    if (found->area != domain::projectArea) {
        return exchange::skillRubric();
    }
    const domain::Result<domain::Lesson> text = workspace.lesson(skill);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const domain::Result<exchange::LessonDocument> document = exchange::readLesson(text->markdown, 1, exchange::LessonForm::Project);
    if (!document) {
        return tl::unexpected(document.error());
    }
    return exchange::rubricOf(*document);
}

domain::Result<exchange::PlanDocument> planOf(const Workspace& workspace)
{
    const domain::Result<QString> plan = workspace.libraryId();
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    const StudyOutset outset = studyOutset(workspace);
    return exchange::planOf(workspace.roadmap(), workspace.progress(), workspace.states(),
        { workspace.now(), *plan, workspace.zone(), rubricsOfProjects(workspace),
            { scheduleOf(outset), learning::forecast(outset.input) } });
}

domain::Result<QByteArray> credentialOf(
    const exchange::PlanDocument& plan, const QString& skill, const exchange::SigningKey& key, qint64 now)
{
    const domain::Result<QString> jws
        = skill.isEmpty() ? exchange::learnerRecordOf(plan, key, now) : exchange::badgeOf(plan, skill, key, now);
    return jws.map([](const QString& line) { return line.toLatin1() + '\n'; });
}

} // namespace waymark::session

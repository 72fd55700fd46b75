// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Unknown.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;

tl::unexpected<domain::Error> unknownSkill(const domain::Roadmap& roadmap, const QString& id)
{
    return domain::failure(ErrorCode::UnknownSkill, id, roadmap.nearest(id).join(u", "_s));
}

tl::unexpected<domain::Error> unknownItem(const domain::Skill& skill, const QString& item)
{
    QStringList ids;
    for (const domain::ChecklistItem& each : skill.checklist) {
        ids.append(each.id);
    }
    return domain::failure(ErrorCode::UnknownItem, skill.id + u'/' + item, ids.join(u", "_s));
}

tl::unexpected<domain::Error> unknownMilestone(const domain::Course& course, const QString& id)
{
    QStringList ids;
    for (const domain::Milestone& stage : course.milestones) {
        ids.append(stage.id);
    }
    return domain::failure(ErrorCode::UnknownMilestone, id, ids.join(u", "_s));
}

tl::unexpected<domain::Error> unknownArea(const domain::Course& course, const QString& id)
{
    QStringList ids;
    for (const domain::Area& area : course.areas) {
        ids.append(area.id);
    }
    return domain::failure(ErrorCode::UnknownArea, id, ids.join(u", "_s));
}

domain::Error withNearest(domain::Error error, const domain::Roadmap& roadmap)
{
    if (!error.detail.isEmpty()) {
        return error;
    }
    if (error.code == ErrorCode::UnknownSkill) {
        return unknownSkill(roadmap, error.subject).value();
    }
    const domain::Skill* skill = roadmap.find(error.subject.section(u'/', 0, 0));
    if (error.code == ErrorCode::UnknownItem && skill != nullptr) {
        return unknownItem(*skill, error.subject.section(u'/', 1)).value();
    }
    if (error.code == ErrorCode::UnknownMilestone) {
        return unknownMilestone(roadmap.course(), error.subject).value();
    }
    return error;
}

} // namespace waymark::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Installing.h>

#include <domain/EditionChange.h>
#include <session/Workspace.h>
#include <ui/words/CourseWords.h>
#include <ui/words/Isolated.h>

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace waymark::app {

namespace {

class Installing
{
    Q_DECLARE_TR_FUNCTIONS(Installing)

public:
    static QString sentence(const domain::Course& course, bool dry)
    {
        const int skills = static_cast<int>(course.skills.size());
        const QString text = dry ? tr("Would install %1, version %2, with %n skill(s).", nullptr, skills)
                                 : tr("Installed %1, version %2, with %n skill(s).", nullptr, skills);
        return text.arg(course.title, course.version);
    }
};

QJsonObject report(const domain::Course& before, const domain::Course& course, bool dry)
{
    const domain::EditionChange change = domain::changeOf(before, course);
    QJsonArray moved;
    for (const auto& [from, to] : change.moved) {
        moved.append(QJsonObject { { u"from"_s, from.id }, { u"to"_s, to.id } });
    }
    QJsonArray archived;
    for (const domain::Skill& skill : change.archived) {
        archived.append(skill.id);
    }
    return { { u"course"_s, course.id }, { u"version"_s, course.version }, { u"skills"_s, static_cast<int>(course.skills.size()) },
        { u"changed"_s, !dry }, { u"moved"_s, moved }, { u"archived"_s, archived }, { u"added"_s, change.added } };
}

} // namespace

int installCourse(const VerbCall& call, const domain::CourseContent& content)
{
    const bool dry = call.invocation.flags.contains(u"dry-run"_s);
    const domain::Course before = call.workspace->course();
    domain::Keeping keeping = call.workspace->courseKeeping();
    if (!dry) {
        const auto installed = call.workspace->installCourse(content);
        if (!installed) {
            return call.console.fail(installed.error());
        }
        keeping = *installed == domain::FormerCourse::Kept ? domain::Keeping::Sure : domain::Keeping::Impossible;
    }
    if (call.console.isJson()) {
        call.console.json(report(before, content.course, dry));
        return 0;
    }
    call.console.line(Installing::sentence(content.course, dry));
    for (const QString& line : ui::unisolated(ui::CourseWords::ofChange(before, content.course, keeping))) {
        call.console.line(line);
    }
    return 0;
}

} // namespace waymark::app

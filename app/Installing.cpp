// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Installing.h>

#include <app/Applying.h>

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
    static QString unread(const QString& library)
    {
        return tr("This is done, but the library %1 could not be read again afterwards. See what is the matter with it with "
                  "\"waymark doctor\".")
            .arg(library);
    }
};

/// The library has the change, and it was that which could not be read; not what another program had written to it before.
bool isUnread(const VerbCall& call, const domain::Error& error)
{
    return call.workspace->isBehind() && error.code != domain::ErrorCode::StaleEdit;
}

int failToRead(const VerbCall& call, const domain::Error& error)
{
    return call.console.fail(error.code, Installing::unread(call.libraryPath));
}

/// Whether undo brings back the course that is replaced; none where none is.
using Keeping = std::optional<domain::Keeping>;

Keeping keepingOf(domain::FormerCourse former)
{
    switch (former) {
    case domain::FormerCourse::Passed:
        return std::nullopt;
    case domain::FormerCourse::Kept:
        return domain::Keeping::Sure;
    case domain::FormerCourse::Lost:
        break;
    }
    return domain::Keeping::Impossible;
}

QJsonValue undoable(Keeping keeping)
{
    return !keeping || keeping == domain::Keeping::Unsure ? QJsonValue() : QJsonValue(keeping == domain::Keeping::Sure);
}

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

/// What became of it, or would.
void say(const VerbCall& call, const domain::Course& before, const domain::Course& course, Keeping keeping)
{
    const bool dry = call.invocation.flags.contains(u"dry-run"_s);
    if (call.console.isJson()) {
        QJsonObject said = report(before, course, dry);
        said[u"undoable"] = undoable(keeping);
        if (call.workspace->isBehind()) {
            said[u"unread"] = true;
        }
        call.console.json(said);
        return;
    }
    call.console.line(Installing::sentence(course, dry));
    for (const QString& line : ui::unisolated(ui::CourseWords::ofChange(before, course, keeping))) {
        call.console.line(line);
    }
}

} // namespace

int installCourse(const VerbCall& call, const domain::CourseContent& content)
{
    const domain::Course before = call.workspace->course();
    const Keeping expected = call.workspace->courseKeeping(content);
    if (call.invocation.flags.contains(u"dry-run"_s)) {
        say(call, before, content.course, expected);
        return 0;
    }
    const auto installed = call.workspace->installCourse(content);
    if (installed) {
        say(call, before, content.course, keepingOf(*installed));
        return 0;
    }
    if (isUnread(call, installed.error())) {
        say(call, before, content.course, expected);
        return failToRead(call, installed.error());
    }
    return call.console.fail(installed.error());
}

int failTurn(const VerbCall& call, const domain::Error& error, const std::optional<domain::Edit>& turned, const QString& done)
{
    if (!turned || !isUnread(call, error)) {
        return call.console.fail(error);
    }
    sayEdit(call, *turned, done);
    return failToRead(call, error);
}

} // namespace waymark::app

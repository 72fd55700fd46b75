// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/VerbTable.h>

#include <exchange/CourseCheck.h>
#include <exchange/CoursePackage.h>
#include <exchange/CourseReader.h>
#include <session/Workspace.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;

namespace {

class CourseVerbs {
    Q_DECLARE_TR_FUNCTIONS(CourseVerbs)

public:
    static int check(const VerbCall& call);
    static int build(const VerbCall& call);
    static int install(const VerbCall& call);

    /// Prints the faults; 0 for none, else the code of invalid input.
    static int report(const VerbCall& call, const exchange::CourseFaults& faults);
};

int CourseVerbs::report(const VerbCall& call, const exchange::CourseFaults& faults)
{
    if (call.console.isJson()) {
        QJsonArray array;
        for (const exchange::CourseFault& fault : faults) {
            array.append(QJsonObject{{u"file"_s, fault.file},
                                     {u"line"_s, fault.line},
                                     {u"rule"_s, fault.rule},
                                     {u"message"_s, fault.message},
                                     {u"mend"_s, fault.mend}});
        }
        call.console.json(array);
    } else {
        for (const exchange::CourseFault& fault : faults) {
            call.console.line(u"%1:%2: %3: %4 %5"_s.arg(fault.file).arg(fault.line).arg(fault.rule, fault.message, fault.mend));
        }
        call.console.line(faults.empty() ? tr("No faults.") : tr("%n fault(s).", nullptr, static_cast<int>(faults.size())));
    }
    return faults.empty() ? 0 : static_cast<int>(ExitCode::InvalidInput);
}

int CourseVerbs::check(const VerbCall& call)
{
    const QString folder = call.invocation.argument(0);
    if (!QFileInfo(folder).isDir()) {
        return call.console.fail({ErrorCode::FileMissing, folder, {}});
    }
    const domain::Result<exchange::CourseFaults> faults = exchange::checkCourse(folder);
    return faults ? report(call, *faults) : call.console.fail(faults.error());
}

int CourseVerbs::build(const VerbCall& call)
{
    const QString folder = call.invocation.argument(0);
    const QString outFile = call.invocation.values.value(u"output"_s);
    if (outFile.isEmpty()) {
        return call.console.fail({ErrorCode::Usage, {}, tr("\"course build\" needs -o FILE")});
    }
    const domain::Result<exchange::CourseFaults> faults = exchange::checkCourse(folder);
    if (!faults) {
        return call.console.fail(faults.error());
    }
    if (!faults->empty()) {
        return report(call, *faults);
    }
    if (const domain::Result<void> built = exchange::buildPackage(folder, outFile); !built) {
        return call.console.fail(built.error());
    }
    if (call.console.isJson()) {
        call.console.json(QJsonObject{{u"file"_s, outFile}});
    } else {
        call.console.line(tr("Built %1.").arg(outFile));
    }
    return 0;
}

int CourseVerbs::install(const VerbCall& call)
{
    const QString file = call.invocation.argument(0);
    if (QFileInfo(file).isDir()) {
        const domain::Result<exchange::CourseFaults> faults = exchange::checkCourse(file);
        if (!faults) {
            return call.console.fail(faults.error());
        }
        if (!faults->empty()) {
            return report(call, *faults);
        }
    }
    const domain::Result<exchange::CourseReading> course = exchange::readCourse(file);
    if (!course) {
        return call.console.fail(course.error());
    }
    if (const domain::Result<void> installed = call.workspace->installCourse(course->content); !installed) {
        return call.console.fail(installed.error());
    }
    const domain::Course& now = call.workspace->course();
    if (call.console.isJson()) {
        call.console.json(QJsonObject{{u"course"_s, now.id}, {u"version"_s, now.version}, {u"skills"_s, call.workspace->roadmap().size()}});
    } else {
        call.console.line(tr("Installed %1, version %2, with %n skill(s).", nullptr, call.workspace->roadmap().size()).arg(now.title, now.version));
    }
    return 0;
}

} // namespace

std::vector<Verb> courseVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    return {
        {u"course check"_s, u"DIR"_s, tr("check a course folder; names each fault and its mend"), 1, 1, LibraryNeed::None, {}, CourseVerbs::check},
        {u"course build"_s,
         u"DIR"_s,
         tr("check a course folder and zip it"),
         1,
         1,
         LibraryNeed::None,
         {{u"output"_s, u"FILE"_s, tr("the file to write"), u"o"_s}},
         CourseVerbs::build},
        {u"course install"_s, u"FILE"_s, tr("install a .waycourse file or a course folder"), 1, 1, LibraryNeed::Write, {}, CourseVerbs::install},
    };
}

} // namespace waymark::app

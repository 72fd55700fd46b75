// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/VerbTable.h>
#include <app/Installing.h>

#include <exchange/CodeRunner.h>
#include <exchange/CourseCheck.h>
#include <exchange/CoursePackage.h>
#include <exchange/CourseReader.h>
#include <session/Workspace.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;

namespace {

class CourseVerbs
{
    Q_DECLARE_TR_FUNCTIONS(CourseVerbs)

public:
    static int check(const VerbCall& call);
    static int build(const VerbCall& call);
    static int install(const VerbCall& call);

    /// Prints the faults; 0 for none, else the code of invalid input.
    static int report(const VerbCall& call, const exchange::CourseFaults& faults);

private:
    /// What the code of the course does not do as its fences say; says in a line how it was run.
    static exchange::CourseFaults run(const VerbCall& call, const exchange::CourseFiles& files);
    static QString confinementName(exchange::Confinement confinement);
};

int CourseVerbs::report(const VerbCall& call, const exchange::CourseFaults& faults)
{
    if (call.console.isJson()) {
        QJsonArray array;
        for (const exchange::CourseFault& fault : faults) {
            array.append(QJsonObject { { u"file"_s, fault.file }, { u"line"_s, fault.line }, { u"rule"_s, fault.rule },
                { u"message"_s, fault.message }, { u"mend"_s, fault.mend } });
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
        return call.console.fail({ ErrorCode::FileMissing, folder, {} });
    }
    const domain::Result<exchange::CourseFiles> files = exchange::readCourseFolder(folder);
    if (!files) {
        return call.console.fail(files.error());
    }
    exchange::CourseFaults faults = exchange::checkCourse(*files);
    if (!call.invocation.flags.contains(u"no-run"_s)) {
        const exchange::CourseFaults more = run(call, *files);
        faults.insert(faults.end(), more.begin(), more.end());
        std::stable_sort(faults.begin(), faults.end(), [](const exchange::CourseFault& a, const exchange::CourseFault& b) {
            return std::tie(a.file, a.line) < std::tie(b.file, b.line);
        });
    } else if (!call.console.isJson()) {
        call.console.line(tr("The code of the course was not run (--no-run)."));
    }
    return report(call, faults);
}

QString CourseVerbs::confinementName(exchange::Confinement confinement)
{
    switch (confinement) {
    case exchange::Confinement::Bubblewrap:
        return tr("in bubblewrap: no network, the system read-only");
    case exchange::Confinement::OwnNetwork:
        return tr("without network, but with this user's rights to files");
    case exchange::Confinement::LimitsOnly:
        break;
    }
    return tr("with limits of time and size only, and this user's rights");
}

exchange::CourseFaults CourseVerbs::run(const VerbCall& call, const exchange::CourseFiles& files)
{
    namespace platform = exchange::platform;
    exchange::CodeRunOptions options;
    if (!call.invocation.flags.contains(u"no-cache"_s)) {
        options.cacheFolder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/waymark/runs"_s;
    }
    options.isCancelled = platform::InterruptWatch::isInterrupted;
    QTextStream progress(stderr);
    const bool isWatched = platform::isErrorTerminal();
    if (isWatched) {
        options.progress
            = [&progress](int done, int all) { progress << '\r' << tr("Running code: %1 of %2").arg(done).arg(all) << Qt::flush; };
    }
    exchange::CodeRunReport result;
    {
        const platform::InterruptWatch watch;
        result = exchange::runCourseCode(files, options);
    }
    if (isWatched) {
        progress << '\n' << Qt::flush;
    }
    platform::InterruptWatch::passOn();
    if (!call.console.isJson()) {
        call.console.line(tr("%n block(s) of code, %1 known to be good from an earlier check; run %2.", nullptr, result.blocks)
                              .arg(result.remembered)
                              .arg(confinementName(result.confinement)));
        if (result.leftOut > 0) {
            call.console.line(tr("%n block(s) left out: they need a firewall in a network of their own, which this machine refuses.",
                nullptr, result.leftOut));
        }
    }
    return result.faults;
}

int CourseVerbs::build(const VerbCall& call)
{
    const QString folder = call.invocation.argument(0);
    const QString outFile = call.invocation.values.value(u"output"_s);
    if (outFile.isEmpty()) {
        return call.console.fail({ ErrorCode::Usage, {}, tr("\"course build\" needs -o FILE") });
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
        call.console.json(QJsonObject { { u"file"_s, outFile } });
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
    return course ? installCourse(call, course->content) : call.console.fail(course.error());
}

} // namespace

std::vector<Verb> courseVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    return {
        { u"course check"_s, u"DIR"_s, tr("check a course folder and name each fault and its mend; this runs the code of its lessons"), 1,
            1, LibraryNeed::None,
            { { u"no-run"_s, {}, tr("do not run the code of the lessons") },
                { u"no-cache"_s, {}, tr("run code again that was good in an earlier check") } },
            CourseVerbs::check },
        { u"course build"_s, u"DIR"_s, tr("check a course folder and zip it"), 1, 1, LibraryNeed::None,
            { { u"output"_s, u"FILE"_s, tr("the file to write"), u"o"_s } }, CourseVerbs::build },
        { u"course install"_s, u"FILE"_s, tr("install a .waycourse file or a course folder"), 1, 1, LibraryNeed::WriteUnlessDry,
            { { u"dry-run"_s, {}, tr("say what would change, and change nothing") } }, CourseVerbs::install },
    };
}

} // namespace waymark::app

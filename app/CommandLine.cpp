// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/CommandLine.h>

#include <app/LibraryDoor.h>
#include <app/ProgramLog.h>
#include <app/RecoveryTalk.h>
#include <app/VerbTable.h>

#include <domain/LibraryLimits.h>
#include <domain/MergeLimits.h>
#include <exchange/Limits.h>
#include <exchange/PlanLimits.h>
#include <exchange/ReviewLimits.h>

#include <QFileInfo>
#include <QJsonObject>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;

namespace {

class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    static domain::Result<Invocation> parse(const QStringList& arguments)
    {
        std::vector<OptionSpec> options = globalOptions();
        options.insert(options.end(), windowOptions().begin(), windowOptions().end());
        for (const Verb& verb : verbTable()) {
            options.insert(options.end(), verb.options.begin(), verb.options.end());
        }
        return parseArguments(arguments, options);
    }

    static domain::Result<void> fits(const Verb& verb, const Invocation& invocation)
    {
        const qsizetype extra = invocation.words.size() - verb.name.count(u' ') - 1;
        if (extra < verb.minArguments) {
            return domain::failure(ErrorCode::Usage, {}, tr("\"%1\" needs: %2").arg(verb.name, verb.arguments));
        }
        if (extra > verb.maxArguments) {
            return domain::failure(ErrorCode::Usage, {}, tr("\"%1\" takes no \"%2\"").arg(verb.name, invocation.words.last()));
        }
        QStringList given = invocation.values.keys();
        given.append(invocation.flags.values());
        for (const QString& name : given) {
            const auto named = [&name](const OptionSpec& option) { return option.name == name; };
            if (std::none_of(verb.options.begin(), verb.options.end(), named)
                && std::none_of(globalOptions().begin(), globalOptions().end(), named)) {
                return domain::failure(ErrorCode::Usage, {}, tr("\"%1\" has no option --%2").arg(verb.name, name));
            }
        }
        return {};
    }

    static domain::Error unknownVerb(const QString& word)
    {
        QStringList longer;
        for (const Verb& verb : verbTable()) {
            if (verb.name.startsWith(word + u' ')) {
                longer.append(u'"' + verb.name + u'"');
            }
        }
        return longer.isEmpty()
            ? domain::Error { ErrorCode::Usage, word, tr("There is no verb \"%1\"").arg(word) }
            : domain::Error { ErrorCode::Usage, word, tr("\"%1\" is half a verb; say one of %2").arg(word, longer.join(u", "_s)) };
    }

    static void showLimits(Console& console)
    {
        QJsonObject object;
        const auto show = [&](const auto& limits) {
            for (const auto& limit : limits) {
                object.insert(QLatin1StringView(limit.name), limit.value);
                if (!console.isJson()) {
                    console.line(QString::number(limit.value).rightJustified(12) + u"  "_s + QLatin1StringView(limit.name));
                }
            }
        };
        show(exchange::limits::allLimits);
        show(exchange::limits::planLimits);
        show(exchange::limits::reviewLimits);
        show(domain::limits::libraryLimits);
        show(domain::limits::mergeLimits);
        if (console.isJson()) {
            console.json(object);
        }
    }
};

/// Whether a verb was given an argument or an option of its own.
bool isTold(const Verb& verb, const Invocation& invocation)
{
    return invocation.words.size() > 1 || std::ranges::any_of(verb.options, [&invocation](const OptionSpec& option) {
        return invocation.flags.contains(option.name) || invocation.values.contains(option.name);
    });
}

int runOn(const Verb& verb, Invocation& invocation, Console& console, QSettings& settings, const session::Clock& clock)
{
    keepLine("verb"_L1, verb.name);
    // The words of a two-word verb count as one, so that argument(0) is its first argument.
    for (qsizetype i = verb.name.count(u' '); i > 0; --i) {
        invocation.words.removeFirst();
    }
    VerbCall call { invocation, console, nullptr, LibraryDoor::pathFor(invocation.values.value(u"library"_s)) };
    if (verb.need == LibraryNeed::None) {
        return verb.run(call);
    }
    const bool isEdit = verb.need == LibraryNeed::Write || (verb.need == LibraryNeed::WriteIfTold && isTold(verb, invocation))
        || (verb.need == LibraryNeed::WriteUnlessDry && !invocation.flags.contains(u"dry-run"_s));
    LibraryDoor door(settings, clock);
    const auto access = isEdit ? LibraryDoor::Access::Write : LibraryDoor::Access::ReadIfLocked;
    auto workspace = door.open(call.libraryPath, access);
    if (!workspace) {
        return console.fail(RecoveryTalk::asDamage(workspace.error(), call.libraryPath));
    }
    if (isEdit && (*workspace)->isReadOnly()) {
        return console.fail({ ErrorCode::ReadOnly, call.libraryPath, {} });
    }
    call.workspace = workspace->get();
    return verb.run(call);
}

} // namespace

Request requestOf(const QStringList& arguments)
{
    Request request;
    const domain::Result<Invocation> invocation = CommandLine::parse(arguments);
    if (!invocation) {
        request.what = Request::What::Wrong;
        return request;
    }
    request.library = invocation->values.value(u"library"_s);
    request.isSafe = invocation->flags.contains(u"safe"_s);
    if (invocation->flags.contains(u"help"_s)) {
        request.what = Request::What::Help;
    } else if (invocation->flags.contains(u"version"_s) || invocation->flags.contains(u"limits"_s)) {
        request.what = Request::What::Version;
    } else if (invocation->words.isEmpty()) {
        request.what = Request::What::Window;
    } else if (findVerb(invocation->words) == nullptr && QFileInfo::exists(invocation->words.first())) {
        request.files = invocation->words;
    } else {
        request.what = Request::What::Verb;
        request.needsFonts = invocation->words.first() == u"export"_s;
    }
    return request;
}

int runVerb(const QStringList& arguments, QSettings& settings, const Streams& streams, const session::Clock& clock)
{
    domain::Result<Invocation> invocation = CommandLine::parse(arguments);
    if (!invocation) {
        return Console(streams, arguments.contains(u"--json"_s)).fail(invocation.error());
    }
    Console console(streams, invocation->isJson());
    if (invocation->flags.contains(u"version"_s)) {
        console.line(u"waymark "_s + QCoreApplication::applicationVersion());
        return 0;
    }
    if (invocation->flags.contains(u"limits"_s)) {
        CommandLine::showLimits(console);
        return 0;
    }
    const Verb* verb = findVerb(invocation->words);
    if (invocation->flags.contains(u"help"_s)) {
        streams.out << (verb == nullptr ? helpText() : helpText(*verb));
        return 0;
    }
    if (verb == nullptr) {
        return console.fail(CommandLine::unknownVerb(invocation->words.value(0)));
    }
    if (const domain::Result<void> fits = CommandLine::fits(*verb, *invocation); !fits) {
        return console.fail(fits.error());
    }
    return runOn(*verb, *invocation, console, settings, clock);
}

} // namespace waymark::app

// SPDX-License-Identifier: GPL-3.0-or-later
// Arguments, one a line, and the values that are typed there.
#include <Promise.h>
#include <Targets.h>

#include <app/Invocation.h>
#include <app/Parsing.h>

namespace waymark::fuzz {

namespace {

const std::vector<app::OptionSpec>& someOptions()
{
    static const std::vector<app::OptionSpec> options { { QStringLiteral("json"), {}, {}, {} },
        { QStringLiteral("library"), QStringLiteral("FILE"), {}, {} },
        { QStringLiteral("output"), QStringLiteral("FILE"), {}, QStringLiteral("o") },
        { QStringLiteral("help"), {}, {}, QStringLiteral("h") } };
    return options;
}

QStringList written(const app::Invocation& invocation)
{
    QStringList arguments;
    for (auto value = invocation.values.begin(); value != invocation.values.end(); ++value) {
        arguments.append(QStringLiteral("--%1=").arg(value.key()) + value.value());
    }
    for (const QString& flag : invocation.flags) {
        arguments.append(QStringLiteral("--") + flag);
    }
    return arguments + QStringList(QStringLiteral("--")) + invocation.words;
}

} // namespace

void commandLine(const QByteArray& bytes)
{
    using domain::ErrorCode;
    static const QTimeZone berlin("Europe/Berlin");
    const QStringList arguments = QString::fromUtf8(bytes).split(u'\n');
    if (const auto read = app::parseArguments(arguments, someOptions())) {
        const auto again = app::parseArguments(written(*read), someOptions());
        require(again && again->words == read->words && again->values == read->values && again->flags == read->flags,
            "arguments that were read can be written and read");
    } else {
        require(read.error().code == ErrorCode::Usage, "wrong arguments are a matter of usage");
    }
    const QString word = arguments.front();
    if (const auto number = app::wholeNumber(word, -5, 1'000)) {
        require(*number >= -5 && *number <= 1'000, "a number lies between its bounds", word);
    }
    if (const auto day = app::isoDate(word)) {
        require(day->isValid() && day->toString(Qt::ISODate) == word, "a day is read as it is written", word);
    }
    (void)app::isoDateOrNone(word);
    if (const auto moment = app::localMoment(word, berlin)) {
        const QString back = app::momentWord(moment->at, berlin, moment->offset);
        const auto again = app::localMoment(back, berlin);
        require(again.has_value(), "a moment that was read can be written and read", back);
    }
}

} // namespace waymark::fuzz

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace waymark::app {

/// An option of the command line: `name` without dashes; with `value` (its name in the help text) it takes one.
struct OptionSpec
{
    QString name;
    QString value;
    QString summary;
    QString shortName = {};
};

/// What was asked for, taken apart but not yet judged against a verb.
struct Invocation
{
    QStringList words; ///< the verb first, then its arguments
    QMap<QString, QString> values; ///< options with a value
    QSet<QString> flags; ///< options without

    [[nodiscard]] bool isJson() const { return flags.contains(QStringLiteral("json")); }
    [[nodiscard]] bool hasArgument(int index) const { return index + 1 < words.size(); }
    [[nodiscard]] QString argument(int index) const { return words.value(index + 1); }
};

/// Takes the arguments apart (without the program's name): options may stand anywhere, `--name=value` and `--name value` are the same,
/// `--` ends the options. Error Usage for an unknown option or a missing value.
[[nodiscard]] domain::Result<Invocation> parseArguments(const QStringList& arguments, const std::vector<OptionSpec>& options);

} // namespace waymark::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <initializer_list>

namespace waymark::bench {

/// One of the things that a program of benchmarks does.
struct Verb
{
    QLatin1StringView name;
    int (*run)(const QStringList& arguments); ///< what follows the name; gives the exit code
};

/// Does what the command line names first; exit code 2 where no verb has that name.
inline int runVerb(int argc, char* argv[], std::initializer_list<Verb> verbs)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](const Verb& each) { return each.name == arguments.value(0); });
    return verb == verbs.end() ? 2 : verb->run(arguments.mid(1));
}

} // namespace waymark::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Invocation.h>

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::app {

namespace {

const OptionSpec* optionNamed(const QString& dashed, const std::vector<OptionSpec>& options)
{
    const auto found = std::find_if(options.begin(), options.end(), [&dashed](const OptionSpec& option) {
        return dashed == u"--"_s + option.name || (!option.shortName.isEmpty() && dashed == u'-' + option.shortName);
    });
    return found == options.end() ? nullptr : &*found;
}

QString usage(const char* text, const QString& name)
{
    return QCoreApplication::translate("CommandLine", text).arg(name);
}

} // namespace

domain::Result<Invocation> parseArguments(const QStringList& arguments, const std::vector<OptionSpec>& options)
{
    using domain::ErrorCode;
    Invocation invocation;
    bool onlyWords = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments[i];
        if (!onlyWords && word == u"--"_s) {
            onlyWords = true;
            continue;
        }
        if (onlyWords || !word.startsWith(u'-') || word == u"-"_s) {
            invocation.words.append(word);
            continue;
        }
        const qsizetype equals = word.startsWith(u"--"_s) ? word.indexOf(u'=') : -1;
        const QString name = equals < 0 ? word : word.left(equals);
        const OptionSpec* option = optionNamed(name, options);
        if (option == nullptr) {
            return domain::failure(ErrorCode::Usage, name, usage(QT_TRANSLATE_NOOP("CommandLine", "Unknown option %1"), name));
        }
        if (option->value.isEmpty()) {
            if (equals >= 0) {
                return domain::failure(ErrorCode::Usage, name, usage(QT_TRANSLATE_NOOP("CommandLine", "Option %1 takes no value"), name));
            }
            invocation.flags.insert(option->name);
        } else if (equals >= 0) {
            invocation.values.insert(option->name, word.mid(equals + 1));
        } else if (i + 1 < arguments.size()) {
            invocation.values.insert(option->name, arguments[++i]);
        } else {
            return domain::failure(ErrorCode::Usage, name, usage(QT_TRANSLATE_NOOP("CommandLine", "Option %1 needs a value"), name));
        }
    }
    return invocation;
}

} // namespace waymark::app

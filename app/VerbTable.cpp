// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/VerbTable.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::app {

namespace {

class HelpText
{
    Q_DECLARE_TR_FUNCTIONS(HelpText)

public:
    static QString overview()
    {
        QString text = tr("waymark: a learning roadmap for back-end developers\n\n"
                          "Usage: waymark [FILE ...] [--library FILE] [--safe]  opens the window, and these files in it\n"
                          "       waymark VERB [ARGUMENTS] [OPTIONS]\n\nVerbs:\n");
        for (const Verb& verb : verbTable()) {
            text += row(verb.name + (verb.arguments.isEmpty() ? QString() : u' ' + verb.arguments), verb.summary);
        }
        text += tr("\nOptions for every verb:\n") + optionRows(globalOptions());
        text += tr("\nOptions for the window:\n") + optionRows(windowOptions());
        return text + exitCodes();
    }

    static QString ofVerb(const Verb& verb)
    {
        QString text = tr("Usage: waymark %1 [OPTIONS]\n\n%2\n").arg((verb.name + u' ' + verb.arguments).trimmed(), verb.summary);
        if (!verb.options.empty()) {
            text += tr("\nOptions:\n") + optionRows(verb.options);
        }
        return text + tr("\nOptions for every verb:\n") + optionRows(globalOptions());
    }

private:
    static QString row(const QString& left, const QString& right)
    {
        constexpr int column = 40;
        const QString gap = left.size() + 4 > column ? u"\n"_s + QString(column, u' ') : QString(column - left.size() - 2, u' ');
        return u"  "_s + left + gap + right + u'\n';
    }

    static QString optionRows(const std::vector<OptionSpec>& options)
    {
        QString text;
        for (const OptionSpec& option : options) {
            const QString shortForm = option.shortName.isEmpty() ? QString() : u'-' + option.shortName + u", "_s;
            text += row(shortForm + u"--"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value), option.summary);
        }
        return text;
    }

    static QString exitCodes()
    {
        return tr("\nExit codes: 0 ok, 2 usage, 3 not found, 4 invalid input, 5 locked, 6 made by a newer version,\n"
                  "7 corrupt, 8 no space or I/O, 9 refused by policy.\n");
    }
};

} // namespace

const std::vector<Verb>& verbTable()
{
    static const std::vector<Verb> table = [] {
        std::vector<Verb> all;
        for (const auto& topic :
            { statusVerbs(), readingVerbs(), editingVerbs(), planVerbs(), weekVerbs(), timeVerbs(), studyVerbs(), exchangeVerbs(),
                answerVerbs(), reviewVerbs(), keyVerbs(), mentorVerbs(), courseVerbs(), careVerbs(), backupVerbs(), mergeVerbs() }) {
            all.insert(all.end(), topic.begin(), topic.end());
        }
        return all;
    }();
    return table;
}

const Verb* findVerb(const QStringList& words)
{
    for (const qsizetype length : { qsizetype { 2 }, qsizetype { 1 } }) {
        const QString name = words.mid(0, length).join(u' ');
        const auto& table = verbTable();
        const auto found = std::find_if(table.begin(), table.end(), [&name](const Verb& verb) { return verb.name == name; });
        if (found != table.end()) {
            return &*found;
        }
    }
    return nullptr;
}

const std::vector<OptionSpec>& windowOptions()
{
    static const std::vector<OptionSpec> options {
        { u"safe"_s, {}, QCoreApplication::translate("HelpText", "safe mode: the default colours, and nothing of where you were") },
    };
    return options;
}

const std::vector<OptionSpec>& globalOptions()
{
    static const std::vector<OptionSpec> options {
        { u"library"_s, u"FILE"_s,
            QCoreApplication::translate("HelpText", "use this library (default: the data folder, or WAYMARK_LIBRARY)") },
        { u"json"_s, {}, QCoreApplication::translate("HelpText", "print JSON") },
        { u"limits"_s, {}, QCoreApplication::translate("HelpText", "show the limits that files from others must keep") },
        { u"help"_s, {}, QCoreApplication::translate("HelpText", "show this text"), u"h"_s },
        { u"version"_s, {}, QCoreApplication::translate("HelpText", "show the version") },
    };
    return options;
}

QString helpText()
{
    return HelpText::overview();
}
QString helpText(const Verb& verb)
{
    return HelpText::ofVerb(verb);
}

} // namespace waymark::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/CodeLanguage.h>

#include <exchange/CleanText.h>

#include <QHash>

using namespace Qt::StringLiterals;

namespace waymark::ui {

QString languageName(const QString& word)
{
    static const QHash<QString, QString> names {
        { u"bash"_s, u"Bash"_s },
        { u"sh"_s, u"Shell"_s },
        { u"console"_s, u"Terminal"_s },
        { u"python"_s, u"Python"_s },
        { u"sql"_s, u"SQL"_s },
        { u"javascript"_s, u"JavaScript"_s },
        { u"js"_s, u"JavaScript"_s },
        { u"typescript"_s, u"TypeScript"_s },
        { u"java"_s, u"Java"_s },
        { u"ruby"_s, u"Ruby"_s },
        { u"php"_s, u"PHP"_s },
        { u"json"_s, u"JSON"_s },
        { u"yaml"_s, u"YAML"_s },
        { u"html"_s, u"HTML"_s },
        { u"css"_s, u"CSS"_s },
        { u"xml"_s, u"XML"_s },
        { u"http"_s, u"HTTP"_s },
        { u"diff"_s, u"Diff"_s },
        { u"ini"_s, u"INI"_s },
        { u"toml"_s, u"TOML"_s },
        { u"dockerfile"_s, u"Dockerfile"_s },
        { u"makefile"_s, u"Makefile"_s },
        { u"go"_s, u"Go"_s },
        { u"rust"_s, u"Rust"_s },
        { u"c"_s, u"C"_s },
        { u"cpp"_s, u"C++"_s },
        { u"csharp"_s, u"C#"_s },
        { u"kotlin"_s, u"Kotlin"_s },
        { u"nginx"_s, u"nginx"_s },
        { u"text"_s, QString() },
        { u"graphql"_s, u"GraphQL"_s },
        { u"proto"_s, u"Protocol Buffers"_s },
    };
    const QString key = word.toLower();
    return names.contains(key) ? names.value(key) : exchange::cleanLine(word);
}

QString toolName(const QString& language, const QString& engine)
{
    static const QHash<QString, QString> tools {
        { u"python"_s, u"Python"_s },
        { u"bash"_s, u"bash"_s },
        { u"javascript"_s, u"Node.js"_s },
        { u"java"_s, u"OpenJDK"_s },
        { u"ruby"_s, u"Ruby"_s },
        { u"php"_s, u"PHP"_s },
    };
    const QString key = language.toLower();
    if (key == "sql"_L1) {
        return engine == "postgresql"_L1 ? u"PostgreSQL"_s : engine == "mariadb"_L1 ? u"MariaDB"_s : u"SQLite"_s;
    }
    return tools.value(key);
}

} // namespace waymark::ui

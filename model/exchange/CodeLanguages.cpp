// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CodeLanguages.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

const std::array<CodeLanguage, 8>& languages()
{
    static const std::array<CodeLanguage, 8> all { {
        { u"python"_s, u"a.py"_s, { u"python3"_s }, { u"python3"_s, u"-m"_s, u"py_compile"_s }, { u"python3"_s, u"--version"_s },
            u"python3"_s },
        { u"bash"_s, u"a.sh"_s, { u"bash"_s }, { u"bash"_s, u"-n"_s }, { u"bash"_s, u"--version"_s }, u"bash"_s },
        { u"sh"_s, u"a.sh"_s, { u"sh"_s }, { u"sh"_s, u"-n"_s }, { u"uname"_s, u"-rs"_s }, u"dash"_s },
        { u"javascript"_s, u"a.js"_s, { u"node"_s }, { u"node"_s, u"--check"_s }, { u"node"_s, u"--version"_s }, u"nodejs"_s, true },
        { u"java"_s, u"Main.java"_s, { u"java"_s, u"-XX:TieredStopAtLevel=1"_s },
            { u"javac"_s, u"-J-XX:TieredStopAtLevel=1"_s, u"-d"_s, u"."_s }, { u"javac"_s, u"-version"_s }, u"default-jdk-headless"_s,
            true },
        { u"ruby"_s, u"a.rb"_s, { u"ruby"_s }, { u"ruby"_s, u"-c"_s }, { u"ruby"_s, u"--version"_s }, u"ruby"_s },
        { u"php"_s, u"a.php"_s, { u"php"_s }, { u"php"_s, u"-l"_s }, { u"php"_s, u"--version"_s }, u"php-cli"_s },
        { u"sql"_s, {}, { u"sqlite3"_s, u"-bail"_s, u"-header"_s }, { u"sqlite3"_s }, { u"sqlite3"_s, u"--version"_s }, u"sqlite3"_s },
    } };
    return all;
}

} // namespace

const CodeLanguage* codeLanguage(const QString& name)
{
    const auto found = std::find_if(languages().begin(), languages().end(), [&name](const CodeLanguage& one) { return one.name == name; });
    return found == languages().end() ? nullptr : &*found;
}

QString scriptNameOf(const CodeLanguage& language, const QString& code)
{
    static const QRegularExpression publicType(uR"(\bpublic\s+(?:(?:final|abstract|sealed)\s+)?(?:class|record|interface|enum)\s+(\w+))"_s);
    if (language.name == "java"_L1) {
        if (const auto match = publicType.match(code); match.hasMatch()) {
            return match.captured(1) + u".java"_s;
        }
    }
    return language.script;
}

} // namespace waymark::exchange

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/CodeColours.h>

#include <ui/theme/Tokens.h>

// QScintilla's headers need the short keywords that we build without.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexerbash.h>
#include <Qsci/qscilexercpp.h>
#include <Qsci/qscilexercsharp.h>
#include <Qsci/qscilexercss.h>
#include <Qsci/qscilexerdiff.h>
#include <Qsci/qscilexerhtml.h>
#include <Qsci/qscilexerjava.h>
#include <Qsci/qscilexerjavascript.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexermakefile.h>
#include <Qsci/qscilexerproperties.h>
#include <Qsci/qscilexerpython.h>
#include <Qsci/qscilexerruby.h>
#include <Qsci/qscilexersql.h>
#include <Qsci/qscilexerxml.h>
#include <Qsci/qscilexeryaml.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots

#include <QCoreApplication>
#include <QThread>

#include <array>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr qsizetype mostKept = 2'000;

template <class Lexer> QsciLexer* make(QObject* owner)
{
    return new Lexer(owner);
}

struct LexerOf
{
    const char* language;
    QsciLexer* (*make)(QObject*);
};

constexpr std::array<LexerOf, 24> lexers { {
    { "bash", make<QsciLexerBash> },
    { "sh", make<QsciLexerBash> },
    { "console", make<QsciLexerBash> },
    { "python", make<QsciLexerPython> },
    { "sql", make<QsciLexerSQL> },
    { "javascript", make<QsciLexerJavaScript> },
    { "js", make<QsciLexerJavaScript> },
    { "typescript", make<QsciLexerJavaScript> },
    { "java", make<QsciLexerJava> },
    { "kotlin", make<QsciLexerJava> },
    { "ruby", make<QsciLexerRuby> },
    { "json", make<QsciLexerJSON> },
    { "yaml", make<QsciLexerYAML> },
    { "html", make<QsciLexerHTML> },
    { "php", make<QsciLexerHTML> },
    { "xml", make<QsciLexerXML> },
    { "css", make<QsciLexerCSS> },
    { "diff", make<QsciLexerDiff> },
    { "ini", make<QsciLexerProperties> },
    { "toml", make<QsciLexerProperties> },
    { "makefile", make<QsciLexerMakefile> },
    { "c", make<QsciLexerCPP> },
    { "cpp", make<QsciLexerCPP> },
    { "csharp", make<QsciLexerCSharp> },
} };

bool has(const QString& text, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(), [&text](QLatin1StringView word) { return text.contains(word); });
}

/// The lexers number their styles each in its own way and describe them all in the same words.
SyntaxRole roleOf(const QString& description)
{
    const QString text = description.toLower();
    if (text.contains("comment"_L1)) {
        return SyntaxRole::Comment;
    }
    if (has(text, { "string"_L1, "quoted"_L1, "character"_L1, "backtick"_L1, "regular"_L1, "here document"_L1, "text block"_L1 })) {
        return text.startsWith("unclosed"_L1) ? SyntaxRole::Plain : SyntaxRole::String;
    }
    if (text.contains("number"_L1)) {
        return SyntaxRole::Number;
    }
    if (has(text,
            { "function"_L1, "class name"_L1, "method"_L1, "property"_L1, "attribute"_L1, "decorator"_L1, "scalar"_L1, "symbol"_L1,
                "parameter expansion"_L1, "variable"_L1 })) {
        return SyntaxRole::Function;
    }
    return has(text, { "keyword"_L1, "tag"_L1, "reserved"_L1 }) ? SyntaxRole::Keyword : SyntaxRole::Plain;
}

int utf8Length(char32_t point)
{
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

} // namespace

QColor colourOf(SyntaxRole role, const Palette& palette)
{
    switch (role) {
    case SyntaxRole::Plain:
        return palette.text;
    case SyntaxRole::Comment:
        return palette.syntaxComment;
    case SyntaxRole::Keyword:
        return palette.syntaxKeyword;
    case SyntaxRole::String:
        return palette.syntaxString;
    case SyntaxRole::Number:
        return palette.syntaxNumber;
    case SyntaxRole::Function:
        return palette.syntaxFunction;
    }
    return palette.text;
}

CodeColours::CodeColours() = default;
CodeColours::~CodeColours() = default;

QsciLexer* CodeColours::lexer(const QString& language)
{
    const auto known = m_lexers.constFind(language);
    if (known != m_lexers.constEnd()) {
        return *known;
    }
    QsciLexer* made = nullptr;
    for (const LexerOf& each : lexers) {
        if (language == QLatin1StringView(each.language)) {
            made = each.make(m_editor.get());
        }
    }
    m_lexers.insert(language, made);
    return made;
}

const std::vector<SyntaxRun>& CodeColours::runs(const QString& language, const QString& code)
{
    static const std::vector<SyntaxRun> none;
    const bool isOfWindow = QThread::currentThread() == QCoreApplication::instance()->thread();
    if (language.isEmpty() || code.isEmpty() || code.size() > longest || !isOfWindow) {
        return none;
    }
    const QString key = keyOf(language, code);
    if (const auto kept = m_runs.constFind(key); kept != m_runs.constEnd()) {
        return *kept;
    }
    if (!m_editor) {
        m_editor = std::make_unique<QsciScintilla>();
    }
    QsciLexer* reader = lexer(language.toLower());
    if (reader == nullptr) {
        return none;
    }
    if (m_runs.size() >= mostKept) {
        m_runs.clear();
    }
    const bool needsOpening = language == "php"_L1 && !code.contains("<?"_L1);
    return *m_runs.insert(key, read(*reader, needsOpening ? u"<?php\n"_s : QString(), code));
}

std::vector<SyntaxRun> CodeColours::read(QsciLexer& reader, const QString& lead, const QString& code)
{
    m_editor->setLexer(&reader);
    m_editor->setText(lead + code);
    m_editor->SendScintilla(QsciScintillaBase::SCI_COLOURISE, 0UL, -1L);

    QHash<int, SyntaxRole> roles;
    std::vector<SyntaxRun> runs;
    int at = 0;
    long byte = static_cast<long>(lead.toUtf8().size());
    const auto points = code.toUcs4();
    for (const char32_t point : points) {
        const int style = static_cast<int>(m_editor->SendScintilla(QsciScintillaBase::SCI_GETSTYLEAT, byte));
        if (!roles.contains(style)) {
            roles.insert(style, roleOf(reader.description(style)));
        }
        const SyntaxRole role = roles.value(style);
        const int units = point > 0xFFFF ? 2 : 1;
        if (role != SyntaxRole::Plain) {
            if (!runs.empty() && runs.back().role == role && runs.back().start + runs.back().length == at) {
                runs.back().length += units;
            } else {
                runs.push_back({ at, units, role });
            }
        }
        at += units;
        byte += utf8Length(point);
    }
    return runs;
}

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QString>

#include <memory>
#include <vector>

class QsciLexer;
class QsciScintilla;

namespace waymark::ui {

struct Palette;

enum class SyntaxRole { Plain, Comment, Keyword, String, Number, Function };

struct SyntaxRun
{
    int start = 0; ///< UTF-16 code units from the begin of the text
    int length = 0;
    SyntaxRole role = SyntaxRole::Plain;

    bool operator==(const SyntaxRun&) const = default;
};

[[nodiscard]] QColor colourOf(SyntaxRole role, const Palette& palette);

/// Which parts of a piece of code are words of its language, strings and so on, by QScintilla's lexers. Results are kept, so that a change
/// of theme only colours anew. One for a view, on the window's thread; the editor behind it is made with the first piece of code.
class CodeColours
{
public:
    static constexpr qsizetype longest = 64 * 1024; ///< longer code stays plain

    CodeColours();
    ~CodeColours();
    CodeColours(const CodeColours&) = delete;
    CodeColours& operator=(const CodeColours&) = delete;

    /// In order, without the plain parts. Empty for a language without a lexer, and on any other thread: a lexer works in an editor of Qt.
    [[nodiscard]] const std::vector<SyntaxRun>& runs(const QString& language, const QString& code);
    /// By which results are kept, here and by whoever keeps some elsewhere.
    [[nodiscard]] static QString keyOf(const QString& language, const QString& code) { return language + u'\n' + code; }

private:
    [[nodiscard]] QsciLexer* lexer(const QString& language);
    [[nodiscard]] std::vector<SyntaxRun> read(QsciLexer& lexer, const QString& lead, const QString& code);

    std::unique_ptr<QsciScintilla> m_editor;
    QHash<QString, QsciLexer*> m_lexers; ///< owned by the editor; null where there is none
    QHash<QString, std::vector<SyntaxRun>> m_runs;
};

} // namespace waymark::ui

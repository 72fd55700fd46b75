// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/AnswerForms.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

/// The ASCII character that a word processor made this one of, or 0. Long dashes are left to the caller.
char16_t typewritten(uint c)
{
    switch (c) {
    case 0x2018: // ‘ ’ ‚ ‛ ′ ‹ ›
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2039:
    case 0x203A:
        return u'\'';
    case 0x201C: // “ ” „ ‟ ″ « »
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB:
        return u'"';
    case 0x2010: // hyphens, figure dash, minus
    case 0x2011:
    case 0x2012:
    case 0x2212:
        return u'-';
    default:
        return 0;
    }
}

bool keepsItsForm(uint c)
{
    const QChar::Decomposition tag = QChar::decompositionTag(c);
    return tag == QChar::Super || tag == QChar::Sub || tag == QChar::Fraction; // 10² is not 102
}

bool isUnseen(uint c)
{
    const QChar::Category category = QChar::category(c);
    return !QChar::isSpace(c)
        && (category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate);
}

QString withoutMarks(QString text, OwnMarks own)
{
    if (!own.stop && text.size() > 1 && text.endsWith(u'.') && !text.endsWith(u".."_s)) {
        text = text.chopped(1).trimmed();
    }
    while (!own.backtick && text.size() > 2 && text.startsWith(u'`') && text.endsWith(u'`')) {
        text = text.sliced(1, text.size() - 2).trimmed();
    }
    if (!own.prompt && text.startsWith(u"$ "_s)) {
        text = text.sliced(2).trimmed();
    }
    return text;
}

bool hasClauseOfSql(const QString& form)
{
    static const QRegularExpression quoted(uR"('[^']*'|"[^"]*")"_s);
    static const QRegularExpression clause(
        uR"(\b(?:SELECT|WHERE|HAVING|JOIN|REFERENCES|COMMIT|ROLLBACK|INSERT INTO|DELETE FROM|UPDATE \w+ SET|(?:GROUP|ORDER) BY|(?:IS|NOT) NULL|IS NOT NULL|PRIMARY KEY|(?:CREATE|ALTER|DROP) (?:TABLE|INDEX|VIEW))\b)"_s);
    static const QRegularExpression foreign(uR"([$/\\])"_s);
    const QString bare = QString(form).remove(quoted);
    return clause.match(bare).hasMatch() && !foreign.match(bare).hasMatch();
}

bool hasSignOfCode(const QString& form)
{
    static const QRegularExpression sign(
        uR"([_$\\(){}\[\]<>=~^|;@*"`]|&&|^'|'$|(?:^|\s)--?[A-Za-z]|[A-Za-z]\.[A-Za-z]|(?:^|\s)\.|[A-Za-z]:\S|(?:^|[^A-Z0-9])/|/(?:$|[^A-Z0-9]))"_s);
    return sign.match(form).hasMatch();
}

/// Of the programs of a shell those whose names are not words or products by themselves; some only with something after them.
bool beginsWithProgram(const QString& form)
{
    static const QSet<QString> alone { u"ls"_s, u"cd"_s, u"pwd"_s, u"rm"_s, u"cp"_s, u"mv"_s, u"mkdir"_s, u"rmdir"_s, u"chmod"_s,
        u"chown"_s };
    static const QSet<QString> withMore { u"apt"_s, u"awk"_s, u"bundle"_s, u"cargo"_s, u"cat"_s, u"composer"_s, u"curl"_s, u"dig"_s,
        u"docker"_s, u"gem"_s, u"git"_s, u"grep"_s, u"java"_s, u"javac"_s, u"mysql"_s, u"node"_s, u"npm"_s, u"npx"_s, u"php"_s, u"pip"_s,
        u"psql"_s, u"python"_s, u"python3"_s, u"rails"_s, u"redis-cli"_s, u"ruby"_s, u"scp"_s, u"sed"_s, u"ssh"_s, u"sudo"_s,
        u"systemctl"_s, u"tar"_s, u"wget"_s };
    const QString first = form.section(u' ', 0, 0);
    return alone.contains(first) || (first != form && withMore.contains(first));
}

/// "replace" beside "replace()", "blue" beside "Blue".
bool isCodeBeside(const QString& form, const QString& other)
{
    static const QRegularExpression wrapping(uR"(^[.'"(<]+|[.'")(>;]+$)"_s);
    if (form == other) {
        return false;
    }
    const bool isWrapped = !form.contains(u' ') && QString(other).remove(wrapping) == form && other != form + u'.';
    return isWrapped || form.toCaseFolded() == other.toCaseFolded();
}

/// SQL as its parser sees it: small letters and no blanks beside signs, except in quotes.
QString foldedSql(const QString& sql)
{
    const auto isWord = [](QChar c) { return c.isLetterOrNumber() || c == u'_'; };
    QString folded;
    QChar quote;
    bool blank = false;
    for (const QChar c : sql) {
        if (!quote.isNull()) {
            folded += c;
            quote = c == quote ? QChar() : quote;
            continue;
        }
        if (c == u' ') {
            blank = true;
            continue;
        }
        if (blank && !folded.isEmpty() && isWord(folded.back()) && isWord(c)) {
            folded += u' ';
        }
        blank = false;
        quote = c == u'\'' || c == u'"' ? c : QChar();
        folded += QString(c).toCaseFolded();
    }
    return folded;
}

} // namespace

QString typewriterForm(const QString& text, const QString& longDash)
{
    QString form;
    QString run;
    const auto endRun = [&form, &run] {
        form += run.normalized(QString::NormalizationForm_KC);
        run.clear();
    };
    for (const uint character : text.toUcs4()) {
        const auto c = static_cast<char32_t>(character);
        if (const char16_t typed = typewritten(character); typed != 0) {
            run += QChar(typed);
        } else if (character == 0x2013 || character == 0x2014) {
            run += longDash;
        } else if (keepsItsForm(character)) {
            endRun();
            form += QString::fromUcs4(&c, 1);
        } else if (!isUnseen(character)) {
            run += QString::fromUcs4(&c, 1);
        }
    }
    endRun();
    return form;
}

AnswerReading readingOf(const QString& typed, OwnMarks own, const QString& longDash)
{
    AnswerReading reading { typed, {} };
    reading.become(typewriterForm(typed, longDash), AnswerRule::UnicodeForm);
    reading.become(reading.text.simplified(), AnswerRule::Spaces);
    reading.become(withoutMarks(reading.text, own), AnswerRule::Marks);
    return reading;
}

FormKind kindOf(const QString& form, const QStringList& forms)
{
    if (hasClauseOfSql(form)) {
        return FormKind::Sql;
    }
    const bool isSmallLetter = form.size() == 1 && form.front().isLower();
    const bool isCode = isSmallLetter || hasSignOfCode(form) || beginsWithProgram(form)
        || std::any_of(forms.begin(), forms.end(), [&form](const QString& other) { return isCodeBeside(form, other); });
    return isCode ? FormKind::Code : FormKind::Words;
}

std::optional<AnswerRules> rulesBetween(const QString& text, const QString& form, FormKind kind)
{
    if (text == form) {
        return AnswerRules {};
    }
    const bool isSql = kind == FormKind::Sql;
    const QString folded = isSql ? foldedSql(text) : text;
    const QString foldedForm = isSql ? foldedSql(form) : form;
    if (folded.toCaseFolded() != foldedForm.toCaseFolded()) {
        return std::nullopt;
    }
    if (kind == FormKind::Code || (isSql && folded != foldedForm)) {
        return AnswerRule::CaseMatters;
    }
    const auto letters = [](QString words) { return words.remove(u' '); };
    AnswerRules rules;
    rules.setFlag(AnswerRule::Case, letters(text) != letters(form));
    rules.setFlag(AnswerRule::Spaces, text.toCaseFolded() != form.toCaseFolded());
    return rules;
}

} // namespace waymark::exchange

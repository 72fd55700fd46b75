// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PageBody.h>

#include <ui/planpage/PageWriter.h>

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr qsizetype longestAddress = 2000;

/// Signs that change the order of what is read, or are read as nothing.
bool isHidden(QChar c)
{
    const char16_t code = c.unicode();
    const bool reorders = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    const bool isNothing = code == 0x200B || code == 0x2060 || code == 0xFEFF || code == 0x00AD;
    return reorders || isNothing;
}

void writeText(PageWriter& page, const QString& text)
{
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isHidden(text[i])) {
            continue;
        }
        page.text(text.mid(from, i - from));
        page.put("span", u"U+%1"_s.arg(static_cast<uint>(text[i].unicode()), 4, 16, QLatin1Char('0')).toUpper(),
            { { "class", u"hidden-sign"_s } });
        from = i + 1;
    }
    page.text(text.mid(from));
}

/// Without the marks that end a sentence or close a bracket around the address.
QString withoutEnd(QString word)
{
    while (!word.isEmpty() && u".,;:!?)]}'\""_s.contains(word.back())) {
        word.chop(1);
    }
    return word;
}

qsizetype addressIn(const QString& word)
{
    qsizetype first = -1;
    for (const QString& scheme : { u"http://"_s, u"https://"_s, u"mailto:"_s }) {
        const qsizetype at = word.indexOf(scheme, 0, Qt::CaseInsensitive);
        first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    return first > 0 && word[first - 1].isLetterOrNumber() ? -1 : first;
}

void writeWord(PageWriter& page, const QString& word)
{
    const qsizetype at = addressIn(word);
    const QString target = at < 0 ? QString() : linkTarget(withoutEnd(word.mid(at)));
    if (target.isEmpty()) {
        writeText(page, word);
        return;
    }
    writeText(page, word.left(at));
    page.put("a", target, { { "href", target }, { "rel", u"noreferrer noopener"_s } });
    writeText(page, word.mid(at + target.size()));
}

} // namespace

QString linkTarget(const QString& word)
{
    const bool isPlain = std::all_of(
        word.begin(), word.end(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7F && !u"<>\"\\^`{|}"_s.contains(c); });
    if (!isPlain || word.size() > longestAddress) {
        return {};
    }
    const QUrl url(word, QUrl::StrictMode);
    const bool isWeb = (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty() && url.userInfo().isEmpty();
    const bool isMail = url.scheme() == u"mailto" && url.path().contains(u'@');
    return url.isValid() && (isWeb || isMail) ? word : QString();
}

void writeBody(PageWriter& page, const QString& text)
{
    qsizetype from = 0;
    const auto isSpace = [&text](qsizetype i) { return text[i].isSpace(); };
    while (from < text.size()) {
        qsizetype to = from;
        while (to < text.size() && isSpace(to) == isSpace(from)) {
            ++to;
        }
        const QString run = text.mid(from, to - from);
        if (isSpace(from)) {
            page.text(run);
        } else {
            writeWord(page, run);
        }
        from = to;
    }
}

} // namespace waymark::ui

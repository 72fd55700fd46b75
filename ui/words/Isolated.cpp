// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/Isolated.h>

#include <QLocale>

#include <algorithm>

namespace waymark::ui {

namespace {

constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popDirectionalIsolate(0x2069);

bool isReordering(char32_t c)
{
    switch (QChar::direction(c)) {
    case QChar::DirL:
    case QChar::DirEN:
    case QChar::DirES:
    case QChar::DirET:
    case QChar::DirCS:
    case QChar::DirB:
    case QChar::DirS:
    case QChar::DirWS:
    case QChar::DirON:
    case QChar::DirNSM:
    case QChar::DirBN:
        return false;
    default: // letters and digits of right-to-left scripts, and the controls of the algorithm
        return true;
    }
}

} // namespace

QString isolated(const QString& text)
{
    const QList<uint> characters = text.toUcs4();
    const bool moves = (!text.isEmpty() && QLocale().textDirection() == Qt::RightToLeft)
        || std::ranges::any_of(characters, [](uint c) { return isReordering(static_cast<char32_t>(c)); });
    return moves ? firstStrongIsolate + text + popDirectionalIsolate : text;
}

QStringList isolated(QStringList texts)
{
    std::ranges::transform(texts, texts.begin(), [](const QString& text) { return isolated(text); });
    return texts;
}

QString unisolated(QString sentence)
{
    return sentence.remove(firstStrongIsolate).remove(popDirectionalIsolate);
}

QStringList unisolated(QStringList sentences)
{
    std::ranges::transform(sentences, sentences.begin(), [](const QString& sentence) { return unisolated(sentence); });
    return sentences;
}

} // namespace waymark::ui

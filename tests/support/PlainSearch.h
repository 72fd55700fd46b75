// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace waymark::support {

/// Words without case and accents.
inline QStringList tokens(const QString& text)
{
    QStringList words(QString {});
    const QString plain = text.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        if (c.isLetterOrNumber()) {
            words.last() += c;
        } else if (!c.isMark() && !words.last().isEmpty()) {
            words.append(QString());
        }
    }
    words.removeAll(QString());
    return words;
}

inline QString marked(const QString& text, const QStringList& wanted)
{
    QStringList words = text.simplified().split(u' ');
    for (QString& shown : words) {
        const QStringList inside = tokens(shown);
        const bool isMatch = std::any_of(wanted.begin(), wanted.end(), [&inside](const QString& word) {
            return std::any_of(inside.begin(), inside.end(), [&word](const QString& w) { return w.startsWith(word); });
        });
        if (isMatch) {
            shown = QChar(2) + shown + QChar(3);
        }
    }
    return words.join(u' ');
}

/// 0 unless every wanted word starts a word of some column; else the weights of the best columns. The snippet is made of the best one.
inline int scoreOf(const QStringList& wanted, const std::vector<std::pair<int, QString>>& columns, QString& snippet)
{
    int score = 0;
    int best = 0;
    for (const QString& word : wanted) {
        int weight = 0;
        for (const auto& [weightOfColumn, text] : columns) {
            const QStringList words = tokens(text);
            const bool isIn = std::any_of(words.begin(), words.end(), [&word](const QString& w) { return w.startsWith(word); });
            weight = isIn ? std::max(weight, weightOfColumn) : weight;
            if (isIn && weightOfColumn > best) {
                best = weightOfColumn;
                snippet = marked(text, wanted);
            }
        }
        if (weight == 0) {
            return 0;
        }
        score += weight;
    }
    return score;
}

} // namespace waymark::support

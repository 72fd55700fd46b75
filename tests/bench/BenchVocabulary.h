// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BenchRandom.h"

#include <QString>

#include <algorithm>
#include <iterator>
#include <vector>

namespace waymark::bench {

/// Words that are as unevenly frequent as those of a language.
class Vocabulary
{
public:
    explicit Vocabulary(unsigned seed)
        : m_random(seed)
    {
        static const char* const syllables[] = { "ka", "lo", "mi", "ren", "sta", "tor", "ve", "in", "ex", "pro", "gra", "dul", "sy", "tem",
            "lin", "ear", "al", "ge", "bra", "net", "work", "ma", "trix", "the", "o", "rem" };
        constexpr int count = 20'000;
        for (int i = 0; i < count; ++i) {
            QString word;
            for (int left = 2 + m_random.below(3); left > 0; --left) {
                word += QLatin1StringView(syllables[m_random.below(int(std::size(syllables)))]);
            }
            m_words.push_back(word);
        }
    }

    const QString& word()
    {
        const double u = m_random.below(1'000'000) / 1e6;
        return m_words[std::min(m_words.size() - 1, static_cast<std::size_t>(double(m_words.size()) * u * u * u))];
    }

    QString text(int characters)
    {
        QString text;
        for (int i = 0; text.size() < characters; ++i) {
            text += word();
            text += i % 12 == 11 ? QLatin1StringView(". ") : QLatin1StringView(" ");
        }
        return text;
    }

private:
    Random m_random;
    std::vector<QString> m_words;
};

} // namespace waymark::bench

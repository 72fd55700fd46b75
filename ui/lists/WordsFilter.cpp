// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/WordsFilter.h>

#include <algorithm>

namespace waymark::ui {

void WordsFilter::setWords(const QString& words)
{
    QStringList each = words.simplified().split(u' ', Qt::SkipEmptyParts);
    if (m_words != each) {
        m_words = std::move(each);
        invalidateFilter();
    }
}

bool WordsFilter::fits(const QString& text) const
{
    return std::ranges::all_of(m_words, [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace waymark::ui

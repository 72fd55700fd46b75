// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace waymark::ui {

/// A filter of records by the words of a search: a record fits when every word stands in its text, wherever and in whatever case. Which
/// text that is, and what else decides, says who derives from it.
class WordsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString& words);

protected:
    [[nodiscard]] bool hasWords() const { return !m_words.isEmpty(); }
    [[nodiscard]] bool fits(const QString& text) const;

private:
    QStringList m_words;
};

} // namespace waymark::ui

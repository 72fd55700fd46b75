// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/recall/CardListModel.h>

#include <QWidget>

class QButtonGroup;
class QLineEdit;

namespace waymark::ui {

/// The search field and the filters above the list of cards.
class CardFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit CardFilterBar(CardListFilter& filter, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* searchField() const { return m_search; }
    void showAll();
    /// Why nothing is left of the cards.
    [[nodiscard]] QString sentenceForNothing() const;

Q_SIGNALS:
    void filterChanged();
    void listRequested(); ///< Enter in the search field

private:
    CardListFilter& m_filter;
    QLineEdit* m_search;
    QButtonGroup* m_chips;
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Controls.h>

#include <session/ReviewShelf.h>

namespace waymark::ui {

/// Says on one line that somebody has answered and how much of it waits, and leads there.
class ReviewLine : public Card
{
    Q_OBJECT

public:
    explicit ReviewLine(QWidget* parent = nullptr);

    /// Hides itself where nothing waits.
    void setLetters(const std::vector<session::ReviewLetter>& letters);

Q_SIGNALS:
    void reviewRequested(const QString& review);

private:
    TextLabel* m_words;
    QString m_review; ///< the newest with something open
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/Rubric.h>

#include <QWidget>

#include <optional>

class QPushButton;

namespace waymark::ui {

class TextLabel;

/// One criterion of a rubric with the learner's own score: four levels, and what the level under the pointer or the keyboard means, else
/// the chosen one.
class RubricRow : public QWidget
{
    Q_OBJECT

public:
    RubricRow(const exchange::RubricCriterion& criterion, bool isWritable, QWidget* parent = nullptr);

    [[nodiscard]] QString criterion() const { return m_criterion.id; }
    void setScore(std::optional<int> level);

Q_SIGNALS:
    /// None takes the score back: the chosen level was clicked again.
    void scored(const QString& criterion, std::optional<int> level);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void describe();

    exchange::RubricCriterion m_criterion;
    std::optional<int> m_score;
    std::optional<int> m_looked; ///< level under the pointer or with the keyboard
    std::vector<QPushButton*> m_levels;
    TextLabel* m_words;
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace waymark::ui {

/// A slider whose value is read in words, as they stand beside it: a screen reader says "7 h" or a date, not at which of its steps it is.
/// Where the desktop hands on numbers alone (AT-SPI) the number is that of the words, and the words are its description.
class WordedSlider : public QSlider
{
    Q_OBJECT

public:
    /// `unit` is what one step counts in the words: half an hour, a day.
    WordedSlider(Qt::Orientation orientation, double unit, QWidget* parent);

    void setWords(const QString& words);
    [[nodiscard]] const QString& words() const { return m_words; }
    [[nodiscard]] double unit() const { return m_unit; }

private:
    double m_unit;
    QString m_words;
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/CardSchedule.h>

#include <QWidget>

#include <array>

class QPushButton;

namespace waymark::ui {

class TextLabel;

/// Four buttons from Again to Easy, each with its key and with when the card would come back.
class GradeBar : public QWidget
{
    Q_OBJECT

public:
    explicit GradeBar(QWidget* parent = nullptr);

    /// `next` in the order of the grades; `now` in UTC milliseconds.
    void setNext(const std::array<domain::CardSchedule, 4>& next, qint64 now);
    void focusGood();

Q_SIGNALS:
    void graded(domain::Grade grade);

private:
    std::array<QPushButton*, 4> m_buttons {};
    std::array<TextLabel*, 4> m_intervals {};
};

} // namespace waymark::ui

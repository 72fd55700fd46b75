// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waymark::ui {

/// A thin bar: the time spent against an estimate. What goes beyond it is in another tone, with a line where the estimate was.
class EstimateBar : public QWidget
{
    Q_OBJECT

public:
    explicit EstimateBar(QWidget* parent = nullptr);

    void setMinutes(int spent, int estimate);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_spent = 0;
    int m_estimate = 0;
};

} // namespace waymark::ui

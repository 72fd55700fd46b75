// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waymark::ui {

/// A thin upright bar in its slot, for the eye only: the number beside it says the same.
class DayBar : public QWidget
{
    Q_OBJECT

public:
    explicit DayBar(QWidget* parent = nullptr);

    void setShare(double share); ///< of the slot that is full, 0..1
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share = 0;
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/progress/ChartContent.h>

#include <QWidget>

#include <memory>
#include <optional>

namespace waymark::ui {

class ChartPlot;

/// A chart in the palette, font and direction of the window. It is read with the pointer, and beside it stands a table with the same
/// figures, which is read with the keyboard and by a screen reader: so it takes no focus. Figures are named by their row in that table.
class Chart : public QWidget
{
    Q_OBJECT

public:
    explicit Chart(QWidget* parent = nullptr);
    ~Chart() override;

    /// `spots` by the row of the table; a row that the chart does not show has none.
    void setContent(const ChartContent& content, const std::vector<std::optional<ChartSpot>>& spots);
    [[nodiscard]] const ChartContent& content() const { return m_content; }
    void setMarked(int row); ///< -1 for none
    [[nodiscard]] QPointF pixelOf(int row); ///< of a row with a spot

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pointed(int row); ///< -1 when the pointer leaves
    void chosen(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] ChartPlot& plot();
    [[nodiscard]] int rowAt(const QPointF& position);
    void point(int row);
    void forget();

    ChartContent m_content;
    std::vector<std::optional<ChartSpot>> m_spots;
    std::unique_ptr<ChartPlot> m_plot; ///< null until it is needed; for the present size and look
    int m_marked = -1;
    int m_pointed = -1;
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Statistics.h>
#include <ui/theme/Tokens.h>

#include <QCoreApplication>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace waymark::ui {

/// A year of study, a day a square: weeks from left to right, the days of a week under each other. How long a day was shows by how far its
/// square is filled, so that no colour has to be told from another.
struct HeatContent
{
    QString title;
    QString summary;
    learning::StudyDays days;

    bool operator==(const HeatContent&) const = default;
};

/// A heat map laid out for a width, and for the height that is there: the weeks run on in a band below where that makes the squares larger.
class HeatPainter
{
    Q_DECLARE_TR_FUNCTIONS(HeatPainter)

public:
    /// Without a height it is one band, as high as it needs.
    HeatPainter(const HeatContent& content, const QFont& font, Qt::LayoutDirection direction, double width, double height = 0);

    void paint(QPainter& painter, const Palette& palette) const;
    [[nodiscard]] QRectF rectOf(int day) const; ///< by the index in StudyDays
    [[nodiscard]] int dayAt(const QPointF& position) const; ///< -1 for none
    [[nodiscard]] double height() const;

    /// How far the square of a day is filled: 0 for nothing, then a step for anything, half an hour, one hour and two hours.
    [[nodiscard]] static int stepOf(int minutes);

private:
    void chooseBands(double height);
    [[nodiscard]] int weeksInBand() const;
    [[nodiscard]] double bandTop(int band) const; ///< of its names of months
    [[nodiscard]] QRectF mirrored(const QRectF& rect) const;
    void paintSquare(QPainter& painter, const QRectF& rect, int step, const Palette& palette) const;
    void paintWeekdays(QPainter& painter, int band) const;
    void paintMonths(QPainter& painter) const;
    void paintLegend(QPainter& painter, const Palette& palette) const;

    const HeatContent& m_content;
    QFont m_font;
    Qt::LayoutDirection m_direction;
    double m_width;
    double m_names; ///< width of the names of weekdays
    double m_line; ///< height of a line of words
    int m_bands = 1;
    double m_pitch; ///< from one square to the next
};

/// Like Chart, for days: without focus, since the table beside it has the same figures.
class HeatMap : public QWidget
{
    Q_OBJECT

public:
    explicit HeatMap(QWidget* parent = nullptr);

    /// `rows`: the row of the table of each day, -1 for a day that has none.
    void setContent(const HeatContent& content, const std::vector<int>& rows);
    [[nodiscard]] const HeatContent& content() const { return m_content; }
    void setMarked(int row);
    [[nodiscard]] QRectF rectOf(int row) const; ///< of the day of a row; empty for none

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pointed(int row); ///< -1 where there is no figure
    void chosen(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] HeatPainter painterNow() const;
    [[nodiscard]] int rowAt(const QPointF& position) const;

    HeatContent m_content;
    std::vector<int> m_rows;
    int m_marked = -1;
};

/// The heat map as SVG on paper, as chartSvg().
[[nodiscard]] QByteArray heatSvg(const HeatContent& content, const QFont& font, Qt::LayoutDirection direction);

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace waymark::ui {

class MapCanvas;

/// Names along one edge of the canvas that stay while it pans. One is chosen by click, or by arrow keys and Enter, and shown.
class MapStrip : public QWidget
{
    Q_OBJECT

public:
    MapStrip(MapCanvas& canvas, const QString& name, QWidget* parent);

protected:
    bool event(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    [[nodiscard]] virtual int count() const = 0;
    [[nodiscard]] virtual QString nameOf(int index) const = 0;
    /// What is seen of one, in coordinates of the strip; empty for nothing.
    [[nodiscard]] virtual QRectF rectOf(int index) const = 0;
    virtual void show(int index) = 0;
    using QWidget::show;
    virtual void paintGround(QPainter& painter) const = 0;
    virtual void paintOne(QPainter& painter, int index, const QRectF& rect, bool hovered) const = 0;

    MapCanvas& m_canvas;

private:
    [[nodiscard]] int indexAt(const QPointF& position) const;
    void setCurrent(int index);

    QString m_name;
    int m_current = -1;
    int m_hovered = -1;
};

/// The areas, at the left; each name in the middle of what is seen of its band.
class AreaStrip : public MapStrip
{
    Q_OBJECT

public:
    explicit AreaStrip(MapCanvas& canvas, QWidget* parent = nullptr);

private:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString nameOf(int index) const override;
    [[nodiscard]] QRectF rectOf(int index) const override;
    void show(int index) override;
    void paintGround(QPainter& painter) const override;
    void paintOne(QPainter& painter, int index, const QRectF& rect, bool hovered) const override;
};

/// The eras, at the top; a flag, the milestone's title and the hours to it.
class EraStrip : public MapStrip
{
    Q_OBJECT

public:
    explicit EraStrip(MapCanvas& canvas, QWidget* parent = nullptr);

private:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString nameOf(int index) const override;
    [[nodiscard]] QRectF rectOf(int index) const override;
    void show(int index) override;
    void paintGround(QPainter& painter) const override;
    void paintOne(QPainter& painter, int index, const QRectF& rect, bool hovered) const override;
};

} // namespace waymark::ui

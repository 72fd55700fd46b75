// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapPicture.h>

#include <ui/map/MapPainter.h>
#include <ui/map/MapStates.h>
#include <ui/progress/SvgPicture.h>
#include <ui/theme/Icons.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr double pngScale = 2;
constexpr double longestSide = 16384;
constexpr double mostPixels = 64e6;
constexpr double headHeight = 72; // of the picture, for title and eras
constexpr double partMargin = 40;

/// A map laid out and lit for paper, with its names.
class MapPicture
{
public:
    MapPicture(const session::Workspace& workspace, const MapFilter& filter)
        : m_palette(paletteOf(PaletteId::Light))
        , m_font(QGuiApplication::font())
        , m_title(workspace.course().title)
        , m_scene(workspace.roadmap(), std::make_shared<const domain::MapLayout>(domain::layoutMap(workspace.roadmap().mapInput())))
    {
        showAllStates(m_scene, workspace);
        m_light = lightFor(workspace, filter, -1, false);
        m_part = partShown();
    }

    /// What is painted, in coordinates of the scene.
    [[nodiscard]] QRectF area() const { return m_part.adjusted(-nameWidth(), -headHeight, 0, 0); }
    [[nodiscard]] const QString& title() const { return m_title; }

    void paint(QPainter& painter) const
    {
        painter.save();
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.fillRect(area(), m_palette.paper);
        painter.save();
        painter.setClipRect(m_part);
        MapPainter(m_scene, m_palette, m_font).paint(painter, m_part, 1, m_light);
        painter.restore();
        paintBandNames(painter);
        paintEraNames(painter);
        painter.restore();
    }

private:
    [[nodiscard]] static double nameWidth() { return domain::MapMetrics::bandNameWidth; }

    [[nodiscard]] QFont fontOf(int pixels, QFont::Weight weight) const
    {
        QFont font = m_font;
        font.setPixelSize(pixels);
        font.setWeight(weight);
        return font;
    }

    /// All of the map, or around what the filter lets through.
    [[nodiscard]] QRectF partShown() const
    {
        QRectF part;
        for (int i = 0; i < m_scene.size() && !m_light.filtered.empty(); ++i) {
            if (!m_light.isFilteredOut(i)) {
                part |= m_scene.rect(i);
            }
        }
        return part.isEmpty() ? m_scene.bounds() : part.adjusted(-partMargin, -partMargin, partMargin, partMargin) & m_scene.bounds();
    }

    void paintBandNames(QPainter& painter) const
    {
        painter.setFont(fontOf(18, QFont::DemiBold));
        for (const MapScene::Band& band : m_scene.bands()) {
            const QRectF rows = band.rect & QRectF(band.rect.left(), m_part.top(), band.rect.width(), m_part.height());
            if (rows.height() < painter.fontMetrics().height()) {
                continue;
            }
            const QRectF strip(area().left(), rows.top(), nameWidth(), rows.height());
            painter.fillRect(strip, m_palette.areaTint(static_cast<std::size_t>(band.area)));
            painter.fillRect(
                QRectF(strip.left(), strip.top(), space::xs, strip.height()), m_palette.areaInk(static_cast<std::size_t>(band.area)));
            painter.setPen(m_palette.text);
            painter.drawText(strip.adjusted(space::l, space::xs, -space::s, -space::xs),
                static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextWordWrap, band.title);
        }
    }

    void paintEraNames(QPainter& painter) const
    {
        const QFont titleFont = fontOf(20, QFont::DemiBold);
        const QFont captionFont = fontOf(15, QFont::Normal);
        for (const MapScene::Era& era : m_scene.eras()) {
            const double left = std::max(era.left, m_part.left()) + space::m;
            const double width = std::min(era.right, m_part.right()) - left - space::s;
            if (width < 2 * size::icon) {
                continue;
            }
            const double top = area().top() + headHeight - 54;
            paintIcon(painter, QRectF(left, top, size::icon, size::icon), IconId::Flag, m_palette.mark);
            const double textLeft = left + size::icon + space::xs;
            painter.setFont(titleFont);
            painter.setPen(m_palette.text);
            painter.drawText(QPointF(textLeft, top + 17),
                QFontMetricsF(titleFont).elidedText(era.title, Qt::ElideRight, width - size::icon - space::xs));
            painter.setFont(captionFont);
            painter.setPen(m_palette.softText);
            painter.drawText(QPointF(textLeft, top + 39), era.caption);
        }
    }

    const Palette& m_palette;
    QFont m_font;
    QString m_title;
    MapScene m_scene;
    MapLight m_light;
    QRectF m_part;
};

void paintInto(const MapPicture& picture, QPainter& painter, const QRectF& target)
{
    const QRectF area = picture.area();
    const double scale = std::min(target.width() / area.width(), target.height() / area.height());
    painter.save();
    painter.translate(target.center());
    painter.scale(scale, scale);
    painter.translate(-area.center());
    picture.paint(painter);
    painter.restore();
}

} // namespace

domain::Result<QByteArray> mapSvg(const session::Workspace& workspace, const MapFilter& filter)
{
    if (!workspace.hasCourse()) {
        return domain::failure(domain::ErrorCode::UnknownCourse);
    }
    const MapPicture picture(workspace, filter);
    bool isPainted = false;
    const QString description = QCoreApplication::translate("MapPicture", "Learning roadmap, made with Waymark");
    QByteArray bytes = svgPicture(picture.title(), description, picture.area().size(), [&](QPaintDevice& device) {
        QPainter painter;
        isPainted = painter.begin(&device);
        if (isPainted) {
            painter.translate(-picture.area().topLeft());
            picture.paint(painter);
        }
    });
    if (!isPainted) {
        return domain::failure(domain::ErrorCode::Io, u"svg"_s);
    }
    return bytes;
}

domain::Result<QByteArray> mapPng(const session::Workspace& workspace, const MapFilter& filter)
{
    if (!workspace.hasCourse()) {
        return domain::failure(domain::ErrorCode::UnknownCourse);
    }
    const MapPicture picture(workspace, filter);
    const QSizeF size = picture.area().size();
    const double scale = std::min(
        { pngScale, longestSide / std::max(size.width(), size.height()), std::sqrt(mostPixels / (size.width() * size.height())) });
    QImage image((size * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull()) {
        return domain::failure(domain::ErrorCode::TooLarge, u"png"_s);
    }
    image.setText(u"Title"_s, picture.title());
    QPainter painter(&image);
    paintInto(picture, painter, QRectF(image.rect()));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.setText(QStringLiteral("Software"), QStringLiteral("Waymark"));
    if (!image.save(&buffer, "PNG")) {
        return domain::failure(domain::ErrorCode::Io, u"png"_s);
    }
    return bytes;
}

void paintMap(const session::Workspace& workspace, QPainter& painter, const QRectF& target)
{
    if (workspace.hasCourse()) {
        paintInto(MapPicture(workspace, {}), painter, target);
    }
}

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonPictures.h>

#include <ui/lesson/LessonMarks.h>

#include <exchange/Limits.h>
#include <exchange/Markdown.h>
#include <exchange/Pictures.h>

#include <QBuffer>
#include <QImageReader>
#include <QPaintEngine>
#include <QPainter>
#include <QSvgRenderer>
#include <QTextFormat>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

QImage decoded(const QByteArray& bytes, const char* format)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader::setAllocationLimit(
        static_cast<int>(exchange::limits::pictureBytes / exchange::limits::mebibyte)); // deep colours take more
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false); // no other plugin gets to see the bytes
    const QSize size = reader.size();
    const qint64 pixels = qint64(size.width()) * size.height();
    if (!size.isValid() || pixels > exchange::limits::picturePixels || pixels * 4 > exchange::limits::pictureBytes) {
        return {};
    }
    return reader.read();
}

} // namespace

LessonPictures::LessonPictures(Source source, QObject* parent)
    : QObject(parent)
    , m_source(std::move(source))
{
}

LessonPictures::~LessonPictures() = default;

void LessonPictures::clear()
{
    m_pictures.clear();
    m_scaled.clear();
}

QString LessonPictures::admit(const QString& imageAsWritten)
{
    const QString name = exchange::assetName(imageAsWritten);
    if (name.isEmpty()) {
        return {};
    }
    if (!m_pictures.contains(name)) {
        m_pictures.insert(name, read(name));
    }
    return m_pictures.value(name).size.isEmpty() ? QString() : name;
}

LessonPictures::Picture LessonPictures::read(const QString& name) const
{
    const auto asset = m_source(name);
    const auto format = asset ? exchange::pictureFormatOf(asset->bytes) : std::nullopt;
    if (!format) {
        return {};
    }
    Picture picture;
    if (*format == exchange::PictureFormat::Svg) {
        picture.drawing = std::make_shared<QSvgRenderer>(asset->bytes);
        picture.size = picture.drawing->isValid() ? QSizeF(picture.drawing->defaultSize()) : QSizeF();
    } else {
        picture.image = decoded(asset->bytes, *format == exchange::PictureFormat::Png ? "png" : "jpeg");
        picture.size = picture.image.size();
    }
    return picture;
}

QSizeF LessonPictures::intrinsicSize(QTextDocument*, int, const QTextFormat& format)
{
    const QSizeF size = m_pictures.value(format.stringProperty(mark::Picture)).size;
    return size.width() > m_width && m_width > 0 ? size * (m_width / size.width()) : size;
}

void LessonPictures::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat& format)
{
    const QString name = format.stringProperty(mark::Picture);
    const Picture picture = m_pictures.value(name);
    const bool vectors = painter->paintEngine()->type() != QPaintEngine::Raster;
    if (vectors || rect.isEmpty()) {
        if (picture.drawing) {
            picture.drawing->render(painter, rect);
        } else {
            painter->drawImage(rect, picture.image);
        }
        return;
    }
    const double scale = painter->device()->devicePixelRatioF();
    const QSize pixels = (rect.size() * scale).toSize();
    const QString key = u"%1 %2x%3"_s.arg(name).arg(pixels.width()).arg(pixels.height());
    if (!m_scaled.contains(key)) {
        QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter onImage(&image);
        onImage.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        if (picture.drawing) {
            picture.drawing->render(&onImage, QRectF(QPointF(), pixels));
        } else {
            onImage.drawImage(QRectF(QPointF(), pixels), picture.image);
        }
        onImage.end();
        m_scaled.insert(key, QPixmap::fromImage(image));
    }
    painter->drawPixmap(rect, m_scaled.value(key), QRectF(QPointF(), pixels));
}

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/SvgPicture.h>

#include <ui/words/Isolated.h>

#include <QBuffer>
#include <QSvgGenerator>

namespace waymark::ui {

QByteArray svgPicture(const QString& title, const QString& description, const QSizeF& size, const std::function<void(QPaintDevice&)>& paint)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(title.toHtmlEscaped()); // Qt writes both into the file as they are
    generator.setDescription(description.toHtmlEscaped());
    generator.setResolution(96);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), size));
    paint(generator);
    return unisolated(QString::fromUtf8(bytes)).toUtf8(); // the runs of a text have their places, and need no marks
}

} // namespace waymark::ui

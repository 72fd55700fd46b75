// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/SvgPicture.h>

#include <QBuffer>
#include <QSvgGenerator>

namespace waymark::ui {

QByteArray svgPicture(const QString& title, const QString& description, const QSize& size, const std::function<void(QPaintDevice&)>& paint)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(title);
    generator.setDescription(description);
    generator.setResolution(96);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    paint(generator);
    return bytes;
}

} // namespace waymark::ui

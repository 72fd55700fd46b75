// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>
#include <domain/Result.h>

#include <QHash>
#include <QImage>
#include <QPixmap>
#include <QTextObjectInterface>

#include <functional>
#include <memory>

class QSvgRenderer;

namespace waymark::ui {

/// The one gate through which pictures reach a lesson, on screen and on paper: a name inside the course, its bytes from the library, the
/// format decided by the bytes, limits before decoding. It opens no file and no connection. Draws the pictures it let in.
class LessonPictures : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    /// The bytes of the picture that has this name in the course, as the library holds them.
    using Source = std::function<domain::Result<domain::CourseAsset>(const QString& name)>;

    explicit LessonPictures(Source source, QObject* parent = nullptr);
    ~LessonPictures() override;

    /// The name of the picture inside the course if it may be shown, else nothing.
    [[nodiscard]] QString admit(const QString& imageAsWritten);
    /// Pictures shrink to this width, never grow; in pixels.
    void setWidth(double width) { m_width = width; }
    void clear();

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position, const QTextFormat& format) override;

private:
    struct Picture
    {
        QSizeF size;
        QImage image;
        std::shared_ptr<QSvgRenderer> drawing;
    };
    [[nodiscard]] Picture read(const QString& name) const;

    Source m_source;
    QHash<QString, Picture> m_pictures; ///< by name; an empty size for what was refused
    QHash<QString, QPixmap> m_scaled;
    double m_width = 0;
};

} // namespace waymark::ui

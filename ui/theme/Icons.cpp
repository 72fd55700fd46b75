// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/Icons.h>

#include <ui/theme/Theme.h>

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QThread>

#include <algorithm>
#include <array>
#include <cmath>

namespace waymark::ui {

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    IconId id;
    QLatin1StringView name;
};

/// In the order of IconId.
constexpr std::array entries {
    Entry { IconId::Add, "add"_L1 },
    Entry { IconId::Back, "back"_L1 },
    Entry { IconId::Check, "check"_L1 },
    Entry { IconId::ChevronDown, "chevron-down"_L1 },
    Entry { IconId::ChevronLeft, "chevron-left"_L1 },
    Entry { IconId::ChevronRight, "chevron-right"_L1 },
    Entry { IconId::ChevronUp, "chevron-up"_L1 },
    Entry { IconId::Clock, "clock"_L1 },
    Entry { IconId::Close, "close"_L1 },
    Entry { IconId::Commit, "commit"_L1 },
    Entry { IconId::Copy, "copy"_L1 },
    Entry { IconId::Edit, "edit"_L1 },
    Entry { IconId::Export, "export"_L1 },
    Entry { IconId::ExternalLink, "external-link"_L1 },
    Entry { IconId::File, "file"_L1 },
    Entry { IconId::Filter, "filter"_L1 },
    Entry { IconId::Fit, "fit"_L1 },
    Entry { IconId::Flag, "flag"_L1 },
    Entry { IconId::Folder, "folder"_L1 },
    Entry { IconId::Forward, "forward"_L1 },
    Entry { IconId::Help, "help"_L1 },
    Entry { IconId::Import, "import"_L1 },
    Entry { IconId::Info, "info"_L1 },
    Entry { IconId::Keyboard, "keyboard"_L1 },
    Entry { IconId::Lab, "lab"_L1 },
    Entry { IconId::Legend, "legend"_L1 },
    Entry { IconId::Lesson, "lesson"_L1 },
    Entry { IconId::Link, "link"_L1 },
    Entry { IconId::Lock, "lock"_L1 },
    Entry { IconId::LockOpen, "lock-open"_L1 },
    Entry { IconId::Map, "map"_L1 },
    Entry { IconId::Mentor, "mentor"_L1 },
    Entry { IconId::Minimap, "minimap"_L1 },
    Entry { IconId::More, "more"_L1 },
    Entry { IconId::Note, "note"_L1 },
    Entry { IconId::Outline, "outline"_L1 },
    Entry { IconId::Output, "output"_L1 },
    Entry { IconId::Pause, "pause"_L1 },
    Entry { IconId::Pin, "pin"_L1 },
    Entry { IconId::Plan, "plan"_L1 },
    Entry { IconId::Play, "play"_L1 },
    Entry { IconId::Progress, "progress"_L1 },
    Entry { IconId::Recall, "recall"_L1 },
    Entry { IconId::Redo, "redo"_L1 },
    Entry { IconId::Reset, "reset"_L1 },
    Entry { IconId::Search, "search"_L1 },
    Entry { IconId::Settings, "settings"_L1 },
    Entry { IconId::Skip, "skip"_L1 },
    Entry { IconId::StateAssumed, "state-assumed"_L1 },
    Entry { IconId::StateFading, "state-fading"_L1 },
    Entry { IconId::StateLearning, "state-learning"_L1 },
    Entry { IconId::StateLocked, "state-locked"_L1 },
    Entry { IconId::StateMastered, "state-mastered"_L1 },
    Entry { IconId::StatePractised, "state-practised"_L1 },
    Entry { IconId::StateReady, "state-ready"_L1 },
    Entry { IconId::StateSkipped, "state-skipped"_L1 },
    Entry { IconId::Stop, "stop"_L1 },
    Entry { IconId::Theme, "theme"_L1 },
    Entry { IconId::Today, "today"_L1 },
    Entry { IconId::Trash, "trash"_L1 },
    Entry { IconId::Undo, "undo"_L1 },
    Entry { IconId::Warning, "warning"_L1 },
    Entry { IconId::ZoomIn, "zoom-in"_L1 },
    Entry { IconId::ZoomOut, "zoom-out"_L1 },
};

constexpr bool entriesFollowTheEnum()
{
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (static_cast<std::size_t>(entries[i].id) != i) {
            return false;
        }
    }
    return entries.size() == static_cast<std::size_t>(IconId::ZoomOut) + 1;
}
static_assert(entriesFollowTheEnum());

constexpr auto ids = [] {
    std::array<IconId, entries.size()> all {};
    std::transform(entries.begin(), entries.end(), all.begin(), [](const Entry& entry) { return entry.id; });
    return all;
}();

QLatin1StringView nameOf(IconId id)
{
    return entries[static_cast<std::size_t>(id)].name;
}

void renderVector(QPainter& painter, const QRectF& target, IconId id, const QColor& colour)
{
    QFile file(u":/icons/%1.svg"_s.arg(nameOf(id)));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "icons", "every IconId has its SVG in icons.qrc");
    if (!opened) {
        return;
    }
    QByteArray svg = file.readAll();
    svg.replace(QByteArrayLiteral("currentColor"), colour.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(painter.opacity() * colour.alphaF());
    renderer.render(&painter, target);
    painter.restore();
}

QPixmap rasterised(IconId id, const QColor& colour, const QSize& devicePixels)
{
    const QString key
        = u"waymark-icon/%1/%2/%3x%4"_s.arg(nameOf(id), colour.name(QColor::HexArgb)).arg(devicePixels.width()).arg(devicePixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    pixmap = QPixmap(devicePixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const int side = std::min(devicePixels.width(), devicePixels.height());
    const QRect square((devicePixels.width() - side) / 2, (devicePixels.height() - side) / 2, side, side);
    renderVector(painter, square, id, colour);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Targets on which the icon stays a vector.
bool isVectorTarget(const QPainter& painter)
{
    switch (painter.paintEngine()->type()) {
    case QPaintEngine::Pdf:
    case QPaintEngine::SVG:
    case QPaintEngine::Picture:
        return true;
    default:
        return false;
    }
}

/// Right to left, "back" points right; what turns or steps in time follows the reading direction too.
IconId inReadingDirection(IconId id)
{
    if (QGuiApplication::layoutDirection() != Qt::RightToLeft) {
        return id;
    }
    switch (id) {
    case IconId::Back:
        return IconId::Forward;
    case IconId::Forward:
        return IconId::Back;
    case IconId::ChevronLeft:
        return IconId::ChevronRight;
    case IconId::ChevronRight:
        return IconId::ChevronLeft;
    case IconId::Undo:
        return IconId::Redo;
    case IconId::Redo:
        return IconId::Undo;
    default:
        return id;
    }
}

class SymbolicEngine final : public QIconEngine
{
public:
    SymbolicEngine(IconId id, Tone tone)
        : m_id(id)
        , m_tone(tone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, inReadingDirection(m_id), colour(mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return size.isEmpty() ? QPixmap() : rasterised(inReadingDirection(m_id), colour(mode), size);
    }

    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
    QString key() const override { return u"waymark-symbolic"_s; }
    QString iconName() override { return ui::iconName(m_id); }
    QIconEngine* clone() const override { return new SymbolicEngine(*this); }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode) const
    {
        const Palette& palette = activePalette();
        if (mode == QIcon::Disabled) {
            return palette.disabledText;
        }
        // On a soft selection a state keeps its colour; on the filled one of high contrast its shape has to do.
        const bool filled = palette.selectionText != palette.text;
        if (mode == QIcon::Selected && (filled || m_tone == Tone::Text || m_tone == Tone::SoftText)) {
            return palette.selectionText;
        }
        return palette.colour(m_tone);
    }

    IconId m_id;
    Tone m_tone;
};

} // namespace

std::span<const IconId> allIcons()
{
    return ids;
}

QString iconName(IconId id)
{
    return nameOf(id);
}

std::optional<IconId> iconNamed(QStringView name)
{
    const auto* found = std::ranges::find_if(entries, [name](const Entry& entry) { return name == entry.name; });
    return found == entries.end() ? std::nullopt : std::optional(found->id);
}

Tone naturalTone(IconId id)
{
    switch (id) {
    case IconId::StateAssumed:
        return Tone::Assumed;
    case IconId::StateFading:
        return Tone::Fading;
    case IconId::StateLearning:
        return Tone::Learning;
    case IconId::StateLocked:
        return Tone::Locked;
    case IconId::StateMastered:
        return Tone::Mastered;
    case IconId::StatePractised:
        return Tone::Practised;
    case IconId::StateReady:
        return Tone::Ready;
    case IconId::StateSkipped:
        return Tone::Skipped;
    default:
        return Tone::Text;
    }
}

QIcon icon(IconId id)
{
    return icon(id, naturalTone(id));
}

QIcon icon(IconId id, Tone tone)
{
    return QIcon(new SymbolicEngine(id, tone));
}

void paintIcon(QPainter& painter, const QRectF& target, IconId id, const QColor& colour)
{
    if (target.isEmpty()) {
        return;
    }
    // Pixmaps are of the window's thread alone; what a worker paints is a picture for a file.
    if (isVectorTarget(painter) || QThread::currentThread() != QCoreApplication::instance()->thread()) {
        renderVector(painter, target, id, colour);
        return;
    }
    // The whole transform counts, so that an icon on a zoomed map is drawn for the pixels it covers.
    const QTransform& transform = painter.deviceTransform();
    const double scale = std::hypot(transform.m11(), transform.m12());
    const QSize pixels(qRound(target.width() * scale), qRound(target.height() * scale));
    if (!pixels.isEmpty()) {
        painter.drawPixmap(target, rasterised(id, colour, pixels), QRectF(QPointF(0, 0), QSizeF(pixels)));
    }
}

} // namespace waymark::ui

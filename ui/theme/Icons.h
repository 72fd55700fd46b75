// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Tokens.h>

#include <QIcon>

#include <optional>
#include <span>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace waymark::ui {

/// Our own symbolic icons, one SVG each under :/icons. State icons differ by shape alone, down to 12 px.
enum class IconId {
    Add,
    Back,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Clock,
    Close,
    Commit,
    Copy,
    Edit,
    Export,
    ExternalLink,
    File,
    Filter,
    Fit,
    Flag,
    Folder,
    Forward,
    Help,
    Import,
    Info,
    Keyboard,
    Lab,
    Legend,
    Lesson,
    Link,
    Lock,
    LockOpen,
    Map,
    Mentor,
    Minimap,
    More,
    Note,
    Outline,
    Output,
    Pause,
    Pin,
    Plan,
    Play,
    Progress,
    Recall,
    Redo,
    Reset,
    Search,
    Settings,
    Skip,
    StateAssumed,
    StateFading,
    StateLearning,
    StateLocked,
    StateMastered,
    StatePractised,
    StateReady,
    StateSkipped,
    Stop,
    Theme,
    Today,
    Trash,
    Undo,
    Warning,
    ZoomIn,
    ZoomOut,
};

[[nodiscard]] std::span<const IconId> allIcons();

/// The file's base name, "zoom-in": stable, fit for settings and tests.
[[nodiscard]] QString iconName(IconId id);
[[nodiscard]] std::optional<IconId> iconNamed(QStringView name);

/// A state icon has its state's tone, every other icon that of text.
[[nodiscard]] Tone naturalTone(IconId id);

/// An icon that is drawn from its SVG at the size and scale asked for, in the active palette at the moment of
/// painting: it never has to be made anew when the theme changes. Arrows follow the layout direction.
[[nodiscard]] QIcon icon(IconId id);
[[nodiscard]] QIcon icon(IconId id, Tone tone);

/// For own painting, in delegates and on the map; crisp on pixmaps and windows, vectors on PDF and SVG. Never mirrored.
void paintIcon(QPainter& painter, const QRectF& target, IconId id, const QColor& colour);

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Tokens.h>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace waymark::ui {

class TrailStyle;

/// Dresses the application: style, palette and tool tips, from the tokens. One for a process, made after the
/// QApplication and before the first window, and owned by whoever composes the application. It keeps no settings:
/// the chosen theme is stored by the caller.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// HighContrast takes the light or dark form as the desktop is light or dark.
    enum class Choice { System, Light, Dark, HighContrast };
    Q_ENUM(Choice)

    explicit Theme(QApplication& application, QObject* parent = nullptr);
    ~Theme() override;

    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] const Palette& palette() const;
    [[nodiscard]] bool isDesktopDark() const { return m_desktopDark; }

    /// True when the person or the desktop wants no movement; every animation asks before it starts.
    [[nodiscard]] bool reducedMotion() const;

public Q_SLOTS:
    void setChoice(waymark::ui::Theme::Choice choice);

    /// Overrules the desktop; no value gives the decision back to it.
    void setReducedMotion(std::optional<bool> reduced);

Q_SIGNALS:
    /// The active palette is another one; what caches painted pixels drops them.
    void themeChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void readDesktop();
    void apply();
    [[nodiscard]] PaletteId wantedPalette() const;

    QApplication& m_application;
    QPointer<TrailStyle> m_style;
    Choice m_choice = Choice::System;
    std::optional<PaletteId> m_applied;
    std::optional<bool> m_reducedMotion;
    QTimer m_reread;
    bool m_desktopDark = false;
    bool m_desktopStill = false;
};

/// What the application shows now, as QGuiApplication::palette() is for Qt's roles; light while there is no Theme.
/// Exports that are always on paper take paletteOf(PaletteId::Light) instead.
[[nodiscard]] const Palette& activePalette();

} // namespace waymark::ui

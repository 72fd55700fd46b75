// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/Theme.h>

#include <ui/theme/ButtonAccessible.h>
#include <ui/theme/Controls.h>
#include <ui/theme/DesktopMotion.h>
#include <ui/theme/TrailStyle.h>

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QToolTip>

namespace waymark::ui {

namespace {

PaletteId activeId = PaletteId::Light;

void setRoles(QPalette& target, QPalette::ColorGroup group, const Palette& tokens)
{
    const bool enabled = group != QPalette::Disabled;
    const QColor text = enabled ? tokens.text : tokens.disabledText;
    const auto set = [&](QPalette::ColorRole role, const QColor& colour) { target.setColor(group, role, colour); };
    set(QPalette::Window, tokens.paper);
    set(QPalette::WindowText, text);
    set(QPalette::Base, enabled ? tokens.surface : tokens.paper);
    set(QPalette::AlternateBase, tokens.paper);
    set(QPalette::Text, text);
    set(QPalette::PlaceholderText, enabled ? tokens.softText : tokens.disabledText);
    set(QPalette::Button, tokens.surface);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, tokens.danger);
    set(QPalette::ToolTipBase, tokens.raised);
    set(QPalette::ToolTipText, tokens.text);
    set(QPalette::Highlight, enabled ? tokens.selection : tokens.raised);
    set(QPalette::HighlightedText, enabled ? tokens.selectionText : tokens.disabledText);
    set(QPalette::Link, enabled ? tokens.trail : tokens.disabledText);
    set(QPalette::LinkVisited, enabled ? tokens.trail : tokens.disabledText);
    set(QPalette::Light, tokens.surface);
    set(QPalette::Midlight, tokens.raised);
    set(QPalette::Mid, tokens.line);
    set(QPalette::Dark, tokens.controlLine);
    set(QPalette::Shadow, tokens.line);
}

QPalette rolesFrom(const Palette& tokens)
{
    QPalette palette;
    for (const QPalette::ColorGroup group : { QPalette::Active, QPalette::Inactive, QPalette::Disabled }) {
        setRoles(palette, group, tokens);
    }
    return palette;
}

bool isDark(const QColor& window)
{
    return window.lightnessF() < 0.5F;
}

} // namespace

Theme::Theme(QApplication& application, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_desktopDark(isDark(QApplication::palette().color(QPalette::Window)))
    , m_desktopStill(desktopWantsStillness())
{
    QAccessible::installFactory(makeButtonAccessible);
    // The application owns its style.
    m_style = new TrailStyle;
    QApplication::setStyle(m_style);
    m_reread.setSingleShot(true);
    connect(&m_reread, &QTimer::timeout, this, &Theme::readDesktop);
    m_application.installEventFilter(this);
    apply();
}

Theme::~Theme() = default;

const Palette& Theme::palette() const
{
    return activePalette();
}

bool Theme::reducedMotion() const
{
    return m_reducedMotion.value_or(m_desktopStill);
}

void Theme::setReducedMotion(std::optional<bool> reduced)
{
    m_reducedMotion = reduced;
}

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    apply();
}

PaletteId Theme::wantedPalette() const
{
    switch (m_choice) {
    case Choice::System:
        return m_desktopDark ? PaletteId::Dark : PaletteId::Light;
    case Choice::Light:
        return PaletteId::Light;
    case Choice::Dark:
        return PaletteId::Dark;
    case Choice::HighContrast:
        return m_desktopDark ? PaletteId::HighContrastDark : PaletteId::HighContrastLight;
    }
    return PaletteId::Light;
}

void Theme::apply()
{
    const PaletteId wanted = wantedPalette();
    if (m_applied == wanted) {
        return;
    }
    m_applied = wanted;
    activeId = wanted;
    const QPalette roles = rolesFrom(paletteOf(wanted));
    QApplication::setPalette(roles);
    QToolTip::setPalette(roles);
    Q_EMIT themeChanged();
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    // One desktop change reaches every window; read it once, after all have been told.
    if (event->type() == QEvent::ThemeChange && watched->isWindowType()) {
        m_reread.start();
    }
    if (event->type() == QEvent::ApplicationFontChange && watched == &m_application) {
        const QWidgetList widgets = QApplication::allWidgets();
        for (QWidget* widget : widgets) {
            if (qobject_cast<TextLabel*>(widget) != nullptr) {
                QApplication::sendEvent(widget, event);
            }
        }
    }
    return QObject::eventFilter(watched, event);
}

void Theme::readDesktop()
{
    // Qt 6.4 tells the desktop's palette only while the application has none of its own.
    QApplication::setPalette(QPalette());
    m_desktopDark = isDark(QApplication::palette().color(QPalette::Window));
    m_desktopStill = desktopWantsStillness();
    m_applied.reset();
    apply();
}

const Palette& activePalette()
{
    return paletteOf(activeId);
}

} // namespace waymark::ui

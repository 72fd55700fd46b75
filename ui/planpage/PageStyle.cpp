// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PageStyle.h>

#include <ui/theme/Tokens.h>

#include <QFile>
#include <QString>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

QByteArray variablesOf(const Palette& palette)
{
    const std::pair<const char*, QColor> tokens[]
        = { { "paper", palette.paper }, { "surface", palette.surface }, { "raised", palette.raised }, { "line", palette.line },
              { "text", palette.text }, { "soft-text", palette.softText }, { "trail", palette.trail }, { "mark", palette.mark },
              { "locked", palette.locked }, { "ready", palette.ready }, { "learning", palette.learning },
              { "practised", palette.practised }, { "mastered", palette.mastered }, { "fading", palette.fading },
              { "skipped", palette.skipped }, { "assumed", palette.assumed }, { "control-line", palette.controlLine },
              { "danger", palette.danger }, { "on-trail", palette.onTrail }, { "trail-hover", palette.trailHover },
              { "trail-pressed", palette.trailPressed }, { "soft-trail", palette.softTrail }, { "trail-fill", palette.trailFill },
              { "mark-fill", palette.markFill }, { "mastered-fill", palette.masteredFill }, { "danger-fill", palette.dangerFill } };
    QByteArray css;
    for (const auto& [name, colour] : tokens) {
        css += QByteArray("--") + name + ':' + colour.name().toLatin1() + ';';
    }
    for (std::size_t i = 0; i < Palette::areaCount; ++i) {
        const QByteArray number = QByteArray::number(static_cast<int>(i));
        css += "--tint-" + number + ':' + palette.areaTint(i).name().toLatin1() + ";--ink-" + number + ':'
            + palette.areaInk(i).name().toLatin1() + ';';
    }
    return css;
}

QByteArray areaClasses()
{
    QByteArray css;
    for (std::size_t i = 0; i < Palette::areaCount; ++i) {
        const QByteArray number = QByteArray::number(static_cast<int>(i));
        css += ".tint-" + number + "{fill:var(--tint-" + number + ")}.ink-" + number + "{fill:var(--ink-" + number + ")}";
    }
    return css + '\n';
}

QByteArray under(const char* query, PaletteId palette)
{
    return QByteArray("@media ") + query + "{:root{" + variablesOf(paletteOf(palette)) + "}}\n";
}

} // namespace

QByteArray pageStyle()
{
    QFile file(u":/planpage/plan.css"_s);
    const QByteArray rules = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return ":root{" + variablesOf(paletteOf(PaletteId::Light)) + "}\n" + under("screen and (prefers-color-scheme: dark)", PaletteId::Dark)
        + under("screen and (prefers-contrast: more)", PaletteId::HighContrastLight)
        + under("screen and (prefers-contrast: more) and (prefers-color-scheme: dark)", PaletteId::HighContrastDark) + areaClasses()
        + rules;
}

} // namespace waymark::ui

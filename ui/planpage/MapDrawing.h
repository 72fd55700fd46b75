// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/planpage/PlanPageMap.h>

#include <QCoreApplication>
#include <QStringList>

namespace waymark::exchange {
struct PlanSkill;
}

namespace waymark::ui {

class PageWriter;
class PlanDigest;

/// The map as inline SVG in three pieces: the names of the eras above and of the bands at the left stay in sight, for eyes alone, while the
/// map scrolls. Classes instead of colours, so that it follows the page's style; every state in icon, word and label.
class MapDrawing
{
    Q_DECLARE_TR_FUNCTIONS(PlanPage)

public:
    MapDrawing(PageWriter& page, const PlanDigest& digest, const PlanPageMap& map);

    void write(const QString& title) const;

private:
    void bandNames() const;
    void eraNames() const;
    void grounds() const;
    void eraLines() const;
    void edges() const;
    void edge(const PlanPageMap::Edge& edge) const;
    void node(const PlanPageMap::Node& node) const;
    void nodeBody(const PlanPageMap::Node& node, const exchange::PlanSkill& skill) const;
    void textAt(double x, double y, const QString& text, const char* look) const;
    void box(const QRectF& rect, const QString& look, double radius) const;
    [[nodiscard]] static QString caption(const exchange::PlanSkill& skill);
    [[nodiscard]] static QString label(const exchange::PlanSkill& skill);

    PageWriter& m_page;
    const PlanDigest& m_digest;
    const PlanPageMap& m_map;
};

/// The text in at most `most` lines of about `width` characters (wide ones count twice); what does not fit ends in an ellipsis.
[[nodiscard]] QStringList linesOf(const QString& text, int width, int most);

} // namespace waymark::ui

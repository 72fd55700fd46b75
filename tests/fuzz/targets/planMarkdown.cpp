// SPDX-License-Identifier: GPL-3.0-or-later
// Ticks and evidence in a plan that a person has edited as Markdown.
#include <Promise.h>
#include <Targets.h>

#include <exchange/Markdown.h>
#include <exchange/PlanEscapes.h>
#include <exchange/PlanMarkdown.h>

#include <set>

namespace waymark::fuzz {

void planMarkdown(const QByteArray& bytes)
{
    using domain::ErrorCode;
    const auto ticks = exchange::readPlanMarkdown(bytes, QStringLiteral("plan.md"));
    if (!ticks) {
        requireRefusal(ticks.error(), { ErrorCode::InvalidPlan, ErrorCode::TooLarge });
    } else {
        std::set<std::pair<QString, QString>> seen;
        for (const exchange::PlanTick& tick : *ticks) {
            require(!tick.skill.isEmpty() && !tick.item.isEmpty(), "a tick is of an item");
            require(seen.insert({ tick.skill, tick.item }).second, "no item is ticked twice", tick.item);
            for (const exchange::PlanTick::Proof& proof : tick.evidence) {
                require(!proof.text.trimmed().isEmpty(), "evidence says something");
            }
        }
    }
    const QString text = QString::fromUtf8(bytes);
    require(!exchange::escapedLine(text).contains(u'\n'), "a title is one line");
    const QString escaped = exchange::escapedMarkdown(text, 0);
    require(escaped.size() <= 8 * text.size() + 64, "an escaped text does not grow without end");
}

} // namespace waymark::fuzz

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/OutlookWords.h>

#include <ui/words/PlanWords.h>

namespace waymark::ui {

OutlookWords OutlookWords::of(const session::StudyOutset& outset, const learning::Forecast& forecast, const domain::Roadmap& roadmap)
{
    const session::PlanObstacle obstacle = session::obstacleOf(outset, forecast);
    OutlookWords words;
    words.obstacle = PlanWords::obstacle(obstacle, outset, roadmap);
    if (tellsDates(obstacle)) {
        words.dates = PlanWords::forecast(forecast);
        words.basis = words.dates.isEmpty() ? QString() : PlanWords::basis(outset);
    }
    if (obstacle == session::PlanObstacle::None) {
        words.chance = PlanWords::chance(forecast, outset.input.deadline);
    }
    return words;
}

} // namespace waymark::ui

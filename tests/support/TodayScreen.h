// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ScreenParts.h>
#include <WorkspaceFixture.h>

#include <domain/StudyEdits.h>
#include <session/StudyPlan.h>
#include <session/Workers.h>
#include <ui/theme/Theme.h>
#include <ui/today/TodayPage.h>
#include <ui/words/PlanWords.h>

namespace waymark::support {

using namespace Qt::StringLiterals;

/// Today over the small course (or another) on a Saturday, with the places that were asked for.
struct TodayScreen
{
    WorkspaceFixture f;
    ui::Theme theme { *qApp };
    std::unique_ptr<ui::TodayPage> page;
    std::vector<ui::Place> places;

    explicit TodayScreen(const domain::Course& course = graphCourse())
        : f(course)
    {
    }

    void apply(const domain::Result<domain::Edit>& edit)
    {
        if (!f.workspace->apply(edit)) {
            qFatal("an edit fails");
        }
    }
    /// An hour a day but on Wednesdays, two on Saturdays.
    void study(const domain::StudyRhythm& rhythm = { { 60, 60, 0, 60, 60, 120, 60 }, u"breakfast"_s, 20, 3 })
    {
        apply(domain::setGoal(f.context(), { u"whole"_s, 0, {} }));
        apply(domain::setRhythm(f.context(), rhythm));
    }
    void open(QSize size = { 928, 676 })
    {
        page = std::make_unique<ui::TodayPage>(*f.workspace);
        QObject::connect(page.get(), &ui::Page::placeRequested, page.get(), [this](const ui::Place& place) { places.push_back(place); });
        page->resize(size);
        static_cast<QWidget*>(page.get())->show();
        QCoreApplication::processEvents();
    }
    /// Until the worker's word has come.
    void settle() const
    {
        session::workers().waitForDone();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString forecast() const { return textIn(*page, u"today.forecast"_s); }
    [[nodiscard]] QString expected() const { return ui::PlanWords::forecast(learning::forecast(session::studyOutset(*f.workspace).input)); }
};

} // namespace waymark::support

// SPDX-License-Identifier: GPL-3.0-or-later
// The largest plans that are read, as a mentor opens them, and the largest course, as map and as outline. Processor time in milliseconds:
// NAME.read to read the file (on a worker), NAME.open the event that opens the view, NAME.paint until it is painted, NAME.longest the
// longest event while it is used; of a course map.first from the layout (on a worker) to the first painted map, outline.first the same.
// usage: bench_large DIR [NAME ...]
#include "BenchLibrary.h"
#include "BenchReport.h"
#include "BenchScreen.h"

#include "../support/PlanPageFixture.h"

#include <exchange/PlanLimits.h>
#include <exchange/PlanReader.h>
#include <ui/map/MapCanvas.h>
#include <ui/map/OutlineView.h>
#include <ui/mentor/CommentPhrases.h>
#include <ui/mentor/ReviewView.h>

#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QThread>

using namespace waymark;
using bench::asEvent;
using namespace Qt::StringLiterals;

namespace {

exchange::PlanSkill plainSkill(int index)
{
    return fixture::planSkill(bench::skillId(index), u"Skill %1: learn topic"_s.arg(index), learning::SkillState::Ready);
}

/// Plans that use up the objects and arrays of a file (exchange/PlanLimits.h), each for another thing.
exchange::PlanDocument planOf(const QString& kind)
{
    exchange::PlanDocument plan = fixture::smallPlan();
    if (kind == "skills"_L1) {
        for (int i = 0; i < 24'900; ++i) {
            plan.skills.push_back(plainSkill(i));
        }
    } else if (kind == "waiting"_L1) {
        for (int i = 0; i < 19'900; ++i) {
            plan.skills.push_back(plainSkill(i));
            plan.skills.back().submitted = true;
            plan.skills.back().mark = domain::SkillMark { domain::Mark::Done, fixture::morning, fixture::morning, false };
        }
    } else if (kind == "after"_L1) {
        for (int i = 0; i < 24'900; ++i) {
            plan.skills.push_back(plainSkill(i));
            for (int before = std::max(0, i - 14); before < i; ++before) {
                plan.skills.back().after.append(bench::skillId(before));
            }
        }
    } else if (kind == "items"_L1) {
        for (int i = 0; i < 1'900; ++i) {
            plan.skills.front().checklist.push_back(fixture::planItem(u"item-%1"_s.arg(i), u"I did it"_s, true));
        }
    } else if (kind == "evidence"_L1) {
        QStringList proofs;
        for (int i = 0; i < 2'000; ++i) {
            proofs.append(u"a text"_s);
        }
        plan.skills.front().checklist.push_back(fixture::planItem(u"proved"_s, u"I did it"_s, true, proofs));
    } else if (kind == "history"_L1) {
        for (int i = 0; i < 30'000; ++i) {
            plan.history.push_back({ QDate(2026, 11, 21), u"base-git"_s, true, false, {}, {}, {} });
        }
    } else if (kind == "milestones"_L1) {
        for (int i = 0; i < 90'000; ++i) {
            plan.milestones.push_back({ u"m-%1"_s.arg(i), u"A stage"_s, 0, 1, 1, {} });
        }
    } else if (kind == "rubric"_L1) {
        for (int i = 0; i < 1'900; ++i) {
            const QString id = u"c-%1"_s.arg(i);
            plan.skills.front().rubric.push_back({ { id, id, { u"no"_s, u"a bit"_s, u"mostly"_s, u"fully"_s } }, 2, fixture::morning, {} });
        }
    }
    plan.revision = exchange::revisionOf(plan);
    return plan;
}

void settle()
{
    for (int i = 0; i < 10; ++i) {
        QThread::msleep(2);
        QCoreApplication::processEvents();
    }
}

double worstPaint = 0;
double worstLongest = 0;

void answer(support::StallWatch& watch, bench::Report& report, session::Workspace& workspace, const QString& name, const QString& folder)
{
    const QByteArray bytes = exchange::planToJson(planOf(name));
    const double readBegin = bench::cpuTime();
    auto plan = exchange::readPlan(bytes);
    if (!plan) {
        qFatal("%s: %s", qPrintable(name), qPrintable(plan.error().detail));
    }
    const double read = bench::cpuTime() - readBegin;
    ui::CommentPhrases phrases;
    std::unique_ptr<ui::ReviewView> view;
    watch.forget();
    const double begin = bench::cpuTime();
    asEvent(watch, u"open"_s, [&] {
        auto desk = session::ReviewDesk::open(
            folder + u"/plan.json"_s, std::move(*plan), folder + u"/drafts"_s, { [] { return fixture::morning; }, QTimeZone::utc() });
        view = std::make_unique<ui::ReviewView>(workspace, std::move(desk), phrases, ui::MentorFiles {});
        view->resize(1280, 800);
        view->show();
    });
    const double open = bench::cpuTime() - begin;
    QCoreApplication::processEvents();
    const double paint = bench::cpuTime() - begin;
    settle();
    auto* list = view->findChild<QListView*>(u"answer.list"_s);
    asEvent(watch, u"end of the list"_s, [&] { list->scrollToBottom(); });
    settle();
    asEvent(watch, u"next"_s, [&] { list->setCurrentIndex(list->model()->index(2, 0)); });
    settle();
    asEvent(watch, u"search"_s, [&] {
        view->searchField()->setFocus();
        static_cast<QLineEdit*>(view->searchField())->setText(u"skill 4"_s);
    });
    settle();
    asEvent(watch, u"search ends"_s, [&] { static_cast<QLineEdit*>(view->searchField())->clear(); });
    settle();
    asEvent(watch, u"close"_s, [&] { view.reset(); });
    const std::string prefix = name.toStdString();
    report.add(prefix + ".read", read);
    report.add(prefix + ".paint", paint);
    report.add(prefix + ".longest", watch.longest().milliseconds);
    worstPaint = std::max(worstPaint, paint);
    worstLongest = std::max(worstLongest, watch.longest().milliseconds);
    std::fprintf(stderr, "%-12s %5.1f MB read %8.1f open %8.1f paint %8.1f longest %8.1f (%s: %s)\n", prefix.c_str(),
        double(bytes.size()) / 1e6, read, open, paint, watch.longest().milliseconds, qPrintable(watch.longest().during),
        qPrintable(watch.longest().what));
}

void course(support::StallWatch& watch, bench::Report& report, const std::string& name, domain::Course made)
{
    auto store = std::make_unique<support::MemoryStore>();
    bench::must(store->installCourse({ std::move(made), {}, {}, u"bench"_s }), "the course");
    const auto workspace
        = bench::must(session::Workspace::open(std::move(store), { [] { return fixture::morning; }, QTimeZone::utc() }), "a workspace");
    const double layoutBegin = bench::cpuTime();
    const auto layout = std::make_shared<const domain::MapLayout>(domain::layoutMap(workspace->roadmap().mapInput()));
    const double layoutTime = bench::cpuTime() - layoutBegin;
    watch.forget();
    double begin = bench::cpuTime();
    ui::MapCanvas canvas(*workspace);
    asEvent(watch, u"map"_s, [&] {
        canvas.resize(1280, 800);
        canvas.setMap(layout);
        canvas.fit();
        canvas.show();
    });
    QCoreApplication::processEvents();
    const double map = bench::cpuTime() - begin;
    settle();
    for (int i = 0; i < 10; ++i) {
        asEvent(watch, u"pan"_s, [&] {
            canvas.zoomBy(1.3);
            canvas.panBy(17, 9);
        });
        settle();
    }
    begin = bench::cpuTime();
    ui::OutlineView outline(*workspace);
    asEvent(watch, u"outline"_s, [&] {
        outline.resize(1280, 800);
        outline.expandAll();
        outline.show();
    });
    QCoreApplication::processEvents();
    const double list = bench::cpuTime() - begin;
    settle();
    asEvent(watch, u"outline scrolls"_s, [&] { outline.scrollToBottom(); });
    settle();
    report.add(name + ".map.first", layoutTime + map);
    report.add(name + ".outline.first", list);
    report.add(name + ".longest", watch.longest().milliseconds);
    std::fprintf(stderr, "%-12s %d edges layout %8.1f map %8.1f outline %8.1f longest %8.1f (%s: %s)\n", name.c_str(),
        int(workspace->roadmap().edges().size()), layoutTime, map, list, watch.longest().milliseconds, qPrintable(watch.longest().during),
        qPrintable(watch.longest().what));
}

} // namespace

int main(int argc, char* argv[])
{
    support::StallWatch watch(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        return 2;
    }
    ui::Theme theme(watch);
    const auto workspace = bench::emptyWorkspace();
    const QStringList wanted = arguments.mid(2);
    const auto isWanted = [&wanted](const QString& name) { return wanted.isEmpty() || wanted.contains(name); };
    bench::Report report;
    for (const char* const name : { "skills", "waiting", "after", "items", "evidence", "history", "milestones", "rubric" }) {
        if (isWanted(QString::fromLatin1(name))) {
            answer(watch, report, *workspace, QString::fromLatin1(name), arguments[1]);
        }
    }
    report.add("plans.paint", worstPaint);
    report.add("plans.longest", worstLongest);
    constexpr int most = exchange::limits::courseSkills;
    if (isWanted(u"course"_s)) {
        course(watch, report, "course", bench::courseOf(most));
    }
    if (isWanted(u"dense"_s)) {
        domain::Course dense = bench::courseOf(most);
        bench::Random random(11);
        for (int i = 50; i < most; ++i) {
            for (int edge = 0; edge < 5; ++edge) {
                dense.skills[std::size_t(i)].prerequisites.append(bench::skillId(i - 1 - random.below(50)));
            }
            dense.skills[std::size_t(i)].prerequisites.removeDuplicates();
        }
        course(watch, report, "dense", std::move(dense));
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Two copies of a library that were used apart, and how long a merge of them says nothing: so long a cancel may wait.
//   make FOLDER EDITS   here.waymark and there.waymark, so many edits in each, a quarter of them new to the other one;
//                       again.waymark, which has merged the other one, and moved.waymark, whose course has renamed skills
//   merge FOLDER NAME   reads there.waymark and the library NAME as the window does, and works the merge out; cancels it a few times
#include "BenchCourse.h"
#include "BenchLibrary.h"
#include "BenchRandom.h"
#include "BenchReport.h"
#include "BenchVerbs.h"

#include <domain/StudyEdits.h>
#include <session/CopyMerge.h>
#include <session/RecallDesk.h>
#include <storage/OtherCopy.h>

#include <QDir>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr int skillCount = 500;
constexpr int cardsEach = 10;
constexpr int renamed = 50;
constexpr qint64 minute = 60'000;
constexpr qint64 spring = 1'772'000'000'000; // 2026-02-25

QString cardId(int card)
{
    return u"card-%1"_s.arg(card);
}

QString libraryIn(const QString& folder, const QString& name)
{
    return QDir(folder).filePath(name + u".waymark"_s);
}

domain::CourseContent courseWithCards()
{
    domain::CourseContent content = bench::contentOf(skillCount, 0);
    for (domain::Skill& skill : content.course.skills) {
        for (int card = 0; card < cardsEach; ++card) {
            skill.cards.append(cardId(card));
        }
    }
    return content;
}

/// The next edition, which calls the first skills otherwise.
domain::CourseContent withOtherIds(domain::CourseContent content)
{
    content.course.version = u"2.0.0"_s;
    const auto rename = [](QString& id) {
        if (id.section(u'-', 1).toInt() < renamed) {
            id.prepend(u"new-"_s);
        }
    };
    for (std::size_t i = 0; i < content.course.skills.size(); ++i) {
        domain::Skill& skill = content.course.skills[i];
        const QString old = skill.id;
        rename(skill.id);
        if (skill.id != old) {
            content.course.moved.insert(old, skill.id);
        }
        std::ranges::for_each(skill.prerequisites, rename);
        rename(content.lessons[i].skill);
    }
    for (domain::Milestone& milestone : content.course.milestones) {
        std::ranges::for_each(milestone.targets, rename);
    }
    return content;
}

/// Open, by a clock that the work goes by.
struct Copy
{
    std::shared_ptr<qint64> now;
    std::unique_ptr<session::Workspace> workspace;

    Copy(std::unique_ptr<domain::Store> store, qint64 at)
        : now(std::make_shared<qint64>(at))
        , workspace(bench::must(session::Workspace::open(std::move(store), { [to = now] { return *to; }, QTimeZone::utc() }), "a copy"))
    {
    }
    Copy(const QString& path, qint64 at)
        : Copy(bench::must(storage::SqliteStore::open(path, bench::openOptions()), "the library"), at)
    {
    }
};

domain::Result<domain::Edit> recalled(const Copy& copy, const QString& skill, bench::Random& random)
{
    const QString card = cardId(random.below(cardsEach));
    const domain::CardState state = copy.workspace->progress().skill(skill).cards.value(card);
    const auto grade = random.below(10) == 0 ? domain::Grade::Again : domain::Grade::Good;
    return session::RecallDesk(*copy.workspace).graded({ skill, card, {}, {}, false, state }, grade, 2'000 + random.below(20'000));
}

/// Four in five recall a card; the others add time, write a note.
void live(const Copy& copy, int edits, unsigned seed)
{
    bench::Random random(seed);
    for (int i = 0; i < edits; ++i) {
        *copy.now += 3 * minute;
        const QString skill = copy.workspace->course().skills[static_cast<std::size_t>(random.below(skillCount))].id;
        const domain::EditContext context = copy.workspace->context();
        const int what = random.below(10);
        bench::must(copy.workspace->apply(what < 8 ? recalled(copy, skill, random)
                            : what == 8            ? domain::addTime(context, skill, *copy.now - 60 * minute, 1 + random.below(60))
                                                   : domain::writeNote(context, skill, u"note %1"_s.arg(i))),
            "an edit");
    }
}

void copyFile(const QString& folder, const QString& from, const QString& to)
{
    if (!QFile::copy(libraryIn(folder, from), libraryIn(folder, to))) {
        qFatal("%s cannot be copied", qPrintable(from));
    }
}

/// The longest time between two words, in processor time: what else the machine does is not ours.
class Silence
{
public:
    void word(int permille)
    {
        const double now = bench::cpuTime();
        if (now - m_last > m_longest) {
            m_longest = now - m_last;
            m_after = m_permille;
        }
        m_last = now;
        m_permille = permille;
        ++m_words;
    }
    [[nodiscard]] double longest() const { return m_longest; }
    [[nodiscard]] int after() const { return m_after; } ///< the thousandth that was said before it
    [[nodiscard]] int words() const { return m_words; }

private:
    double m_last = bench::cpuTime();
    double m_longest = 0;
    int m_permille = 0;
    int m_after = 0;
    int m_words = 0;
};

template <class Work> auto watched(bench::Report& report, const std::string& name, Work work, int* words = nullptr)
{
    Silence silence;
    const double start = bench::cpuTime();
    auto done = bench::must(work([&silence](int permille) { silence.word(permille); }), name.c_str());
    silence.word(0);
    report.add(name, bench::cpuTime() - start);
    report.add(name + ".silence", silence.longest());
    report.add(name + ".after", silence.after());
    if (words != nullptr) {
        *words = silence.words();
    }
    return done;
}

/// The two copies as values.
struct BothCopies
{
    session::LibraryHere here;
    domain::LibraryContents there;
};

BothCopies readBoth(const Copy& here, const QString& there, bench::Report& report)
{
    auto other = watched(report, "other", [&](auto word) { return storage::contentsOfOtherCopy(there, *here.now, { {}, word }); });
    const session::HereReader reader = session::hereReader(*here.workspace);
    return { watched(report, "here", [&](auto word) { return reader({ {}, word }); }), std::move(other) };
}

session::MergePreview preview(const BothCopies& copies, bench::Report& report, int* words = nullptr)
{
    return watched(
        report, "preview", [&](auto word) { return session::previewOf(copies.here, copies.there, {}, {}, word); }, words);
}

/// The longest time from a cancel to the end of a preview, at some of the words that it says.
double longestEnd(const BothCopies& copies, int words)
{
    constexpr int times = 7;
    double longest = 0;
    for (int i = 1; i < times; ++i) {
        std::stop_source stop;
        double asked = 0;
        int said = 0;
        const auto ended = session::previewOf(copies.here, copies.there, {}, stop.get_token(), [&](int /*permille*/) {
            if (++said == words / times * i) {
                asked = bench::cpuTime();
                stop.request_stop();
            }
        });
        if (ended || asked == 0) {
            qFatal("a preview was not cancelled");
        }
        longest = std::max(longest, bench::cpuTime() - asked);
    }
    return longest;
}

int make(const QString& folder, int edits)
{
    const int apart = edits / 4;
    const qint64 autumn = spring + qint64 { edits } * 3 * minute;
    if (!QDir().mkpath(folder)) {
        return 1;
    }
    {
        auto store = bench::must(storage::SqliteStore::create(libraryIn(folder, u"here"_s), bench::openOptions()), "a new library");
        bench::must(store->installCourse(courseWithCards()), "the course");
        live({ std::move(store), spring }, edits - apart, 1);
    }
    copyFile(folder, u"here"_s, u"there"_s);
    live({ libraryIn(folder, u"here"_s), autumn }, apart, 2);
    live({ libraryIn(folder, u"there"_s), autumn }, apart, 3);
    copyFile(folder, u"here"_s, u"again"_s);
    copyFile(folder, u"here"_s, u"moved"_s);
    bench::Report report;
    {
        const Copy again(libraryIn(folder, u"again"_s), 2 * autumn - spring);
        const BothCopies copies = readBoth(again, libraryIn(folder, u"there"_s), report);
        bench::must(again.workspace->apply(preview(copies, report).merge.edit), "the merge");
    }
    live({ libraryIn(folder, u"there"_s), 2 * autumn - spring }, edits / 100, 4);
    const Copy moved(libraryIn(folder, u"moved"_s), 2 * autumn - spring);
    report.add("installed",
        bench::millisecondsOf([&] { bench::must(moved.workspace->installCourse(withOtherIds(courseWithCards())), "the course"); }));
    return 0;
}

int merge(const QString& folder, const QString& name)
{
    bench::Report report;
    const Copy here(libraryIn(folder, name), 2 * spring);
    const BothCopies copies = readBoth(here, libraryIn(folder, u"there"_s), report);
    int words = 0;
    report.add("changes", double(preview(copies, report, &words).merge.edit.changes.size()));
    report.add("words", words);
    report.add("cancel", longestEnd(copies, words));
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    return bench::runVerb(argc, argv,
        {
            { "make"_L1, [](const QStringList& given) { return make(given.value(0), given.value(1).toInt()); } },
            { "merge"_L1, [](const QStringList& given) { return merge(given.value(0), given.value(1)); } },
        });
}

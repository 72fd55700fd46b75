// SPDX-License-Identifier: GPL-3.0-or-later
// The model without a window: layout, a durable edit, search while typing, import of a course.
// usage: bench_model layout N | toggle DIR | make-search DIR | search DIR | make-course FOLDER MEGABYTES LESSONS | import FOLDER DIR
#include "BenchCourse.h"
#include "BenchLibrary.h"
#include "BenchRandom.h"
#include "BenchReport.h"
#include "BenchVerbs.h"
#include "BenchVocabulary.h"

#include <exchange/CourseReader.h>
#include <storage/SearchIndex.h>

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QTextStream>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

// Layout

/// Crossings of straight lines between the nodes, counted as floor_layout counts those of dot.
double crossingsOf(const domain::MapInput& input, const domain::MapLayout& layout)
{
    const auto at = [&layout](int node) { return layout.positions[static_cast<std::size_t>(node)]; };
    const auto side = [&at](int a, int b, int c) {
        const QPointF ab = at(b) - at(a);
        const QPointF ac = at(c) - at(a);
        return ab.x() * ac.y() - ab.y() * ac.x();
    };
    std::vector<QRectF> boxes;
    for (const auto& edge : input.edges) {
        boxes.push_back(QRectF(at(edge.from), at(edge.to)).normalized());
    }
    double crossings = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto& [a, b, first] = input.edges[i];
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            const bool apart = boxes[i].right() < boxes[j].left() || boxes[j].right() < boxes[i].left()
                || boxes[i].bottom() < boxes[j].top() || boxes[j].bottom() < boxes[i].top();
            const auto& [c, d, second] = input.edges[j];
            if (apart || a == c || a == d || b == c || b == d) {
                continue;
            }
            crossings += side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0 ? 1 : 0;
        }
    }
    return crossings;
}

/// Nodes of other areas than that of the last node, which was added, that stand elsewhere within their band.
double movedBy(const domain::MapInput& input, const domain::MapLayout& before, const domain::MapLayout& after)
{
    const int added = input.nodes.back().area;
    double moved = 0;
    for (std::size_t i = 0; i < before.positions.size(); ++i) {
        const auto area = static_cast<std::size_t>(input.nodes[i].area);
        const double was = before.positions[i].y() - before.bands[area].top;
        const double is = after.positions[i].y() - after.bands[area].top;
        moved += input.nodes[i].area != added && std::abs(was - is) > 0.5 ? 1 : 0;
    }
    return moved;
}

int layout(int count)
{
    constexpr int large = 5'000;
    const int runs = count > large ? 3 : 5;
    domain::MapInput input = domain::Roadmap(bench::courseOf(count)).mapInput();
    domain::MapInput free = input;
    free.areaCount = 1;
    free.eraCount = 0;
    domain::MapInput more = input;
    more.nodes.push_back(input.nodes[input.nodes.size() / 2]);
    more.edges.push_back({ count / 2, count, -1 });

    domain::MapLayout whole;
    domain::MapLayout grown;
    std::vector<double> full;
    std::vector<double> added;
    for (int i = 0; i < runs; ++i) {
        full.push_back(bench::millisecondsOf([&] { whole = domain::layoutMap(input); }));
        added.push_back(bench::millisecondsOf([&] { grown = domain::layoutMap(more); }));
    }
    bench::Report report;
    report.add("full", full);
    report.add("added", added);
    report.add("moved", movedBy(more, whole, grown));
    report.add("crossings", crossingsOf(input, whole));
    report.add("free", bench::millisecondsOf([&] { whole = domain::layoutMap(free); }));
    report.add("freecrossings", crossingsOf(free, whole));
    return 0;
}

// Storage

void dropLibrary(const QString& library)
{
    for (const QString& suffix : { QString(), u"-wal"_s, u"-shm"_s, u".lock"_s }) {
        QFile::remove(library + suffix);
    }
}

QString temporaryLibrary(const QString& folder, const QString& name)
{
    return QDir(folder).filePath(u"%1-%2.waymark"_s.arg(name).arg(QCoreApplication::applicationPid()));
}

/// Items ticked and unticked all over a course of 500 skills, as in floor_sqlite rows of a table of 3,000.
int toggle(const QString& folder)
{
    constexpr int skills = 500;
    constexpr int edits = 300;
    const QString library = temporaryLibrary(folder, u"toggle"_s);
    {
        const auto workspace = bench::createWorkspace(library, bench::contentOf(skills, 0));
        bench::study(*workspace, skills / 5, 20);
        bench::Random random(99);
        std::vector<double> samples;
        for (int i = 0; i < edits; ++i) {
            const QString skill = bench::skillId(skills / 2 + random.below(skills / 2));
            const QString item = u"item-%1"_s.arg(random.below(bench::itemCount));
            samples.push_back(bench::millisecondsOf([&] {
                const domain::EditContext context = workspace->context();
                const bool canCheck = domain::canCheckItem(context, skill, item);
                bench::must(
                    workspace->apply(canCheck ? domain::checkItem(context, skill, item) : domain::uncheckItem(context, skill, item)),
                    "an edit");
            }));
        }
        bench::Report report;
        report.add("toggle", samples);
    }
    dropLibrary(library);
    return 0;
}

QString searchLibraryIn(const QString& folder)
{
    return QDir(folder).filePath(u"search.waymark"_s);
}

/// A library with 5 MB of text, what a person types letter by letter, and the same as expressions for the floor.
int makeSearch(const QString& folder)
{
    constexpr int skills = 500;
    constexpr qint64 text = 5'000'000;
    constexpr int queries = 80;
    static_cast<void>(bench::createWorkspace(searchLibraryIn(folder), bench::contentOf(skills, text)));
    QFile typed(QDir(folder).filePath(u"typed"_s));
    QFile expressions(QDir(folder).filePath(u"expressions"_s));
    if (!typed.open(QIODevice::WriteOnly) || !expressions.open(QIODevice::WriteOnly)) {
        return 1;
    }
    bench::Vocabulary vocabulary(99);
    for (int i = 0; i < queries; ++i) {
        const QString query = i % 3 == 2 ? vocabulary.word() + u' ' + vocabulary.word() : vocabulary.word();
        for (qsizetype length = 2; length <= query.size(); ++length) {
            typed.write(query.left(length).toUtf8() + '\n');
            expressions.write(storage::matchExpression(query.left(length)).toUtf8() + '\n');
        }
    }
    return 0;
}

int search(const QString& folder)
{
    constexpr int limit = 12; // as the palette asks
    const auto workspace = bench::openWorkspace(searchLibraryIn(folder));
    QFile typed(QDir(folder).filePath(u"typed"_s));
    if (!typed.open(QIODevice::ReadOnly)) {
        return 1;
    }
    const QStringList queries = QString::fromUtf8(typed.readAll()).split(u'\n', Qt::SkipEmptyParts);
    std::vector<double> samples;
    std::size_t rows = 0;
    for (const QString& query : queries) {
        samples.push_back(bench::millisecondsOf([&] { rows += bench::must(workspace->search(query, limit), "a search").size(); }));
    }
    bench::Report report;
    report.add("search", samples);
    report.add("rows", double(rows));
    return 0;
}

// Import

QByteArray bodyOf(const QByteArray& file)
{
    const qsizetype end = file.indexOf("\n---\n", 3);
    return end < 0 ? QByteArray() : file.mid(end + 5).trimmed();
}

/// A course of the wanted size whose lessons are those of `lessons` over and over.
int makeCourse(const QString& folder, double megabytes, const QString& lessons)
{
    std::vector<QByteArray> bodies;
    QStringList names;
    for (QDirIterator files(lessons, { u"*.md"_s }, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        names.append(files.next());
    }
    names.sort();
    for (const QString& name : names) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly)) {
            bodies.push_back(bodyOf(file.readAll()));
        }
    }
    std::erase_if(bodies, [](const QByteArray& body) { return body.isEmpty(); });
    if (bodies.empty() || !QDir().mkpath(folder)) {
        return 1;
    }
    const auto write = [&folder](const QString& name, const QByteArray& bytes) {
        const QString path = QDir(folder).filePath(name);
        QFile file(path);
        return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QByteArray areas;
    for (int area = 0; area < bench::areaCount; ++area) {
        areas += u"  - { id: %1, title: Area %2, summary: \"One of ten.\" }\n"_s.arg(bench::areaId(area)).arg(area).toUtf8();
    }
    qint64 size = 0;
    int skill = 0;
    while (double(size) < megabytes * 1e6) {
        const QByteArray& body = bodies[static_cast<std::size_t>(skill) % bodies.size()];
        QByteArray text
            = u"---\nid: %1\narea: %2\ntitle: \"Skill %3\"\nlevel: junior\nkind: practice\nhours: 3\noutcome: \"Can do number %3\"\n"_s
                  .arg(bench::skillId(skill), bench::areaId(skill % bench::areaCount))
                  .arg(skill)
                  .toUtf8();
        if (skill >= bench::areaCount) {
            text += "prerequisites:\n  - " + bench::skillId(skill - bench::areaCount).toUtf8() + '\n';
        }
        text += "reviewed: 2026-11-21\n---\n\n" + body + '\n';
        if (!write(u"skills/%1/%2.md"_s.arg(bench::areaId(skill % bench::areaCount), bench::skillId(skill)), text)) {
            return 1;
        }
        size += text.size();
        ++skill;
    }
    const QByteArray head
        = "id: bench\ntitle: Bench\nversion: 1.0.0\nlanguage: en\nlicence: CC-BY-SA-4.0\nsummary: Lessons over and over.\nareas:\n";
    const QByteArray tail
        = u"milestones:\n  - id: end\n    title: End\n    summary: All of it.\n    targets: [%1]\n"_s.arg(bench::skillId(skill - 1))
              .toUtf8();
    return write(u"course.yaml"_s, head + areas + tail) ? 0 : 1;
}

/// A course from its folder into a new library: read, checked, stored and indexed.
int import(const QString& courseFolder, const QString& folder)
{
    const QString library = temporaryLibrary(folder, u"import"_s);
    {
        auto store = bench::must(storage::SqliteStore::create(library, bench::openOptions()), "a new library");
        exchange::CourseReading reading;
        bench::Report report;
        const double read = bench::millisecondsOf([&] { reading = bench::must(exchange::readCourse(courseFolder), "the course"); });
        const double install = bench::millisecondsOf([&] { bench::must(store->installCourse(reading.content), "the course"); });
        report.add("read", read);
        report.add("install", install);
        report.add("import", read + install);
        report.add("skills", double(reading.content.course.skills.size()));
    }
    dropLibrary(library);
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    return bench::runVerb(argc, argv,
        {
            { "layout"_L1, [](const QStringList& given) { return layout(given.value(0).toInt()); } },
            { "toggle"_L1, [](const QStringList& given) { return toggle(given.value(0)); } },
            { "make-search"_L1, [](const QStringList& given) { return makeSearch(given.value(0)); } },
            { "search"_L1, [](const QStringList& given) { return search(given.value(0)); } },
            { "make-course"_L1,
                [](const QStringList& given) { return makeCourse(given.value(0), given.value(1).toDouble(), given.value(2)); } },
            { "import"_L1, [](const QStringList& given) { return import(given.value(0), given.value(1)); } },
        });
}

// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_seeds FOLDER SOURCES: first files of each corpus, of what the tests have. They are many and alike: -merge=1 keeps those that differ.
#include <domain/AbsorbedEdits.h>
#include <exchange/CalendarFile.h>
#include <exchange/CoursePackage.h>
#include <exchange/DidKey.h>
#include <exchange/PlanCsv.h>
#include <exchange/PlanMarkdown.h>
#include <exchange/ReviewWriter.h>
#include <exchange/SigningKey.h>
#include <storage/CourseBytes.h>
#include <storage/KeptCourse.h>

#include <CourseEditions.h>
#include <CourseFixture.h>
#include <ForgedReviews.h>
#include <HarmlessPlans.h>
#include <HostilePlans.h>
#include <HostileReviews.h>
#include <RandomEdits.h>
#include <ZipFixture.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr qsizetype largest = 24'000;

class Seeds
{
public:
    explicit Seeds(QString folder)
        : m_folder(std::move(folder))
    {
    }

    void put(const char* target, const QByteArray& bytes)
    {
        const QString folder = m_folder + u'/' + QString::fromLatin1(target);
        QFile file(u"%1/seed-%2"_s.arg(folder).arg(++m_count));
        QDir().mkpath(folder);
        if (bytes.size() <= largest && (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())) {
            qFatal("no file");
        }
    }
    template <class Files> void putAll(const char* target, const Files& files)
    {
        for (const auto& file : files) {
            put(target, file.bytes);
        }
    }
    void putLines(const char* target, const QByteArray& lines)
    {
        for (QByteArray line : lines.split('\n')) {
            put(target, line.replace('|', '\n'));
        }
    }

private:
    const QString m_folder;
    int m_count = 0;
};

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void putPlans(Seeds& seeds)
{
    const QByteArray good = fixture::PlanSpoiler().good();
    seeds.put("planJson", good);
    seeds.putAll("planJson", fixture::hostilePlans());
    seeds.putAll("planJson", fixture::harmlessPlans());
    seeds.put("planPage", fixture::pageOf(good));
    seeds.put("planPage", good);
    seeds.putLines("planPage",
        "<script type=\"application/json\" id=\"waymark-plan\">{}</script>\n<SCRIPT id='waymark-plan'>\n<script><!--<script>\n<!doctype "
        "html>");
    const exchange::PlanDocument plan = fixture::wholePlan();
    seeds.put("planMarkdown", exchange::planToMarkdown(domain::Roadmap(fixture::course()), plan));
    seeds.putLines(
        "planMarkdown", "- [x] a {#s/i}|  - link: https://a.example {#e1}\n> *a* \\_b\\_ &#32;|> c\n- [x] a {#s/i}|- [ ] b {#s/i}");
    seeds.put("csv", exchange::planToCsv(plan));
    seeds.putLines("csv",
        "=1+1,-2,@a,\"\t=x\"\n'=a,\"a\"\"b\",c\n\"a|b\",\xef\xbc\x9d"
        "1\n\xef\xbb\xbf"
        "a,b\n\"\n' -1\n'',");
}

void putReviews(Seeds& seeds)
{
    using namespace exchange;
    seeds.put("reviewJson", reviewToJson(waymark::fixture::review()));
    seeds.putAll("reviewJson", waymark::fixture::hostileReviews());
    seeds.putAll("reviewJson", waymark::fixture::forgedReviews());
    seeds.putAll("reviewJson", waymark::fixture::harmlessReviews());
    const SigningKey key = SigningKey::fromSeed(QByteArray(32, '\1'), u"Grace Example"_s);
    seeds.put("keyFile", key.sealed(u"correct horse"_s, { 1, 8'192 }));
    seeds.put("keyFile", key.sealed({}, { 1, 8'192 }));
    seeds.put("keyFile", publicKeyFile(key.name(), key.publicKey()));
    const QByteArray jws = compactJws("{\"a\": 1}", key).toUtf8();
    seeds.put("credentials", jws);
    seeds.put("credentials", compactJws("{}", SigningKey::fromSeed(QByteArray(32, '\2'), {})).toUtf8());
    seeds.put("credentials", QByteArray(jws).replace('.', ".."));
    seeds.put("credentials", "eyJ0.e30.c2ln");
}

void putCalendars(Seeds& seeds)
{
    using namespace exchange;
    const QString first = u"11111111-1111-5111-8111-111111111111"_s;
    const QString second = u"22222222-2222-5222-8222-222222222222"_s;
    CalendarFile calendar { u"Plan"_s, waymark::fixture::november, 28'000'000, {}, {} };
    for (const QString& title : { u"Git, basics; \\n"_s, QString(200, u'\u00e9'), u"a\nBEGIN:VALARM"_s }) {
        calendar.events.push_back({ first, QDate(2026, 11, 23), title, title, { title, u"x"_s } });
        calendar.tasks.push_back(
            { second, title, {}, {}, CalendarTask::State::Done, 40, QDate(2026, 12, 1), waymark::fixture::november, { first } });
        seeds.put("calendar", calendarToText(calendar));
        seeds.put("calendar", title.toUtf8());
    }
}

void putPackages(Seeds& seeds)
{
    namespace made = exchange::fixture;
    const exchange::CourseFiles files = made::course();
    QByteArray all;
    for (const auto& [name, bytes] : files) {
        const char* target = name == u"course.yaml" ? "manifest" : "frontMatter";
        seeds.put(target, bytes.left(2'000));
        all += "\n=== " + name.toUtf8() + '\n' + bytes;
    }
    seeds.put("course", all.mid(1));
    seeds.put("package", exchange::packageOf(files).value());
    made::RawEntry entry;
    for (const char* name : { "course.yaml", "skills/a.md", "../a", "skills/", "\xc3\xa9.md" }) {
        entry.name = name;
        entry.bytes = "hello";
        seeds.put("package", made::zipOf({ entry }));
        entry.isDeflated = !entry.isDeflated;
        seeds.put("package", made::zipOf({ entry, entry }));
    }
    seeds.putLines("entries", "\1\4a.md\5hello\1\n\2\4a.md\5hello\1\n\4\4a.md\5hello\2\1\n\1\7skills/\n");
}

/// Of each what lies in the bytes before they are made small: the fuzzer reaches more in them.
void putKeptCourses(Seeds& seeds)
{
    support::RandomEdits random(1);
    domain::Progress progress;
    storage::CourseStep step;
    for (const auto& content : { domain::CourseContent {}, support::sampleCourse(), support::secondEdition(), support::thirdEdition() }) {
        step.content = content;
        seeds.put("keptCourse", storage::toBytes(content));
        const QByteArray kept = storage::keptFrom(step).value();
        seeds.put("keptCourse", kept);
        seeds.put("keptCourse", qUncompress(kept));
        const domain::Edit edit = random.edit(progress, u"edit"_s);
        (void)domain::applyTo(progress, edit);
        step.changes = edit.changes;
        step.entries.push_back({ random.below(9), edit.subject, QString::fromUtf8(domain::changesToJson(edit.changes)) });
    }
}

/// Two pages of 512 bytes, as SQLite has written them.
QByteArray smallLibrary()
{
    sqlite3* database = nullptr;
    sqlite3_int64 size = 0;
    sqlite3_open(":memory:", &database);
    sqlite3_exec(database,
        "PRAGMA page_size = 512; PRAGMA application_id = 0x574d524b; PRAGMA user_version = 6; CREATE TABLE note (skill TEXT PRIMARY KEY, "
        "text TEXT, at INT, x REAL); WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30) INSERT INTO note SELECT 'skill-' "
        "|| i, "
        "hex(zeroblob(i * 9)), i * 1000000, i / 3.0 FROM n;",
        nullptr, nullptr, nullptr);
    unsigned char* bytes = sqlite3_serialize(database, "main", &size, 0);
    const QByteArray library(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size));
    sqlite3_free(bytes);
    sqlite3_close(database);
    return library;
}

void putLibraries(Seeds& seeds)
{
    const QByteArray library = smallLibrary();
    seeds.put("libraryFile", '\0' + library);
    seeds.put("libraryFile", '\0' + library.left(512));
    for (qsizetype page = 0; page + 512 <= library.size(); page += 512) {
        seeds.put("libraryFile", library.mid(page, 512));
    }
    QByteArray log = QByteArray::fromHex("377f0682002de218000002000000000000000001000000020000000300000004") + QByteArray(536, '\1');
    seeds.put("libraryFile", '\x60' + library.left(1'024) + log);
    support::RandomEdits random(1);
    domain::Progress progress;
    for (int i = 0; i < 60; ++i) {
        const domain::Edit edit = random.edit(progress, u"edit-%1"_s.arg(i));
        (void)domain::applyTo(progress, edit);
        seeds.put("changes", domain::changesToJson(edit.changes));
        for (const domain::RecordChange& change : edit.changes) {
            seeds.put("changes", change.after ? domain::recordToJson(*change.after) : QByteArray("null"));
        }
    }
}

/// A journal of random edits, one line for each, and what a merge would keep of it.
void putCopies(Seeds& seeds)
{
    const domain::MergeWatch watch;
    for (quint64 seed = 1; seed <= 12; ++seed) {
        support::RandomEdits random(seed);
        domain::LearnerHistory copy;
        domain::Progress progress;
        QByteArray lines;
        for (int i = 1; i <= 8; ++i) {
            domain::JournalEntry entry { random.edit(progress, u"edit-%1"_s.arg(i)), i };
            if (i > 1) {
                entry.parents = QStringList { u"edit-%1"_s.arg(i - 1) };
            }
            (void)domain::applyTo(progress, entry.edit);
            const QStringList columns { entry.edit.id, domain::toString(entry.edit.kind), entry.edit.subject,
                QString::number(entry.edit.at), u"0"_s, u"0"_s, entry.parents.join(u' '),
                QString::fromUtf8(domain::changesToJson(entry.edit.changes)) };
            lines += columns.join(u'\t').toUtf8() + '\n';
            copy.journal.push_back(entry);
        }
        seeds.put("mergedCopy", lines);
        const auto history = domain::historyOf(copy, { watch, 0, 0 });
        seeds.put("mergedCopy", history ? domain::absorbedOf(*history, { watch, 0, 0 }).value().edits : QByteArray());
    }
    seeds.putLines("mergedCopy",
        "{\"heads\":[]}|\n{\"heads\":[\"a\"]}|{\"id\":\"a\"}|\na\tmerge-library\t\t1\t0\t0\t\t[]|b b\tstart-skill\t\t1\t1\t1\ta\t[]|");
}

void putDrafts(Seeds& seeds)
{
    seeds.putLines("drafts",
        R"({"skill/item":{"kind":"link","text":"https://a.example","id":"e","base":"b","order":3},"answer/s/q":{"text":"42","order":4}}
{"time/s/":{"now":{"start":"2026-11-23T09:30","minutes":25},"base":{"start":"","minutes":0},"order":1}}
{"card//":{"now":{"skill":"Git","front":"a","back":"b"},"base":{"skill":"","front":"","back":""},"order":2}}
{"goal//":{"now":{"milestone":"m","hours":6.5,"deadline":"2027-03-31","name":"Ada","members":["x"]},"base":{"hours":0}}}
{"cue//":{"now":{"cue":"tea","minutes":10,"doing":2},"base":{"cue":"","minutes":0,"doing":3}},"daysOff//":{"first":"2026-12-24","last":"2026-12-31","reason":""}}
[]
{"a":1})");
}

void putCrashReports(Seeds& seeds)
{
    const QByteArray head = "Waymark crash report\nversion: 1.2.3\nstarted: 2026-11-23T09:30:00Z\nended: 2026-11-23T09:31:00Z\n";
    seeds.put("crashReport", head + "task: window\nthread: main\n\nbacktrace\n0x1 waymark(+0x1)\n");
    seeds.put("crashReport", head + "task: verb\n");
    seeds.put("crashReport", head.left(70));
    seeds.putLines(
        "crashReport", "|started: 9999-12-31T23:59:59+14:00|ended: -0001-01-01T00:00:00-14:00|\n|task: window\n|started: |ended: x|");
}

void putTexts(Seeds& seeds, const QString& source)
{
    QDirIterator files(source + u"/resources/courses/backend"_s, { u"*.md"_s, u"*.yaml"_s }, QDir::Files, QDirIterator::Subdirectories);
    for (int count = 0; files.hasNext() && count < 60; ++count) {
        const QByteArray bytes = bytesOf(files.next());
        if (files.fileName() == u"course.yaml") {
            seeds.put("manifest", bytes);
            continue;
        }
        const qsizetype body = std::max<qsizetype>(bytes.indexOf("\n---\n", 4), 0);
        seeds.put("frontMatter", bytes.left(body + 40));
        seeds.put("lesson", bytes.mid(body + 5).left(14'000));
        seeds.put("markdown", bytes.mid(body + 5).left(3'000));
    }
    QDirIterator icons(source + u"/resources"_s, { u"*.svg"_s, u"*.png"_s }, QDir::Files, QDirIterator::Subdirectories);
    while (icons.hasNext()) {
        seeds.put("pictures", bytesOf(icons.next()).left(8'000));
    }
    seeds.putLines("pictures",
        "\x89PNG\r\n\n\xff\xd8\xff\n<svg xmlns=\"http://www.w3.org/2000/svg\"><use href=\"#a\"/></svg>\n<svg><image "
        "href=\"file:///x\"/></svg>");
    seeds.putLines("markdown",
        "*a_b*a_b*a_b|\n> > > - 1. a|   - b\n|a|b|| [x](javascript:a) ![y](../../images/z.png)\n<b>x</b> `c` ~~d~~ \\*e\\* &amp; &#0;\n"
        "```python run|print(1)|```\n- [x] a|- [ ] b|  c\n# a|b|---|***");
    seeds.putLines("search", "index\nNEAR(a b)\n\"\n* AND OR NOT\na\xcc\x81 b\n'; DROP TABLE n;--\n\xf0\x9f\x98\x80 {a b} : ^c");
    seeds.putLines("commandLine",
        "status|--json\n2026-10-25 02:30+01:00|--|--x\n2027-03-31\n-5\n--output=a|-o|b|-h\n2026-03-29T02:30\n2026-11-21 09:30Z\nnone");
    seeds.putLines("quizAnswers",
        "How many MB?|1200|0.5|1,200 MB\nWhich?|git rebase -i|Git|`git rebase -i`.\nLine|3|2|line 2\nq|SELECT a FROM b|x|select a from b\n"
        "q|1.5e3|0|\xd9\xa1\xd9\xa2,5 %\nq|a|\xc2\xb2|\xe2\x80\x9c\xe2\x80\x94 x");
    seeds.putLines("settings",
        "[window]|theme=dark|welcomed=true|geometry=@ByteArray(\\0\\1)\n[place]|page=plan|skill=base-a\n[view]|map=@Variant("
        "\\0\\0\\0\\b\\0\\0\\0\\0)\n"
        "[watch]|started=1|seen=99999999999999999999\n[%2x]|a\\b=1, 2, \"3\"");
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc != 3) {
        qFatal("usage: fuzz_seeds FOLDER SOURCES");
    }
    Seeds seeds(QString::fromLocal8Bit(argv[1]));
    putPlans(seeds);
    putReviews(seeds);
    putCalendars(seeds);
    putPackages(seeds);
    putLibraries(seeds);
    putCopies(seeds);
    putKeptCourses(seeds);
    putDrafts(seeds);
    putCrashReports(seeds);
    putTexts(seeds, QString::fromLocal8Bit(argv[2]));
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of plans, as a mentor keeps them:
//   make FOLDER COUNT COURSE   plans of learners at random places of a course, every second one inside a page
//   read FOLDER                the table of all of them
//   floor FOLDER               reads the same bytes on as many threads and runs a parser over the JSON that keeps nothing
#include "BenchCourse.h"
#include "BenchReport.h"

#include <exchange/Cohort.h>
#include <exchange/CourseReader.h>
#include <exchange/PlanOrigin.h>
#include <exchange/PlanPageText.h>
#include <exchange/PlanWriter.h>

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QThreadPool>
#include <QUuid>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr qint64 november = 1'795'338'000'123; // 2026-11-22
constexpr qint64 hour = 3'600'000;

QString uuidOf(const QString& name)
{
    return QUuid::createUuidV5(QUuid(), name).toString(QUuid::WithoutBraces);
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// Plans

/// A skill as its learner left it: all of its items, or the first of them, every second with a proof.
void study(domain::Progress& progress, const domain::Skill& skill, bool isWhole, bench::Random& random)
{
    using domain::RecordKey;
    static bench::Vocabulary vocabulary(99);
    const qint64 at = november - random.below(5'000) * hour;
    progress.setRecord(RecordKey::ofSkill(skill.id), domain::SkillMark { domain::Mark::Started, at, at, false });
    for (std::size_t i = 0; i < skill.checklist.size() && (isWhole || i == 0); ++i) {
        const QString& item = skill.checklist[i].id;
        progress.setRecord(RecordKey::ofItem(skill.id, item), domain::ItemMark { at });
        if (i % 2 == 0) {
            progress.setRecord(RecordKey::ofEvidence(skill.id, item, uuidOf(skill.id + item)),
                domain::Evidence { domain::EvidenceKind::Output, vocabulary.text(40 + random.below(400)), at });
        }
    }
    progress.setRecord(RecordKey::ofTime(uuidOf(skill.id)), domain::TimeEntry { skill.id, at, 30 + random.below(90) });
}

exchange::PlanDocument planNumber(int number, const domain::Roadmap& roadmap)
{
    bench::Random random(static_cast<unsigned>(number) * 7919U + 1U);
    domain::Progress progress;
    const auto& course = roadmap.course();
    const auto stage = static_cast<std::size_t>(random.below(static_cast<int>(course.milestones.size())));
    progress.setRecord(domain::RecordKey::ofLearner(), domain::Learner { u"Learner %1"_s.arg(number) });
    progress.setRecord(domain::RecordKey::ofGoal(), domain::Goal { course.milestones[stage].id, 8, {} });
    const int done = random.below(roadmap.size());
    for (int i = 0; i < done; ++i) {
        study(progress, roadmap.skill(i), random.below(100) < 85, random);
    }
    exchange::PlanDocument plan = exchange::planOf(roadmap, progress, learning::skillStates(roadmap, progress),
        { november + number, exchange::planIdOf(QString::number(number)), QTimeZone::utc(), {} });
    for (int i = 0; i < done; i += 20) {
        plan.skills[static_cast<std::size_t>(i)].question = domain::MentorQuestion { u"Is this how it is done at work?"_s, november };
    }
    plan.revision = exchange::revisionOf(plan);
    return plan;
}

/// The plan inside a page that says about half of it in words and tags.
QByteArray pageOf(const QByteArray& json)
{
    const QString said = QString::fromUtf8(json.first(json.size() / 2)).toHtmlEscaped();
    const QByteArray words = QString(said).replace(u"\n"_s, u"</span></li>\n<li class=\"item\"><span>"_s).toUtf8();
    return "<!doctype html>\n<html lang=\"en\"><head><title>Plan</title></head><body><main><ul><li><span>" + words
        + "</span></li></ul></main>\n<script type=\"application/json\" id=\"waymark-plan\">" + QByteArray(json).replace("<", "\\u003c")
        + "</script>\n<script>\"use strict\";</script></body></html>\n";
}

int make(const QString& folder, int count, const QString& coursePath)
{
    const auto course = exchange::readCourse(coursePath);
    if (!course || !QDir().mkpath(folder)) {
        return 1;
    }
    const domain::Roadmap roadmap(course->content.course);
    for (int i = 0; i < count; ++i) {
        const QByteArray json = exchange::planToJson(planNumber(i, roadmap));
        const bool isPage = i % 2 == 1;
        if (!write(QDir(folder).filePath(u"plan-%1.%2"_s.arg(i, 5, 10, QChar(u'0')).arg(isPage ? u"html"_s : u"json"_s)),
                isPage ? pageOf(json) : json)) {
            return 1;
        }
    }
    return 0;
}

// The table

int read(const QString& folder)
{
    domain::Result<exchange::Cohort> cohort;
    bench::Report report;
    report.add("read", bench::millisecondsOf([&] { cohort = exchange::readCohort(folder); }));
    if (!cohort || !cohort->unreadable.empty()) {
        return 1;
    }
    report.add("plans", double(cohort->plans.size()));
    return 0;
}

/// Keeps nothing and asks nothing.
struct BareSax final : nlohmann::json_sax<nlohmann::json>
{
    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t /*value*/) override { return true; }
    bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
    bool number_float(number_float_t /*value*/, const string_t& /*written*/) override { return true; }
    bool string(string_t& /*value*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }
    bool start_object(std::size_t /*size*/) override { return true; }
    bool key(string_t& /*name*/) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t /*size*/) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t /*position*/, const std::string& /*token*/, const nlohmann::detail::exception& /*fault*/) override
    {
        return false;
    }
};

struct Bytes
{
    qint64 files = 0;
    qint64 plans = 0;
};

Bytes parse(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray bytes = file.readAll();
    const qsizetype tag = bytes.startsWith('<') ? bytes.indexOf("id=\"waymark-plan\">") + 18 : 0;
    const qsizetype end = bytes.startsWith('<') ? bytes.indexOf("</script", tag) : bytes.size();
    BareSax sax;
    nlohmann::json_sax<nlohmann::json>* events = &sax;
    const bool isRead = nlohmann::json::sax_parse(bytes.data() + tag, bytes.data() + end, events);
    return isRead ? Bytes { bytes.size(), end - tag } : Bytes {};
}

int floorOf(const QString& folder)
{
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
    std::atomic<qint64> all = 0;
    std::atomic<qint64> plans = 0;
    std::atomic<qsizetype> next = 0;
    std::atomic<bool> isGood = true;
    bench::Report report;
    report.add("read", bench::millisecondsOf([&] {
        QThreadPool pool;
        for (int i = 0; i < pool.maxThreadCount(); ++i) {
            pool.start([&] {
                for (qsizetype at = next++; at < files.size(); at = next++) {
                    const Bytes bytes = parse(files[at].filePath());
                    isGood = isGood && bytes.plans > 0;
                    all += bytes.files;
                    plans += bytes.plans;
                }
            });
        }
        pool.waitForDone();
    }));
    report.add("megabytes", double(all) / 1e6);
    report.add("json", double(plans) / 1e6);
    return isGood ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString verb = arguments.value(0);
    if (verb == "make"_L1) {
        return make(arguments.value(1), arguments.value(2).toInt(), arguments.value(3));
    }
    if (verb == "read"_L1) {
        return read(arguments.value(1));
    }
    if (verb == "floor"_L1) {
        return floorOf(arguments.value(1));
    }
    return 2;
}

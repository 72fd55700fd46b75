// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/Cohort.h>

#include <domain/AtomicFile.h>
#include <exchange/CleanText.h>
#include <exchange/PlanLimits.h>
#include <exchange/PlanPageText.h>

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::Error;
using domain::ErrorCode;
using domain::Result;

namespace {

constexpr int mostThreads = 16;

Result<PlanSummary> summaryOfFile(const QDir& folder, const QString& file)
{
    const QString shown = withHiddenShown(file); // the name comes from a stranger as well
    const Result<QByteArray> bytes = domain::readFile(folder.filePath(file), std::max(limits::planPageBytes, limits::jsonBytes));
    if (!bytes) {
        return domain::failure(bytes.error().code, shown, bytes.error().detail);
    }
    const Result<QByteArrayView> json = planJsonIn(*bytes, shown);
    if (!json) {
        return tl::unexpected(json.error());
    }
    return readPlanSummary(*json, shown).map([&file](PlanSummary summary) {
        summary.file = file;
        return summary;
    });
}

/// Threads take the next file each until there is none. A result lies where its file lies in the list.
class Run
{
public:
    Run(const QString& folder, const QStringList& files, const CohortOptions& options)
        : m_folder(folder)
        , m_files(files)
        , m_options(options)
        , m_results(static_cast<std::size_t>(files.size()))
    {
    }

    [[nodiscard]] std::vector<std::optional<Result<PlanSummary>>> results()
    {
        const int wanted = m_options.threads > 0 ? m_options.threads : QThread::idealThreadCount();
        const int threads = std::clamp(std::min(wanted, static_cast<int>(m_files.size())), 1, mostThreads);
        QThreadPool pool;
        pool.setMaxThreadCount(threads);
        for (int i = 1; i < threads; ++i) {
            pool.start([this] { work(); });
        }
        work();
        pool.waitForDone();
        return std::move(m_results);
    }

private:
    void work()
    {
        for (qsizetype i = m_next++; i < m_files.size() && !m_options.stop.stop_requested(); i = m_next++) {
            m_results[static_cast<std::size_t>(i)] = summaryOfFile(m_folder, m_files[i]);
            step();
        }
    }

    void step()
    {
        if (m_options.progress) {
            const std::scoped_lock lock(m_mutex);
            m_options.progress(++m_done, static_cast<int>(m_files.size()));
        }
    }

    const QDir m_folder;
    const QStringList& m_files;
    const CohortOptions& m_options;
    std::vector<std::optional<Result<PlanSummary>>> m_results;
    std::atomic<qsizetype> m_next = 0;
    std::mutex m_mutex;
    int m_done = 0;
};

/// Newest first; of what was made at the same moment, by file name.
bool isNewer(const PlanSummary& a, const PlanSummary& b)
{
    return a.created != b.created ? a.created > b.created : a.file < b.file;
}

CohortPlan planOfRevisions(std::vector<PlanSummary> revisions)
{
    std::sort(revisions.begin(), revisions.end(), isNewer);
    QSet<QString> seen;
    std::erase_if(revisions, [&seen](const PlanSummary& summary) {
        const bool isAgain = seen.contains(summary.revision);
        seen.insert(summary.revision);
        return isAgain;
    });
    CohortPlan plan;
    plan.newest = std::move(revisions.front());
    revisions.erase(revisions.begin());
    plan.earlier = std::move(revisions);
    return plan;
}

std::vector<CohortPlan> grouped(std::vector<PlanSummary> summaries)
{
    QHash<QString, std::size_t> placeOf;
    std::vector<std::vector<PlanSummary>> groups;
    for (PlanSummary& summary : summaries) {
        const auto found = placeOf.constFind(summary.plan);
        const std::size_t place = found == placeOf.cend() ? groups.size() : *found;
        if (place == groups.size()) {
            placeOf.insert(summary.plan, place);
            groups.emplace_back();
        }
        groups[place].push_back(std::move(summary));
    }
    std::vector<CohortPlan> plans;
    plans.reserve(groups.size());
    std::transform(groups.begin(), groups.end(), std::back_inserter(plans),
        [](std::vector<PlanSummary>& group) { return planOfRevisions(std::move(group)); });
    std::sort(plans.begin(), plans.end(), [](const CohortPlan& a, const CohortPlan& b) { return a.newest.file < b.newest.file; });
    return plans;
}

} // namespace

Result<QStringList> planFilesIn(const QString& folder)
{
    const QFileInfo info(folder);
    if (!info.exists()) {
        return domain::failure(ErrorCode::FileMissing, folder);
    }
    if (!info.isDir()) {
        return domain::failure(ErrorCode::InvalidFile, folder, u"not a folder"_s);
    }
    if (!info.isReadable()) {
        return domain::failure(ErrorCode::Io, folder, u"the folder cannot be read"_s);
    }
    const QDir files(folder);
    QStringList names = files.entryList({ u"*.html"_s, u"*.htm"_s, u"*.json"_s }, QDir::Files, QDir::NoSort);
    if (names.size() > limits::cohortFiles) {
        return domain::failure(ErrorCode::TooLarge, folder, u"more than %1 plan files"_s.arg(limits::cohortFiles));
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<Cohort> readCohort(const QString& folder, const CohortOptions& options)
{
    const Result<QStringList> files = planFilesIn(folder);
    if (!files) {
        return tl::unexpected(files.error());
    }
    std::vector<std::optional<Result<PlanSummary>>> results = Run(folder, *files, options).results();
    if (options.stop.stop_requested()) {
        return domain::failure(ErrorCode::Cancelled, folder);
    }
    Cohort cohort;
    std::vector<PlanSummary> summaries;
    for (std::optional<Result<PlanSummary>>& result : results) {
        if (*result) {
            summaries.push_back(std::move(**result));
        } else {
            cohort.unreadable.push_back(std::move(result->error()));
        }
    }
    cohort.plans = grouped(std::move(summaries));
    return cohort;
}

} // namespace waymark::exchange

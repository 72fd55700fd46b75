// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CodeRunner.h>

#include <exchange/CodeLanguages.h>
#include <exchange/CodeVerdict.h>
#include <exchange/CourseSource.h>
#include <exchange/RunCache.h>
#include <exchange/RunEngines.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr int mostJobs = 16;

constexpr std::array codeRules {
    CourseRule { "code-run", "code marked run ends well" },
    CourseRule { "code-output", "code prints what its output block says" },
    CourseRule { "code-fails", "code marked fails ends badly and says what its output block says" },
    CourseRule { "code-check", "code marked check compiles" },
    CourseRule { "code-time", "code ends within 120 s and prints at most 1 MiB" },
    CourseRule { "code-tool-missing", "the tools that the code needs are installed" },
};

bool writeText(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

class Runner
{
public:
    explicit Runner(const CodeRunOptions& options)
        : m_options(options)
        , m_cache(options.cacheFolder)
        , m_confinement(bestConfinement())
    {
    }

    CodeRunReport runAll(const std::vector<CodeRun>& runs);

private:
    /// The folder of one run: the work folder in it, the home beside it.
    struct Place
    {
        QTemporaryDir outer { QDir::tempPath() + u"/waymark-run-XXXXXX"_s };
        QString work = outer.filePath(u"work"_s);
        QString home = outer.filePath(u"home"_s);
    };

    std::optional<CourseFault> judge(const CodeRun& run);
    std::optional<CourseFault> execute(const CodeRun& run);
    [[nodiscard]] bool sharesLoopback(const CodeRun& run) const;
    std::optional<CourseFault> executeScript(const CodeRun& run, const CodeLanguage& language, const Place& place);
    std::optional<CourseFault> executeSql(const CodeRun& run, const CodeLanguage& language, const Place& place);
    ProcessAnswer start(
        const QStringList& command, const Place& place, const QByteArray& input, const CodeLanguage& language, const QString& sockets = {});
    QString versionOf(const CodeRun& run, const CodeLanguage& language);
    bool hasFirewall();
    void step(int all);

    const CodeRunOptions& m_options;
    RunCache m_cache;
    Confinement m_confinement;
    RunEngines m_engines;
    std::mutex m_loopback; ///< held by the one block that may listen
    std::mutex m_mutex; ///< of what follows
    std::map<QString, QString> m_versions;
    std::optional<bool> m_hasFirewall;
    int m_done = 0;
    std::atomic<int> m_remembered = 0;
    std::atomic<int> m_leftOut = 0;
    std::atomic<bool> m_isCancelled = false;
};

QString Runner::versionOf(const CodeRun& run, const CodeLanguage& language)
{
    const std::scoped_lock lock(m_mutex);
    const QString key = language.name + run.attributes.engine;
    if (const auto found = m_versions.find(key); found != m_versions.end()) {
        return found->second;
    }
    QString version;
    if (!run.attributes.engine.isEmpty()) {
        version = RunEngines::versionOf(run.attributes.engine);
    } else if (!toolPath(language.version.front()).isEmpty()) {
        const ProcessAnswer answer = runProcess({ language.version, QDir::tempPath(), QDir::tempPath(), {}, {} });
        version = answer.isGood() ? QString::fromUtf8(answer.output + answer.error).section(u'\n', 0, 0) : QString();
    }
    return m_versions[key] = version;
}

/// Tried once: rules in a network of its own, which containers mostly refuse.
bool Runner::hasFirewall()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_hasFirewall) {
        const Place place;
        const bool isReady = QDir().mkpath(place.work) && QDir().mkpath(place.home);
        const QStringList probe { u"unshare"_s, u"-rn"_s, u"nft"_s, u"add table inet probe"_s };
        m_hasFirewall = isReady && start(probe, place, {}, *codeLanguage(u"bash"_s)).isGood();
    }
    return *m_hasFirewall;
}

ProcessAnswer Runner::start(
    const QStringList& command, const Place& place, const QByteArray& input, const CodeLanguage& language, const QString& sockets)
{
    const bool needsAddressSpace = language.needsAddressSpace || language.name == "bash"_L1 || language.name == "sh"_L1;
    const QStringList reachable = sockets.isEmpty() ? QStringList() : QStringList { sockets };
    return runProcess({ confined(m_confinement, command, place.work, place.outer.path(), reachable), place.work, place.home, input,
                          limitsOf(m_confinement, needsAddressSpace), m_options.seconds },
        [this] { return m_isCancelled || (m_options.isCancelled && m_options.isCancelled()); });
}

std::optional<CourseFault> Runner::executeScript(const CodeRun& run, const CodeLanguage& language, const Place& place)
{
    const bool isNamed = !run.attributes.file.isEmpty();
    const QString script = isNamed ? run.attributes.file : place.outer.filePath(scriptNameOf(language, run.code));
    if (!writeText(isNamed ? place.work + u'/' + script : script, run.code.toUtf8())) {
        return verdictOn(run, {});
    }
    const QStringList command = run.act == Fence::Act::Check ? language.compile : language.run;
    return verdictOn(run, start(command + QStringList { script }, place, {}, language));
}

std::optional<CourseFault> Runner::executeSql(const CodeRun& run, const CodeLanguage& language, const Place& place)
{
    QStringList loader = { u"sqlite3"_s, u"a.db"_s };
    QStringList client = (run.act == Fence::Act::Check ? language.compile : language.run) + QStringList { u"a.db"_s };
    QString sockets;
    if (!run.attributes.engine.isEmpty()) {
        const auto database = m_engines.newDatabase(run.attributes.engine);
        if (!database) {
            const domain::Error& error = database.error();
            ProcessAnswer answer { ProcessAnswer::End::Exited, 1, {}, error.detail.toUtf8() };
            return error.code == domain::ErrorCode::FileMissing ? missingTool(run, run.attributes.engine, error.subject)
                                                                : verdictOn(run, answer);
        }
        loader = client = database->client;
        sockets = database->sockets;
    }
    if (!run.fixture.isEmpty()) {
        const ProcessAnswer loaded = start(loader, place, run.fixture, language, sockets);
        if (!loaded.isGood()) {
            CodeRun fixture = run;
            fixture.act = Fence::Act::Run;
            fixture.output.reset();
            return verdictOn(fixture, loaded);
        }
    }
    return verdictOn(run, start(client, place, run.code.toUtf8(), language, sockets));
}

/// Without a network of its own, a block that talks to itself can meet another block's server at the same port.
bool Runner::sharesLoopback(const CodeRun& run) const
{
    static const QRegularExpression own(u"127\\.0\\.0\\.1|localhost|0\\.0\\.0\\.0"_s);
    const auto talks = [](const QString& text) { return own.match(text).hasMatch(); };
    return m_confinement == Confinement::LimitsOnly
        && (talks(run.code) || std::any_of(run.saved.begin(), run.saved.end(), [&](const auto& file) { return talks(file.second); }));
}

std::optional<CourseFault> Runner::execute(const CodeRun& run)
{
    std::unique_lock<std::mutex> alone(m_loopback, std::defer_lock);
    if (sharesLoopback(run)) {
        alone.lock();
    }
    const CodeLanguage& language = *codeLanguage(run.language);
    const Place place;
    bool isReady = place.outer.isValid() && QDir().mkpath(place.work) && QDir().mkpath(place.home);
    for (const auto& [path, text] : run.saved) {
        isReady = isReady && writeText(place.work + u'/' + path, text.toUtf8());
    }
    if (!isReady) {
        return verdictOn(run, {});
    }
    return language.name == "sql"_L1 ? executeSql(run, language, place) : executeScript(run, language, place);
}

std::optional<CourseFault> Runner::judge(const CodeRun& run)
{
    const CodeLanguage& language = *codeLanguage(run.language);
    const QString version = versionOf(run, language);
    if (version.isEmpty()) {
        const QString& engine = run.attributes.engine;
        return engine.isEmpty() ? missingTool(run, language.run.front(), language.package)
                                : missingTool(run, engine, engine == "mariadb"_L1 ? u"mariadb-server"_s : engine);
    }
    const QString key = RunCache::keyOf(run, version);
    if (m_cache.holds(key)) {
        ++m_remembered;
        return std::nullopt;
    }
    if (run.attributes.needs == "firewall"_L1 && !hasFirewall()) {
        ++m_leftOut;
        return std::nullopt;
    }
    std::optional<CourseFault> fault = execute(run);
    if (m_options.isCancelled && m_options.isCancelled()) {
        m_isCancelled = true;
    } else if (!fault) {
        m_cache.add(key);
    }
    return fault;
}

void Runner::step(int all)
{
    const std::scoped_lock lock(m_mutex);
    ++m_done;
    if (m_options.progress) {
        m_options.progress(m_done, all);
    }
}

CodeRunReport Runner::runAll(const std::vector<CodeRun>& runs)
{
    std::vector<std::optional<CourseFault>> faults(runs.size());
    QThreadPool pool;
    pool.setMaxThreadCount(std::clamp(m_options.jobs > 0 ? m_options.jobs : QThread::idealThreadCount(), 1, mostJobs));
    for (std::size_t i = 0; i < runs.size(); ++i) {
        pool.start([this, i, &runs, &faults] {
            if (!m_isCancelled) {
                faults[i] = judge(runs[i]);
                step(static_cast<int>(runs.size()));
            }
        });
    }
    pool.waitForDone();
    CodeRunReport report;
    for (auto& fault : faults) {
        if (fault) {
            report.faults.push_back(std::move(*fault));
        }
    }
    report.blocks = static_cast<int>(runs.size());
    report.remembered = m_remembered;
    report.leftOut = m_leftOut;
    report.confinement = m_confinement;
    report.isCancelled = m_isCancelled;
    return report;
}

} // namespace

std::span<const CourseRule> codeRuleNames()
{
    return codeRules;
}

CodeRunReport runCode(const std::vector<CodeRun>& runs, const CodeRunOptions& options)
{
    return Runner(options).runAll(runs);
}

CodeRunReport runCourseCode(const CourseFiles& files, const CodeRunOptions& options)
{
    std::vector<CodeRun> runs;
    const CourseSource source = parseCourse(files);
    for (const SkillSource* text : source.written()) {
        const auto more = codeRunsOf(text->file, *text->lesson, files);
        runs.insert(runs.end(), more.begin(), more.end());
    }
    return runCode(runs, options);
}

} // namespace waymark::exchange

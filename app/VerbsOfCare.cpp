// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/LibraryDoor.h>
#include <app/RecordCheck.h>
#include <app/RecoveryTalk.h>
#include <app/VerbTable.h>

#include <storage/Backup.h>
#include <storage/BackupFolder.h>
#include <storage/OpenLadder.h>
#include <storage/Recovery.h>
#include <storage/SqliteStore.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::Result;

namespace {

class CareVerbs
{
    Q_DECLARE_TR_FUNCTIONS(CareVerbs)

public:
    static int doctor(const VerbCall& call);
    static int create(const VerbCall& call);

private:
    class Doctor;

    static Result<std::unique_ptr<session::Workspace>> openLibrary(const QString& path, bool mayWrite);
    static Result<void> checkFile(const QString& path);
    static bool recover(Doctor& doctor, const VerbCall& call, domain::RecoveryWay way);
    static int checkRecords(Doctor& doctor, const VerbCall& call);
    static Result<std::optional<domain::Edit>> checkRecords(Doctor& doctor, const QString& path, bool mayWrite);
    static int say(const VerbCall& call, const QJsonObject& json, const QString& sentence);
};

int CareVerbs::say(const VerbCall& call, const QJsonObject& json, const QString& sentence)
{
    if (call.console.isJson()) {
        call.console.json(json);
    } else {
        call.console.line(sentence);
    }
    return 0;
}

/// The lines of the doctor, printed as they come.
class CareVerbs::Doctor
{
public:
    explicit Doctor(Console& console)
        : m_console(console)
    {
    }

    [[nodiscard]] bool isOk() const { return !m_worst.has_value(); }

    void note(const CheckLine& line)
    {
        const Result<void>& result = line.result;
        const QString detail = result ? line.fine : result.error().detail.isEmpty() ? result.error().subject : result.error().detail;
        QJsonObject object { { u"name"_s, line.name }, { u"ok"_s, result.has_value() }, { u"detail"_s, detail } };
        if (!line.differences.isEmpty()) {
            object.insert(u"differences"_s, line.differences);
        }
        m_checks.append(object);
        // After a recovery what was lost may show in the records: that is said, and no fault of the new library.
        const bool isAftermath = !m_recovery.isEmpty() && !line.differences.isEmpty();
        if (!result && isOk() && !isAftermath) {
            m_worst = result.error();
        }
        if (!m_console.isJson()) {
            m_console.line(u"%1  %2  %3"_s.arg(result ? tr("ok ") : tr("BAD"), line.name, detail));
        }
    }

    /// The library is sound again.
    void recovered(const domain::RecoveryReport& report)
    {
        m_worst.reset();
        m_recovery = RecoveryTalk::json(report);
        if (!m_console.isJson()) {
            RecoveryTalk::print(m_console, report);
        }
    }
    /// It is not, and this is why.
    void notRecovered(const domain::Error& reason) { m_worst = reason; }

    /// What to say at the end where differences stand.
    void cannotRepair(const domain::Error& reason) { m_hindrance = reason; }

    /// `repair` is the edit that was made, if one was.
    int finish(const std::optional<domain::Edit>& repair)
    {
        if (m_console.isJson()) {
            QJsonObject object { { u"ok"_s, isOk() }, { u"checks"_s, m_checks } };
            if (repair) {
                object.insert(u"edit"_s, repair->id);
            }
            if (!m_recovery.isEmpty()) {
                object.insert(u"recovery"_s, m_recovery);
            }
            m_console.json(object);
        } else if (repair) {
            m_console.line(
                tr("Rebuilt %n record(s) from the recalls (edit %1).", nullptr, static_cast<int>(repair->changes.size())).arg(repair->id));
        }
        const bool isHindered = m_hindrance && m_worst && m_worst->code == domain::ErrorCode::RecordsDiffer;
        return isOk() ? 0 : m_console.fail(isHindered ? *m_hindrance : *m_worst);
    }

private:
    Console& m_console;
    QJsonArray m_checks;
    QJsonObject m_recovery;
    std::optional<domain::Error> m_worst; ///< the first
    std::optional<domain::Error> m_hindrance;
};

/// The records of a library whose file is sound. With `mayWrite` cards that differ are rebuilt first; the edit that did it.
Result<std::optional<domain::Edit>> CareVerbs::checkRecords(Doctor& doctor, const QString& path, bool mayWrite)
{
    auto workspace = openLibrary(path, mayWrite);
    if (!workspace && workspace.error().code == domain::ErrorCode::ReadOnly && !mayWrite) {
        doctor.note({ u"recalls"_s, {}, tr("left out: an older Waymark made the library; open it once in the window"), {} });
        return std::nullopt;
    }
    if (!workspace) {
        return tl::unexpected(workspace.error());
    }
    auto check = RecordCheck::of(**workspace, path);
    std::optional<domain::Edit> repair;
    if (check && mayWrite && !check->replay().rebuilt.empty()) {
        auto made = (*workspace)->apply(domain::repairCards((*workspace)->context(), check->replay().rebuilt));
        if (!made) {
            return tl::unexpected(made.error());
        }
        repair = std::move(*made);
        check = RecordCheck::of(**workspace, path);
    }
    if (!check) {
        return tl::unexpected(check.error());
    }
    doctor.note(check->recalls());
    doctor.note(check->journal());
    return repair;
}

/// Without the bundled course, which the window brings: here nothing changes that nobody asked for.
Result<std::unique_ptr<session::Workspace>> CareVerbs::openLibrary(const QString& path, bool mayWrite)
{
    storage::OpenOptions options;
    options.now = systemClock().now();
    options.program = QCoreApplication::applicationVersion();
    auto store = mayWrite ? storage::SqliteStore::open(path, options) : storage::SqliteStore::openReadOnly(path, options);
    if (!store) {
        return tl::unexpected(store.error());
    }
    return session::Workspace::open(std::move(*store), systemClock());
}

/// While somebody has the library, its file alone is not its whole state, so it is looked at through SQLite.
Result<void> CareVerbs::checkFile(const QString& path)
{
    if (!storage::hasLogBeside(path)) {
        return storage::verifyBackup(path);
    }
    storage::OpenOptions options;
    options.now = systemClock().now();
    options.checkPages = false;
    auto store = storage::SqliteStore::openReadOnly(path, options);
    return store ? (*store)->checkPages() : Result<void>(tl::unexpected(store.error()));
}

/// Whether there is a sound library now.
bool CareVerbs::recover(Doctor& doctor, const VerbCall& call, domain::RecoveryWay way)
{
    const auto report = storage::recoverLibrary(
        call.libraryPath, { {}, systemClock().now(), way, storage::Migrations::known(), QCoreApplication::applicationVersion() });
    if (report) {
        doctor.recovered(*report);
    } else {
        doctor.notRecovered(report.error());
    }
    return report.has_value();
}

/// Looks at the file, at the newest backup and at the records, and changes nothing but what --repair recovers or rebuilds.
int CareVerbs::doctor(const VerbCall& call)
{
    const Result<domain::RecoveryWay> way = RecoveryTalk::wayOf(call.invocation);
    if (!way) {
        return call.console.fail(way.error());
    }
    Doctor doctor(call.console);
    const bool wantsRepair = call.invocation.flags.contains(u"repair"_s);
    Result<void> file = checkFile(call.libraryPath);
    const bool isDamaged = !file && RecoveryTalk::isRecoverable(file.error(), call.libraryPath);
    if (isDamaged) { // and nothing else, whatever its header says
        file = domain::failure(domain::ErrorCode::LibraryCorrupt, call.libraryPath, file.error().detail);
    }
    const bool isOlder = !file && file.error().code == domain::ErrorCode::ReadOnly;
    doctor.note({ u"library"_s, isOlder ? Result<void>() : file,
        isOlder ? tr("made by an older version: not looked into; the next start brings it up to date")
                : tr("opens, schema as expected, every page and reference sound"),
        {} });
    const QString folder = storage::backupFolderOf(call.libraryPath);
    const std::vector<storage::BackupFile> backups = storage::listBackups(folder, call.libraryPath);
    const QString newest = backups.empty() ? QString() : backups.front().path;
    doctor.note({ u"backup"_s, backups.empty() ? Result<void>() : storage::verifyBackup(newest),
        backups.empty() ? tr("no backup yet; the window makes one a day") : newest.section(u'/', -1), {} });
    bool isFileSound = file.has_value();
    if (isDamaged && wantsRepair) {
        isFileSound = recover(doctor, call, *way);
    }
    return isFileSound ? checkRecords(doctor, call) : doctor.finish({});
}

int CareVerbs::checkRecords(Doctor& doctor, const VerbCall& call)
{
    const bool wantsRepair = call.invocation.flags.contains(u"repair"_s);
    auto repair = checkRecords(doctor, call.libraryPath, wantsRepair);
    const auto cannotWrite = [&repair] {
        return repair.error().code == domain::ErrorCode::LibraryLocked || repair.error().code == domain::ErrorCode::ReadOnly;
    };
    if (wantsRepair && !repair && cannotWrite()) {
        doctor.cannotRepair(repair.error());
        repair = checkRecords(doctor, call.libraryPath, false);
    }
    if (!repair) {
        doctor.note({ u"recalls"_s, tl::unexpected(repair.error()), {}, {} });
    }
    return doctor.finish(repair.value_or(std::nullopt));
}

int CareVerbs::create(const VerbCall& call)
{
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"waymark"_s, u"waymark"_s);
    const QString path = LibraryDoor::pathFor(call.invocation.argument(0));
    const auto workspace = LibraryDoor(settings, systemClock()).create(path);
    if (!workspace) {
        return call.console.fail(workspace.error());
    }
    return say(call, { { u"library"_s, path } }, tr("Made the library %1.").arg(path));
}

} // namespace

std::vector<Verb> careVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    constexpr auto none = LibraryNeed::None;
    return {
        { u"new"_s, u"FILE"_s, tr("make a new library"), 1, 1, none, {}, CareVerbs::create },
        { u"doctor"_s, {}, tr("check the library, its newest backup and its records"), 0, 0, none,
            { { u"repair"_s, {}, tr("recover a damaged library, or rebuild cards that differ from their recalls") },
                { u"from"_s, u"SOURCE"_s, tr("recover from backup, salvage or both (default: both)") } },
            CareVerbs::doctor },
    };
}

} // namespace waymark::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/LibraryDoor.h>
#include <app/VerbTable.h>

#include <storage/Backup.h>
#include <storage/BackupFolder.h>

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
    static int backup(const VerbCall& call);
    static int restore(const VerbCall& call);
    static int create(const VerbCall& call);

private:
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

/// Looks at the file and at the newest backup, and changes nothing.
int CareVerbs::doctor(const VerbCall& call)
{
    QJsonArray checks;
    bool allOk = true;
    domain::Error worst;
    const auto note = [&](const QString& name, const Result<void>& result, const QString& fine) {
        const QString detail = result ? fine : result.error().detail.isEmpty() ? result.error().subject : result.error().detail;
        checks.append(QJsonObject { { u"name"_s, name }, { u"ok"_s, result.has_value() }, { u"detail"_s, detail } });
        if (!result && allOk) {
            allOk = false;
            worst = result.error();
        }
        if (!call.console.isJson()) {
            call.console.line(u"%1  %2  %3"_s.arg(result ? tr("ok ") : tr("BAD"), name, detail));
        }
    };
    note(u"library"_s, storage::verifyBackup(call.libraryPath), tr("opens, schema as expected, every page and reference sound"));
    const QString folder = storage::backupFolderOf(call.libraryPath);
    const std::vector<storage::BackupFile> backups = storage::listBackups(folder, call.libraryPath);
    if (backups.empty()) {
        note(u"backup"_s, {}, tr("no backup yet; the window makes one a day"));
    } else {
        note(u"backup"_s, storage::verifyBackup(backups.front().path), backups.front().path.section(u'/', -1));
    }
    if (call.console.isJson()) {
        call.console.json(QJsonObject { { u"ok"_s, allOk }, { u"checks"_s, checks } });
    }
    return allOk ? 0 : call.console.fail(worst);
}

int CareVerbs::backup(const VerbCall& call)
{
    const QString folder = storage::backupFolderOf(call.libraryPath);
    const Result<QString> made = storage::makeBackup(call.libraryPath, folder, systemClock().now());
    if (!made) {
        return call.console.fail(made.error());
    }
    if (call.invocation.flags.contains(u"verify"_s)) {
        if (const Result<void> sound = storage::verifyBackup(*made); !sound) {
            return call.console.fail(sound.error());
        }
    }
    return say(call, { { u"file"_s, *made }, { u"verified"_s, true } }, tr("Backed up to %1, and checked.").arg(*made));
}

int CareVerbs::restore(const VerbCall& call)
{
    const QString from = call.invocation.argument(0);
    const QString folder = storage::backupFolderOf(call.libraryPath);
    const Result<storage::Restored> restored = storage::restoreBackup(from, call.libraryPath, folder, systemClock().now());
    if (!restored) {
        return call.console.fail(restored.error());
    }
    const QString sentence = restored->kept.isEmpty() ? tr("Restored %1.").arg(from)
                                                      : tr("Restored %1. The library as it was is kept at %2.").arg(from, restored->kept);
    return say(call, { { u"library"_s, call.libraryPath }, { u"kept"_s, restored->kept } }, sentence);
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
        { u"doctor"_s, {}, tr("check the library and its newest backup"), 0, 0, none, {}, CareVerbs::doctor },
        { u"backup"_s, {}, tr("back the library up and check the copy"), 0, 0, none,
            { { u"verify"_s, {}, tr("open the finished backup once more and check it in full") } }, CareVerbs::backup },
        { u"restore"_s, u"FILE"_s, tr("put a backup in the library's place; what was there is kept"), 1, 1, none, {}, CareVerbs::restore },
    };
}

} // namespace waymark::app

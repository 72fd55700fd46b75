// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/LibraryDoor.h>
#include <app/Outlook.h>
#include <app/VerbTable.h>

#include <learning/LibraryComparison.h>
#include <storage/Backup.h>
#include <storage/BackupBook.h>
#include <storage/RestoredCopy.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::Result;

namespace {

class BackupVerbs
{
    Q_DECLARE_TR_FUNCTIONS(BackupVerbs)

public:
    static int backup(const VerbCall& call);
    static int restore(const VerbCall& call);

private:
    static constexpr int mostNamed = 20; ///< skills and edits; a script gets them all

    static int say(const VerbCall& call, const QJsonObject& json, const QStringList& sentences);
    static storage::BackupBook bookOf(const QString& library);
    static int test(const VerbCall& call, const QString& file);
    /// What a restore would change, for a script and for a person.
    struct Preview
    {
        QJsonObject json;
        QStringList lines;
    };
    static Result<Preview> preview(const VerbCall& call, const QString& file);
    static QString sentenceOf(const domain::BackupProof& proof);
    static QJsonObject jsonOf(const domain::BackupProof& proof);
    static QJsonObject jsonOf(const learning::LibraryFigures& figures);
    static QJsonObject jsonOf(const learning::LibraryComparison& comparison);
    static QStringList linesOf(const learning::LibraryFigures& now, const learning::LibraryFigures& then);
    static QStringList linesOf(const learning::LibraryComparison& comparison, const domain::Course& course);
};

int BackupVerbs::say(const VerbCall& call, const QJsonObject& json, const QStringList& sentences)
{
    if (call.console.isJson()) {
        call.console.json(json);
        return 0;
    }
    for (const QString& sentence : sentences) {
        call.console.line(sentence);
    }
    return 0;
}

storage::BackupBook BackupVerbs::bookOf(const QString& library)
{
    return { library, storage::backupFolderOf(library), systemClock().now };
}

QString BackupVerbs::sentenceOf(const domain::BackupProof& proof)
{
    return tr("A restore of this backup gives the library as it was at %1: %2, %3.", "moment, records, edits")
        .arg(isoSecond(proof.at), tr("%n record(s)", nullptr, proof.records), tr("%n edit(s)", nullptr, proof.edits));
}

QJsonObject BackupVerbs::jsonOf(const domain::BackupProof& proof)
{
    QJsonObject tables;
    for (const auto& [table, rows] : proof.rows.asKeyValueRange()) {
        tables.insert(table, rows);
    }
    return { { u"file"_s, proof.file }, { u"verified"_s, true }, { u"at"_s, isoSecond(proof.at) }, { u"records"_s, proof.records },
        { u"edits"_s, proof.edits }, { u"tables"_s, tables } };
}

int BackupVerbs::backup(const VerbCall& call)
{
    const bool wantsTest = call.invocation.flags.contains(u"verify"_s);
    if (const QString file = call.invocation.argument(0); !file.isEmpty()) {
        if (!wantsTest) {
            return call.console.fail(
                { domain::ErrorCode::Usage, file, tr("A file is tested with --verify: waymark backup --verify %1").arg(file) });
        }
        return test(call, file);
    }
    if (wantsTest) {
        const Result<domain::BackupProof> proof = bookOf(call.libraryPath).makeTested({});
        return proof ? say(call, jsonOf(*proof), { tr("Backed up to %1, and checked.").arg(proof->file), sentenceOf(*proof) })
                     : call.console.fail(proof.error());
    }
    const Result<QString> made = storage::makeBackup(call.libraryPath, storage::backupFolderOf(call.libraryPath), systemClock().now());
    return made ? say(call, { { u"file"_s, *made }, { u"verified"_s, true } }, { tr("Backed up to %1, and checked.").arg(*made) })
                : call.console.fail(made.error());
}

int BackupVerbs::test(const VerbCall& call, const QString& file)
{
    const Result<domain::BackupProof> proof = bookOf(call.libraryPath).test(QFileInfo(file).absoluteFilePath(), {});
    return proof ? say(call, jsonOf(*proof), { sentenceOf(*proof) }) : call.console.fail(proof.error());
}

int BackupVerbs::restore(const VerbCall& call)
{
    const QString from = call.invocation.argument(0);
    Result<Preview> shown = preview(call, from);
    if (!shown) {
        return call.console.fail(shown.error());
    }
    if (call.invocation.flags.contains(u"dry-run"_s)) {
        return say(call, shown->json, shown->lines);
    }
    if (!call.console.isJson()) { // read before it is done, whatever comes of it
        say(call, {}, shown->lines);
        call.console.flush();
    }
    const QString folder = storage::backupFolderOf(call.libraryPath);
    const Result<storage::Restored> restored = storage::restoreBackup(from, call.libraryPath, folder, systemClock().now());
    if (!restored) {
        return call.console.fail(restored.error());
    }
    const QString sentence = restored->kept.isEmpty() ? tr("Restored %1.").arg(from)
                                                      : tr("Restored %1. The library as it was is kept at %2.").arg(from, restored->kept);
    shown->json.insert(u"kept"_s, restored->kept);
    return say(call, shown->json, { sentence });
}

QJsonObject BackupVerbs::jsonOf(const learning::LibraryFigures& figures)
{
    return { { u"finished"_s, figures.finished }, { u"started"_s, figures.started }, { u"items"_s, figures.items },
        { u"notes"_s, figures.notes }, { u"recalls"_s, figures.recalls }, { u"minutes"_s, figures.minutes },
        { u"edits"_s, figures.edits } };
}

QJsonObject BackupVerbs::jsonOf(const learning::LibraryComparison& comparison)
{
    QJsonArray skills;
    for (const learning::SkillDifference& skill : comparison.skills) {
        skills.append(QJsonObject { { u"id"_s, skill.id }, { u"title"_s, skill.title }, { u"now"_s, learning::toString(skill.now) },
            { u"then"_s, learning::toString(skill.then) } });
    }
    const auto edits = [](const std::vector<domain::Edit>& list) {
        QJsonArray array;
        for (const domain::Edit& edit : list) {
            array.append(QJsonObject { { u"edit"_s, edit.id }, { u"kind"_s, domain::toString(edit.kind) }, { u"at"_s, isoSecond(edit.at) },
                { u"subject"_s, edit.subject } });
        }
        return array;
    };
    return { { u"now"_s, jsonOf(comparison.now) }, { u"then"_s, jsonOf(comparison.then) }, { u"skills"_s, skills },
        { u"lost"_s, edits(comparison.lost) }, { u"regained"_s, edits(comparison.regained) }, { u"same"_s, comparison.isSame() },
        { u"otherLibrary"_s, comparison.isOtherLibrary }, { u"otherCourse"_s, comparison.isOtherCourse } };
}

QStringList BackupVerbs::linesOf(const learning::LibraryFigures& now, const learning::LibraryFigures& then)
{
    const auto line = [](const QString& what, const QString& present, const QString& past) {
        return u"  %1 %2  %3"_s.arg(what, -18).arg(present, 10).arg(past, 10);
    };
    const auto count
        = [&line](const QString& what, int present, int past) { return line(what, QString::number(present), QString::number(past)); };
    return { line(QString(), tr("now"), tr("backup")), count(tr("skills finished"), now.finished, then.finished),
        count(tr("skills started"), now.started, then.started), count(tr("items ticked"), now.items, then.items),
        count(tr("notes"), now.notes, then.notes), count(tr("recalls"), now.recalls, then.recalls),
        line(tr("study time"), ui::Words::minutes(now.minutes), ui::Words::minutes(then.minutes)) };
}

QStringList BackupVerbs::linesOf(const learning::LibraryComparison& comparison, const domain::Course& course)
{
    QStringList lines = linesOf(comparison.now, comparison.then);
    const auto list = [&lines](const QString& head, const QStringList& rows) {
        if (!rows.isEmpty()) {
            lines += head;
            lines += rows.first(std::min<qsizetype>(rows.size(), mostNamed));
            if (rows.size() > mostNamed) {
                lines += tr("  and %n more", nullptr, static_cast<int>(rows.size() - mostNamed));
            }
        }
    };
    QStringList skills;
    for (const learning::SkillDifference& skill : comparison.skills) {
        skills += u"  %1: %2"_s.arg(skill.title,
            skill.now == skill.then ? ui::Words::state(skill.now)
                                    : tr("%1 now, %2 then", "states").arg(ui::Words::state(skill.now), ui::Words::state(skill.then)));
    }
    list(tr("%n skill(s) would differ:", nullptr, static_cast<int>(skills.size())), skills);
    const domain::Roadmap roadmap(course);
    const auto edits = [&roadmap](const std::vector<domain::Edit>& all) {
        QStringList rows;
        for (const domain::Edit& edit : all) {
            rows += u"  %1  %2"_s.arg(isoSecond(edit.at), ui::unisolated(ui::Words::edit(edit, roadmap)));
        }
        return rows;
    };
    list(tr("%n edit(s) would be lost:", nullptr, static_cast<int>(comparison.lost.size())), edits(comparison.lost));
    list(tr("%n edit(s) would come back:", nullptr, static_cast<int>(comparison.regained.size())), edits(comparison.regained));
    return lines;
}

Result<BackupVerbs::Preview> BackupVerbs::preview(const VerbCall& call, const QString& file)
{
    const auto then = storage::RestoredCopy::of(file, systemClock().now()).and_then([](const auto& copy) { return copy.contents(); });
    if (!then) {
        return tl::unexpected(then.error());
    }
    const auto now = storage::contentsOfLibrary(call.libraryPath, systemClock().now());
    const learning::Moment moment { systemClock().now(), systemClock().zone };
    QJsonObject json { { u"library"_s, call.libraryPath }, { u"backup"_s, file } };
    if (!now) { // missing or unreadable, which is when a backup is wanted most
        const learning::LibraryFigures figures = learning::figuresOf(*then, moment);
        json.insert(u"now"_s, QJsonValue::Null);
        json.insert(u"then"_s, jsonOf(figures));
        return Preview { json,
            QStringList(tr("The library %1 cannot be read as it is now; this is what the backup holds.").arg(call.libraryPath))
                + linesOf({}, figures) };
    }
    const learning::LibraryComparison comparison = learning::compareLibraries(*now, *then, moment);
    const QJsonObject compared = jsonOf(comparison);
    for (auto it = compared.begin(); it != compared.end(); ++it) {
        json.insert(it.key(), it.value());
    }
    QStringList lines { comparison.isSame() ? tr("A restore of %1 would change nothing that you recorded.").arg(file)
                                            : tr("A restore of %1 would change this. Nothing was changed yet.").arg(file) };
    if (comparison.isOtherLibrary) {
        lines += tr("The backup is of another library.");
    }
    return Preview { json, lines + linesOf(comparison, now->course) };
}

} // namespace

std::vector<Verb> backupVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    constexpr auto none = LibraryNeed::None;
    return {
        { u"backup"_s, u"[FILE]"_s, tr("back the library up and check the copy"), 0, 1, none,
            { { u"verify"_s, {}, tr("test that it restores: the new backup, or the one in FILE, which is only read") } },
            BackupVerbs::backup },
        { u"restore"_s, u"FILE"_s, tr("put a backup in the library's place; what was there is kept"), 1, 1, none,
            { { u"dry-run"_s, {}, tr("only say what would change") } }, BackupVerbs::restore },
    };
}

} // namespace waymark::app

// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program is killed inside a start with a migration, an import, an export, a backup and a restore: before calls to the disk that
// are evenly chosen from all that each makes, or several times before each where there are fewer. WAYMARK_WINDOW_KILL_POINTS says how often
// (0 for once before each of them).
#include "../program/WholeProgram.h"

#include <domain/Progress.h>
#include <storage/Backup.h>
#include <storage/BackupFolder.h>
#include <storage/Connection.h>
#include <storage/OpenLadder.h>
#include <storage/SqliteStore.h>

#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class tst_WindowKills : public QObject, support::WholeProgram
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedItIsOldOrNewAndStartsAgain_data();
    void killedItIsOldOrNewAndStartsAgain();

private:
    [[nodiscard]] Ended verb(const QString& library, const QStringList& words) const
    {
        return run(QStringLiteral(WAYMARK_PROGRAM), QStringList { u"--library"_s, library } + words, home());
    }
    [[nodiscard]] QString file(const QString& name) const { return m_folder + u'/' + name; }
    [[nodiscard]] QString library() const { return file(u"library.waymark"_s); }
    [[nodiscard]] Ended window(const QString& act, int call, const QString& with = {}) const
    {
        return run(QStringLiteral(WAYMARK_KILLED_WINDOW), { library(), act, QString::number(call), with }, home());
    }
    void layOut(const QString& act);
    [[nodiscard]] QString wrongAfter(const QString& act) const;
    [[nodiscard]] QString wrongFiles() const;
    [[nodiscard]] static QByteArray hashOf(const QString& library)
    {
        auto store = storage::SqliteStore::open(library, {});
        return store ? domain::contentHash((*store)->progress().value()) : QByteArray();
    }
    [[nodiscard]] static QByteArray bytesOf(const QString& path)
    {
        QFile opened(path);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    QString m_folder; ///< of the library that is used
    QByteArray m_old; ///< hash of what was done in it
    QByteArray m_backedUp; ///< hash of what its backup has
    QByteArray m_exported; ///< the file that an export goes over
    QString m_backup;
};

/// A library with a backup, to which something was done since; the plan of one that is ahead; and one of the first schema.
void tst_WindowKills::initTestCase()
{
    m_folder = path(u"base"_s);
    QVERIFY(QDir().mkpath(m_folder));
    QCOMPARE(run(QStringLiteral(WAYMARK_PROGRAM), { u"new"_s, library() }, home()).code, 0);
    QCOMPARE(verb(library(), { u"start"_s, u"vcs-git-basics"_s }).code, 0);
    m_backedUp = hashOf(library());
    m_backup = verb(library(), { u"backup"_s, u"--json"_s }).object()[u"file"].toString();
    QVERIFY(QFile::exists(m_backup));
    QCOMPARE(verb(library(), { u"finish"_s, u"vcs-git-basics"_s }).code, 0);
    m_old = hashOf(library());
    QVERIFY(QFile::copy(library(), path(u"ahead.waymark"_s)));
    QCOMPARE(verb(path(u"ahead.waymark"_s), { u"finish"_s, u"lang-basics"_s }).code, 0);
    QCOMPARE(verb(path(u"ahead.waymark"_s), { u"export"_s, u"--as"_s, u"json"_s, u"-o"_s, path(u"ahead.json"_s) }).code, 0);
    QCOMPARE(verb(library(), { u"export"_s, u"--as"_s, u"json"_s, u"-o"_s, file(u"plan.json"_s) }).code, 0);
    m_exported = bytesOf(file(u"plan.json"_s));
    QVERIFY(QDir().mkpath(path(u"past"_s)));
    QFile past(path(u"past/library.waymark"_s));
    const QByteArray bytes = qUncompress(bytesOf(QStringLiteral(WAYMARK_SOURCE "/tests/storage/libraries/schema-1.waymark.z")));
    QVERIFY(past.open(QIODevice::WriteOnly) && past.write(bytes) == bytes.size());
}

void tst_WindowKills::layOut(const QString& act)
{
    m_folder = path(u"work"_s);
    QDir(m_folder).removeRecursively();
    const QString from = path(act == u"start"_s ? u"past"_s : u"base"_s);
    QDirIterator found(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString to = m_folder + found.next().mid(from.size());
        QVERIFY(QDir().mkpath(QFileInfo(to).path()) && QFile::copy(found.filePath(), to));
    }
}

/// Empty where all is as it was or as it was to be.
QString tst_WindowKills::wrongAfter(const QString& act) const
{
    const QByteArray hash = hashOf(library());
    if (hash.isEmpty()) {
        return u"it does not open"_s;
    }
    if (const QByteArray json = bytesOf(file(u"plan.json"_s)); act == u"export"_s && json != m_exported) {
        const QJsonObject plan = QJsonDocument::fromJson(json).object();
        return plan[u"revision"].toString().isEmpty() ? u"half a plan"_s : QString();
    }
    if (act == u"start"_s) {
        const QByteArray first = "3a659caf154a27571e5110aa65d11e6d5a321b2ea5fe883b9cc36d5ab4a9037c"; // as in PastLibrary.h
        return hash.toHex() == first ? QString() : u"other records"_s;
    }
    if (hash == m_old || (act == u"restore"_s && hash == m_backedUp)) {
        return {};
    }
    auto store = storage::SqliteStore::open(library(), {});
    const auto undone = act == u"import"_s ? (*store)->undo() : domain::failure(domain::ErrorCode::NothingToUndo);
    return undone && domain::contentHash((*store)->progress().value()) == m_old ? QString() : u"neither the old state nor the new one"_s;
}

QString tst_WindowKills::wrongFiles() const
{
    const auto library = storage::Connection::open(this->library(), storage::Connection::Mode::ReadOnly);
    if (!library || !storage::fullCheck(**library)) {
        return u"the library is damaged"_s;
    }
    for (const storage::BackupFile& backup : storage::listBackups(storage::backupFolderOf(this->library()), this->library())) {
        if (!storage::verifyBackup(backup.path)) {
            return u"a bad backup"_s;
        }
    }
    const QStringList reports = QDir(path(u"waymark"_s)).entryList({ u"crash-*"_s });
    return reports.isEmpty() ? QString() : u"it crashed by itself"_s;
}

void tst_WindowKills::killedItIsOldOrNewAndStartsAgain_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("start") << QString();
    QTest::newRow("import") << u"../ahead.json"_s;
    QTest::newRow("export") << u"plan.json"_s;
    QTest::newRow("backup") << QString();
    QTest::newRow("restore") << u"backup"_s;
}

void tst_WindowKills::killedItIsOldOrNewAndStartsAgain()
{
    QFETCH(QString, file);
    const QString act = QLatin1StringView(QTest::currentDataTag());
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("WAYMARK_WINDOW_KILL_POINTS", &isNumber);
    layOut(act);
    const QString with = act == u"restore"_s ? m_folder + m_backup.mid(path(u"base"_s).size()) : this->file(file);
    const Ended whole = window(act, 0, with);
    QVERIFY2(whole.code == 0, whole.said().constData());
    const int calls = whole.out.section(u'\n', 0, 0).toInt();
    QVERIFY2(calls > 1, whole.said().constData());
    const int most = !isNumber ? 6 : wanted == 0 ? calls : wanted;
    int kills = 0;
    for (int point = 1; point <= most; ++point) {
        layOut(act);
        const int call = most < calls ? calls * point / (most + 1) + 1 : (point - 1) % calls + 1; // few of them several times
        kills += window(act, call, with).code == -1 ? 1 : 0; // or there were fewer calls this time
        const Ended next = window(u"start"_s, 0);
        QVERIFY2(next.code == 0, next.said().constData());
        const QString wrong = wrongAfter(act) + wrongFiles();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"killed before call %1 of %2: %3"_s.arg(call).arg(calls).arg(wrong)));
    }
    QVERIFY(2 * kills > most);
    const Ended again = window(act, 0, with);
    QVERIFY2(again.code == 0, again.said().constData());
    qInfo("%d kills inside of %s, which makes %d calls: 0 lost, 0 damaged, 0 failed starts", kills, qPrintable(act), calls);
}

QTEST_GUILESS_MAIN(tst_WindowKills)
#include "tst_WindowKills.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Files of strangers through every door of the window: it says what is wrong with each, stays alive, and the library is as it was.
#include <ForgedReviews.h>
#include <HostilePlans.h>
#include <HostileReviews.h>
#include <MentorWindow.h>
#include <ModalDialogs.h>
#include <Slowness.h>

#include <resources/Resources.h>
#include <ui/mentor/PlanListModel.h>
#include <ui/mentor/PlansPane.h>

#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTreeView>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickOn;
using support::MentorWindow;

namespace {

const int patience = 60'000 * support::slowness(); // milliseconds

/// A file on the disk and what it is, for messages.
struct Stranger
{
    QString path;
    QByteArray name;
};

/// The window, and what must not change whatever comes.
struct Attacked : MentorWindow
{
    QSignalSpy changes { library.workspace.get(), &session::Workspace::changed };
    domain::Progress before;
    std::vector<domain::JournalEntry> log;
    int turns = 0;

    Attacked()
    {
        library.finish(u"base"_s);
        before = library.workspace->progress();
        log = library.workspace->journal(1000).value();
        changes.clear();
        open();
    }
    template <class Files> std::vector<Stranger> put(const QString& folder, const QString& suffix, const Files& files) const
    {
        std::vector<Stranger> strangers;
        if (!QDir(home.path()).mkpath(folder)) {
            qFatal("no folder");
        }
        for (const auto& file : files) {
            const QString target
                = path(u"%1/%2-%3.%4"_s.arg(folder).arg(static_cast<int>(strangers.size()), 3, 10, u'0').arg(folder, suffix));
            if (!domain::writeFileAtomically(target, file.bytes)) {
                qFatal("no file");
            }
            strangers.push_back({ target, file.name });
        }
        return strangers;
    }
    std::vector<Stranger> plans() const { return put(u"plan"_s, u"json"_s, fixture::hostilePlans()); }
    std::vector<Stranger> pages() const
    {
        std::vector<fixture::HostileFile> pages = fixture::hostilePlans();
        for (fixture::HostileFile& page : pages) {
            page.bytes = "<!DOCTYPE html><html><body><script type=\"application/json\" id=\"waymark-plan\">" + page.bytes
                + "</script></body></html>";
        }
        return put(u"page"_s, u"html"_s, pages);
    }
    std::vector<Stranger> reviews() const
    {
        exchange::ReviewDocument good = fixture::review();
        good.plan = *library.workspace->libraryId();
        std::vector<Stranger> all = put(u"review"_s, u"wayreview"_s, fixture::hostileReviews(good));
        const std::vector<Stranger> forged = put(u"forged"_s, u"wayreview"_s, fixture::forgedReviews(good));
        all.insert(all.end(), forged.begin(), forged.end());
        return all;
    }

    /// The notice names the file, nothing stands in the way, a click elsewhere works, the library is as it was.
    void expectRefused(const Stranger& file)
    {
        const QString name = QFileInfo(file.path).fileName();
        const auto isAnswered = [&] { return isShown(u"noticeBar"_s) && notice().contains(name) && !isShown(u"noticeProgress"_s); };
        QVERIFY2(QTest::qWaitFor(isAnswered, patience), qPrintable(u"%1: %2"_s.arg(QString::fromUtf8(file.name), notice())));
        QVERIFY2(notice().endsWith(u'.'), qPrintable(notice()));
        expectAlive(file);
        clickOn(*window, u"noticeClose"_s); // the next answer is another one, also about the same file
    }
    void expectAlive(const Stranger& file)
    {
        QVERIFY2(QApplication::activeModalWidget() == nullptr, file.name.constData());
        const bool toRecall = ++turns % 2 == 0;
        clickOn(*window, toRecall ? u"rail.go.recall"_s : u"rail.go.today"_s);
        QVERIFY2(isShown(toRecall ? u"recallPage"_s : u"todayPage"_s), file.name.constData());
        QCOMPARE(changes.count(), 0);
        QVERIFY2(library.workspace->progress() == before, file.name.constData());
        QVERIFY2(library.workspace->journal(1000).value() == log, file.name.constData());
    }

    void drop(const QString& file) const
    {
        QMimeData dragged;
        dragged.setUrls({ QUrl::fromLocalFile(file) });
        QDragEnterEvent enters({ 10, 10 }, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &enters);
        QVERIFY(enters.isAccepted());
        QDropEvent drops({ 10, 10 }, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &drops);
    }
};

} // namespace

class tst_HostileWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

    void droppedFilesAreRefusedInANotice_data() { kinds(); }
    void droppedFilesAreRefusedInANotice()
    {
        Attacked f;
        for (const Stranger& file : filesOf(f)) {
            f.drop(file.path);
            f.expectRefused(file);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    void importedFilesAreRefusedInANotice_data() { kinds(); }
    void importedFilesAreRefusedInANotice()
    {
        Attacked f;
        for (const Stranger& file : filesOf(f)) {
            support::whenAskedForAFile(file.path);
            f.window->actions()["file.import"]->trigger();
            f.expectRefused(file);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    void plansToAnswerAreRefusedInANotice_data() { kinds(); }
    void plansToAnswerAreRefusedInANotice()
    {
        Attacked f;
        for (const Stranger& file : filesOf(f)) {
            f.window->go({ ui::PageId::Mentor, {}, u"plans"_s });
            support::whenAskedForAFile(file.path);
            f.window->findChild<QAction*>(u"plans.file"_s)->trigger();
            f.expectRefused(file);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        QVERIFY(f.window->findChild<QWidget*>(u"reviewView"_s) == nullptr);
        QVERIFY(!QFileInfo::exists(f.path(u"drafts"_s)));
    }

    /// Each has a row of its own that names it; what a summary does not look at is refused when the plan is opened.
    void aFolderOfThemIsATable_data()
    {
        QTest::addColumn<bool>("isPage");
        QTest::newRow("as JSON") << false;
        QTest::newRow("as pages") << true;
    }
    void aFolderOfThemIsATable()
    {
        QFETCH(bool, isPage);
        Attacked f;
        const std::vector<Stranger> files = isPage ? f.pages() : f.plans();
        f.write(isPage ? u"page/ada.json"_s : u"plan/ada.json"_s, support::MentorFixture::planOf(u"Ada"_s));
        f.window->go({ ui::PageId::Mentor, {}, u"plans"_s });
        f.window->findChild<ui::PlansPane*>()->openFolder(QFileInfo(files.front().path).absolutePath());
        auto* table = childOf<QTreeView>(*f.window, u"plans.list"_s);
        QTRY_VERIFY_WITH_TIMEOUT(table->isVisible(), patience);
        QStringList rows;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            rows.append(table->model()->index(row, 0).data().toString());
        }
        QVERIFY(rows.contains(u"Ada"_s));
        for (const fixture::HostileFile& each : fixture::plansWithoutASummary(fixture::PlanSpoiler(fixture::wholePlan()))) {
            const auto found = std::ranges::find(files, QByteArray(each.name), &Stranger::name);
            QVERIFY2(found != files.end(), each.name);
            const QString name = QFileInfo(found->path).fileName();
            QVERIFY2(std::ranges::any_of(rows, [&name](const QString& row) { return row.contains(name); }), each.name);
        }
        f.expectAlive({ {}, "the table" });
    }

    void whatIsNoFileIsRefusedToo()
    {
        Attacked f;
        QVERIFY(QDir(f.home.path()).mkpath(u"folder"_s));
        QVERIFY(::mkfifo(QFile::encodeName(f.path(u"pipe.json"_s)).constData(), 0600) == 0);
        QVERIFY(QFile::link(u"/dev/zero"_s, f.path(u"zero.html"_s)));
        QVERIFY(QFile::link(f.path(u"nowhere"_s), f.path(u"dangling.wayreview"_s)));
        QVERIFY(QFile::link(f.path(u"loop.json"_s), f.path(u"loop.json"_s)));
        for (const QString& name : { u"folder"_s, u"pipe.json"_s, u"zero.html"_s, u"dangling.wayreview"_s, u"loop.json"_s }) {
            const Stranger file { f.path(name), name.toUtf8() };
            f.drop(file.path);
            f.expectRefused(file);
            f.window->answerPlan(file.path);
            f.expectRefused(file);
        }
    }

private:
    static void kinds()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : { "plans", "pages", "reviews" }) {
            QTest::newRow(kind) << QString::fromLatin1(kind);
        }
    }
    static std::vector<Stranger> filesOf(const Attacked& f)
    {
        QFETCH(QString, kind);
        return kind == u"plans" ? f.plans() : kind == u"pages" ? f.pages() : f.reviews();
    }
};

int main(int argc, char* argv[])
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    tst_HostileWindow tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "tst_HostileWindow.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The window shows a course of hostile lessons, and a record of its system calls shows what it opened: nothing that a lesson names, and no
// connection. The test starts itself under strace, with the words --watched HOME DECOYS; with --careless it does what must be noticed.
#include <HostileLessons.h>
#include <MemoryWorkspace.h>
#include <ModalDialogs.h>
#include <ScreenParts.h>
#include <Slowness.h>

#include <domain/AtomicFile.h>
#include <domain/StudyEdits.h>
#include <resources/Resources.h>
#include <ui/lesson/LessonPrint.h>
#include <ui/lesson/LinkDialog.h>
#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>
#include <ui/window/NoticeBar.h>

#include <QAbstractItemView>
#include <QDir>
#include <QHelpEvent>
#include <QMessageBox>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTextEdit>
#include <QToolTip>

#include <cstdio>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

const int patience = 60'000 * support::slowness(); // milliseconds

constexpr const char* begin = "/waymark-shows-strangers"; ///< opened, for the record, before the window is made

/// What one run has shown; the parent wants it to be enough.
struct Shown
{
    int lessons = 0;
    int tips = 0;
    int boxes = 0;
    int exports = 0;
};

/// The whole window over the hostile course.
class WatchedWindow
{
public:
    WatchedWindow(QString home, QString decoys)
        : m_home(std::move(home))
        , m_decoys(std::move(decoys))
        , m_workspace(fixture::hostileCourse(m_decoys))
    {
        const QString trick = u"<img src='%1'> ![x](%1)"_s.arg(fixture::decoyIn(m_decoys, -2));
        domain::Goal goal;
        goal.milestone = u"m"_s;
        goal.hoursPerWeek = 6;
        const domain::EditContext context = m_workspace->context();
        if (!m_workspace->apply(domain::setLearner(context, trick)) || !m_workspace->apply(domain::setGoal(m_workspace->context(), goal))
            || !m_workspace->apply(domain::writeNote(m_workspace->context(), u"s-0"_s, trick))) {
            qFatal("no learner");
        }
        m_workspace.finish(u"s-0"_s);
        m_window.show();
    }

    Shown show()
    {
        for (const domain::Skill& skill : m_workspace->course().skills) {
            m_window.go({ ui::PageId::Skill, skill.id, {} });
            turn();
            showTips();
            ++m_shown.lessons;
        }
        for (int page = 0; page <= static_cast<int>(ui::PageId::Mentor); ++page) {
            m_window.go({ static_cast<ui::PageId>(page), u"s-3"_s, {} });
            turn();
            showTips();
        }
        showBoxes();
        writeExports();
        return m_shown;
    }

private:
    void turn()
    {
        QCoreApplication::processEvents();
        (void)m_window.grab();
        QCoreApplication::processEvents();
    }

    /// Of every widget, and of the first entries of every list.
    void showTips()
    {
        for (QWidget* widget : m_window.findChildren<QWidget*>()) {
            if (!widget->isVisible()) {
                continue;
            }
            QList<QPoint> places { widget->rect().center() };
            if (const auto* list = qobject_cast<QAbstractItemView*>(widget->parentWidget()); list != nullptr && list->model() != nullptr) {
                for (int row = 0; row < std::min(list->model()->rowCount(), 3); ++row) {
                    places.append(list->visualRect(list->model()->index(row, 0)).center());
                }
            }
            for (const QPoint& place : places) {
                QHelpEvent event(QEvent::ToolTip, place, widget->mapToGlobal(place));
                QCoreApplication::sendEvent(widget, &event);
                m_shown.tips += QToolTip::isVisible() ? 1 : 0;
            }
        }
        QToolTip::hideText();
    }

    /// Dialogs and notices with words of the stranger in them.
    void showBoxes()
    {
        const auto showIt = [this](QDialog& dialog) {
            (void)dialog.grab();
            dialog.reject();
            ++m_shown.boxes;
        };
        for (const char* id : { "edit.goal", "go.palette", "help.about", "help.shortcuts" }) {
            QTimer look;
            QObject::connect(&look, &QTimer::timeout, &look, [&look, &showIt] {
                if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
                    look.stop();
                    showIt(*dialog);
                }
            });
            look.start(1);
            m_window.actions()[id]->trigger();
            turn();
            for (QDialog* dialog : m_window.findChildren<QDialog*>()) {
                if (dialog->isVisible()) {
                    showIt(*dialog);
                }
            }
        }
        for (const QString& host :
            { u"https://127.0.0.1:9/<img src='%1'>"_s, u"https://<b>x</b>.example/%1"_s, u"mailto:<img src='%1'>@a.example"_s }) {
            ui::LinkDialog dialog(QUrl(QString(host).replace(u"%1"_s, fixture::decoyIn(m_decoys, -3))));
            dialog.show();
            turn();
            showIt(dialog);
        }
        const QString name = u"%1/<img src='%2'>.json"_s.arg(m_home, QString(fixture::decoyIn(m_decoys, -3)).replace(u'/', u'_'));
        (void)domain::writeFileAtomically(name, "{}");
        m_window.openFiles({ name });
        if (!QTest::qWaitFor([this] { return m_window.findChild<ui::NoticeBar*>()->text().contains(u"<img"_s); }, patience)) {
            qFatal("no notice names the file");
        }
        turn();
        m_window.say(u"<img src='%1'>"_s.arg(fixture::decoyIn(m_decoys, -3)), ui::NoticeTone::Error);
        turn();
        ++m_shown.boxes;
    }

    void writeExports()
    {
        for (const char* id : { "plan", "pdf", "markdown", "csv", "json", "ics", "summary", "svg", "png" }) {
            const QString path = m_home + u"/export."_s + QString::fromLatin1(id);
            support::whenAskedForAFile(path);
            m_window.actions()[(QByteArray("file.export.") + id).constData()]->trigger();
            m_shown.exports += QTest::qWaitFor([&path] { return QFile::exists(path); }, patience) ? 1 : 0;
        }
        for (const domain::Skill& skill : m_workspace->course().skills) {
            const auto pdf
                = ui::printableLesson(*m_workspace.workspace, skill.id).and_then([](const auto& lesson) { return ui::lessonPdf(lesson); });
            m_shown.exports += pdf && domain::writeFileAtomically(m_home + u'/' + skill.id + u".pdf"_s, *pdf) ? 1 : 0;
        }
    }

    const QString m_home;
    const QString m_decoys;
    support::MemoryWorkspace m_workspace;
    QSettings m_stored { m_home + u"/settings.ini"_s, QSettings::IniFormat };
    ui::WindowSettings m_settings { m_stored };
    ui::Theme m_theme { *qobject_cast<QApplication*>(QCoreApplication::instance()) };
    ui::MainWindow m_window { *m_workspace.workspace, m_theme, m_settings };
    Shown m_shown;
};

/// What the window must never do, so that the record is seen to show it.
void beCareless(const QString& decoys)
{
    QLabel label(u"<img src='%1'>"_s.arg(fixture::decoyIn(decoys, 0)));
    label.setTextFormat(Qt::RichText);
    label.show();
    (void)label.grab();
    sockaddr_in nobody {};
    nobody.sin_family = AF_INET;
    nobody.sin_port = htons(9);
    nobody.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int end = ::socket(AF_INET, SOCK_STREAM, 0);
    (void)::connect(end, reinterpret_cast<const sockaddr*>(&nobody), sizeof nobody);
    (void)::close(end);
}

int watched(const QStringList& words)
{
    resources::initialise();
    (void)::open(begin, O_RDONLY); // there is no such file; the try stands in the record
    if (words.contains(u"--careless"_s)) {
        beCareless(words.last());
        return 0;
    }
    const Shown shown = WatchedWindow(words.at(2), words.at(3)).show();
    std::printf("%d %d %d %d\n", shown.lessons, shown.tips, shown.boxes, shown.exports);
    return 0;
}

/// Files that are opened and addresses that are connected to, behind the mark.
struct Record
{
    QStringList opened;
    QStringList connected;
    bool hasMark = false;
};

Record recordIn(const QString& path)
{
    Record record;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return record;
    }
    static const QRegularExpression openCall(uR"re(\b(?:open|openat|openat2|creat|execve)\([^"]*"((?:[^"\\]|\\.)*)")re"_s);
    for (const QByteArray& bytes : file.readAll().split('\n')) {
        const QString line = QString::fromLatin1(bytes);
        if (line.contains(QLatin1StringView(begin))) {
            record.hasMark = true;
            continue;
        }
        const QRegularExpressionMatch match = openCall.match(line);
        if (record.hasMark && match.hasMatch()) {
            record.opened.append(match.captured(1));
        }
        if (record.hasMark && (line.contains(u" connect("_s) || line.contains(u" sendto("_s) || line.contains(u" sendmsg("_s))) {
            record.connected.append(line);
        }
    }
    record.opened.removeDuplicates();
    return record;
}

} // namespace

class tst_HostileViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"strace"_s).isEmpty()) {
            QSKIP("strace is not installed");
        }
        QVERIFY(QDir().mkpath(m_home.filePath(u"decoys"_s)) && QDir().mkpath(m_home.filePath(u"home"_s)));
        for (int i = -3; i < fixture::hostileMarkdown().size(); ++i) {
            QVERIFY(domain::writeFileAtomically(fixture::decoyIn(decoys(), i), fixture::pngOf(Qt::red)));
        }
        if (run({ u"--careless"_s }).isEmpty() && recordIn(m_home.filePath(u"record"_s)).opened.isEmpty()) {
            QSKIP("strace may not watch here");
        }
    }

    void thereAreEnoughLessons() { QVERIFY(fixture::hostileMarkdown().size() >= 40); }

    void carelessnessIsNoticed()
    {
        (void)run({ u"--careless"_s });
        const Record record = recordIn(m_home.filePath(u"record"_s));
        QVERIFY(record.hasMark);
        QVERIFY(record.opened.contains(fixture::decoyIn(decoys(), 0)));
        QVERIFY(!record.connected.isEmpty());
    }

    void nothingIsOpenedThatALessonNames()
    {
        const QByteArray answer = run({});
        const QList<QByteArray> counts = answer.simplified().split(' ');
        QCOMPARE(counts.size(), 4);
        const Record record = recordIn(m_home.filePath(u"record"_s));
        QVERIFY(record.hasMark);
        qInfo("%d lessons, %d tool tips, %d boxes, %d exports: %d files opened, %d connections", counts[0].toInt(), counts[1].toInt(),
            counts[2].toInt(), counts[3].toInt(), int(record.opened.size()), int(record.connected.size()));
        QVERIFY(counts[0].toInt() >= 40);
        QVERIFY(counts[1].toInt() >= 40);
        QVERIFY(counts[2].toInt() >= 7);
        QCOMPARE(counts[3].toInt(), 9 + counts[0].toInt());
        QCOMPARE(record.connected, QStringList());
        QStringList strange;
        std::copy_if(record.opened.begin(), record.opened.end(), std::back_inserter(strange),
            [this](const QString& path) { return !isAllowed(path); });
        QVERIFY2(strange.isEmpty(), qPrintable(strange.join(u'\n')));
    }

    void noExportNamesThisMachine()
    {
        const QDir home(m_home.filePath(u"home"_s));
        const QStringList files = home.entryList({ u"export.*"_s, u"*.pdf"_s }, QDir::Files);
        QVERIFY(files.size() >= 50);
        for (const QString& name : files) {
            const auto bytes = domain::readFile(home.filePath(name), 100'000'000);
            QVERIFY(bytes && !bytes->isEmpty());
            for (const QString& secret : { home.path(), QDir::currentPath(), QSysInfo::machineHostName() }) {
                const auto* units = reinterpret_cast<const char*>(secret.utf16());
                QByteArray wide(units, 2 * secret.size()); // as a PDF has its title
                for (qsizetype i = 0; i + 1 < wide.size(); i += 2) {
                    std::swap(wide[i], wide[i + 1]);
                }
                QVERIFY2(
                    secret.size() < 4 || !(bytes->contains(secret.toUtf8()) || bytes->contains(wide)), qPrintable(name + u' ' + secret));
            }
        }
    }

private:
    [[nodiscard]] QString decoys() const { return m_home.filePath(u"decoys"_s); }

    /// The record of the run lies in the home folder; what it printed comes back.
    QByteArray run(const QStringList& words) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_home.filePath(u"home"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"home/config"_s));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(u"strace"_s,
            QStringList { u"-f"_s, u"-qq"_s, u"-s"_s, u"4096"_s, u"-e"_s,
                u"trace=open,openat,openat2,creat,execve,connect,sendto,sendmsg"_s, u"-o"_s, m_home.filePath(u"record"_s),
                QCoreApplication::applicationFilePath(), u"--watched"_s, m_home.filePath(u"home"_s), decoys() }
                + (words.isEmpty() ? words : words + QStringList { decoys() }));
        (void)process.waitForFinished(120'000);
        return process.readAllStandardOutput();
    }

    /// What a program of Qt needs to draw: its own folder, fonts, plugins, and what the system says of itself.
    [[nodiscard]] bool isAllowed(const QString& path) const
    {
        static const QStringList folders { u"/usr/share/fonts"_s, u"/usr/share/fontconfig/"_s, u"/usr/local/share/fonts"_s,
            u"/usr/share/locale/"_s, u"/etc/ld.so.cache"_s, u"/usr/share/mime/"_s, u"/usr/lib/"_s, u"/lib/"_s, u"/usr/share/zoneinfo/"_s,
            u"/etc/fonts/"_s, u"/var/cache/fontconfig/"_s, u"/proc/self/"_s, u"/dev/null"_s, u"/dev/urandom"_s,
            u"/proc/sys/kernel/random/boot_id"_s, u"/proc/sys/vm/overcommit_memory"_s, // the C library, of the memory of a worker
            u"/var/lib/dbus/machine-id"_s, u"/etc/machine-id"_s, // by which settings are locked
            u"/etc/localtime"_s };
        return path.startsWith(m_home.filePath(u"home"_s)) || path.startsWith(QCoreApplication::applicationDirPath())
            || std::any_of(folders.begin(), folders.end(), [&path](const QString& folder) { return path.startsWith(folder); });
    }

    QTemporaryDir m_home;
};

int main(int argc, char* argv[])
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    if (const QStringList words = QCoreApplication::arguments(); words.value(1) == u"--watched") {
        return watched(words);
    }
    tst_HostileViews tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "tst_HostileViews.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The start of the real window, from main to the first painted map.
// usage: bench_start --make DIR [--own-course] | bench_start DIR
#include "BenchLibrary.h"
#include "BenchReport.h"

#include <app/CommandLine.h>
#include <app/WindowStart.h>
#include <exchange/CourseFiles.h>
#include <resources/Resources.h>
#include <storage/Backup.h>
#include <ui/map/MapCanvas.h>
#include <ui/window/WindowSettings.h>

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QSettings>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr int skillCount = 500;
constexpr qint64 lessonText = 3'000'000;

/// Ends the program as soon as the map has been painted once.
class FirstMap : public QObject
{
public:
    ~FirstMap() override
    {
        bench::Report report;
        report.add("paintat", m_paintedAt);
        report.add("paintcpu", m_cpu);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_paintedAt == 0) {
            const auto* canvas = qobject_cast<const ui::MapCanvas*>(watched->parent());
            if (canvas != nullptr && canvas->hasMap() && canvas->viewport() == watched) {
                m_paintedAt = -1;
                QMetaObject::invokeMethod(
                    this, [this] { end(); }, Qt::QueuedConnection);
            }
        }
        return false;
    }

private:
    void end()
    {
        m_paintedAt = bench::now();
        m_cpu = bench::cpuTime();
        QCoreApplication::quit();
    }

    double m_paintedAt = 0;
    double m_cpu = 0;
};

QString libraryIn(const QDir& folder)
{
    return folder.filePath(u"library.waymark"_s);
}

/// As after an earlier session: a course whose files have not changed since, a learner part of the way, a backup of today.
void make(const QDir& folder, bool isOwnCourse, QSettings& settings)
{
    domain::CourseContent content = bench::contentOf(skillCount, lessonText);
    if (!isOwnCourse) {
        content.hash = exchange::hashOf(bench::must(exchange::readCourseFolder(resources::bundledCourse()), "the bundled course"));
    }
    const auto workspace = bench::createWorkspace(libraryIn(folder), content);
    bench::study(*workspace, skillCount / 5, 20);
    const QString library = libraryIn(folder);
    bench::must(storage::makeBackup(library, storage::backupFolderOf(library), QDateTime::currentMSecsSinceEpoch()), "a backup");
    ui::WindowSettings window(settings);
    window.setPlace({ ui::PageId::Map, {}, {} });
    window.setFirstRunDone();
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication::setApplicationName(u"waymark"_s);
    resources::initialise();
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const bool makes = arguments.value(1) == "--make"_L1;
    const QDir folder(arguments.value(makes ? 2 : 1));
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    if (makes) {
        make(folder, arguments.contains(u"--own-course"_s), settings);
        return 0;
    }
    QTranslator words;
    if (words.load(u":/translations/waymark_en.qm"_s)) {
        QCoreApplication::installTranslator(&words);
    }
    FirstMap watch;
    application.installEventFilter(&watch);
    return app::runWindow(application, app::requestOf({ u"--library"_s, libraryIn(folder) }), settings);
}

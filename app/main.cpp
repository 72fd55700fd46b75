// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/CommandLine.h>
#include <app/CrashReport.h>
#include <app/LibraryDoor.h>
#include <app/ProgramLog.h>
#include <app/Verb.h>
#include <app/WindowStart.h>

#include <resources/Resources.h>
#include <session/CrashShelf.h>

#include <QApplication>
#include <QSettings>
#include <QTextStream>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

/// A verb needs no display. One that draws needs fonts, which the offscreen platform has everywhere.
std::unique_ptr<QCoreApplication> applicationFor(const waymark::app::Request& request, int& argc, char** argv)
{
    if (request.what == waymark::app::Request::What::Window) {
        return std::make_unique<QApplication>(argc, argv);
    }
    if (request.needsFonts) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return std::make_unique<QApplication>(argc, argv);
    }
    return std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace

int main(int argc, char* argv[])
{
    using namespace waymark;
    QCoreApplication::setApplicationName(u"waymark"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WAYMARK_VERSION));
    resources::initialise();

    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    const app::Request request = app::requestOf(arguments);
    const bool isWindow = request.what == app::Request::What::Window;
    app::listenToMessages();
    app::watchForCrashes({ session::CrashShelf::defaultFolder(), isWindow ? u"window"_s : u"verb"_s });
    const std::unique_ptr<QCoreApplication> application = applicationFor(request, argc, argv);

    QTranslator words; // plural forms; the texts themselves are English
    if (words.load(u":/translations/waymark_en.qm"_s)) {
        QCoreApplication::installTranslator(&words);
    }
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"waymark"_s, u"waymark"_s);
    if (isWindow) {
        return app::runWindow(static_cast<QApplication&>(*application), request, settings);
    }
    QTextStream in(stdin);
    QTextStream out(stdout);
    QTextStream err(stderr);
    return app::runVerb(arguments, settings, { in, out, err }, app::systemClock());
}

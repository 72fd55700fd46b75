// SPDX-License-Identifier: GPL-3.0-or-later
// A report that a crash has left, of which a dying program may have written anything.
#include <Promise.h>
#include <Targets.h>

#include <session/CrashShelf.h>

#include <QFile>
#include <QTemporaryDir>

namespace waymark::fuzz {

void crashReport(const QByteArray& bytes)
{
    static const QTemporaryDir folder(QStringLiteral("/dev/shm/waymark-fuzz-XXXXXX"));
    const session::CrashShelf shelf(folder.path());
    QFile file(shelf.pathOf(QStringLiteral("1")));
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "there is room for a file");
    file.close();
    const std::vector<session::CrashReport> reports = shelf.reports();
    require(reports.size() == 1, "a report that cannot be understood is a report");
    const session::CrashReport& report = reports.front();
    const auto text = session::CrashShelf::text(report);
    require(text && *text == QString::fromUtf8(bytes), "the text of a report is what lies there");
    qint64 ran = 0;
    require(!__builtin_sub_overflow(report.endedAt, report.startedAt, &ran) && ran == report.ran(), "how long it ran is a number");
    require(!report.ofWindow || text->contains(QStringLiteral("task: window")), "a report is of the window where it says so");
    shelf.thin();
    require(shelf.reports().size() == 1 && shelf.nextToGo().isEmpty(), "one report is not too many");
}

} // namespace waymark::fuzz

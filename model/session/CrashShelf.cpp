// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/CrashShelf.h>

#include <domain/AtomicFile.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::session {

namespace {

constexpr qint64 largest = 256 * 1024; // bytes; a report has about 30,000

/// The value that a line "name: value" of the head has; empty where there is none.
QString valueOf(const QString& text, const QString& name)
{
    const qsizetype at = text.indexOf(u'\n' + name + u": "_s);
    if (at < 0) {
        return {};
    }
    const qsizetype begin = at + name.size() + 3;
    const qsizetype end = text.indexOf(u'\n', begin);
    return text.mid(begin, end < 0 ? -1 : end - begin);
}

qint64 momentOf(const QString& text, const QString& name, qint64 otherwise)
{
    const QDateTime moment = QDateTime::fromString(valueOf(text, name), Qt::ISODate);
    return moment.isValid() ? moment.toMSecsSinceEpoch() : otherwise;
}

CrashReport reportAt(const QFileInfo& file)
{
    const qint64 written = file.lastModified().toMSecsSinceEpoch();
    CrashReport report { file.absoluteFilePath(), written, written, false };
    if (const auto text = CrashShelf::text(report)) {
        report.startedAt = momentOf(*text, u"started"_s, written);
        report.endedAt = momentOf(*text, u"ended"_s, written);
        report.ofWindow = valueOf(*text, u"task"_s) == "window"_L1;
    }
    return report;
}

} // namespace

QString CrashShelf::defaultFolder()
{
    const QString given = qEnvironmentVariable("XDG_STATE_HOME");
    const QString state = QDir::isAbsolutePath(given) ? given : QDir::homePath() + u"/.local/state"_s;
    return state + u"/waymark"_s;
}

QString CrashShelf::pathOf(const QString& name) const
{
    return m_folder + u"/crash-"_s + name + u".txt"_s;
}

std::vector<CrashReport> CrashShelf::reports() const
{
    std::vector<CrashReport> reports;
    const QFileInfoList files = QDir(m_folder).entryInfoList({ u"crash-*.txt"_s }, QDir::Files | QDir::NoSymLinks);
    std::transform(files.begin(), files.end(), std::back_inserter(reports), reportAt);
    std::stable_sort(reports.begin(), reports.end(), [](const CrashReport& a, const CrashReport& b) { return a.endedAt > b.endedAt; });
    return reports;
}

QString CrashShelf::nextToGo() const
{
    const std::vector<CrashReport> all = reports();
    return all.size() < most ? QString() : all.back().path;
}

void CrashShelf::thin() const
{
    const std::vector<CrashReport> all = reports();
    for (std::size_t i = most; i < all.size(); ++i) {
        static_cast<void>(remove(all[i]));
    }
}

domain::Result<QString> CrashShelf::text(const CrashReport& report)
{
    return domain::readFile(report.path, largest).map([](const QByteArray& bytes) { return QString::fromUtf8(bytes); });
}

domain::Result<void> CrashShelf::remove(const CrashReport& report)
{
    if (QFile::remove(report.path)) {
        return {};
    }
    return domain::failure(QFile::exists(report.path) ? domain::ErrorCode::ReadOnly : domain::ErrorCode::FileMissing, report.path);
}

} // namespace waymark::session

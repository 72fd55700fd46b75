// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/BackupFolder.h>

#include <storage/Backup.h>

#include <domain/Platform.h>

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

const QString suffix = u".waymark"_s;
const QString stampFormat = u"yyyyMMdd-HHmmss"_s;
constexpr qsizetype stampLength = 15;

QDate dayOf(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).date();
}

/// Counts periods, newest first: true for the newest backup of each of the first `most`.
class Periods
{
public:
    explicit Periods(int most)
        : m_most(most)
    {
    }

    bool isNewestOf(const QString& period)
    {
        if (m_seen.contains(period) || m_seen.size() >= m_most) {
            return false;
        }
        m_seen.insert(period);
        return true;
    }

private:
    int m_most;
    QSet<QString> m_seen;
};

} // namespace

QString timeStamp(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(stampFormat);
}

std::optional<qint64> momentInName(const QString& name)
{
    if (!name.endsWith(suffix)) {
        return std::nullopt;
    }
    QDateTime at = QDateTime::fromString(name.chopped(suffix.size()).right(stampLength), stampFormat);
    at.setTimeSpec(Qt::UTC);
    return at.isValid() ? std::optional(at.toMSecsSinceEpoch()) : std::nullopt;
}

QString backupPath(const QString& folder, const QString& library, qint64 at)
{
    return folder + u'/' + QFileInfo(library).completeBaseName() + u'-' + timeStamp(at) + suffix;
}

std::vector<BackupFile> listBackups(const QString& folder, const QString& library)
{
    const QString start = QFileInfo(library).completeBaseName() + u'-';
    std::vector<BackupFile> backups;
    const QStringList names = QDir(folder).entryList(QDir::Files);
    for (const QString& name : names) {
        const auto at = momentInName(name);
        if (at && name.startsWith(start) && name.size() == start.size() + stampLength + suffix.size()) {
            backups.push_back({ folder + u'/' + name, *at });
        }
    }
    std::sort(backups.begin(), backups.end(), [](const BackupFile& a, const BackupFile& b) { return a.at > b.at; });
    return backups;
}

bool isBackupDue(const std::vector<BackupFile>& backups, qint64 now)
{
    return std::none_of(backups.begin(), backups.end(), [now](const BackupFile& backup) { return dayOf(backup.at) == dayOf(now); });
}

std::vector<BackupFile> backupsToDrop(const std::vector<BackupFile>& backups)
{
    Periods days(7);
    Periods weeks(4);
    Periods months(12);
    std::vector<BackupFile> drop;
    for (const BackupFile& backup : backups) {
        const QDate day = dayOf(backup.at);
        int year = 0;
        const int week = day.weekNumber(&year);
        const bool isDaily = days.isNewestOf(day.toString(Qt::ISODate));
        const bool isWeekly = weeks.isNewestOf(u"%1-%2"_s.arg(year).arg(week));
        const bool isMonthly = months.isNewestOf(day.toString(u"yyyy-MM"_s));
        if (!isDaily && !isWeekly && !isMonthly) {
            drop.push_back(backup);
        }
    }
    return drop;
}

Result<QStringList> thinBackups(const QString& folder, const QString& library, const Migrations& migrations)
{
    const std::vector<BackupFile> backups = listBackups(folder, library);
    const std::vector<BackupFile> drop = backupsToDrop(backups);
    if (drop.empty()) {
        return QStringList();
    }
    const auto verified = std::find_if(backups.begin(), backups.end(),
        [&migrations](const BackupFile& backup) { return verifyBackup(backup.path, migrations).has_value(); });
    if (verified == backups.end()) {
        return QStringList();
    }
    QStringList removed;
    for (const BackupFile& backup : drop) {
        if (backup == *verified) {
            continue;
        }
        if (auto gone = domain::removeFile(backup.path); !gone) {
            return tl::unexpected<Error>(gone.error());
        }
        removed.append(backup.path);
    }
    return removed;
}

} // namespace waymark::storage

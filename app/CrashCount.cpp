// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/CrashCount.h>

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::app {

namespace {

const QString countKey = u"crash/soon"_s;
const QString knownKey = u"crash/known"_s; ///< names of the reports that are counted

} // namespace

CrashCount::CrashCount(QSettings& settings, const session::CrashShelf& shelf)
    : m_settings(settings)
{
    std::vector<session::CrashReport> reports = shelf.reports();
    std::reverse(reports.begin(), reports.end());
    const QStringList known = settings.value(knownKey).toStringList();
    QStringList names;
    int count = settings.value(countKey).toInt();
    for (const session::CrashReport& report : reports) {
        names.append(QFileInfo(report.path).fileName());
        if (known.contains(names.last())) {
            continue;
        }
        m_news = report;
        if (report.ofWindow) {
            count = report.ran() < soon ? count + 1 : 0;
        }
    }
    if (names != known) {
        settings.setValue(knownKey, names);
        settings.setValue(countKey, count);
    }
}

bool CrashCount::wantsSafeMode() const
{
    return m_settings.value(countKey).toInt() >= enough;
}

void CrashCount::endWell()
{
    if (m_settings.value(countKey).toInt() != 0) {
        m_settings.setValue(countKey, 0);
    }
}

} // namespace waymark::app

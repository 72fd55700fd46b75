// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/SyncFolder.h>

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <vector>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

struct Mark
{
    QStringList names; ///< with wildcards
    QString service;
};

const std::vector<Mark>& marks()
{
    static const std::vector<Mark> all { { { u".stfolder"_s }, u"Syncthing"_s }, { { u".dropbox"_s, u".dropbox.cache"_s }, u"Dropbox"_s },
        { { u".sync_*.db"_s, u".nextcloudsync.log"_s }, u"Nextcloud"_s }, { { u"._sync_*.db"_s, u".owncloudsync.log"_s }, u"ownCloud"_s } };
    return all;
}

QString serviceOf(const QString& library)
{
    QDir folder = QFileInfo(library).absoluteDir();
    do {
        for (const Mark& mark : marks()) {
            if (!folder.entryList(mark.names, QDir::AllEntries | QDir::Hidden | QDir::System).isEmpty()) {
                return mark.service;
            }
        }
    } while (folder.cdUp());
    return {};
}

} // namespace

SyncSigns signsOfSync(const QString& library)
{
    const QFileInfo file(library);
    static const QString tail = u"( \\([^()]*conflicted copy[^()]*\\)|\\.sync-conflict-[^.]+|_conflict-[^.]+)"_s;
    const QRegularExpression name(
        u'^' + QRegularExpression::escape(file.completeBaseName()) + tail + QRegularExpression::escape(u'.' + file.suffix()) + u'$');
    SyncSigns signs { serviceOf(library), {} };
    const QStringList names = file.absoluteDir().entryList(QDir::Files, QDir::Name);
    for (const QString& each : names) {
        if (name.match(each).hasMatch()) {
            signs.conflictCopies.append(file.absoluteDir().filePath(each));
        }
    }
    return signs;
}

} // namespace waymark::storage

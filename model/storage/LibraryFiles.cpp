// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/LibraryFiles.h>

#include <storage/BackupFolder.h>

#include <domain/AtomicFile.h>

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::Error;
using domain::Result;

namespace {

constexpr qint64 chunk = 1024 * 1024;
constexpr qint64 whole = 1000; ///< thousandths

const QStringList& suffixes()
{
    static const QStringList all { QString(), u"-wal"_s, u"-journal"_s, u"-shm"_s };
    return all;
}

} // namespace

bool hasUnreadableParts(const QString& library, const std::stop_token& stop)
{
    for (const QString& path : { library, library + u"-wal"_s }) {
        const auto file = domain::NativeFile::openToRead(path);
        if (!file && domain::isLostByDisk(path)) {
            return true;
        }
        const auto size = file ? file->size() : tl::unexpected<Error>(file.error());
        for (qint64 at = 0; size && at < *size && !stop.stop_requested(); at += chunk) {
            if (!file->read(at, std::min(chunk, *size - at))) {
                return true;
            }
        }
    }
    return false;
}

Result<void> copyFile(const QString& from, const QString& to, const domain::ReadingWatch& watch)
{
    const auto source = domain::NativeFile::openToRead(from);
    if (!source) {
        return tl::unexpected<Error>(source.error());
    }
    const auto size = source->size();
    auto target = domain::AtomicFile::create(to);
    if (!size || !target) {
        return tl::unexpected<Error>(size ? target.error() : size.error());
    }
    for (qint64 at = 0; at < *size; at += chunk) {
        if (watch.stop.stop_requested()) {
            return domain::failure(domain::ErrorCode::Cancelled, from);
        }
        if (watch.progress) {
            watch.progress(static_cast<int>(at * whole / *size));
        }
        const auto bytes = source->read(at, std::min(chunk, *size - at));
        if (!bytes) {
            return tl::unexpected<Error>(bytes.error());
        }
        if (auto written = target->write(*bytes); !written) {
            return written;
        }
    }
    return target->commit();
}

Result<QString> moveAside(const QString& library, qint64 now)
{
    constexpr qint64 second = 1000;
    const auto isTaken = [&library](qint64 at) {
        const QString name = library + u".corrupt-"_s + timeStamp(at);
        return std::any_of(
            suffixes().begin(), suffixes().end(), [&name](const QString& suffix) { return domain::pathExists(name + suffix); });
    };
    while (isTaken(now)) {
        now += second;
    }
    const QString aside = library + u".corrupt-"_s + timeStamp(now);
    QString kept;
    for (const QString& suffix : suffixes()) {
        if (!domain::mayExist(library + suffix)) {
            continue;
        }
        if (auto moved = domain::renameToNew(library + suffix, aside + suffix); !moved) {
            moveBack(aside, library);
            return tl::unexpected<Error>(moved.error());
        }
        kept = aside;
    }
    return kept;
}

void moveBack(const QString& aside, const QString& library)
{
    for (const QString& suffix : suffixes()) {
        static_cast<void>(domain::renameToNew(aside + suffix, library + suffix)); // those that are there
    }
}

void removeUnfinished(const QString& path)
{
    for (const QString& suffix : suffixes()) {
        if (domain::pathExists(path + suffix)) {
            static_cast<void>(domain::removeFile(path + suffix));
        }
    }
}

} // namespace waymark::storage

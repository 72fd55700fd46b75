// SPDX-License-Identifier: GPL-3.0-or-later
// The file of what stood unsaved in editors.
#include <Promise.h>
#include <Targets.h>

#include <session/Drafts.h>
#include <session/Workers.h>

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QThread>

#include <latch>
#include <memory>

namespace waymark::fuzz {

namespace {

using session::DraftPlace;
using session::Drafts;
using session::DraftValue;

template <std::size_t kind = 0> std::optional<DraftValue> valueAt(const Drafts& drafts, const DraftPlace& place)
{
    if constexpr (kind == std::variant_size_v<DraftValue>) {
        return std::nullopt;
    } else {
        const auto found = drafts.find<std::variant_alternative_t<kind, DraftValue>>(place);
        return found ? std::optional<DraftValue>(*found) : valueAt<kind + 1>(drafts, place);
    }
}

void requireSame(const Drafts& before, const Drafts& after)
{
    for (const DraftPlace& place : before.places()) {
        const auto value = valueAt(before, place);
        require(value && value->index() == static_cast<std::size_t>(place.kind), "a draft is of the kind of its place", toKey(place));
        require(session::draftPlaceFrom(toKey(place)) == place, "a place is found under its name", toKey(place));
        require(valueAt(after, place) == value, "a draft comes back as it was",
            QString::fromUtf8(QJsonDocument(toJson(*value)).toJson(QJsonDocument::Compact)));
    }
}

/// Until the work that has begun is done, when each thread has come this far. The threads stay: of each one that ends the sanitizer keeps
/// some memory, half a gigabyte in ten minutes.
void untilWorkIsDone()
{
    const int threads = QThread::idealThreadCount();
    const auto all = std::make_shared<std::latch>(threads + 1);
    for (int i = 0; i < threads; ++i) {
        session::workers().start([all] { all->arrive_and_wait(); });
    }
    all->arrive_and_wait();
}

} // namespace

void drafts(const QByteArray& bytes)
{
    static const QTemporaryDir folder(QStringLiteral("/dev/shm/waymark-fuzz-XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("drafts.json"));
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "there is room for a file");
    file.close();
    Drafts read;
    read.keepIn(path);
    require(read.places().size() <= Drafts::mostDrafts, "there are not too many drafts");
    require(QFile::exists(path) != QFile::exists(path + QStringLiteral(".unreadable")), "a file is read or put aside, never gone");
    Drafts written;
    QFile::remove(path);
    written.keepIn(path);
    const std::vector<DraftPlace> places = read.places();
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        written.keep(*place, *valueAt(read, *place));
    }
    untilWorkIsDone();
    require(written.unwritten().empty(), "drafts are written");
    Drafts again;
    again.keepIn(path);
    requireSame(read, again);
    require(again.places() == places, "drafts come back in their order");
    QFile::remove(path);
    QFile::remove(path + QStringLiteral(".unreadable"));
}

} // namespace waymark::fuzz

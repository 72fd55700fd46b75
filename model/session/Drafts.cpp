// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/Drafts.h>

#include <domain/AtomicFile.h>
#include <session/Workers.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <mutex>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::session {

namespace {

constexpr qint64 largest = qint64(16) * 1024 * 1024; // bytes; files were once bounded by this alone
constexpr QLatin1StringView orderKey = "order"_L1;
constexpr double mostOrder = 1e15; // a whole number in JSON
constexpr QLatin1StringView ownerKey = "library"_L1; // no place is called so

QJsonObject toJson(const DraftOwner& owner)
{
    return { { u"path"_s, owner.path }, { u"file"_s, owner.identity }, { u"volume"_s, owner.volume } };
}

DraftOwner ownerFrom(const QJsonObject& object)
{
    return { object[u"path"].toString(), object[u"file"].toString(), object[u"volume"].toString() };
}

std::optional<QJsonObject> readObject(const QString& file)
{
    const auto bytes = domain::readFile(file, largest);
    const QJsonDocument document = bytes ? QJsonDocument::fromJson(*bytes) : QJsonDocument();
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace

/// What the window and the workers share: the newest contents win, whoever of them writes.
struct Drafts::File
{
    /// Of the file as a whole.
    struct Contents
    {
        quint64 number = 0; ///< a later one has a larger one
        QByteArray bytes;
        std::set<qint64> orders; ///< of the drafts that are in it
    };

    explicit File(QString file)
        : path(std::move(file))
    {
    }
    void read(std::set<qint64> orders) { m_written.orders = std::move(orders); } ///< before anybody else knows of it
    void ask(QByteArray bytes, std::set<qint64> orders);
    void write(); ///< what was asked for last, unless it is there
    [[nodiscard]] std::set<qint64> ordersOnDisk();

    const QString path; ///< empty for none

private:
    std::mutex m_writing; ///< held while a disk is waited for
    std::mutex m_knowing; ///< held for a moment only: the window takes it with each change
    Contents m_asked;
    Contents m_written; ///< without its bytes
};

void Drafts::File::ask(QByteArray bytes, std::set<qint64> orders)
{
    const std::lock_guard lock(m_knowing);
    m_asked = { m_asked.number + 1, std::move(bytes), std::move(orders) };
}

void Drafts::File::write()
{
    const std::lock_guard turn(m_writing);
    Contents contents;
    {
        const std::lock_guard lock(m_knowing);
        if (m_asked.number == m_written.number) {
            return;
        }
        contents = m_asked;
    }
    const bool isThere = QDir().mkpath(QFileInfo(path).absolutePath())
        && domain::writeFileAtomically(path, std::exchange(contents.bytes, {}), domain::FileAccess::OwnerOnly).has_value();
    if (isThere) {
        const std::lock_guard lock(m_knowing);
        m_written = std::move(contents);
    }
}

std::set<qint64> Drafts::File::ordersOnDisk()
{
    const std::lock_guard lock(m_knowing);
    return m_written.orders;
}

Drafts::Drafts()
    : m_file(std::make_shared<File>(QString()))
{
}

Drafts::~Drafts() = default;

std::optional<DraftOwner> Drafts::ownerOf(const QString& file)
{
    const auto all = readObject(file);
    const DraftOwner owner = all ? ownerFrom((*all)[ownerKey].toObject()) : DraftOwner();
    return owner.path.isEmpty() ? std::nullopt : std::optional(owner);
}

void Drafts::keepIn(const QString& file, const DraftOwner& owner)
{
    m_owner = owner;
    m_drafts.clear();
    m_order = 0;
    m_file = std::make_shared<File>(file);
    if (!QFileInfo::exists(file)) {
        return;
    }
    const auto all = readObject(file);
    if (!all) {
        (void)domain::replaceFile(file, file + u".unreadable"_s);
        return;
    }
    std::set<qint64> orders;
    for (auto it = all->begin(); it != all->end(); ++it) {
        const auto place = draftPlaceFrom(it.key());
        const QJsonObject object = it.value().toObject();
        if (const auto value = place ? draftFrom(place->kind, object) : std::nullopt) {
            const auto order = static_cast<qint64>(std::clamp(object[orderKey].toDouble(), 0.0, mostOrder));
            m_drafts.insert_or_assign(*place, Entry { *value, order });
            m_order = std::max(m_order, order);
            orders.insert(order);
        }
    }
    m_file->read(std::move(orders));
    trim();
    if (moveAll() || (!m_owner.path.isEmpty() && ownerFrom((*all)[ownerKey].toObject()) != m_owner)) {
        write();
    }
}

std::vector<DraftPlace> Drafts::unwritten() const
{
    std::vector<DraftPlace> unwritten = places();
    if (!m_file->path.isEmpty()) {
        m_file->write();
        const std::set<qint64> orders = m_file->ordersOnDisk();
        std::erase_if(unwritten, [&](const DraftPlace& place) { return orders.contains(m_drafts.at(place).order); });
    }
    return unwritten;
}

const DraftValue* Drafts::valueAt(const DraftPlace& place) const
{
    const auto found = m_drafts.find(placeToday(place));
    return found == m_drafts.end() ? nullptr : &found->second.value;
}

std::vector<DraftPlace> Drafts::places() const
{
    std::vector<DraftPlace> places;
    for (const auto& [place, entry] : m_drafts) {
        places.push_back(place);
    }
    std::ranges::stable_sort(places, std::ranges::greater(), [this](const DraftPlace& place) { return m_drafts.at(place).order; });
    return places;
}

QStringList Drafts::parts(DraftKind kind, const QString& skill) const
{
    QStringList parts;
    for (const auto& [place, entry] : m_drafts) {
        if (place.kind == kind && place.skill == skill) {
            parts.append(place.part);
        }
    }
    return parts;
}

void Drafts::keep(const DraftPlace& place, const DraftValue& value)
{
    Q_ASSERT(value.index() == static_cast<std::size_t>(place.kind));
    const DraftValue* present = valueAt(place);
    if (present == nullptr || *present != value) {
        m_drafts.insert_or_assign(placeToday(place), Entry { value, ++m_order });
        trim();
        write();
    }
}

void Drafts::drop(const DraftPlace& place)
{
    if (m_drafts.erase(placeToday(place)) > 0) {
        moveAll(); // one that has waited for the place
        write();
    }
}

void Drafts::follow(DraftMoves moves)
{
    m_moves.emplace(std::move(moves));
    settle();
}

void Drafts::settle()
{
    if (moveAll()) {
        write();
    }
}

DraftPlace Drafts::placeToday(const DraftPlace& place) const
{
    return m_moves ? m_moves->place(place) : place;
}

/// Whether anything is elsewhere now. The newest comes first to a place that several belong at.
bool Drafts::moveAll()
{
    bool hasMoved = false;
    const std::vector<DraftPlace> newestFirst = m_moves ? places() : std::vector<DraftPlace>();
    for (const DraftPlace& place : newestFirst) {
        const auto from = m_drafts.find(place);
        const DraftValue value = m_moves->value(from->second.value);
        hasMoved |= value != from->second.value;
        from->second.value = value;
        if (const DraftPlace today = placeToday(place); !m_drafts.contains(today)) {
            auto draft = m_drafts.extract(from);
            draft.key() = today;
            m_drafts.insert(std::move(draft));
            hasMoved = true;
        }
    }
    return hasMoved;
}

void Drafts::trim()
{
    while (m_drafts.size() > mostDrafts) {
        m_drafts.erase(std::ranges::min_element(m_drafts, {}, [](const auto& each) { return each.second.order; }));
    }
}

void Drafts::write()
{
    if (m_file->path.isEmpty()) {
        return;
    }
    QJsonObject all;
    if (!m_owner.path.isEmpty()) {
        all.insert(ownerKey, toJson(m_owner));
    }
    std::set<qint64> orders;
    qsizetype room = mostBytes;
    for (const DraftPlace& place : places()) {
        const Entry& entry = m_drafts.at(place);
        QJsonObject object = toJson(entry.value);
        object.insert(orderKey, entry.order);
        const qsizetype bytes = QJsonDocument({ { toKey(place), object } }).toJson(QJsonDocument::Compact).size();
        if (bytes <= room) {
            room -= bytes;
            all.insert(toKey(place), object);
            orders.insert(entry.order);
        }
    }
    m_file->ask(QJsonDocument(all).toJson(QJsonDocument::Compact), std::move(orders));
    workers().start([file = m_file] { file->write(); });
}

} // namespace waymark::session

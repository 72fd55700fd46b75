// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/Drafts.h>

#include <domain/AtomicFile.h>
#include <session/Workers.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;

namespace waymark::session {

namespace {

constexpr qint64 largest = qint64(16) * 1024 * 1024; // bytes; files were once bounded by this alone
constexpr QLatin1StringView orderKey = "order"_L1;
constexpr double mostOrder = 1e15; // a whole number in JSON

} // namespace

/// What the workers share: the newest contents win, whichever of them comes first.
struct Drafts::File
{
    std::mutex mutex;
    quint64 written = 0;
    quint64 asked = 0; ///< of the window alone
    std::atomic<bool> hasFailed = false;
};

Drafts::Drafts()
    : m_file(std::make_shared<File>())
{
}

Drafts::~Drafts() = default;

void Drafts::keepIn(const QString& file)
{
    m_path = file;
    m_drafts.clear();
    m_order = 0;
    m_file = std::make_shared<File>();
    if (!QFileInfo::exists(file)) {
        return;
    }
    const auto bytes = domain::readFile(file, largest);
    const QJsonDocument document = bytes ? QJsonDocument::fromJson(*bytes) : QJsonDocument();
    if (!document.isObject()) {
        (void)domain::replaceFile(file, file + u".unreadable"_s);
        return;
    }
    const QJsonObject all = document.object();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const auto place = draftPlaceFrom(it.key());
        const QJsonObject object = it.value().toObject();
        if (const auto value = place ? draftFrom(place->kind, object) : std::nullopt) {
            const double order = std::clamp(object[orderKey].toDouble(), 0.0, mostOrder);
            m_drafts.insert_or_assign(*place, Entry { *value, static_cast<qint64>(order) });
            m_order = std::max(m_order, static_cast<qint64>(order));
        }
    }
    trim();
}

bool Drafts::outlivesProgram() const
{
    return !m_path.isEmpty() && !m_file->hasFailed;
}

const DraftValue* Drafts::valueAt(const DraftPlace& place) const
{
    const auto found = m_drafts.find(place);
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
        m_drafts.insert_or_assign(place, Entry { value, ++m_order });
        trim();
        write();
    }
}

void Drafts::drop(const DraftPlace& place)
{
    if (m_drafts.erase(place) > 0) {
        write();
    }
}

void Drafts::trim()
{
    while (m_drafts.size() > mostDrafts) {
        m_drafts.erase(std::ranges::min_element(m_drafts, {}, [](const auto& each) { return each.second.order; }));
    }
}

void Drafts::write()
{
    if (m_path.isEmpty()) {
        return;
    }
    QJsonObject all;
    qsizetype room = mostBytes;
    for (const DraftPlace& place : places()) {
        const Entry& entry = m_drafts.at(place);
        QJsonObject object = toJson(entry.value);
        object.insert(orderKey, entry.order);
        const qsizetype bytes = QJsonDocument({ { toKey(place), object } }).toJson(QJsonDocument::Compact).size();
        if (bytes <= room) {
            room -= bytes;
            all.insert(toKey(place), object);
        }
    }
    workers().start([path = m_path, bytes = QJsonDocument(all).toJson(QJsonDocument::Compact), number = ++m_file->asked, file = m_file] {
        const std::lock_guard lock(file->mutex);
        if (number > file->written) {
            file->written = number;
            file->hasFailed = !QDir().mkpath(QFileInfo(path).absolutePath())
                || !domain::writeFileAtomically(path, bytes, domain::FileAccess::OwnerOnly).has_value();
        }
    });
}

} // namespace waymark::session

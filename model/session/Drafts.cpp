// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/Drafts.h>

#include <domain/AtomicFile.h>
#include <session/Workers.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <mutex>

using namespace Qt::StringLiterals;

namespace waymark::session {

namespace {

constexpr qint64 largest = 16 * 1024 * 1024; // bytes

QString keyOf(const QString& skill, const QString& item)
{
    return skill + u'/' + item; // ids have no slash
}

QJsonObject toJson(const EvidenceDraft& draft)
{
    return { { u"id"_s, draft.id }, { u"kind"_s, domain::toString(draft.evidence.kind) }, { u"text"_s, draft.evidence.text },
        { u"base"_s, draft.base } };
}

/// None for what is no draft.
std::optional<EvidenceDraft> fromJson(const QJsonObject& object)
{
    const auto kind = domain::evidenceKindFrom(object[u"kind"].toString());
    const QString text = object[u"text"].toString();
    if (!kind || text.isEmpty()) {
        return std::nullopt;
    }
    return EvidenceDraft { object[u"id"].toString(), { *kind, text, 0 }, object[u"base"].toString() };
}

} // namespace

/// What the workers share: the newest contents win, whichever of them comes first.
struct Drafts::Written
{
    std::mutex mutex;
    quint64 number = 0;
};

Drafts::Drafts()
    : m_written(std::make_shared<Written>())
{
}

Drafts::~Drafts() = default;

void Drafts::keepIn(const QString& file)
{
    m_file = file;
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
        if (const auto draft = fromJson(it.value().toObject())) {
            m_drafts.insert(it.key(), *draft);
        }
    }
}

std::optional<EvidenceDraft> Drafts::find(const QString& skill, const QString& item) const
{
    const auto found = m_drafts.find(keyOf(skill, item));
    return found == m_drafts.end() ? std::nullopt : std::optional(*found);
}

QStringList Drafts::skills() const
{
    QStringList skills;
    for (auto it = m_drafts.keyBegin(); it != m_drafts.keyEnd(); ++it) {
        skills.append(it->section(u'/', 0, 0));
    }
    skills.removeDuplicates();
    return skills;
}

void Drafts::keep(const QString& skill, const QString& item, const EvidenceDraft& draft)
{
    if (find(skill, item) != draft) {
        m_drafts.insert(keyOf(skill, item), draft);
        write();
    }
}

void Drafts::drop(const QString& skill, const QString& item)
{
    if (m_drafts.remove(keyOf(skill, item)) > 0) {
        write();
    }
}

void Drafts::write()
{
    if (m_file.isEmpty()) {
        return;
    }
    QJsonObject all;
    for (auto it = m_drafts.begin(); it != m_drafts.end(); ++it) {
        all.insert(it.key(), toJson(it.value()));
    }
    workers().start([file = m_file, bytes = QJsonDocument(all).toJson(), number = ++m_number, written = m_written] {
        const std::lock_guard lock(written->mutex);
        if (number > written->number && QDir().mkpath(QFileInfo(file).absolutePath())) {
            written->number = number;
            (void)domain::writeFileAtomically(file, bytes, domain::FileAccess::OwnerOnly);
        }
    });
}

} // namespace waymark::session

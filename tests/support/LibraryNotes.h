// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/SqliteStore.h>

#include <optional>

// Notes by which a test tells which state of a library it has before it.
namespace waymark::support {

/// Writes the note of a skill, or removes it.
inline domain::Edit noteEdit(domain::Store& store, const QString& skill, const std::optional<QString>& words)
{
    const domain::RecordKey key = domain::RecordKey::ofNote(skill);
    const auto after = words ? std::optional<domain::Record>(domain::Note { *words, false, 1 }) : std::nullopt;
    const auto before = store.progress().value().record(key);
    return { skill + words.value_or(QString()), domain::EditKind::WriteNote, skill, 1, { { key, before, after } } };
}

inline bool writeNote(const QString& path, const QString& skill, const std::optional<QString>& words)
{
    auto store = storage::SqliteStore::open(path, {});
    return store && (*store)->commit(noteEdit(**store, skill, words)).has_value();
}

inline QString noteIn(domain::Store& store, const QString& skill)
{
    const domain::Progress records = store.progress().value();
    const auto& note = records.skill(skill).note;
    return note ? note->text : QStringLiteral("none");
}

inline QString noteIn(const QString& path, const QString& skill)
{
    return noteIn(*storage::SqliteStore::open(path, {}).value(), skill);
}

} // namespace waymark::support

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>

#include <QString>

#include <optional>

namespace waymark::domain {

/// The records of skills: marks, ticks, evidence and notes. Times are UTC milliseconds since the epoch.

/// What the learner (or placement) said of a skill. No record means: nothing said yet.
enum class Mark { Started, Done, Skipped, Assumed };

[[nodiscard]] QString toString(Mark mark); ///< "started", "done", "skipped", "assumed"
[[nodiscard]] std::optional<Mark> markFrom(const QString& word);

struct SkillMark
{
    Mark mark = Mark::Started;
    qint64 at = 0;
    qint64 startedAt = 0; ///< first start, kept when the mark moves on; 0 if never started
    bool overLock = false; ///< opened although prerequisites were open

    bool operator==(const SkillMark&) const = default;
};

/// A checklist item that is done.
struct ItemMark
{
    qint64 at = 0;

    bool operator==(const ItemMark&) const = default;
};

struct Evidence
{
    EvidenceKind kind = EvidenceKind::Note;
    QString text;
    qint64 at = 0;

    bool operator==(const Evidence&) const = default;
};

/// What a review names to say which evidence it has seen: SHA-256, hexadecimal, over kind, newline and clean text (domain::cleanText) in
/// UTF-8.
[[nodiscard]] QString hashOf(const Evidence& evidence);

struct Note
{
    QString text;
    bool shared = false; ///< goes out with a plan only when the learner ticked it
    qint64 at = 0;

    bool operator==(const Note&) const = default;
};

} // namespace waymark::domain

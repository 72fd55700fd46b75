// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/JournalReplay.h>
#include <domain/Store.h>

#include <utility>
#include <vector>

namespace waymark::support {

/// All that a store gives out, but for the installation in its journal and for what the journal says of turns.
struct WholeLibrary
{
    std::optional<domain::Course> course;
    QString hash;
    std::vector<domain::Lesson> lessons;
    std::vector<QByteArray> pictures;
    domain::Progress progress;
    std::vector<std::pair<QString, domain::Edit>> journal;
    std::vector<domain::SearchHit> found;

    bool operator==(const WholeLibrary&) const = default;
};

inline WholeLibrary wholeLibrary(domain::Store& store)
{
    WholeLibrary whole { store.course().value(), store.courseHash().value(), {}, {}, store.progress().value(), {}, {} };
    for (const QString& skill : { QStringLiteral("vcs-git"), QStringLiteral("git"), QStringLiteral("versions"), QStringLiteral("db-sql"),
             QStringLiteral("db-tuning"), QStringLiteral("project-scripts") }) {
        if (auto lesson = store.lesson(skill)) {
            whole.lessons.push_back(std::move(*lesson));
        }
    }
    for (const QString& name : { QStringLiteral("images/merge.svg"), QStringLiteral("images/record.svg") }) {
        whole.pictures.push_back(store.asset(name).map([](const auto& asset) { return asset.bytes; }).value_or(QByteArray()));
    }
    const auto journal = store.journal(1000).value();
    for (const domain::JournalEntry& entry : journal) {
        if (entry.state == domain::JournalState::Applied && !domain::isInstallation(entry.edit.kind)) {
            whole.journal.emplace_back(entry.edit.id, entry.edit);
        }
    }
    for (const char16_t* word : { u"snapshot", u"rows", u"mine", u"git" }) {
        auto hits = store.search(QString::fromUtf16(word), 20).value();
        whole.found.insert(whole.found.end(), hits.begin(), hits.end());
    }
    return whole;
}

inline bool leadsToItsRecords(domain::Store& store)
{
    const auto replay = domain::replayJournal(store.journal(1000).value(), store.progress().value());
    return replay.missing == 0 && replay.unfitting == 0 && replay.differences.empty();
}

} // namespace waymark::support

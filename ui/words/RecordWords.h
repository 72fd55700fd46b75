// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Records.h>
#include <domain/Roadmap.h>

#include <QCoreApplication>
#include <QTimeZone>

#include <optional>

namespace waymark::ui {

/// What a record is called, on one line: "Note on \"Git basics\"", "Study time on \"Git basics\", 21 Nov 2026 09:30". The record itself,
/// where it is at hand, tells apart what the key alone does not.
class RecordWords
{
    Q_DECLARE_TR_FUNCTIONS(RecordWords)

public:
    struct Place
    {
        const domain::Roadmap& roadmap;
        const QTimeZone& zone;
    };

    [[nodiscard]] static QString name(const domain::RecordKey& key, const std::optional<domain::Record>& record, const Place& place);
    [[nodiscard]] static QString title(const QString& skill, const domain::Roadmap& roadmap); ///< of a skill; the id, to be shown, without

private:
    [[nodiscard]] static QString ofSkill(const domain::RecordKey& key, const std::optional<domain::Record>& record, const Place& place);
    [[nodiscard]] static QString ofPractice(const domain::RecordKey& key, const std::optional<domain::Record>& record, const Place& place);
    [[nodiscard]] static QString ofMentor(const domain::RecordKey& key, const std::optional<domain::Record>& record, const Place& place);
    [[nodiscard]] static QString ofPlan(const domain::RecordKey& key, const std::optional<domain::Record>& record, const Place& place);
};

} // namespace waymark::ui

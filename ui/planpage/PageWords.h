// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MentorRecords.h>
#include <learning/Vouching.h>

#include <QCoreApplication>
#include <QDate>
#include <QTimeZone>

namespace waymark::ui {

/// The words of the page for what a plan and its reviews hold, where they differ from ReviewWords, translated; dates and numbers as the
/// locale writes them.
class PageWords
{
    Q_DECLARE_TR_FUNCTIONS(PageWords)

public:
    [[nodiscard]] static QString language(); ///< of these words, as HTML names it: "en"
    [[nodiscard]] static QString date(const QDate& date); ///< "21 Nov 2026"
    [[nodiscard]] static QString day(qint64 at, const QTimeZone& zone);
    [[nodiscard]] static QString moment(qint64 at, const QTimeZone& zone); ///< with the hour and the zone
    [[nodiscard]] static QString number(int value);
    [[nodiscard]] static QString ofTotal(int done, int total); ///< "3 of 8"
    [[nodiscard]] static QString standing(learning::Standing standing); ///< who vouches: "the learner's own word"
    [[nodiscard]] static QString role(domain::ReviewerRole role); ///< "mentor"
    [[nodiscard]] static QString signature(domain::SignatureState state); ///< as a sentence
};

} // namespace waymark::ui

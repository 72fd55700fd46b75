// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/words/RecordWords.h>

#include <domain/Merge.h>

namespace waymark::ui {

/// What two copies of a library say differently, in words. Its texts come from another file: they are given back fit to be shown.
class ConflictWords
{
    Q_DECLARE_TR_FUNCTIONS(ConflictWords)

public:
    /// What it is about, on one line: "Note on \"Git basics\"".
    [[nodiscard]] static QString about(const domain::ConflictValues& conflict, const RecordWords::Place& place);

    /// The value that is shown, and then the others; each text is there once, however alike the values are. "nothing" for none.
    [[nodiscard]] static QStringList values(const domain::ConflictValues& conflict, const RecordWords::Place& place);
    /// The same, each on one line: of long texts that part where they differ.
    [[nodiscard]] static QStringList lines(const domain::ConflictValues& conflict, const RecordWords::Place& place);

private:
    struct Value;
    enum class Detail { Usual, Exact };

    [[nodiscard]] static QString partName(const domain::ConflictValues& conflict);
    [[nodiscard]] static QString value(const std::optional<domain::Record>& record, const domain::ConflictValues& conflict,
        const RecordWords::Place& place, Detail detail);
    [[nodiscard]] static QString asStored(const std::optional<domain::Record>& record, const domain::ConflictValues& conflict);
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/CausalOrder.h>
#include <domain/RecordParts.h>

#include <QMap>
#include <QStringList>

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace waymark::domain {

/// What one edit of a history did to one record.
struct Touch
{
    std::size_t edit = 0; ///< index in the CausalOrder
    const Record* before = nullptr; ///< null for none; in the history that the order is of, as the other one
    const Record* after = nullptr;
    QStringList answered {}; ///< parts whose conflict it settled
    bool isApplied = true;
    bool isFound = false; ///< it left no more than its record, or a conflict: see LostEdits.h
    bool isOfRecord = true; ///< false where it left a conflict alone
    QMap<QString, QStringList> waits {}; ///< by part: what stands in a conflict that it left; see Conflict
};

/// Of two edits that know nothing of each other: by the clock of their copies, and of those of one moment by the larger id. It says what is
/// shown first, never what is lost, and says the same in all copies, whatever ids their courses give to skills.
[[nodiscard]] bool isLater(const CausalOrder& order, std::size_t one, std::size_t other);

/// A touch with its records as fields, made once.
struct TouchFields
{
    explicit TouchFields(const Touch& of);

    const Touch& touch;
    QJsonObject before; ///< empty for none
    QJsonObject after;
    QString afterText; ///< JSON
};

/// The values that several copies gave to one part of a record. A value is open until somebody who knew of it replaced it where it was the
/// one that is shown, or answered the conflict; a value that was hidden behind another one stays open whatever becomes of that one.
class PartValues
{
public:
    struct Given
    {
        std::size_t edit = 0;
        QString value; ///< as textOf()
        QString record; ///< that it was left in
        std::vector<std::size_t> replacing {}; ///< edits that wrote over it, but for those that know an earlier one that did
        bool isShown = true; ///< where nobody wrote over it; false for one that no more is known of than that it waits
    };

    /// Both must outlive this.
    PartValues(const RecordPart& part, const CausalOrder& order);

    /// Applied touches alone, in the order of the CausalOrder.
    void add(const TouchFields& fields);
    /// More open values than limits::sideBySide: only a forged history has so many, and nothing else of this holds then.
    [[nodiscard]] bool isTooWide() const;

    /// Those that nobody wrote over; in no order. They live as long as this does and nothing is added.
    [[nodiscard]] std::vector<const Given*> standing() const;
    /// The open ones but for the shown one, each once, as the JSON of the whole record that the latest edit left with it; sorted.
    [[nodiscard]] QStringList waiting(const std::optional<QString>& shown) const;

private:
    [[nodiscard]] bool isClosedBy(Given& given, std::size_t edit, const std::optional<QString>& before, bool isAnswer) const;
    [[nodiscard]] bool isGivenTo(std::size_t edit, const QString& value) const;

    const RecordPart& m_part;
    const CausalOrder& m_order;
    std::vector<Given> m_open;
    std::deque<Given> m_closed; ///< the latest ones, for edits that were found: see Touch
};

/// A part that is a set: what one side put in is in, unless somebody who knew of that took it out.
class PartMembers
{
public:
    PartMembers(const RecordPart& part, const CausalOrder& order);

    void add(const TouchFields& fields); ///< as PartValues
    [[nodiscard]] QString text() const; ///< as textOf()

private:
    struct PutIn
    {
        std::size_t edit = 0;
        bool isTakenOut = false;
    };

    const RecordPart& m_part;
    const CausalOrder& m_order;
    std::map<QString, std::vector<PutIn>> m_members;
};

} // namespace waymark::domain

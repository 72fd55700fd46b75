// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/StudyRecords.h>
#include <learning/SkillStates.h>

#include <QAbstractListModel>

#include <vector>

namespace waymark::ui {

/// A card of the board as it is shown.
struct BoardEntry
{
    QString skill; ///< id
    QString title;
    QString area;
    QString caption; ///< what is left of it, in words
    learning::SkillState state = learning::SkillState::Locked;
    bool isPlaced = false; ///< by hand

    bool operator==(const BoardEntry&) const = default;
};

/// The cards of one column of the board. It is given its entries and tells its views exactly what became of each row.
class BoardLaneModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SkillRole = Qt::UserRole,
        AreaRole,
        CaptionRole,
        StateRole, ///< learning::SkillState as int
        PlacedRole, ///< bool
    };

    explicit BoardLaneModel(domain::BoardLane lane, QObject* parent = nullptr);

    void setEntries(const std::vector<BoardEntry>& entries);
    [[nodiscard]] int rowOf(const QString& skill) const; ///< -1 for none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void removeGone(const std::vector<BoardEntry>& entries);
    void put(int row, const BoardEntry& entry);
    [[nodiscard]] QString spoken(const BoardEntry& entry) const;

    domain::BoardLane m_lane;
    std::vector<BoardEntry> m_entries;
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lists/WordsFilter.h>

#include <session/CardShelf.h>

#include <QAbstractTableModel>
#include <QBasicTimer>

namespace waymark::ui {

/// The cards that the learner has met or written, one a row, in the order of the course. It holds ids, reads values from the Workspace, and
/// follows an edit row by row; only another course resets it.
class CardListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { FrontColumn, SkillColumn, DueColumn, LapsesColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole };

    explicit CardListModel(session::Workspace& workspace, QObject* parent = nullptr);

    [[nodiscard]] session::CardId cardAt(int row) const;
    [[nodiscard]] int rowOf(const session::CardId& card) const; ///< -1 for none
    [[nodiscard]] session::CardStanding standingAt(int row) const;
    /// Front, back and skill, as a search sees them.
    [[nodiscard]] QString textAt(int row) const;
    /// Says that the clock has gone on: what was due tomorrow may be due now. Also reads what is still unread, in idle time.
    void refreshTime();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    struct Row
    {
        int skill = 0; ///< index in the course
        QString card;
    };

    void load();
    void refreshDue(); ///< as the day says it
    void follow(const session::Changes& changes);
    void followSkill(int skill);
    [[nodiscard]] const domain::Skill& skillAt(int row) const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString dueText(const session::CardStanding& standing) const;
    [[nodiscard]] QVariant sortValue(int row, int column) const;
    [[nodiscard]] QString accessibleText(int row, int column) const;
    [[nodiscard]] QVariant decoration(int row, int column) const;

    session::Workspace& m_workspace;
    mutable session::CardTexts m_texts; ///< of what is on the screen and was searched
    std::vector<Row> m_rows; ///< by skill, and within it as in shelvedCards()
    QBasicTimer m_reading;
    std::size_t m_nextToRead = 0; ///< row
};

enum class CardFilter { All, LaidAside, PutOff, Leeches, Own };

/// Those of the cards that a filter and a search leave, sorted by a column.
class CardListFilter : public WordsFilter
{
    Q_OBJECT

public:
    explicit CardListFilter(CardListModel& model, QObject* parent = nullptr);

    void setFilter(CardFilter filter);
    [[nodiscard]] CardFilter filter() const { return m_filter; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    CardListModel& m_model;
    CardFilter m_filter = CardFilter::All;
};

} // namespace waymark::ui

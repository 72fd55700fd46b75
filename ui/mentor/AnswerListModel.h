// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lists/WordsFilter.h>

#include <session/ReviewDesk.h>

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace waymark::ui {

/// What a mentor can answer in a plan: the plan as a whole, then the skills that wait, those with a question, those that were begun, and
/// all others. It reads the desk, which outlives it, and follows what is decided and commented row by row.
class AnswerListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SkillRole = Qt::UserRole, ///< id; empty for the plan as a whole
        CaptionRole, ///< why it stands here, and what was said about it
        GroupRole,
        StateRole, ///< learning::SkillState as int; none for the plan as a whole
        DecidedRole, ///< bool
    };
    enum class Group { Plan, Submitted, Asking, Begun, Other };

    explicit AnswerListModel(const session::ReviewDesk& desk, QObject* parent = nullptr);

    [[nodiscard]] int rowOf(const QString& skill) const; ///< -1 for none
    [[nodiscard]] int count(Group group) const;
    void refresh(); ///< the draft has changed

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row
    {
        const exchange::PlanSkill* skill = nullptr; ///< null for the plan as a whole
        Group group = Group::Plan;
        QString caption;
    };

    [[nodiscard]] QString captionOf(const Row& row) const;
    [[nodiscard]] bool isDecided(const Row& row) const;

    const session::ReviewDesk& m_desk;
    std::vector<Row> m_rows;
};

/// Those that a search leaves. Without words, only those that were begun or handed in.
class AnswerListFilter : public WordsFilter
{
    Q_OBJECT

public:
    using WordsFilter::WordsFilter;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
};

/// A title over a caption, with the sign of the state, and a tick where it is decided.
class AnswerDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace waymark::ui

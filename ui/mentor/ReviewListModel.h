// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lists/WordsFilter.h>

#include <session/ReviewShelf.h>

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace waymark::ui {

/// The reviews that the learner has, newest first. Given the letters of the shelf whenever they may have changed, it says row by row what
/// did.
class ReviewListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        AboutRole, ///< role and date
        OpenRole, ///< int: entries that wait
        OpenTextRole,
        SignatureRole, ///< int: domain::SignatureState
        SignatureTextRole,
        SearchRole, ///< all that a search looks at
    };

    using QAbstractListModel::QAbstractListModel;

    void setLetters(const std::vector<session::ReviewLetter>& letters, const QTimeZone& zone);
    [[nodiscard]] int rowOf(const QString& review) const; ///< -1 for none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row
    {
        QString id;
        QString reviewer;
        QString about;
        int open = 0;
        domain::SignatureState signature = domain::SignatureState::None;
        QString words;

        bool operator==(const Row&) const = default;
    };
    [[nodiscard]] static Row rowOf(const session::ReviewLetter& letter, const QTimeZone& zone);

    std::vector<Row> m_rows;
};

/// Those of the reviews that a search and "open only" leave.
class ReviewListFilter : public WordsFilter
{
    Q_OBJECT

public:
    explicit ReviewListFilter(ReviewListModel& model, QObject* parent = nullptr);

    void setOpenOnly(bool openOnly);
    /// A review that stays in the list although nothing of it is open any more: the one that is being read.
    void setKept(const QString& review);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool m_isOpenOnly = false;
    QString m_kept;
};

/// Paints a review in the list: who, what and when, what is open, and the signature by icon and word.
class ReviewListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace waymark::ui

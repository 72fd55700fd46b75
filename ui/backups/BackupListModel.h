// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/BackupShelf.h>

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <QTimeZone>

#include <vector>

namespace waymark::ui {

/// The backups of a library, newest first. Given the list whenever it may have changed, it says row by row what did.
class BackupListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        PathRole = Qt::UserRole,
        SizeRole, ///< as words
        TestRole, ///< whether and when it was tested, as words
        IsTestedRole,
    };

    explicit BackupListModel(QTimeZone zone, QObject* parent = nullptr);

    void setBackups(const std::vector<domain::BackupEntry>& backups);
    [[nodiscard]] int rowOf(const QString& path) const; ///< -1 for none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void removeGone(const std::vector<domain::BackupEntry>& backups);

    QTimeZone m_zone;
    std::vector<domain::BackupEntry> m_backups;
};

/// Paints a backup in the list: when it was made, its size, and whether it was tested, by icon and word.
class BackupDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/backups/BackupListModel.h>

#include <ui/lists/RowPainter.h>
#include <ui/theme/TrailPainting.h>
#include <ui/words/BackupWords.h>

#include <algorithm>
#include <utility>

namespace waymark::ui {

namespace {

constexpr int inset = space::m;

} // namespace

BackupListModel::BackupListModel(QTimeZone zone, QObject* parent)
    : QAbstractListModel(parent)
    , m_zone(std::move(zone))
{
}

int BackupListModel::rowOf(const QString& path) const
{
    const auto found = std::ranges::find(m_backups, path, &domain::BackupEntry::path);
    return found == m_backups.end() ? -1 : static_cast<int>(found - m_backups.begin());
}

void BackupListModel::removeGone(const std::vector<domain::BackupEntry>& backups)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::ranges::find(backups, m_backups[static_cast<std::size_t>(row)].path, &domain::BackupEntry::path) == backups.end()) {
            beginRemoveRows({}, row, row);
            m_backups.erase(m_backups.begin() + row);
            endRemoveRows();
        }
    }
}

void BackupListModel::setBackups(const std::vector<domain::BackupEntry>& backups)
{
    removeGone(backups);
    for (std::size_t i = 0; i < backups.size(); ++i) {
        const int row = static_cast<int>(i);
        if (rowOf(backups[i].path) != row) { // both are newest first, so it can only be a new one
            beginInsertRows({}, row, row);
            m_backups.insert(m_backups.begin() + row, backups[i]);
            endInsertRows();
        } else if (m_backups[i] != backups[i]) {
            m_backups[i] = backups[i];
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

int BackupListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_backups.size());
}

QVariant BackupListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const domain::BackupEntry& backup = m_backups[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return BackupWords::moment(backup.at, m_zone);
    case PathRole:
        return backup.path;
    case SizeRole:
        return BackupWords::size(backup.bytes);
    case TestRole:
        return BackupWords::tested(backup, m_zone);
    case IsTestedRole:
        return backup.testedAt != 0;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3", "when a backup was made, its size, whether it was tested")
            .arg(BackupWords::moment(backup.at, m_zone), BackupWords::size(backup.bytes), BackupWords::tested(backup, m_zone));
    default:
        return {};
    }
}

QSize BackupDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int caption = std::max(QFontMetrics(type::caption(option.font)).height(), size::iconSmall);
    return { size::inspector / 2, QFontMetrics(type::strong(option.font)).height() + caption + space::xs + 2 * inset };
}

void BackupDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    RowPainter row(*painter, option);
    paintRow(*painter, ground);

    const QRect inner = option.rect.adjusted(inset, inset, -inset, -inset);
    const QFont strong = type::strong(option.font);
    const QFont caption = type::caption(option.font);
    const QString bytes = index.data(BackupListModel::SizeRole).toString();
    QRect line(inner.left(), inner.top(), inner.width(), QFontMetrics(strong).height());
    row.words(line, strong, row.text(), index.data(Qt::DisplayRole).toString());
    const int height = std::max(QFontMetrics(caption).height(), size::iconSmall);
    line = QRect(inner.left(), line.bottom() + 1 + space::xs, inner.width(), height);
    const bool isTested = index.data(BackupListModel::IsTestedRole).toBool();
    const int sizeWidth = QFontMetrics(caption).horizontalAdvance(bytes);
    const QRect test(line.left(), line.top(), line.width() - sizeWidth - space::m, height);
    row.sign(test, isTested ? IconId::Check : IconId::Clock, isTested ? row.ink(Tone::Mastered) : row.soft());
    row.words(test.adjusted(size::iconSmall + space::xs, 0, 0, 0), caption, row.soft(), index.data(BackupListModel::TestRole).toString());
    row.words(QRect(test.right() + 1 + space::m, line.top(), sizeWidth, height), caption, row.soft(), bytes);
}

} // namespace waymark::ui

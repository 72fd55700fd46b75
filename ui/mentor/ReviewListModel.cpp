// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/ReviewListModel.h>

#include <ui/words/Isolated.h>
#include <ui/words/LocalTime.h>
#include <ui/words/ReviewWords.h>

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

ReviewListModel::Row ReviewListModel::rowOf(const session::ReviewLetter& letter, const QTimeZone& zone)
{
    const exchange::ReviewDocument& review = *letter.review;
    Row row;
    row.id = letter.id;
    row.reviewer = ReviewWords::reviewer(review.reviewer.name);
    row.about = tr("%1 · %2", "a role, a date").arg(ReviewWords::role(review.reviewer.role), dayText(review.created, zone));
    row.open = letter.open();
    row.signature = letter.signature;
    QStringList words { row.reviewer, review.overall.text };
    for (const exchange::ReviewEntry& entry : letter.entries) {
        words.append(entry.text);
    }
    row.words = words.join(u'\n');
    return row;
}

void ReviewListModel::setLetters(const std::vector<session::ReviewLetter>& letters, const QTimeZone& zone)
{
    QSet<QString> kept;
    for (const session::ReviewLetter& letter : letters) {
        kept.insert(letter.id);
    }
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!kept.contains(m_rows[static_cast<std::size_t>(row)].id)) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    // Those that stay keep their order: what it goes by never changes.
    for (std::size_t i = 0; i < letters.size(); ++i) {
        Row row = rowOf(letters[i], zone);
        const int at = static_cast<int>(i);
        if (i >= m_rows.size() || m_rows[i].id != row.id) {
            beginInsertRows({}, at, at);
            m_rows.insert(m_rows.begin() + at, std::move(row));
            endInsertRows();
        } else if (m_rows[i] != row) {
            m_rows[i] = std::move(row);
            Q_EMIT dataChanged(index(at), index(at));
        }
    }
}

int ReviewListModel::rowOf(const QString& review) const
{
    const auto found = std::ranges::find(m_rows, review, &Row::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ReviewListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ReviewListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.reviewer;
    case Qt::AccessibleTextRole:
        return QStringList { isolated(row.reviewer), row.about, ReviewWords::open(row.open), ReviewWords::signatureWord(row.signature) }
            .join(u", "_s);
    case IdRole:
        return row.id;
    case AboutRole:
        return row.about;
    case OpenRole:
        return row.open;
    case OpenTextRole:
        return ReviewWords::open(row.open);
    case SignatureRole:
        return static_cast<int>(row.signature);
    case SignatureTextRole:
        return ReviewWords::signatureWord(row.signature);
    case SearchRole:
        return row.words;
    default:
        return {};
    }
}

ReviewListFilter::ReviewListFilter(ReviewListModel& model, QObject* parent)
    : WordsFilter(parent)
{
    setSourceModel(&model);
}

void ReviewListFilter::setOpenOnly(bool openOnly)
{
    if (m_isOpenOnly != openOnly) {
        m_isOpenOnly = openOnly;
        invalidateFilter();
    }
}

void ReviewListFilter::setKept(const QString& review)
{
    m_kept = review; // it takes effect with the next change: a list does not move while it is being clicked
}

bool ReviewListFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const bool isKept = index.data(ReviewListModel::IdRole).toString() == m_kept;
    if (m_isOpenOnly && !isKept && index.data(ReviewListModel::OpenRole).toInt() == 0) {
        return false;
    }
    return fits(index.data(ReviewListModel::SearchRole).toString());
}

} // namespace waymark::ui

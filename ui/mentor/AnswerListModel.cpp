// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/AnswerListModel.h>

#include <ui/words/Isolated.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/Words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::PlanSkill;

namespace {

AnswerListModel::Group groupOf(const PlanSkill& skill)
{
    using Group = AnswerListModel::Group;
    if (skill.submitted) {
        return Group::Submitted;
    }
    const bool isBegun = skill.mark.has_value() || skill.signOff.has_value()
        || std::ranges::any_of(skill.checklist, [](const exchange::PlanItem& item) { return item.doneAt || !item.evidence.empty(); });
    return skill.question ? Group::Asking : isBegun ? Group::Begun : Group::Other;
}

} // namespace

AnswerListModel::AnswerListModel(const session::ReviewDesk& desk, QObject* parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
{
    m_rows.push_back({});
    for (const PlanSkill& skill : m_desk.plan().skills) {
        m_rows.push_back({ &skill, groupOf(skill), {} });
    }
    std::ranges::stable_sort(m_rows, {}, &Row::group);
    for (Row& row : m_rows) {
        row.caption = captionOf(row);
    }
}

int AnswerListModel::rowOf(const QString& skill) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&skill](const Row& row) { return row.skill == nullptr ? skill.isEmpty() : row.skill->id == skill; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int AnswerListModel::count(Group group) const
{
    return static_cast<int>(std::ranges::count(m_rows, group, &Row::group));
}

void AnswerListModel::refresh()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (QString caption = captionOf(m_rows[i]); caption != m_rows[i].caption) {
            m_rows[i].caption = std::move(caption);
            const QModelIndex changed = index(static_cast<int>(i));
            Q_EMIT dataChanged(changed, changed);
        }
    }
}

bool AnswerListModel::isDecided(const Row& row) const
{
    return row.skill == nullptr ? m_desk.draft().overall.decision.has_value() : m_desk.decisionOn(row.skill->id) != nullptr;
}

QString AnswerListModel::captionOf(const Row& row) const
{
    QStringList parts;
    const QString id = row.skill == nullptr ? QString() : row.skill->id;
    const exchange::ReviewDecision* decision = row.skill == nullptr ? nullptr : m_desk.decisionOn(id);
    if (decision != nullptr) {
        parts.append(ReviewWords::decision(decision->decision));
    } else if (row.skill == nullptr) {
        const auto& overall = m_desk.draft().overall.decision;
        parts.append(overall ? ReviewWords::decision(*overall) : tr("Overall word"));
    } else if (row.group == Group::Submitted) {
        parts.append(tr("Waits for a decision"));
    } else {
        parts.append(Words::state(row.skill->state));
    }
    if (row.skill != nullptr && row.skill->question) {
        parts.append(tr("asks you something"));
    }
    const auto comments = static_cast<int>(std::ranges::count_if(
        m_desk.draft().comments, [&id](const exchange::ReviewComment& comment) { return comment.skill == id && !comment.resolved; }));
    if (comments > 0) {
        parts.append(tr("%n comment(s)", nullptr, comments));
    }
    return parts.join(tr(" · ", "between parts of a caption"));
}

int AnswerListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AnswerListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const QString title = row.skill == nullptr ? tr("The plan as a whole") : row.skill->title.isEmpty() ? row.skill->id : row.skill->title;
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "a skill, what was said about it").arg(isolated(title), row.caption);
    case SkillRole:
        return row.skill == nullptr ? QString() : row.skill->id;
    case CaptionRole:
        return row.caption;
    case GroupRole:
        return static_cast<int>(row.group);
    case StateRole:
        return row.skill == nullptr ? QVariant() : static_cast<int>(row.skill->state);
    case DecidedRole:
        return isDecided(row);
    default:
        return {};
    }
}

bool AnswerListFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return hasWords() ? fits(index.data().toString())
                      : index.data(AnswerListModel::GroupRole).toInt() != static_cast<int>(AnswerListModel::Group::Other);
}

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/ComparisonModel.h>

#include <ui/theme/Icons.h>
#include <ui/words/Words.h>

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::SkillComparison;
using exchange::SkillMove;

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(ComparisonModel)

public:
    static QString move(SkillMove move)
    {
        switch (move) {
        case SkillMove::Same:
            return tr("Same place");
        case SkillMove::Forward:
            return tr("Moved forward");
        case SkillMove::Slipped:
            return tr("Slipped");
        case SkillMove::Skipped:
            return tr("Skipped");
        case SkillMove::Resumed:
            return tr("Taken up again");
        }
        return {};
    }
    static QString states(const SkillComparison& skill)
    {
        const auto word = [](const std::optional<learning::SkillState>& state) { return state ? Words::state(*state) : tr("Not there"); };
        return skill.before == skill.after ? word(skill.after)
                                           : tr("%1 → %2", "a state before, a state after").arg(word(skill.before), word(skill.after));
    }
    static QString items(const SkillComparison& skill)
    {
        QStringList parts;
        if (!skill.ticked.isEmpty()) {
            parts.append(tr("%n ticked", nullptr, static_cast<int>(skill.ticked.size())));
        }
        if (!skill.unticked.isEmpty()) {
            parts.append(tr("%n unticked", nullptr, static_cast<int>(skill.unticked.size())));
        }
        return QLocale().createSeparatedList(parts);
    }
    static QString evidence(const SkillComparison& skill)
    {
        QStringList parts;
        if (!skill.added.empty()) {
            parts.append(tr("%n new", nullptr, static_cast<int>(skill.added.size())));
        }
        if (!skill.changed.empty()) {
            parts.append(tr("%n changed", nullptr, static_cast<int>(skill.changed.size())));
        }
        if (!skill.gone.empty()) {
            parts.append(tr("%n gone", nullptr, static_cast<int>(skill.gone.size())));
        }
        return QLocale().createSeparatedList(parts);
    }
    static QString minutes(qint64 minutes)
    {
        return minutes == 0 ? QString()
            : minutes > 0   ? tr("+%1", "more time").arg(Words::minutes(minutes))
                            : tr("−%1", "less time").arg(Words::minutes(-minutes));
    }
    static QString signOff(const SkillComparison& skill)
    {
        return skill.signedOff ? tr("Signed off") : skill.signOffLost ? tr("Sign-off lost") : QString();
    }
    static QString header(int column)
    {
        switch (column) {
        case ComparisonModel::SkillColumn:
            return tr("Skill");
        case ComparisonModel::MoveColumn:
            return tr("What happened");
        case ComparisonModel::StatesColumn:
            return tr("State");
        case ComparisonModel::ItemsColumn:
            return tr("Checklist");
        case ComparisonModel::EvidenceColumn:
            return tr("Evidence");
        case ComparisonModel::SignOffColumn:
            return tr("Sign-off");
        case ComparisonModel::TimeColumn:
            return tr("Time");
        default:
            return {};
        }
    }
};

Tone toneOf(SkillMove move)
{
    return move == SkillMove::Slipped ? Tone::Danger : move == SkillMove::Forward ? Tone::Mastered : Tone::SoftText;
}

IconId iconOf(SkillMove move)
{
    switch (move) {
    case SkillMove::Forward:
    case SkillMove::Resumed:
        return IconId::ChevronUp;
    case SkillMove::Slipped:
        return IconId::ChevronDown;
    case SkillMove::Skipped:
        return IconId::Skip;
    case SkillMove::Same:
        break;
    }
    return IconId::More;
}

/// Forward first, then back, then left out.
int rankOf(SkillMove move)
{
    constexpr SkillMove order[] = { SkillMove::Forward, SkillMove::Resumed, SkillMove::Slipped, SkillMove::Skipped, SkillMove::Same };
    return static_cast<int>(std::ranges::find(order, move) - std::begin(order));
}

} // namespace

void ComparisonModel::setComparison(const exchange::PlanComparison& comparison)
{
    beginResetModel(); // two other plans
    m_rows.clear();
    std::ranges::copy_if(comparison.skills, std::back_inserter(m_rows), [](const SkillComparison& skill) { return !skill.isSame(); });
    m_totals = comparison.totals;
    endResetModel();
}

QString ComparisonModel::totalsText() const
{
    const auto count = [](int number, const QString& text) { return number > 0 ? QStringList { text } : QStringList(); };
    const exchange::ComparisonTotals& all = m_totals;
    QStringList parts { tr("%1 → %2 skills reached").arg(QLocale().toString(all.reachedBefore), QLocale().toString(all.reachedAfter)) };
    parts += count(all.forward, tr("%n moved forward", nullptr, all.forward));
    parts += count(all.resumed, tr("%n taken up again", nullptr, all.resumed));
    parts += count(all.slipped, tr("%n slipped", nullptr, all.slipped));
    parts += count(all.skipped, tr("%n skipped", nullptr, all.skipped));
    parts += count(all.ticked, tr("%n line(s) ticked", nullptr, all.ticked));
    parts += count(all.unticked, tr("%n line(s) unticked", nullptr, all.unticked));
    parts += count(all.added, tr("%n new piece(s) of evidence", nullptr, all.added));
    parts += count(all.changed, tr("%n piece(s) changed", nullptr, all.changed));
    parts += count(all.gone, tr("%n piece(s) gone", nullptr, all.gone));
    parts += count(all.signedOff, tr("%n signed off", nullptr, all.signedOff));
    parts += count(all.signOffsLost, tr("%n sign-off(s) lost", nullptr, all.signOffsLost));
    if (all.minutes != 0) {
        parts.append(Texts::minutes(all.minutes));
    }
    return parts.join(tr(" · ", "between counts"));
}

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ComparisonModel::text(const SkillComparison& skill, int column)
{
    switch (column) {
    case SkillColumn:
        return skill.title.isEmpty() ? skill.id : skill.title;
    case MoveColumn:
        return Texts::move(skill.move);
    case StatesColumn:
        return Texts::states(skill);
    case ItemsColumn:
        return Texts::items(skill);
    case EvidenceColumn:
        return Texts::evidence(skill);
    case SignOffColumn:
        return Texts::signOff(skill);
    case TimeColumn:
        return Texts::minutes(skill.minutes);
    default:
        return {};
    }
}

QVariant ComparisonModel::sortValue(const SkillComparison& skill, int column)
{
    switch (column) {
    case MoveColumn:
        return rankOf(skill.move);
    case ItemsColumn:
        return static_cast<int>(skill.ticked.size() - skill.unticked.size());
    case EvidenceColumn:
        return static_cast<int>(skill.added.size() + skill.changed.size() + skill.gone.size());
    case SignOffColumn:
        return int(skill.signedOff) - int(skill.signOffLost);
    case TimeColumn:
        return skill.minutes;
    default:
        return text(skill, column);
    }
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const SkillComparison& skill = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(skill, index.column());
    case SortRole:
        return sortValue(skill, index.column());
    case Qt::DecorationRole:
        return index.column() == MoveColumn ? QVariant(icon(iconOf(skill.move), toneOf(skill.move))) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (index.column() == TimeColumn ? Qt::AlignRight : Qt::AlignLeft)));
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (section == TimeColumn ? Qt::AlignRight : Qt::AlignLeft)));
    }
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? Texts::header(section) : QVariant();
}

} // namespace waymark::ui

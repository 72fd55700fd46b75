// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/RubricPanel.h>

#include <ui/ReadOnly.h>
#include <ui/skill/Retire.h>
#include <ui/skill/RubricRow.h>
#include <ui/theme/Controls.h>

#include <domain/ReviewEdits.h>
#include <session/PlanMaking.h>

#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

RubricPanel::RubricPanel(session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_fold(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_column(new QVBoxLayout(m_body))
{
    m_fold->setObjectName(u"rubric.fold"_s);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_fold->setCheckable(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_fold->setIconSize({ size::iconSmall, size::iconSmall });
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::xs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_body);
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_body->setVisible(open);
        m_fold->setIcon(icon(open ? IconId::ChevronUp : IconId::ChevronDown, Tone::SoftText));
    });
    m_fold->setIcon(icon(IconId::ChevronDown, Tone::SoftText));
    m_body->hide();
    whenReadOnlyChanges(m_workspace, this, [this] {
        rebuild();
        refresh();
    });
}

void RubricPanel::setSkill(const QString& skill)
{
    if (skill != m_skill) {
        m_skill = skill;
        rebuild();
        m_fold->setChecked(!m_workspace.progress().skill(skill).scores.isEmpty());
    }
    refresh();
}

void RubricPanel::rebuild()
{
    for (RubricRow* row : m_rows) {
        retire(row);
    }
    m_rows.clear();
    if (m_skill.isEmpty()) {
        return;
    }
    const auto rubric = session::rubricOf(m_workspace, m_skill);
    if (!rubric) {
        return; // without its text there is nothing to score by
    }
    for (const exchange::RubricCriterion& criterion : *rubric) {
        auto* row = new RubricRow(criterion, !m_workspace.isReadOnly(), m_body);
        connect(row, &RubricRow::scored, this, &RubricPanel::score);
        m_column->addWidget(row);
        m_rows.push_back(row);
    }
}

void RubricPanel::refresh()
{
    const QMap<QString, domain::SelfScore> scores = m_workspace.progress().skill(m_skill).scores;
    int scored = 0;
    for (RubricRow* row : m_rows) {
        const auto score = scores.constFind(row->criterion());
        row->setScore(score == scores.cend() ? std::nullopt : std::optional(score->level));
        scored += score == scores.cend() ? 0 : 1;
    }
    const QLocale locale;
    m_fold->setText(scored == 0
            ? tr("Score yourself")
            : tr("Your own scores, %1 of %2").arg(locale.toString(scored), locale.toString(static_cast<int>(m_rows.size()))));
    m_fold->setVisible(!m_rows.empty());
}

void RubricPanel::score(const QString& criterion, std::optional<int> level)
{
    m_workspace.apply(domain::scoreSkill(m_workspace.context(), m_skill, criterion, level));
    refresh(); // where the store refused, the levels go back to what is true
}

} // namespace waymark::ui

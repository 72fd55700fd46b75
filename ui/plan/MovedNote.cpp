// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/MovedNote.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Isolated.h>
#include <ui/words/PlanWords.h>

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int mostLines = 6; ///< that are seen without scrolling

} // namespace

MovedNote::MovedNote(QWidget* parent)
    : QWidget(parent)
    , m_line(wrapped(TextRole::Body, {}, this))
    , m_which(pushButton(u"plan.moved.which"_s, tr("What moved"), this, ButtonKind::Chip))
    , m_list(new QListView(this))
    , m_lines(new QStringListModel(this))
{
    m_line->setObjectName(u"plan.moved"_s);
    m_which->setCheckable(true);
    QPushButton* seen = pushButton(u"plan.moved.seen"_s, tr("Seen"), this, ButtonKind::Quiet);
    seen->setToolTip(tr("Takes the dates as they are now to compare with"));
    m_list->setObjectName(u"plan.moved.list"_s);
    m_list->setAccessibleName(tr("What moved"));
    m_list->setModel(m_lines);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(new IconMark(IconId::Clock, Tone::SoftText, this));
    row->addWidget(m_line, 1);
    row->addWidget(m_which);
    row->addWidget(seen);
    auto* column = bareColumn(this, space::s);
    column->addLayout(row);
    column->addWidget(m_list);
    connect(m_which, &QPushButton::toggled, m_list, &QWidget::setVisible);
    connect(seen, &QPushButton::clicked, this, &MovedNote::seen);
    hide();
}

void MovedNote::setShift(const learning::PlanShift& shift, QDate since, const domain::Roadmap& roadmap)
{
    if (shift.isEmpty() || shift.isOtherGoal) {
        m_which->setChecked(false);
        hide();
        return;
    }
    QStringList lines;
    for (const learning::SkillShift& each : shift.moved) {
        lines.append(PlanWords::moved(roadmap.titleOf(each.skill), each.days));
    }
    for (const QString& skill : shift.added) {
        lines.append(tr("%1: new on the way", "a skill").arg(isolated(roadmap.titleOf(skill))));
    }
    for (const QString& skill : shift.gone) {
        lines.append(tr("%1: reached, or no longer on the way", "a skill").arg(isolated(roadmap.titleOf(skill))));
    }
    m_lines->setStringList(lines);
    m_line->setText(PlanWords::shift(shift, since));
    m_which->setEnabled(!lines.isEmpty());
    const int shown = std::min(static_cast<int>(lines.size()), mostLines);
    m_list->setFixedHeight(shown * std::max(m_list->sizeHintForRow(0), 1) + 2 * m_list->frameWidth());
    show();
}

} // namespace waymark::ui

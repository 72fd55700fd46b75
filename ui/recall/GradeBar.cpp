// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/recall/GradeBar.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/Words.h>

#include <learning/Fsrs.h>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

GradeBar::GradeBar(QWidget* parent)
    : QWidget(parent)
{
    auto* row = bareRow(this, space::m);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const domain::Grade grade = learning::allGrades[i];
        auto* button
            = pushButton(u"grade."_s + learning::toString(grade), tr("%1  %2", "key and grade").arg(i + 1).arg(Words::grade(grade)), this);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setButtonKind(*button, grade == domain::Grade::Good ? ButtonKind::Primary : ButtonKind::Standard);
        connect(button, &QPushButton::clicked, this, [this, grade] { Q_EMIT graded(grade); });
        auto* interval = new TextLabel(TextRole::Caption, {}, this);
        interval->setAlignment(Qt::AlignHCenter);
        auto* column = new QVBoxLayout;
        column->setSpacing(space::xs);
        column->addWidget(button);
        column->addWidget(interval);
        row->addLayout(column, 1);
        m_buttons[i] = button;
        m_intervals[i] = interval;
    }
}

void GradeBar::setNext(const std::array<domain::CardSchedule, 4>& next, qint64 now)
{
    for (std::size_t i = 0; i < next.size(); ++i) {
        const QString interval = Words::interval(next[i], now);
        m_intervals[i]->setText(tr("in %1", "interval until a card is asked again").arg(interval));
        m_buttons[i]->setAccessibleName(tr("%1: asked again in %2", "grade, interval").arg(Words::grade(learning::allGrades[i]), interval));
    }
}

void GradeBar::focusGood()
{
    m_buttons[2]->setFocus(Qt::OtherFocusReason);
}

} // namespace waymark::ui

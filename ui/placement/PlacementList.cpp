// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/placement/PlacementList.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Words.h>

#include <QCheckBox>
#include <QMouseEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

PlacementList::PlacementList(const session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_column(bareColumn(this, space::xs))
{
}

void PlacementList::setFound(const QStringList& skills)
{
    if (skills == m_found) {
        return; // the focus stays where it is
    }
    m_found = skills;
    m_boxes.clear();
    m_boxOfText.clear();
    m_areas.clear();
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    QString area;
    for (const QString& id : skills) {
        const domain::Skill* skill = m_workspace.roadmap().find(id);
        if (skill == nullptr) {
            continue;
        }
        if (m_areas.empty() || skill->area != area) {
            area = skill->area;
            auto* head = new QWidget(this);
            auto* row = new QHBoxLayout(head);
            row->setContentsMargins(0, m_areas.empty() ? 0 : space::m, 0, 0);
            row->setSpacing(space::s);
            auto* count = new TextLabel(TextRole::Caption, {}, head);
            row->addWidget(wrapped(TextRole::Strong, domain::titleOfArea(m_workspace.course(), area), head), 1);
            row->addWidget(count, 0, Qt::AlignBottom);
            m_column->addWidget(head);
            m_areas.push_back({ count, {} });
        }
        m_areas.back().skills.append(id);
        addRow(*skill);
    }
    m_column->addStretch(1);
}

void PlacementList::addRow(const domain::Skill& skill)
{
    auto* row = new QWidget(this);
    auto* line = bareRow(row, space::s);
    auto* box = new QCheckBox(row);
    box->setObjectName(u"placement.skill."_s + skill.id);
    box->setAccessibleName(skill.title);
    box->setAccessibleDescription(skill.outcome);
    box->installEventFilter(this);
    auto* text = wrapped(TextRole::Body, skill.title, row);
    text->installEventFilter(this); // the words click the box, as those of a plain check box do
    auto* hours = new TextLabel(TextRole::Caption, Words::hours(skill.hours), row);
    line->addWidget(box, 0, Qt::AlignTop);
    line->addWidget(text, 1, Qt::AlignVCenter);
    line->addWidget(hours, 0, Qt::AlignVCenter);
    m_column->addWidget(row);
    m_boxes.insert(skill.id, box);
    m_boxOfText.insert(text, box);
    connect(box, &QCheckBox::clicked, this, [this, id = skill.id](bool isIn) { Q_EMIT toggled(id, isIn); });
}

void PlacementList::setKnown(const QStringList& skills)
{
    for (auto box = m_boxes.cbegin(); box != m_boxes.cend(); ++box) {
        (*box)->setChecked(skills.contains(box.key()));
    }
    for (const Area& area : m_areas) {
        const auto in = std::count_if(area.skills.begin(), area.skills.end(), [&skills](const QString& id) { return skills.contains(id); });
        area.count->setText(tr("%1 of %2", "skills of an area").arg(in).arg(area.skills.size()));
    }
}

void PlacementList::reveal(const QString& skill, QScrollArea& in) const
{
    if (QCheckBox* box = m_boxes.value(skill)) {
        in.ensureWidgetVisible(box);
    }
}

bool PlacementList::eventFilter(QObject* watched, QEvent* event)
{
    if (QCheckBox* box = m_boxOfText.value(watched)) {
        const auto* text = static_cast<QWidget*>(watched);
        if (event->type() == QEvent::MouseButtonRelease && text->rect().contains(static_cast<QMouseEvent*>(event)->position().toPoint())) {
            box->setFocus(Qt::MouseFocusReason);
            box->click();
            return true;
        }
    } else if (event->type() == QEvent::FocusIn) {
        Q_EMIT focused(m_boxes.key(qobject_cast<QCheckBox*>(watched)));
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waymark::ui

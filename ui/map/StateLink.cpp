// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/StateLink.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>
#include <ui/words/Isolated.h>
#include <ui/words/SkillIcons.h>
#include <ui/words/Words.h>

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

StateLink::StateLink(QWidget* parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StateLink::setSkill(const session::Workspace& workspace, int index)
{
    const domain::Skill& skill = workspace.roadmap().skill(index);
    m_skill = skill.id;
    m_state = workspace.stateOf(skill.id);
    setText(skill.title);
    setObjectName(u"link."_s + skill.id);
    setAccessibleName(tr("%1, %2", "skill and state").arg(isolated(skill.title), Words::state(m_state)));
    setToolTip(accessibleName().toHtmlEscaped());
    update();
}

QSize StateLink::sizeHint() const
{
    return { size::iconSmall + 2 * space::s + fontMetrics().horizontalAdvance(text()),
        std::max(size::row - space::xs, fontMetrics().height() + space::s) };
}

QSize StateLink::minimumSizeHint() const
{
    return { size::iconSmall + 8 * fontMetrics().averageCharWidth(), sizeHint().height() };
}

void StateLink::paintEvent(QPaintEvent*)
{
    const Palette& palette = activePalette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        paintBox(painter, rect(), { .fill = palette.raised, .radius = radius::small });
    }
    const QRect sign(space::xs, (height() - size::iconSmall) / 2, size::iconSmall, size::iconSmall);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), sign), iconOf(m_state), palette.colour(toneOf(m_state)));
    const QRect words = rect().adjusted(sign.right() + 1 + space::s, 0, -space::xs, 0);
    painter.setPen(palette.trail);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
        static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::TextSingleLine,
        fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    if (hasFocus()) {
        paintFocusRing(painter, rect(), radius::small);
    }
}

void StateLink::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void StateLink::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

StateLinks::StateLinks(QWidget* parent)
    : QWidget(parent)
    , m_caption(new TextLabel(TextRole::Caption, {}, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, space::s);
    column->setSpacing(0);
    m_caption->setWordWrap(true);
    column->addWidget(m_caption);
    column->addSpacing(2);
}

void StateLinks::setSkills(const session::Workspace& workspace, const QString& caption, const std::vector<int>& skills)
{
    m_caption->setText(caption);
    setAccessibleName(caption);
    while (m_links.size() < skills.size()) {
        auto* link = new StateLink(this);
        layout()->addWidget(link);
        connect(link, &StateLink::clicked, this, [this, link] {
            const QString skill = link->skill(); // the link may name another one before all have heard of this
            Q_EMIT skillRequested(skill);
        });
        m_links.push_back(link);
    }
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        m_links[i]->setVisible(i < skills.size());
        if (i < skills.size()) {
            m_links[i]->setSkill(workspace, skills[i]);
        } else {
            m_links[i]->setObjectName({});
        }
    }
    setVisible(!skills.empty());
}

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/SkillLink.h>

#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>
#include <ui/words/WrappedText.h>

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using learning::SkillState;

namespace {

constexpr int inset = space::xs;
constexpr int textLeft = inset + size::iconSmall + space::s;

} // namespace

SkillLink::SkillLink(const QString& skill, const QString& title, QWidget* parent)
    : QAbstractButton(parent)
    , m_skill(skill)
{
    setObjectName(u"link."_s + skill);
    setText(title);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setState(SkillState::Locked);
}

void SkillLink::setState(SkillState state)
{
    m_state = state;
    setAccessibleName(tr("%1, %2", "a skill and its state").arg(isolated(text()), Words::state(state)));
    update();
}

QRect SkillLink::textRect(int width) const
{
    const QRect room(textLeft, inset, std::max(1, width - textLeft - inset), 10'000);
    return fontMetrics().boundingRect(room, Qt::TextWordWrap, breakable(text()));
}

QSize SkillLink::sizeHint() const
{
    const int width = textLeft + fontMetrics().horizontalAdvance(text()) + 2 * inset;
    return { width, heightForWidth(width) };
}

QSize SkillLink::minimumSizeHint() const
{
    return { textLeft + fontMetrics().averageCharWidth() * 8, heightForWidth(size::skillSide) };
}

int SkillLink::heightForWidth(int width) const
{
    return std::max(textRect(width).height(), size::iconSmall) + 2 * inset;
}

void SkillLink::enterEvent(QEnterEvent*)
{
    update();
}

void SkillLink::leaveEvent(QEvent*)
{
    update();
}

void SkillLink::paintEvent(QPaintEvent*)
{
    const Palette& palette = activePalette();
    QPainter painter(this);
    if (underMouse() || isDown()) {
        paintBox(painter, rect(), { .fill = palette.raised });
    }
    const int top = inset + std::max(0, (fontMetrics().height() - size::iconSmall) / 2);
    const QRect sign(inset, top, size::iconSmall, size::iconSmall);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), sign), iconOf(m_state), palette.colour(toneOf(m_state)));
    QRect words = textRect(width());
    words.setWidth(width() - textLeft - inset);
    painter.setPen(palette.text);
    QFont font = painter.font();
    font.setUnderline(underMouse());
    painter.setFont(font);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words), Qt::TextWordWrap | int(Qt::AlignLeading), breakable(text()));
    if (hasFocus()) {
        paintFocusRing(painter, rect());
    }
}

} // namespace waymark::ui

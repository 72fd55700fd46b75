// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/CardGhost.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>

#include <QPainter>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr double seeThrough = 0.92; // what it is held over stays in sight

} // namespace

CardGhost::CardGhost(const QPixmap& card, QWidget* parent)
    : QWidget(parent)
    , m_card(card)
    , m_reason(wrapped(TextRole::Caption, {}, this))
{
    setObjectName(u"board.ghost"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_reason->setObjectName(u"board.ghost.reason"_s);
    m_reason->setForegroundRole(QPalette::WindowText);
    say({});
}

QString CardGhost::reason() const
{
    return m_reason->text();
}

void CardGhost::say(const QString& reason)
{
    const QSize card = m_card.deviceIndependentSize().toSize();
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    const int width = reason.isEmpty() ? card.width() : std::max(card.width(), size::nodeWidth);
    const int inner = width - 2 * space::s;
    const int height = reason.isEmpty() ? 0 : m_reason->heightForWidth(inner) + 2 * space::s;
    m_reason->setGeometry(space::s, card.height() + space::xs + space::s, inner, std::max(0, height - 2 * space::s));
    resize(width, card.height() + (height == 0 ? 0 : height + space::xs));
    update();
}

void CardGhost::follow(const QPoint& at)
{
    const QSize card = m_card.deviceIndependentSize().toSize();
    move(at - QPoint(card.width() / 2, space::m));
}

void CardGhost::paintEvent(QPaintEvent*)
{
    const Palette& tokens = activePalette();
    QPainter painter(this);
    if (!m_reason->text().isEmpty()) {
        const QRect ground = m_reason->geometry().adjusted(-space::s, -space::s, space::s, space::s);
        paintBox(painter, ground, { .fill = tokens.surface, .edge = tokens.mark, .radius = radius::control });
    }
    painter.setOpacity(seeThrough);
    painter.drawPixmap(0, 0, m_card);
}

} // namespace waymark::ui

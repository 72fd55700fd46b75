// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/quiz/QuizText.h>

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace waymark::ui {

namespace {

constexpr int leastWidth = 120;

} // namespace

QuizText::QuizText(const session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_prose(workspace)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_prose.dress(font());
}

void QuizText::setBlocks(const exchange::Blocks& blocks, QuizProse::Weight weight)
{
    m_prose.setBlocks(blocks, weight);
    m_prose.dress(font());
    setAccessibleName(exchange::plainText(blocks));
    updateGeometry();
    update();
}

void QuizText::setInlines(const exchange::Inlines& inlines, QuizProse::Weight weight)
{
    setBlocks(paragraphOf(inlines), weight);
}

int QuizText::heightForWidth(int width) const
{
    return m_prose.heightFor(width);
}

QSize QuizText::sizeHint() const
{
    const int width = static_cast<int>(std::ceil(m_prose.idealWidth()));
    return { width, m_prose.heightFor(width) };
}

QSize QuizText::minimumSizeHint() const
{
    return { std::min(leastWidth, sizeHint().width()), 0 };
}

void QuizText::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_prose.paint(painter, rect());
}

void QuizText::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        m_prose.dress(font());
        updateGeometry();
        update();
    }
}

} // namespace waymark::ui

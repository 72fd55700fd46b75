// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/CommandPalette.h>

#include <ui/theme/Icons.h>
#include <ui/theme/Theme.h>

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

/// Icon, title, and the detail in soft text: at the right for states and shortcuts, under the title for found text.
class FinderDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int lines = isText(index) ? 2 : 1;
        return { 0, std::max(size::row, option.fontMetrics.height() * lines + space::m) };
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Palette& palette = activePalette();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(palette.trailFill);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(space::xs, 1, -space::xs, -1), radius::control, radius::control);
        }
        QRect inner = option.rect.adjusted(space::m, space::xs, -space::m, -space::xs);
        const QRect iconRect(inner.left(), inner.top() + (isText(index) ? 0 : (inner.height() - size::icon) / 2), size::icon, size::icon);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, iconRect);
        inner.setLeft(iconRect.right() + space::m);
        paintTexts(*painter, inner, option, index);
        painter->restore();
    }

private:
    static bool isText(const QModelIndex& index)
    {
        return index.data(FinderModel::KindRole).toInt() == static_cast<int>(FinderModel::Kind::Text);
    }

    static void paintTexts(QPainter& painter, QRect inner, const QStyleOptionViewItem& option, const QModelIndex& index)
    {
        const QString detail = index.data(FinderModel::DetailRole).toString();
        const QFont captionFont = type::caption(option.font);
        const QFontMetrics caption(captionFont);
        const int lineHeight = option.fontMetrics.height();
        QRect titleRect = inner;
        QRect detailRect = inner;
        Qt::Alignment detailSide = Qt::AlignRight;
        if (isText(index)) {
            titleRect.setHeight(lineHeight);
            detailRect.setTop(titleRect.bottom() + 1);
            detailSide = Qt::AlignLeft;
        } else {
            const int detailWidth = std::min(inner.width() / 2, caption.horizontalAdvance(detail));
            titleRect.setRight(inner.right() - detailWidth - space::m);
            detailRect.setLeft(inner.right() - detailWidth);
        }
        painter.setFont(option.font);
        painter.setPen(activePalette().text);
        painter.drawText(titleRect, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, titleRect.width()));
        painter.setFont(captionFont);
        painter.setPen(activePalette().softText);
        painter.drawText(detailRect, static_cast<int>(Qt::AlignVCenter | detailSide) | Qt::TextSingleLine,
            caption.elidedText(detail, Qt::ElideRight, detailRect.width()));
    }
};

} // namespace

CommandPalette::CommandPalette(session::Workspace& workspace, const std::vector<QAction*>& actions, QWidget* window)
    : QFrame(window)
    , m_model(workspace, actions)
    , m_query(new QLineEdit(this))
    , m_results(new QListView(this))
    , m_nothing(new QLabel(tr("Nothing has this name, and no lesson or note says it. Try fewer letters."), this))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Find anything"));
    m_query->setObjectName(u"paletteQuery"_s);
    m_query->setAccessibleName(tr("Find a skill, a lesson text or an action"));
    m_query->setPlaceholderText(tr("Find a skill, a lesson text or an action"));
    m_query->addAction(icon(IconId::Search), QLineEdit::LeadingPosition);
    m_query->installEventFilter(this);
    m_results->setObjectName(u"paletteResults"_s);
    m_results->setAccessibleName(tr("Found"));
    m_results->setModel(&m_model);
    m_results->setItemDelegate(new FinderDelegate(m_results));
    m_results->setFrameShape(QFrame::NoFrame);
    m_results->setFocusPolicy(Qt::NoFocus);
    m_results->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_results->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setTextFormat(Qt::PlainText);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::m, space::m, space::m);
    column->setSpacing(space::s);
    column->addWidget(m_query);
    column->addWidget(m_results, 1);
    column->addWidget(m_nothing, 1);

    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_results, &QListView::clicked, this, &CommandPalette::accept);
    window->installEventFilter(this);
    hide();
}

void CommandPalette::open(const QList<QAction*>& pageActions)
{
    m_model.setPageActions(pageActions);
    m_focusBefore = QApplication::focusWidget();
    m_query->clear();
    search({});
    place();
    show();
    raise();
    m_query->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::search(const QString& query)
{
    m_model.setQuery(query);
    const bool found = m_model.rowCount() > 0;
    m_results->setVisible(found);
    m_nothing->setVisible(!found);
    if (found) {
        m_results->setCurrentIndex(m_model.index(0));
    }
}

void CommandPalette::accept(const QModelIndex& index)
{
    if (!index.isValid()) {
        return;
    }
    QAction* action = m_model.actionOf(index);
    const Place place = action == nullptr ? m_model.placeOf(index) : Place {};
    dismiss();
    if (action != nullptr) {
        action->trigger();
    } else {
        Q_EMIT placeRequested(place);
    }
}

void CommandPalette::dismiss()
{
    hide();
    if (m_focusBefore) {
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    }
}

void CommandPalette::move(int rows)
{
    const int last = m_model.rowCount() - 1;
    const int row = std::clamp(m_results->currentIndex().row() + rows, 0, std::max(0, last));
    m_results->setCurrentIndex(m_model.index(row));
}

/// In the upper third of the window, never wider than it.
void CommandPalette::place()
{
    const QWidget* window = parentWidget();
    const int width = std::min(640, window->width() - 2 * space::xl);
    const int height = std::min(480, window->height() - 4 * space::xl);
    setGeometry((window->width() - width) / 2, window->height() / 10, width, height);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible()) {
            place();
        }
        return false;
    }
    if (event->type() == QEvent::FocusOut && isVisible() && static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason) {
        hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    constexpr int page = 8;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(page);
        return true;
    case Qt::Key_PageUp:
        move(-page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        accept(m_results->currentIndex());
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    const Palette& palette = activePalette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.controlLine, size::line));
    painter.setBrush(palette.surface);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace waymark::ui

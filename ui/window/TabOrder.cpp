// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/TabOrder.h>

#include <QWidget>

#include <algorithm>
#include <vector>

namespace waymark::ui {

namespace {

bool takesTab(const QWidget& widget, const QWidget& window)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.focusProxy() == nullptr && widget.isVisibleTo(&window)
        && widget.isEnabled();
}

/// What is in none comes last.
qsizetype regionOf(const QWidget* widget, const QList<QWidget*>& regions)
{
    const auto found
        = std::ranges::find_if(regions, [widget](const QWidget* region) { return region == widget || region->isAncestorOf(widget); });
    return found - regions.begin();
}

} // namespace

QWidget* nextByTab(const QWidget& window, const QList<QWidget*>& regions, bool forward)
{
    const QWidget* from = window.focusWidget();
    std::vector<QWidget*> order;
    for (QWidget* each = window.nextInFocusChain(); each != &window; each = each->nextInFocusChain()) {
        if (each == from || takesTab(*each, window)) {
            order.push_back(each);
        }
    }
    std::ranges::stable_sort(order, {}, [&regions](const QWidget* widget) { return regionOf(widget, regions); });
    if (!forward) {
        std::ranges::reverse(order);
    }
    const auto present = std::ranges::find(order, from);
    const auto next = present == order.end() ? order.begin() : std::next(present);
    QWidget* target = next != order.end() ? *next : order.empty() ? nullptr : order.front();
    return target == from ? nullptr : target;
}

} // namespace waymark::ui

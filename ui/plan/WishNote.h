// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/plan/ScheduleRows.h>

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace waymark::ui {

/// Why a wish is not kept, as a sentence; empty for one that is.
[[nodiscard]] QString fateOf(const OrderedWish& wish, const domain::Roadmap& roadmap);

/// The wishes for another order that cannot be kept, each with its reason and the button that forgets it. Hidden while there is none. Those
/// that the progress has overtaken are not spoken of.
class WishNote : public QWidget
{
    Q_OBJECT

public:
    explicit WishNote(QWidget* parent = nullptr);

    void setWishes(const std::vector<OrderedWish>& wishes, const domain::Roadmap& roadmap, bool canForget);

Q_SIGNALS:
    void forgetRequested(const QStringList& skills);

private:
    void addLine(const OrderedWish& wish, const domain::Roadmap& roadmap, bool canForget);

    QVBoxLayout* m_column = nullptr;
    std::vector<OrderedWish> m_wishes;
};

} // namespace waymark::ui

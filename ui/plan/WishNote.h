// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyPlan.h>

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace waymark::ui {

/// The wishes for another order that cannot be kept, each with its reason and the button that forgets it. Hidden while there is none. Those
/// that the progress has overtaken are not spoken of.
class WishNote : public QWidget
{
    Q_OBJECT

public:
    explicit WishNote(QWidget* parent = nullptr);

    void setWishes(const std::vector<session::OrderedWish>& wishes, const domain::Roadmap& roadmap, bool canForget);

Q_SIGNALS:
    void forgetRequested(const QStringList& skills);

private:
    void addLine(const session::OrderedWish& wish, const domain::Roadmap& roadmap, bool canForget);

    QVBoxLayout* m_column = nullptr;
    std::vector<session::OrderedWish> m_wishes;
};

} // namespace waymark::ui

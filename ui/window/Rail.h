// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/theme/Icons.h>

#include <QActionGroup>
#include <QFrame>

class QVBoxLayout;

namespace waymark::ui {

/// The strip at the left with an icon and a word for each page. It shows the checked action of its group.
class Rail : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    void addPage(QAction* action);
    void addAtFoot(QAction* action);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_pages = nullptr;
    QVBoxLayout* m_foot = nullptr;
};

} // namespace waymark::ui

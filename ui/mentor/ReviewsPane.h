// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/Workspace.h>

namespace waymark::ui {

/// The reviews that the learner has received. For now: what leads to the first one.
class ReviewsPane : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewsPane(session::Workspace& workspace, QWidget* parent = nullptr);

    void showReview(const QString& review);
    [[nodiscard]] QWidget* searchField();
    [[nodiscard]] QVariantMap view() const;
    void restoreView(const QVariantMap& view);

Q_SIGNALS:
    void placeRequested(const waymark::ui::Place& place);
    void noticeRequested(const QString& text, waymark::ui::NoticeTone tone);
    void importRequested();
    void exportRequested();
};

} // namespace waymark::ui

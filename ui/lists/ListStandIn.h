// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace waymark::ui {

class TextLabel;

/// What stands in for a list that has nothing to show: a sentence in the middle, and under it what can be done.
class ListStandIn : public QWidget
{
    Q_OBJECT

public:
    /// `id` is the objectName of the sentence.
    explicit ListStandIn(const QString& id, QWidget* parent = nullptr);

    void setText(const QString& sentence);
    void addWidget(QWidget* widget); ///< below what is there

private:
    QVBoxLayout* m_column;
    TextLabel* m_sentence;
};

} // namespace waymark::ui

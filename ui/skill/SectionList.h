// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lesson/LessonScript.h>

#include <QListWidget>

namespace waymark::ui {

/// The sections of a lesson as a thin list that follows the scroll of the text.
class SectionList : public QListWidget
{
    Q_OBJECT

public:
    static constexpr int listWidth = 196;

    explicit SectionList(QWidget* parent = nullptr);

    void setSections(const std::vector<LessonSectionLink>& sections);
    void follow(int section);

Q_SIGNALS:
    void sectionChosen(int section);
};

} // namespace waymark::ui

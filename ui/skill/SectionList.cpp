// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/SectionList.h>

#include <ui/theme/Tokens.h>

#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace waymark::ui {

SectionList::SectionList(QWidget* parent)
    : QListWidget(parent)
{
    setObjectName(u"sections"_s);
    setAccessibleName(tr("Sections of the lesson"));
    setFrameShape(QFrame::NoFrame);
    setFixedWidth(listWidth);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setUniformItemSizes(true);
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { Q_EMIT sectionChosen(row(item)); });
    connect(this, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { Q_EMIT sectionChosen(row(item)); });
}

void SectionList::setSections(const std::vector<LessonSectionLink>& sections)
{
    const QSignalBlocker quiet(this);
    clear();
    for (const LessonSectionLink& section : sections) {
        auto* item = new QListWidgetItem(section.title, this);
        if (section.isUnit) {
            item->setFont(type::strong(font()));
        }
    }
}

void SectionList::follow(int section)
{
    if (section >= 0 && section < count() && !hasFocus()) {
        const QSignalBlocker quiet(this);
        setCurrentRow(section);
        scrollToItem(item(section));
    } else if (section < 0 && !hasFocus()) {
        setCurrentRow(-1);
    }
}

} // namespace waymark::ui

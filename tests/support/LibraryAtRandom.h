// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClockedLibrary.h"
#include "RandomEdits.h"

#include <domain/StudyEdits.h>
#include <learning/LearningDays.h>

#include <QTest>
#include <QUuid>

#include <algorithm>

namespace waymark::support {

/// A library in memory to which anything happens: edits of every kind, undo, redo, another edition of its course, another day.
class LibraryAtRandom
{
public:
    explicit LibraryAtRandom(RandomEdits& random)
        : m_random(random)
        , m_library(ClockedLibrary::sunday, course(0))
    {
    }

    [[nodiscard]] session::Workspace& workspace() const { return *m_library.workspace; }

    void step()
    {
        const domain::EditContext context = workspace().context();
        switch (m_random.below(12)) {
        case 0:
            QVERIFY(workspace().installCourse(course(m_random.below(4))));
            return;
        case 1:
            m_library.now += m_random.below(60) * minute * minute / 2;
            workspace().noticeDay();
            return;
        case 2:
            m_library.aim(m_random.below(12), m_random.below(2) == 0 ? QStringLiteral("half") : QStringLiteral("whole"));
            return;
        case 3:
            takeOff(context);
            return;
        case 4:
        case 5:
            QVERIFY(!workspace().nextUndo() || workspace().undo());
            return;
        case 6:
            QVERIFY(!workspace().nextRedo() || workspace().redo());
            return;
        default:
            apply(m_random.edit(
                workspace().progress(), QUuid::createUuidV5(QUuid(), QString::number(++m_made)).toString(QUuid::WithoutBraces)));
        }
    }

private:
    static constexpr qint64 minute = 60'000;

    /// But for one that swaps the watch twice: no edit of the program does, and the watch goes on beside the steps of undo.
    void apply(const domain::Edit& edit)
    {
        const auto isWatch = [](const domain::RecordChange& change) { return change.key.kind == domain::RecordKind::RunningTimer; };
        QVERIFY(std::ranges::count_if(edit.changes, isWatch) > 1 || workspace().apply(edit));
    }
    void takeOff(const domain::EditContext& context)
    {
        const QDate today = learning::learningDay(m_library.now, QTimeZone::utc());
        const QDate first = today.addDays(m_random.below(40));
        const auto off = domain::addDaysOff(context, { first, first.addDays(m_random.below(5)), QString::number(m_random.below(9)) });
        QVERIFY(!off || workspace().apply(off)); // refused where there are as many as there may be
    }

    /// Over the names that the edits have. The editions differ in skills, areas, titles, cards and ways.
    [[nodiscard]] static domain::CourseContent course(int edition)
    {
        domain::CourseContent content;
        content.hash = QStringLiteral("edition-%1").arg(edition);
        content.course.id = QStringLiteral("random");
        content.course.title = QStringLiteral("Random");
        content.course.version = QStringLiteral("1.%1").arg(edition);
        for (int i = 0; i < 4 - edition; ++i) {
            content.course.areas.push_back({ QStringLiteral("area-%1").arg(i), QStringLiteral("Area %1").arg(i + edition), {} });
        }
        for (int i = edition % 3; i < 5; ++i) {
            content.course.skills.push_back(skill(i, edition));
            content.lessons.push_back({ content.course.skills.back().id, lesson(edition), {} });
        }
        const QString last = content.course.skills.back().id;
        content.course.choices = { { QStringLiteral("id-0"), QStringLiteral("Choice"), { QStringLiteral("skill-2"), last } } };
        content.course.milestones = { { QStringLiteral("half"), QStringLiteral("Half"), {}, { QStringLiteral("skill-2") }, false },
            { QStringLiteral("whole"), QStringLiteral("Whole"), {}, { last }, false } };
        return content;
    }
    [[nodiscard]] static domain::Skill skill(int number, int edition)
    {
        domain::Skill made;
        made.id = QStringLiteral("skill-%1").arg(number);
        made.title = QStringLiteral("Skill %1 <b>%2</b>").arg(number).arg(edition / 2);
        made.area = QStringLiteral("area-%1").arg(number % (4 - edition));
        made.hours = number + edition;
        made.hasLesson = true;
        if (number > edition % 3) {
            made.prerequisites = { QStringLiteral("skill-%1").arg(number - 1) };
        }
        for (int item = 0; item < 3 - edition % 2; ++item) {
            made.checklist.push_back(
                { QStringLiteral("item-%1").arg(item), QStringLiteral("I did %1").arg(item), domain::EvidenceKind::Note, {} });
            made.cards.append(QStringLiteral("item-%1").arg(item));
        }
        return made;
    }
    [[nodiscard]] static QString lesson(int edition)
    {
        return QStringLiteral(
            "## Flashcards\n\n| Front | Back |\n| --- | --- |\n| Item 0 | back %1 |\n| Item 1 | back |\n| Item 2 | back |\n")
            .arg(edition);
    }

    RandomEdits& m_random;
    ClockedLibrary m_library;
    int m_made = 0;
};

} // namespace waymark::support

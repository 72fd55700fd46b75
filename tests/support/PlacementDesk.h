// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <GraphCourse.h>
#include <MemoryWorkspace.h>

#include <exchange/CourseReader.h>
#include <session/PlacementSitting.h>

#include <QTest>

#include <algorithm>

/// Courses to be placed in, and somebody who answers.
namespace waymark::support {

using namespace Qt::StringLiterals;

inline constexpr learning::PlacementSettings quick { .particles = 500 };
inline constexpr learning::PlacementSettings endless { .particles = 500, .unsureShare = 0 }; ///< asks all that it may

/// The bundled course, read once.
inline const domain::CourseContent& backendContent()
{
    static const domain::CourseContent content = [] {
        auto read = exchange::readCourse(QStringLiteral(WAYMARK_SOURCE "/resources/courses/backend"));
        if (!read) {
            qFatal("the bundled course cannot be read");
        }
        return std::move(read->content);
    }();
    return content;
}

/// base -> middle -> top, side after base, and end after middle and a colour; every skill has one question.
inline domain::CourseContent quizGraph()
{
    domain::CourseContent content;
    content.course = graphCourse();
    content.hash = u"graph"_s;
    const QString markdown = u"## Quiz\n\n### Which one?\n\n- [x] This\n\n  It is.\n- [ ] That\n\n  It is not.\n"_s;
    for (domain::Skill& skill : content.course.skills) {
        skill.questions = { u"which-one"_s };
        skill.hasLesson = true;
        content.lessons.push_back({ skill.id, markdown, {} });
    }
    return content;
}

/// A workspace over a course, in Berlin, under a clock that the test sets.
struct PlacementDesk
{
    qint64 now = 1'795'255'200'000; ///< 2026-11-21 10:00 UTC
    MemoryStore* store = nullptr;
    std::unique_ptr<session::Workspace> workspace;

    explicit PlacementDesk(const domain::CourseContent& content)
    {
        MemoryWorkspace opened(content, { [this] { return now; }, QTimeZone("Europe/Berlin") });
        store = opened.store;
        workspace = std::move(opened.workspace);
    }

    void apply(const domain::Result<domain::Edit>& edit) { QVERIFY(workspace->apply(edit).has_value()); }
    [[nodiscard]] const domain::Roadmap& roadmap() const { return workspace->roadmap(); }
    [[nodiscard]] bool isBefore(const QString& skill, const QString& milestone) const
    {
        const std::vector<int> way = roadmap().closure(*roadmap().milestone(milestone));
        return std::binary_search(way.begin(), way.end(), roadmap().indexOf(skill));
    }
};

/// Answers as somebody who knows what comes up to a milestone, `most` questions at most; gives back what was asked.
inline QStringList sit(session::PlacementSitting& sitting, const PlacementDesk& desk, const QString& milestone, int most = 100)
{
    QStringList asked;
    while (sitting.question() && asked.size() < most) {
        const session::PlacementQuestion now = *sitting.question();
        asked.append(now.skill + u'/' + now.question.id);
        if (desk.isBefore(now.skill, milestone)) {
            if (!sitting.answer(exchange::rightAnswer(now.question), 9000)) {
                qFatal("the right answer cannot be read");
            }
        } else {
            sitting.pass(2000);
        }
    }
    return asked;
}

} // namespace waymark::support

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryStore.h"
#include "WholeLesson.h"
#include "WrittenLesson.h"

#include <ui/lesson/LessonView.h>

#include <session/Workspace.h>

#include <QScrollBar>
#include <QTest>
#include <QTextBlock>

#include <memory>

namespace waymark::fixture {

using namespace Qt::StringLiterals;

/// A lesson in a view as a learner sees it.
class OpenLesson
{
public:
    /// With `quizOf`, the questions of that skill can be answered.
    void open(const QString& markdown, const QString& quizOf = {}, bool readOnly = false)
    {
        close();
        auto made = std::make_unique<support::MemoryStore>();
        store = made.get();
        QVERIFY(store->installCourse(courseWithLesson(markdown)));
        store->setReadOnly(readOnly);
        auto opened = session::Workspace::open(std::move(made), { [] { return qint64(1'000'000); }, QTimeZone::utc() });
        QVERIFY(opened);
        workspace = std::move(*opened);
        view = std::make_unique<ui::LessonView>(*workspace);
        view->resize(760, 600);
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
        view->setQuizOf(quizOf);
        view->setLesson(markdown);
        support::untilWritten(*view);
    }

    void close()
    {
        view.reset();
        workspace.reset();
    }

    [[nodiscard]] QString text() const { return view->document()->toPlainText(); }

    /// Inside the first link that begins like this; null if there is none.
    [[nodiscard]] QTextCursor anchor(const QString& start) const
    {
        for (QTextBlock block = view->document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                if (it.fragment().charFormat().anchorHref().startsWith(start)) {
                    QTextCursor cursor(view->document());
                    cursor.setPosition(it.fragment().position() + 1);
                    return cursor;
                }
            }
        }
        return {};
    }

    void click(const QString& anchorStart)
    {
        const QTextCursor place = anchor(anchorStart);
        QVERIFY2(!place.isNull(), qPrintable(anchorStart));
        QScrollBar* bar = view->verticalScrollBar();
        bar->setValue(bar->value() + view->cursorRect(place).top() - 100);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->cursorRect(place).center());
    }

    support::MemoryStore* store = nullptr; ///< owned by the workspace
    std::unique_ptr<session::Workspace> workspace;
    std::unique_ptr<ui::LessonView> view;
};

} // namespace waymark::fixture

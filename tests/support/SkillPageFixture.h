// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryStore.h"
#include "SampleCourse.h"
#include "ScreenParts.h"

#include <session/StudyWatch.h>
#include <ui/skill/SkillPage.h>

#include <QCheckBox>
#include <QPlainTextEdit>

#include <memory>

namespace waymark::fixture {

using namespace Qt::StringLiterals;

inline constexpr qint64 now = 1'795'255'200'000;

/// The sample course with a lesson long enough to scroll.
inline domain::CourseContent courseOfSkills()
{
    domain::CourseContent content = support::sampleCourse();
    const QString filler = QString(40, u'x') + u" word. "_s;
    content.lessons[0].markdown
        = u"## Why it matters\n\n%1\n\n## Key ideas\n\n%1\n\n## Checklist\n\n- [ ] Make a commit | evidence: commit | id: commit\n\n"
          "## Go further\n\n[Read on](https://example.org/more) and %1\n"_s.arg(filler.repeated(80));
    content.lessons[2].markdown
        = u"## Brief\n\nA librarian wants order.\n\n## Steps\n\n### Step: Ten queries (90 min)\n\nWrite them.\n\n"
          "### Step: A shelf (60 min)\n\nBuild it.\n\n## Acceptance\n\nRun the script.\n\n"
          "- [ ] Put ten queries on the shelf | evidence: file | id: shelf\n\n## Rubric\n\n"
          "| criterion | 0 | 1 | 2 | 3 |\n| --- | --- | --- | --- | --- |\n| Order | none | some | all | all, and named |\n\n"
          "Pass mark: 2.\n\n## When you are stuck\n\n### Hint: No order\n\nSort by *title*.\n"_s;
    return content;
}

/// The page of the skill "vcs-git", whose checklist has the item "commit". A test of it derives from this.
class OpenSkill
{
protected:
    void open(bool readOnly = false)
    {
        m_page.reset();
        auto store = std::make_unique<support::MemoryStore>();
        m_store = store.get();
        QVERIFY(store->installCourse(courseOfSkills()));
        store->setReadOnly(readOnly);
        auto workspace = session::Workspace::open(std::move(store), { [] { return now; }, QTimeZone::utc() });
        QVERIFY(workspace);
        m_watch.reset();
        m_workspace = std::move(*workspace);
        m_watch = std::make_unique<session::StudyWatch>(*m_workspace);
        m_page = std::make_unique<ui::SkillPage>(*m_workspace, *m_watch);
        m_page->resize(1300, 700);
        m_page->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->show(ui::Place { ui::PageId::Skill, u"vcs-git"_s, {} });
    }

    void close()
    {
        m_page.reset();
        m_watch.reset();
        m_workspace.reset();
    }

    template <class T> T* find(const QString& name) const
    {
        T* found = m_page->findChild<T*>(name);
        if (found == nullptr) {
            qWarning("no %s", qPrintable(name));
        }
        return found;
    }

    /// A click where a person would click: the control is scrolled into view first.
    void click(const QString& name)
    {
        QApplication::processEvents(); // what was added has its place only after the layout
        auto* control = find<QAbstractButton>(name);
        QVERIFY2(control != nullptr && control->isVisible() && control->isEnabled(), qPrintable(name));
        support::scrollTo(*control);
        QPoint place = control->rect().center();
        if (qobject_cast<QCheckBox*>(control) != nullptr) {
            place = QPoint(10, control->height() / 2);
        }
        QTest::mouseClick(control, Qt::LeftButton, {}, place);
    }

    void addEvidence(const QString& text)
    {
        click(u"evidence.add.commit"_s);
        find<QPlainTextEdit>(u"evidence.text.commit"_s)->setPlainText(text);
        click(u"evidence.accept.commit"_s);
    }

    [[nodiscard]] QMap<QString, domain::Evidence> evidence() const
    {
        return m_workspace->progress().skill(u"vcs-git"_s).items.value(u"commit"_s).evidence;
    }
    [[nodiscard]] QString note() const
    {
        const auto& stored = m_workspace->progress().skill(u"vcs-git"_s).note;
        return stored ? stored->text : QString();
    }

    support::MemoryStore* m_store = nullptr; ///< owned by the workspace
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<session::StudyWatch> m_watch;
    std::unique_ptr<ui::SkillPage> m_page;
};

} // namespace waymark::fixture

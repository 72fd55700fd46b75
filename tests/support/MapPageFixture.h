// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <MapCourse.h>
#include <MemoryWorkspace.h>

#include <resources/Resources.h>
#include <ui/map/MapCanvas.h>
#include <ui/map/MapPage.h>
#include <ui/theme/Theme.h>

#include <QAbstractButton>
#include <QAction>
#include <QTest>

namespace waymark::fixture {

using namespace Qt::StringLiterals;

/// The page of the map over the map course, with the keyboard on the map. A test of it derives from this.
class OpenMap
{
protected:
    void open()
    {
        if (!m_theme) {
            resources::initialise();
            m_theme = std::make_unique<ui::Theme>(*qApp);
        }
        m_workspace = std::make_unique<support::MemoryWorkspace>(support::mapCourse());
        m_page = std::make_unique<ui::MapPage>(**m_workspace);
        m_page->resize(1280, 800);
        m_page->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_VERIFY(canvas().hasMap());
        canvas().setFocus();
    }
    void close() { m_page.reset(); }

    [[nodiscard]] ui::MapCanvas& canvas() const { return *m_page->findChild<ui::MapCanvas*>(); }
    [[nodiscard]] bool is(const QString& skill, learning::SkillState state) const { return (*m_workspace)->stateOf(skill) == state; }
    [[nodiscard]] int indexOf(const QString& id) const { return (*m_workspace)->roadmap().indexOf(id); }
    [[nodiscard]] QAction& action(const QString& name) const { return *m_page->findChild<QAction*>(name); }
    [[nodiscard]] QAbstractButton& button(const QString& name) const { return *m_page->findChild<QAbstractButton*>(name); }
    void click(const QString& name) const
    {
        QCoreApplication::processEvents(); // what was shown just now gets its place
        QTest::mouseClick(&button(name), Qt::LeftButton);
    }

    std::unique_ptr<ui::Theme> m_theme; ///< for the whole test
    std::unique_ptr<support::MemoryWorkspace> m_workspace;
    std::unique_ptr<ui::MapPage> m_page;
};

} // namespace waymark::fixture

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ReviewedLibrary.h>
#include <ScreenParts.h>

#include <session/StudyWatch.h>

#include <type_traits>

namespace waymark::support {

/// A screen over the reviewed library, in a window of its own. A test of it derives from this.
template <class Screen> class ReviewedScreen
{
protected:
    void openLibrary()
    {
        m_screen.reset();
        m_watch.reset();
        m_workspace = reviewedLibrary(&m_store);
    }
    void close()
    {
        m_screen.reset();
        m_watch.reset();
        m_workspace.reset();
    }
    void openScreen(const QSize& size)
    {
        if constexpr (std::is_constructible_v<Screen, session::Workspace&>) {
            m_screen = std::make_unique<Screen>(*m_workspace);
        } else {
            m_watch = std::make_unique<session::StudyWatch>(*m_workspace);
            m_screen = std::make_unique<Screen>(*m_workspace, *m_watch);
        }
        m_screen->resize(size);
        m_screen->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    }

    template <class T> [[nodiscard]] T* find(const QString& name) const { return shownIn<T>(*m_screen, name); }
    [[nodiscard]] QString text(const QString& name) const { return textIn(*m_screen, name); }
    void click(const QString& name) const { clickShown(*m_screen, name); }

    MemoryStore* m_store = nullptr; ///< owned by the workspace
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<session::StudyWatch> m_watch; ///< of a screen that takes one
    std::unique_ptr<Screen> m_screen;
};

} // namespace waymark::support

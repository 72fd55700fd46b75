// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CardFixture.h>
#include <ScreenParts.h>

#include <ui/recall/RecallPage.h>

#include <QPushButton>

namespace waymark::support {

/// The page of recall in a window, over a CardFixture. It goes where it asks to go on itself, as the window would make it.
struct RecallPageFixture
{
    CardFixture cards;
    std::unique_ptr<ui::RecallPage> page;
    QList<ui::Place> places; ///< that the page asked for
    QStringList notices;

    void open(const QString& section = {}, const QVariantMap& view = {})
    {
        page = std::make_unique<ui::RecallPage>(*cards.workspace);
        page->restoreView(view);
        QObject::connect(page.get(), &ui::Page::placeRequested, page.get(), [this](const ui::Place& place) {
            places.append(place);
            if (place.page == ui::PageId::Recall) {
                page->show(place);
            }
        });
        QObject::connect(page.get(), &ui::Page::noticeRequested, page.get(), [this](const QString& text) { notices.append(text); });
        page->resize(900, 640);
        page->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        page->show(ui::Place { ui::PageId::Recall, {}, section });
    }
    template <class T> [[nodiscard]] T* find(const QString& name) const { return childOf<T>(*page, name); }
    [[nodiscard]] bool isShown(const QString& name) const
    {
        const auto* found = page->findChild<QWidget*>(name);
        return found != nullptr && found->isVisible();
    }
    [[nodiscard]] QString text(const QString& name) const { return find<QLabel>(name)->text(); }
    void click(const QString& name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void press(Qt::Key key) const { QTest::keyClick(QApplication::focusWidget(), key); }
    [[nodiscard]] QAction* action(const QString& name) const
    {
        for (QAction* each : page->pageActions()) {
            if (each->objectName() == name) {
                return each;
            }
        }
        qFatal("no %s", qPrintable(name));
    }

    template <class Act> void inDialog(Act act) const { support::inDialog(*page, act); }
};

} // namespace waymark::support

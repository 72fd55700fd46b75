// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers, out of a file that anything may have happened to.
#include <Promise.h>
#include <Targets.h>

#include <ui/window/PageTable.h>
#include <ui/window/WindowSettings.h>

#include <QFile>
#include <QTemporaryDir>

namespace waymark::fuzz {

void settings(const QByteArray& bytes)
{
    static const QTemporaryDir folder(QStringLiteral("/dev/shm/waymark-fuzz-XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("settings.ini"));
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "there is room for a file");
    file.close();
    QSettings stored(path, QSettings::IniFormat);
    const ui::WindowSettings read(stored);
    require(read.theme() >= ui::Theme::Choice::System && read.theme() <= ui::Theme::Choice::HighContrast, "a theme is one of four");
    const ui::Place place = read.place();
    require(static_cast<std::size_t>(place.page) < ui::pageTable.size(), "a page is one of the window's");
    for (const ui::PageSpec& page : ui::pageTable) {
        (void)read.view(page.id);
    }
    (void)read.geometry();
    (void)read.lastFolder();
    (void)read.isFirstRun();
    (void)read.watchSeen(1);
    ui::WindowSettings written(stored);
    written.setTheme(ui::Theme::Choice::Dark);
    written.setPlace({ ui::PageId::Plan, QStringLiteral("base-a"), {} });
    require(written.theme() == ui::Theme::Choice::Dark && written.place().page == ui::PageId::Plan, "what is set is read back");
}

} // namespace waymark::fuzz

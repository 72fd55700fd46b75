// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/WhereTo.h>

#include <ui/window/WindowSettings.h>

#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark::ui {

QString askWhereTo(QWidget* window, WindowSettings& settings, const QString& title, const QString& name)
{
    const QString proposal = settings.lastFolder() + u'/' + name;
    const QString path = QFileDialog::getSaveFileName(window, title, proposal, u"*."_s + QFileInfo(name).suffix());
    if (!path.isEmpty()) {
        settings.setLastFolder(QFileInfo(path).absolutePath());
    }
    return path;
}

} // namespace waymark::ui

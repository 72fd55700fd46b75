// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/AboutBox.h>

#include <ui/window/PlainBox.h>
#include <ui/words/Isolated.h>

#include <QCoreApplication>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace waymark::ui {

AboutBox::AboutBox(const domain::Course& course, const QString& lastBackup, QWidget* parent)
    : QMessageBox(parent)
{
    setObjectName(u"about"_s);
    setWindowTitle(tr("About Waymark"));
    setIconPixmap(parent->windowIcon().pixmap(64));
    setText(tr("Waymark %1").arg(QCoreApplication::applicationVersion()));
    const QString about = tr("A learning roadmap that needs no account, no server and no network.\n\n"
                             "The program is free software under the GPL, version 3 or later; the course text is CC BY-SA 4.0.\n\n"
                             "Installed course: %1, version %2.")
                              .arg(isolated(course.title), isolated(course.version));
    setInformativeText(lastBackup.isEmpty() ? about : about + u"\n\n"_s + lastBackup);
    showPlainly(*this);
}

} // namespace waymark::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include <resources/Resources.h>

#include <QtGlobal>

// Q_INIT_RESOURCE declares a function and must stand outside of any namespace.
static void initialiseEmbedded()
{
    Q_INIT_RESOURCE(courses);
    Q_INIT_RESOURCE(icons);
}

namespace waymark::resources {

void initialise() { initialiseEmbedded(); }

QString bundledCourse() { return QStringLiteral(":/courses/backend"); }

} // namespace waymark::resources

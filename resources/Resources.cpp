// SPDX-License-Identifier: GPL-3.0-or-later
#include <resources/Resources.h>

#include <QCryptographicHash>
#include <QFile>

// Q_INIT_RESOURCE declares a function and must stand outside of any namespace.
static void initialiseEmbedded()
{
    Q_INIT_RESOURCE(courses);
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(planpage);
    Q_INIT_RESOURCE(edition);
}

namespace waymark::resources {

void initialise()
{
    initialiseEmbedded();
}

QString bundledCourse()
{
    return QStringLiteral(":/courses/backend");
}

QString bundledEdition()
{
    QFile sums(QStringLiteral(":/courses/courses.sha256"));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!sums.open(QIODevice::ReadOnly) || !hash.addData(&sums)) {
        qFatal("the list of check sums is part of the program");
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace waymark::resources

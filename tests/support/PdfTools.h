// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

/// The tools of poppler, which read a PDF as others do.
namespace waymark::support {

using namespace Qt::StringLiterals;

inline bool hasTool(const QString& name)
{
    return !QStandardPaths::findExecutable(name).isEmpty();
}

/// What the tool says; FILE among its arguments is the PDF.
inline QString outputOf(const QString& tool, QStringList arguments, const QByteArray& pdf)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"plan.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size()) {
        return {};
    }
    file.close();
    QProcess process;
    process.start(tool, arguments.replaceInStrings(u"FILE"_s, file.fileName()));
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

} // namespace waymark::support

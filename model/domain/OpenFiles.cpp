// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/OpenFiles.h>

#include <domain/Platform.h>

#include <QMutex>

#include <set>

namespace waymark::domain {

namespace {

struct Registry
{
    QMutex mutex;
    std::multiset<QString> open;
};

Registry& registry()
{
    static Registry one;
    return one;
}

} // namespace

bool OpenFile::isOpen(const QString& path)
{
    const QString identity = fileIdentity(path);
    const QMutexLocker lock(&registry().mutex);
    return !identity.isEmpty() && registry().open.contains(identity);
}

OpenFile::OpenFile(const QString& path)
    : m_identity(fileIdentity(path))
{
    const QMutexLocker lock(&registry().mutex);
    registry().open.insert(m_identity);
}

OpenFile::~OpenFile()
{
    const QMutexLocker lock(&registry().mutex);
    if (const auto found = registry().open.find(m_identity); found != registry().open.end()) {
        registry().open.erase(found);
    }
}

} // namespace waymark::domain

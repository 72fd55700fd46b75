// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/OpenLibraries.h>

#include <domain/Platform.h>

#include <QMutex>
#include <QMultiHash>

namespace waymark::storage {

namespace {

struct Registry
{
    QMutex mutex;
    QMultiHash<QString, bool> open;
};

Registry& registry()
{
    static Registry one;
    return one;
}

} // namespace

bool OpenLibrary::isOpen(const QString& path)
{
    const QString identity = domain::fileIdentity(path);
    const QMutexLocker lock(&registry().mutex);
    return !identity.isEmpty() && registry().open.contains(identity);
}

OpenLibrary::OpenLibrary(const QString& path)
    : m_identity(domain::fileIdentity(path))
{
    const QMutexLocker lock(&registry().mutex);
    registry().open.insert(m_identity, true);
}

OpenLibrary::~OpenLibrary()
{
    const QMutexLocker lock(&registry().mutex);
    if (const auto found = registry().open.find(m_identity); found != registry().open.end()) {
        registry().open.erase(found);
    }
}

} // namespace waymark::storage

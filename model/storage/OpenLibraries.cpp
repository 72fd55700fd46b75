// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/OpenLibraries.h>

#include <domain/Platform.h>

#include <QMultiHash>
#include <QMutex>

namespace waymark::storage {

namespace {

struct Registry
{
    QMutex mutex;
    QMultiHash<QString, OpenLibrary::Use> open;
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

bool OpenLibrary::isOwn(const QString& path)
{
    const QString identity = domain::fileIdentity(path);
    const QMutexLocker lock(&registry().mutex);
    return !identity.isEmpty() && registry().open.contains(identity, Use::Owner);
}

OpenLibrary::OpenLibrary(const QString& path, Use use)
    : m_identity(domain::fileIdentity(path))
    , m_use(use)
{
    const QMutexLocker lock(&registry().mutex);
    registry().open.insert(m_identity, m_use);
}

OpenLibrary::~OpenLibrary()
{
    const QMutexLocker lock(&registry().mutex);
    if (const auto found = registry().open.find(m_identity, m_use); found != registry().open.end()) {
        registry().open.erase(found);
    }
}

} // namespace waymark::storage

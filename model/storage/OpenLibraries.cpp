// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/OpenLibraries.h>

#include <domain/Platform.h>

#include <QMutex>

#include <set>

namespace waymark::storage {

namespace {

struct Registry
{
    QMutex mutex;
    std::multiset<QString> owned;
};

Registry& registry()
{
    static Registry one;
    return one;
}

} // namespace

bool OpenLibrary::isOpen(const QString& path)
{
    return domain::OpenFile::isOpen(path);
}

bool OpenLibrary::isOwn(const QString& path)
{
    const QString identity = domain::fileIdentity(path);
    const QMutexLocker lock(&registry().mutex);
    return !identity.isEmpty() && registry().owned.contains(identity);
}

OpenLibrary::OpenLibrary(const QString& path, Use use)
    : m_file(path)
    , m_owned(use == Use::Owner ? domain::fileIdentity(path) : QString())
{
    const QMutexLocker lock(&registry().mutex);
    registry().owned.insert(m_owned);
}

OpenLibrary::~OpenLibrary()
{
    const QMutexLocker lock(&registry().mutex);
    if (const auto found = registry().owned.find(m_owned); found != registry().owned.end()) {
        registry().owned.erase(found);
    }
}

} // namespace waymark::storage

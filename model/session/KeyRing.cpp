// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/KeyRing.h>

#include <domain/AtomicFile.h>

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark::session {

using domain::ErrorCode;
using domain::Result;
using exchange::SigningKey;

namespace {

constexpr qint64 keyFileBytes = 16 * 1024;

} // namespace

bool KeyRing::hasKey() const
{
    return QFileInfo::exists(m_path);
}

Result<exchange::KeyFileHead> KeyRing::head() const
{
    const Result<QByteArray> file = domain::readFile(m_path, keyFileBytes);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return exchange::keyFileHead(*file, m_path);
}

Result<SigningKey> KeyRing::make(const QString& name, const QString& passphrase) const
{
    if (hasKey()) {
        return domain::failure(ErrorCode::FileExists, m_path);
    }
    const QString folder = QFileInfo(m_path).absolutePath();
    if (const Result<void> made = domain::makeFolder(folder); !made) {
        return tl::unexpected(made.error());
    }
    const SigningKey key = SigningKey::make(name);
    // Beside it first: a key that another Waymark makes at the same moment is not replaced either.
    const QString temporary = domain::temporaryNameBeside(m_path);
    Result<void> made = domain::writeFileAtomically(temporary, key.sealed(passphrase), domain::FileAccess::OwnerOnly);
    if (made) {
        made = domain::renameToNew(temporary, m_path);
    }
    if (!made) {
        // A secret is not left lying about, and the other name means nothing to anybody.
        if (domain::pathExists(temporary)) {
            (void)domain::removeFile(temporary);
        }
        return domain::failure(made.error().code, m_path, made.error().detail);
    }
    return key;
}

Result<SigningKey> KeyRing::unlock(const QString& passphrase) const
{
    const Result<QByteArray> file = domain::readFile(m_path, keyFileBytes);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return SigningKey::unsealed(*file, passphrase, m_path);
}

Result<void> KeyRing::changePassphrase(const QString& from, const QString& to) const
{
    const Result<SigningKey> key = unlock(from);
    if (!key) {
        return tl::unexpected(key.error());
    }
    return domain::writeFileAtomically(m_path, key->sealed(to), domain::FileAccess::OwnerOnly);
}

} // namespace waymark::session

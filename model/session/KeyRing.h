// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/SigningKey.h>

#include <optional>

namespace waymark::session {

/// The key with which this person signs, in a file of its own beside the library: it belongs to the person and not to one library, is
/// in no backup and no export, and only the owner may read the file. The secret is held no longer than a caller holds the SigningKey.
class KeyRing
{
public:
    /// The file need not exist yet.
    explicit KeyRing(QString path)
        : m_path(std::move(path))
    {
    }

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] bool hasKey() const;
    /// Name, public key and whether a passphrase is asked. FileMissing, InvalidFile, Io.
    [[nodiscard]] domain::Result<exchange::KeyFileHead> head() const;
    /// Makes a key and writes it. FileExists if there is one: a key is never replaced, for its reviews are known by it.
    [[nodiscard]] domain::Result<exchange::SigningKey> make(const QString& name, const QString& passphrase) const;
    /// FileMissing, InvalidFile, WrongPassphrase.
    [[nodiscard]] domain::Result<exchange::SigningKey> unlock(const QString& passphrase) const;
    /// Seals the same key under another passphrase. WrongPassphrase.
    [[nodiscard]] domain::Result<void> changePassphrase(const QString& from, const QString& to) const;

private:
    QString m_path;
};

} // namespace waymark::session
